"""Where everything lives (docs/architecture.md, §8)."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("ke-hoach/", include("campaigns.urls")),
    path("", include("nominations.urls")),
    path("quan-tri/", admin.site.urls),
]
