"""/hoi-dong/: sessions of councils."""

from django.urls import path

from councils.views import pages, papers, rounds, voting, writing
from thiduakt.web import signed_in

app_name = "councils"
urlpatterns = [
    path("hoi-dong/", pages.session_list, name="list"),
    path("hoi-dong/moi/", pages.session_new, name="session-new"),
    path("hoi-dong/<int:pk>/", pages.session_detail, name="session"),
    path("hoi-dong/<int:pk>/bien-ban/", papers.session_minutes, name="minutes"),
    path("hoi-dong/<int:pk>/chuong-trinh/", writing.session_agenda, name="agenda"),
    path("hoi-dong/<int:pk>/diem-danh/", writing.session_write, name="write"),
    path("hoi-dong/<int:pk>/giay-moi/", papers.session_invitation, name="invitation"),
    path("hoi-dong/<int:pk>/chuong-trinh-hop/", papers.session_agenda_paper, name="agenda-paper"),
    path("hoi-dong/<int:pk>/phieu-bau/", papers.session_ballot, name="ballot-paper"),
    path("hoi-dong/bo-phieu/<int:pk>/bien-ban/", papers.record_of_round, name="round-record"),
    path("hoi-dong/<int:pk>/du-thay/", writing.session_substitute, name="substitute"),
    path("hoi-dong/<int:pk>/mo-bo-phieu/", rounds.round_open, name="round-open"),
    path("hoi-dong/<int:pk>/kiem-phieu/", rounds.paper_round, name="round-paper"),
    path("hoi-dong/bo-phieu/<int:pk>/", voting.ballot, name="ballot"),
    path("hoi-dong/bo-phieu/<int:pk>/dong/", rounds.round_close, name="round-close"),
    path("hoi-dong/bo-phieu/<int:pk>/huy/", rounds.round_cancel, name="round-cancel"),
    path("hoi-dong/<int:pk>/so-phieu/", writing.session_votes, name="votes"),
    path("hoi-dong/<int:pk>/bang-phieu/", writing.session_ties, name="ties"),
    path("hoi-dong/<int:pk>/ket-thuc/", writing.session_close, name="close"),
]
signed_in(urlpatterns)
