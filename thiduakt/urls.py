"""Where everything lives (docs/architecture.md, §8)."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from thiduakt.home import healthz, lookup, lookup_code, readyz
from thiduakt.inbox import inbox, notices_read

account = [
    path("dang-nhap/", auth.LoginView.as_view(redirect_authenticated_user=True), name="login"),
    path("dang-xuat/", login_not_required(auth.LogoutView.as_view()), name="logout"),
    path("doi-mat-khau/", auth.PasswordChangeView.as_view(), name="password_change"),
    path("doi-mat-khau/xong/", auth.PasswordChangeDoneView.as_view(), name="password_change_done"),
]
public = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("tra-cuu/", lookup, name="lookup"),
    path("tra-cuu/<str:code>/", lookup_code, name="lookup_code"),
]
apps = [
    path("ke-hoach/", include("campaigns.urls")),
    path("", include("councils.urls")),
    path("", include("documents.urls")),
    path("", include("nominations.urls")),
]
urlpatterns = [
    path("", inbox, name="inbox"),
    path("thong-bao/da-doc/", notices_read, name="notices_read"),
    *account,
    *public,
    *apps,
    path("quan-tri/", admin.site.urls),
]
