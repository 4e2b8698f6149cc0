"""/so-lieu/: facts, scores, assignments and holds."""

from django.urls import path

from criteria.views import records
from thiduakt.web import signed_in

app_name = "criteria"
record_pages = [
    path("", records.records, {"sort": "theo-doi"}, name="start"),
    path("don-vi/<int:pk>/", records.unit_records, name="unit"),
    path("theo-doi/<int:pk>/xac-nhan/", records.fact_confirm, name="confirm"),
    path("<slug:sort>/", records.records, name="records"),
    path("<slug:sort>/moi/", records.record_new, name="record-new"),
    path("<slug:sort>/<int:pk>/", records.record, name="record"),
    path("<slug:sort>/<int:pk>/sua/", records.record_correct, name="record-correct"),
    path("<slug:sort>/<int:pk>/huy/", records.record_cancel, name="record-cancel"),
    path("<slug:sort>/<int:pk>/minh-chung/", records.record_evidence, name="record-evidence"),
]
urlpatterns = signed_in(record_pages)
