"""Where everything lives (docs/architecture.md, §8)."""

from django.contrib import admin
from django.urls import include, path

from thiduakt.home import healthz, honours, lookup, lookup_code, readyz
from thiduakt.inbox import inbox, notices_read
from thiduakt.web import signed_in
from units.account_pages import delegations, factors, passwords, profile, sign_in

account = [
    path("dang-nhap/", sign_in.SignIn.as_view(), name="login"),
    path("dang-nhap/ma/", sign_in.sign_in_code, name="login_code"),
    path("dang-xuat/", sign_in.SignOut.as_view(), name="logout"),
    path("quen-mat-khau/", passwords.forgotten, name="password_forgotten"),
    path("kich-hoat/", passwords.slip, name="slip"),
    path("kich-hoat/mat-khau/", passwords.invitation_password, name="invitation_password"),
    path("kich-hoat/<str:token>/", passwords.invitation, name="invitation"),
    path("doi-mat-khau/", passwords.password_change, name="password_change"),
    path("doi-mat-khau/xong/", passwords.password_change_done, name="password_change_done"),
    path("tai-khoan/", profile.profile, name="profile"),
    path("tai-khoan/xac-nhan/", profile.confirm, name="confirm"),
    path("tai-khoan/phien/", profile.sessions, name="sessions"),
    path("tai-khoan/phien/ket-thuc/", profile.sessions_end, name="sessions_end"),
    path("tai-khoan/uy-quyen/", delegations.delegations, name="delegations"),
    path("tai-khoan/uy-quyen/moi/", delegations.delegation_new, name="delegation_new"),
    path("tai-khoan/uy-quyen/<int:pk>/thoi/", delegations.delegation_end, name="delegation_end"),
    path("tai-khoan/hai-lop/", factors.factor, name="factor"),
    path("tai-khoan/hai-lop/bat/", factors.factor_begin, name="factor_begin"),
    path("tai-khoan/hai-lop/ma/", factors.factor_confirm, name="factor_confirm"),
    path("tai-khoan/hai-lop/ma-du-phong/", factors.factor_codes, name="factor_codes"),
    path("tai-khoan/hai-lop/tat/", factors.factor_off, name="factor_off"),
]
public = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("tra-cuu/", lookup, name="lookup"),
    path("tra-cuu/<str:code>/", lookup_code, name="lookup_code"),
    path("vinh-danh/<int:pk>/", honours, name="honours"),
]
apps = [
    path("ke-hoach/", include("campaigns.urls")),
    path("don-vi/", include("units.urls")),
    path("so-lieu/", include("criteria.urls")),
    path("", include("councils.urls")),
    path("", include("documents.urls")),
    path("", include("initiatives.urls")),
    path("", include("nominations.urls")),
]
own = [
    path("", inbox, name="inbox"),
    path("thong-bao/da-doc/", notices_read, name="notices_read"),
]
urlpatterns = [
    *signed_in([*own, *account]),
    *public,
    *apps,
    path("quan-tri/", admin.site.urls),
]
