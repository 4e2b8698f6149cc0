"""/khen-thuong/: decisions and awards."""

from django.urls import path

from nominations.views import (
    allotments,
    announcing,
    payments,
    results,
    results_decisions,
    revoking,
    scenarios,
    standings,
)

urlpatterns = [
    path("khen-thuong/", results.award_list, name="awards"),
    path("khen-thuong/<int:pk>/", results.award_detail, name="award"),
    path("khen-thuong/<int:pk>/giay-khen/", results.award_certificate, name="award-certificate"),
    path("khen-thuong/<int:pk>/thu-hoi/", revoking.award_recover, name="award-recover"),
    path("khen-thuong/quyet-dinh/", results_decisions.decision_list, name="decisions"),
    path("khen-thuong/quyet-dinh/<int:pk>/huy-bo/", revoking.decision_revoke, name="decision-revoke"),
    path(
        "khen-thuong/quyet-dinh/lap/<int:pk>/<int:unit_pk>/",
        results_decisions.decision_new,
        name="decision-new",
    ),
    path(
        "khen-thuong/quyet-dinh/<int:pk>/giay-khen/",
        results.decision_certificates,
        name="decision-certificates",
    ),
    path(
        "khen-thuong/quyet-dinh/<int:pk>/ban-hanh/", results_decisions.decision_issue, name="decision-issue"
    ),
    path(
        "khen-thuong/quyet-dinh/<int:pk>/tra-lai/", results_decisions.decision_return, name="decision-return"
    ),
    path("ho-so/phan-bo/<int:pk>/", allotments.allotment, name="allotment"),
    path("ho-so/bang-tieu-chi/<int:pk>/", standings.standing_table, name="standings"),
    path("ho-so/phuong-an/<int:pk>/", scenarios.what_if, name="what-if"),
    path("ho-so/phuong-an/<int:pk>/luu/", scenarios.scenario_keep, name="scenario-keep"),
    path("ho-so/phuong-an/da-luu/<int:pk>/", scenarios.scenario_detail, name="scenario"),
    path("ho-so/phuong-an/da-luu/<int:pk>/xoa/", scenarios.scenario_drop, name="scenario-drop"),
    path("khen-thuong/chi-thuong/<int:pk>/<int:unit_pk>/", payments.payments, name="payments"),
    path(
        "khen-thuong/chi-thuong/<int:pk>/<int:unit_pk>/ban-in/",
        payments.payments_print,
        name="payments-print",
    ),
    path("khen-thuong/ket-qua/<int:pk>/<int:unit_pk>/", announcing.results, name="results"),
    path(
        "khen-thuong/ket-qua/<int:pk>/<int:unit_pk>/ban-in/", announcing.results_print, name="results-print"
    ),
    path(
        "khen-thuong/ket-qua/<int:pk>/<int:unit_pk>/ban-word/", announcing.results_word, name="results-word"
    ),
    path(
        "khen-thuong/ket-qua/<int:pk>/<int:unit_pk>/vinh-danh/",
        announcing.results_honours,
        name="results-honours",
    ),
    path("khen-thuong/trinh-ky/<int:pk>/", results_decisions.propose, name="propose"),
]
