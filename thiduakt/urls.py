"""Where everything lives (docs/architecture.md, §8)."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("quan-tri/", admin.site.urls),
]
