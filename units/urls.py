"""/don-vi/: the tree, units, people, and what is recorded of them."""

from django.urls import path

from thiduakt.web import signed_in
from units.views import acts, lists, people, reading

app_name = "units"
person_pages = [
    path("ca-nhan/", reading.people, name="people"),
    path("ca-nhan/moi/", people.person_new, name="person-new"),
    path("ca-nhan/<int:pk>/", reading.person, name="person"),
    path("ca-nhan/<int:pk>/sua/", people.person_edit, name="person-edit"),
    path("ca-nhan/<int:pk>/dieu-dong/", people.person_move, name="person-move"),
    path("ca-nhan/<int:pk>/thoi-viec/", people.person_leave, name="person-leave"),
    path("ca-nhan/<int:pk>/so-dinh-danh/", people.person_number, name="person-number"),
    path("ca-nhan/<int:pk>/xem-so-dinh-danh/", people.person_reveal, name="person-reveal"),
    path("ca-nhan/<int:pk>/gop/", people.person_merge, name="person-merge"),
]
unit_pages = [
    path("", reading.tree, name="tree"),
    path("moi/", acts.unit_new, name="unit-new"),
    path("bien-dong/", reading.acts, name="acts"),
    path("bien-dong/<int:pk>/", reading.act, name="act"),
    path("<int:pk>/", reading.unit, name="unit"),
    path("<int:pk>/sua/", acts.unit_edit, name="unit-edit"),
    path("<int:pk>/bien-che/", people.headcount, name="headcount"),
    path("<int:pk>/bien-dong/<slug:kind>/", acts.act_new, name="act-new"),
]
list_pages = [
    path("nhap/", lists.list_kinds, name="imports"),
    path("nhap/<slug:key>/", lists.list_upload, name="import-new"),
    path("nhap/<slug:key>/mau/", lists.list_template, name="import-template"),
    path("lan-nhap/<int:pk>/", lists.list_report, name="import"),
    path("lan-nhap/<int:pk>/xac-nhan/", lists.list_confirm, name="import-confirm"),
    path("lan-nhap/<int:pk>/phieu/", lists.list_slips, name="import-slips"),
    path("lan-nhap/<int:pk>/thu-moi/", lists.list_mails, name="import-mails"),
]
urlpatterns = signed_in([*unit_pages, *person_pages, *list_pages])
