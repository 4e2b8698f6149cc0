from django.http import HttpResponse
from django.urls import path

def page(request, **kw):
    return HttpResponse("trang của đơn vị")

names = {"dang-ky/": "registrations", "dang-ky/<int:pk>/": "registration", "ho-so/": "dossiers", "ho-so/<int:pk>/": "dossier", "to-trinh/": "submissions", "to-trinh/<int:pk>/": "submission"}
urlpatterns = [path(p, page, name=n) for p, n in names.items()]
