"""/khen-thuong/: printing certificates, and the blanks they are printed on."""

from django.urls import path

from nominations.views import certificates

urlpatterns = [
    path("khen-thuong/quyet-dinh/<int:pk>/chon-in/", certificates.print_page, name="certificates"),
    path("khen-thuong/dot-in/<int:pk>/", certificates.run_pdf, name="certificate-run"),
    path("khen-thuong/phoi/", certificates.blank_list, name="blanks"),
    path("khen-thuong/phoi/<int:pk>/", certificates.blank_page, name="blank"),
    path("khen-thuong/phoi/<int:pk>/xem-thu/", certificates.blank_sample, name="blank-sample"),
    path("khen-thuong/phoi/<int:pk>/can-chinh/", certificates.blank_calibration, name="blank-calibration"),
]
