"""/hoi-dong/: sessions of councils."""

from django.urls import path

from councils.views import pages, writing
from thiduakt.web import signed_in

app_name = "councils"
urlpatterns = [
    path("hoi-dong/", pages.session_list, name="list"),
    path("hoi-dong/moi/", pages.session_new, name="session-new"),
    path("hoi-dong/<int:pk>/", pages.session_detail, name="session"),
    path("hoi-dong/<int:pk>/bien-ban/", pages.session_minutes, name="minutes"),
    path("hoi-dong/<int:pk>/chuong-trinh/", writing.session_agenda, name="agenda"),
    path("hoi-dong/<int:pk>/diem-danh/", writing.session_write, name="write"),
    path("hoi-dong/<int:pk>/so-phieu/", writing.session_votes, name="votes"),
    path("hoi-dong/<int:pk>/bang-phieu/", writing.session_ties, name="ties"),
    path("hoi-dong/<int:pk>/ket-thuc/", writing.session_close, name="close"),
]
signed_in(urlpatterns)
