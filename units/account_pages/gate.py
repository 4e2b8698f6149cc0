"""Between signing in and the site: what is owed first."""

from django.contrib import messages
from django.shortcuts import redirect

from units.accounts.duties import FACTOR, PASSWORD

from .sign_in import DUTY

ALWAYS_OPEN = frozenset(
    {"login", "logout", "lookup", "lookup_code", "healthz", "readyz", "profile", "confirm"}
)
PAGES = {
    FACTOR: (
        "factor",
        frozenset({"factor", "factor_begin", "factor_confirm"}),
        "Vai trò của tài khoản đòi hỏi xác thực hai lớp. Hãy bật rồi làm việc tiếp.",
    ),
    PASSWORD: (
        "password_change",
        frozenset({"password_change", "password_change_done"}),
        "Mật khẩu quản trị đã quá hạn. Hãy đặt mật khẩu mới rồi làm việc tiếp.",
    ),
}


class DutyMiddleware:
    """Whoever owes something reaches only the page where it is done. Reads the session alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        duty = request.session.get(DUTY)
        if not duty or not request.user.is_authenticated:
            return None
        page, own, sentence = PAGES[duty]
        if request.resolver_match.view_name in ALWAYS_OPEN | own:
            return None
        messages.info(request, sentence)
        return redirect(page)
