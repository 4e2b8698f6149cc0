"""Addresses of registrations, dossiers and submissions (unit) and of decisions and awards (results)."""

from thiduakt.web import signed_in

from .certificates import urlpatterns as certificates
from .past import urlpatterns as past
from .results import urlpatterns as results
from .unit import urlpatterns as unit

app_name = "nominations"
urlpatterns = signed_in([*unit, *results, *certificates, *past])
