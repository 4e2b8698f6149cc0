"""/van-ban/: the register of papers."""

from django.urls import path

from documents import views
from thiduakt.web import signed_in

app_name = "documents"
urlpatterns = [
    path("van-ban/", views.document_list, name="list"),
    path("van-ban/nhap/", views.document_enter, name="enter"),
    path("van-ban/so/", views.series_list, name="series-list"),
    path("van-ban/so/<int:pk>/", views.series_detail, name="series"),
    path("van-ban/so/<int:pk>/ban-in/", views.series_pdf, name="series-pdf"),
    path("van-ban/<int:pk>/", views.document_detail, name="detail"),
    path("van-ban/<int:pk>/ban-in/", views.document_pdf, name="pdf"),
    path("van-ban/<int:pk>/ban-word/", views.document_word, name="word"),
    path("van-ban/<int:pk>/danh-sach/", views.document_sheet, name="sheet"),
    path("van-ban/<int:pk>/loi-van/", views.document_wording, name="wording"),
    path("van-ban/<int:pk>/ban-ky/", views.signed_copy, name="signed-copy"),
    path("van-ban/<int:pk>/tai-ban-ky/", views.document_signed, name="signed"),
    path("van-ban/<int:pk>/lien-ket/", views.document_link, name="link"),
    path("van-ban/<int:pk>/duyet/", views.document_approve, name="approve"),
    path("van-ban/<int:pk>/tra-lai/", views.document_return, name="return"),
    path("don-vi/bien-dong/<int:pk>/ban-chup/", views.act_scan, name="act-scan"),
]
signed_in(urlpatterns)
