"""Accounts of a closed unit read on, and write nothing."""

from django.http import HttpRequest, HttpResponse

from thiduakt.clock import today
from thiduakt.vietnamese.days import short_date
from thiduakt.web import refusal_response
from units.models import Unit

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# The pages of the work stand in these; signing in and out, one's own password and notices stand in none.
WORK = frozenset(
    {"admin", "campaigns", "councils", "documents", "initiatives", "nominations", "reports", "units"}
)


class ReadOnlyMiddleware:
    """Refuses every write to the work by an account whose unit has closed, in one sentence."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if request.method in SAFE or not WORK & set(request.resolver_match.namespaces):
            return None
        unit = request.user.closed_unit(today()) if request.user.is_authenticated else None
        return refusal_response(request, [read_only_sentence(unit)]) if unit else None


def read_only_sentence(unit: Unit) -> str:
    return (
        f"{unit.name} đã kết thúc hoạt động, ngày cuối là {short_date(unit.valid_to)}. "
        "Tài khoản của đơn vị chỉ còn xem, không ghi được."
    )
