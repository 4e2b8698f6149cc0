"""/sang-kien/: initiatives."""

from django.urls import path

from initiatives.views import pages, results, scoring, writing
from thiduakt.web import signed_in

app_name = "initiatives"
own = [
    path("sang-kien/", pages.initiative_list, name="list"),
    path("sang-kien/moi/", pages.initiative_new, name="new"),
    path("sang-kien/<int:pk>/", pages.initiative_detail, name="detail"),
    path("sang-kien/<int:pk>/buoc/<slug:action>/", pages.initiative_step, name="step"),
    path("sang-kien/<int:pk>/sua/", writing.initiative_edit, name="edit"),
    path("sang-kien/<int:pk>/tac-gia/", writing.initiative_authors, name="authors"),
    path("sang-kien/<int:pk>/mo-ta/<slug:slug>/", writing.initiative_part, name="part"),
    path("sang-kien/<int:pk>/ky/", writing.initiative_sign, name="sign"),
    path("sang-kien/<int:pk>/don/", pages.initiative_request, name="request"),
    path("sang-kien/<int:pk>/tep/", writing.initiative_upload, name="upload"),
    path("sang-kien/<int:pk>/tep/<int:file_pk>/", writing.initiative_file, name="file"),
    path("sang-kien/<int:pk>/tep/<int:file_pk>/bo/", writing.initiative_file_remove, name="file-remove"),
]
review = [
    path("sang-kien/cham-diem/<int:pk>/", scoring.session_scores, name="session-scores"),
    path("sang-kien/<int:pk>/cham-diem/<int:member_pk>/", scoring.initiative_score, name="score"),
    path("sang-kien/<int:pk>/pham-vi/", results.initiative_scope, name="scope"),
    path("sang-kien/<int:pk>/giay-chung-nhan/", results.certificate, name="certificate"),
    path("sang-kien/quyet-dinh/", results.decision_list, name="decisions"),
    path("sang-kien/quyet-dinh/lap/<int:unit_pk>/", results.decision_new, name="decision-new"),
    path("sang-kien/quyet-dinh/<int:pk>/ban-hanh/", results.decision_issue, name="decision-issue"),
    path("sang-kien/quyet-dinh/<int:pk>/tra-lai/", results.decision_return, name="decision-return"),
    path(
        "sang-kien/quyet-dinh/<int:pk>/giay-chung-nhan/",
        results.decision_certificates,
        name="decision-certificates",
    ),
]
urlpatterns = signed_in([*own, *review])
