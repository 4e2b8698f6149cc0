"""/van-ban/: the register of papers."""

from django.urls import path

from documents import views

app_name = "documents"
urlpatterns = [
    path("van-ban/", views.document_list, name="list"),
    path("van-ban/<int:pk>/", views.document_detail, name="detail"),
    path("van-ban/<int:pk>/ban-in/", views.document_pdf, name="pdf"),
    path("van-ban/<int:pk>/duyet/", views.document_approve, name="approve"),
    path("van-ban/<int:pk>/tra-lai/", views.document_return, name="return"),
]
