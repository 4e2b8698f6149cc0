"""/dang-ky/, /dieu-kien/, /ho-so/, /to-trinh/: the unit's own pages."""

from django.urls import path

from nominations.views import (
    appraisers,
    dossiers,
    eligibility,
    forwarding,
    papers,
    place_requests,
    registration_lists,
    registrations,
    submission_papers,
    submissions,
    uses,
    writing,
)

registration_pages = [
    path("dang-ky/", registrations.registration_list, name="registrations"),
    path("dang-ky/moi/", registrations.registration_new, name="registration-new"),
    path("dang-ky/<int:pk>/", registrations.registration_detail, name="registration"),
    path("dang-ky/<int:pk>/buoc/<slug:action>/", registrations.registration_step, name="registration-step"),
]
sheets = registration_lists
LEVEL = "dang-ky/tong-hop/<int:pk>/<int:unit_pk>/"
registration_list_pages = [
    path("dang-ky/danh-sach/", sheets.registration_lists, name="registration-lists"),
    path("dang-ky/danh-sach/moi/", sheets.registration_list_new, name="registration-list-new"),
    path("dang-ky/danh-sach/<int:pk>/", sheets.registration_list, name="registration-list"),
    path(
        "dang-ky/danh-sach/<int:pk>/buoc/<slug:action>/",
        sheets.registration_list_step,
        name="registration-list-step",
    ),
    path(
        "dang-ky/danh-sach/<int:pk>/tra-loi/",
        place_requests.registration_list_answer,
        name="registration-list-answer",
    ),
    path(LEVEL, sheets.registration_summary, name="registration-summary"),
    path(f"{LEVEL}in/", sheets.registration_summary_print, name="registration-summary-print"),
    path(f"{LEVEL}len-cap-tren/", sheets.registration_list_up, name="registration-list-up"),
]
dossier_pages = [
    path("dieu-kien/", eligibility.eligibility, name="eligibility"),
    path("dieu-kien/quy-dinh/<int:pk>/", eligibility.law_rule, name="law-rule"),
    path("dieu-kien/quy-dinh-chung/<int:pk>/", eligibility.law_common, name="law-common"),
    path("ho-so/", dossiers.dossier_list, name="dossiers"),
    path("ho-so/moi/", dossiers.dossier_new, name="dossier-new"),
    path("ho-so/<int:pk>/", dossiers.dossier_detail, name="dossier"),
    path("ho-so/<int:pk>/buoc/<slug:action>/", dossiers.dossier_step, name="dossier-step"),
    path("ho-so/<int:pk>/sang-kien/", uses.dossier_initiative, name="dossier-initiative"),
    path("ho-so/<int:pk>/nguoi-tham-dinh/", appraisers.dossier_appraiser, name="dossier-appraiser"),
    path("ho-so/<int:pk>/bao-cao/", writing.dossier_report, name="dossier-report"),
    path("ho-so/<int:pk>/bao-cao/<int:criterion_pk>/", writing.dossier_report, name="dossier-report"),
    path("ho-so/<int:pk>/tom-tat/", writing.dossier_summary, name="dossier-summary"),
    path("ho-so/<int:pk>/giay-to/<int:requirement_pk>/", papers.dossier_upload, name="dossier-upload"),
    path("ho-so/<int:pk>/tep/<int:part_pk>/", papers.dossier_file, name="dossier-file"),
    path("ho-so/<int:pk>/in/<slug:kind>/", papers.dossier_print, name="dossier-print"),
]
letters = submission_papers
submission_pages = [
    path("to-trinh/", submissions.submission_list, name="submissions"),
    path("to-trinh/moi/", submissions.submission_new, name="submission-new"),
    path("to-trinh/<int:pk>/", submissions.submission_detail, name="submission"),
    path("to-trinh/<int:pk>/buoc/<slug:action>/", submissions.submission_step, name="submission-step"),
    path("to-trinh/len-cap-tren/<int:pk>/<int:unit_pk>/", forwarding.forwarding_new, name="forwarding-new"),
    path("to-trinh/<int:pk>/ket-qua/", forwarding.submission_result, name="submission-result"),
    path("to-trinh/<int:pk>/hop/", submissions.submission_session, name="submission-session"),
    path("to-trinh/<int:pk>/bien-ban/", letters.submission_minutes, name="submission-minutes"),
    path("to-trinh/<int:pk>/giay-to/<slug:what>/", letters.submission_upload, name="submission-upload"),
    path("to-trinh/<int:pk>/tep/<slug:what>/", letters.submission_file, name="submission-file"),
]
urlpatterns = [*registration_pages, *registration_list_pages, *dossier_pages, *submission_pages]
