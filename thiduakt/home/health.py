"""Is the server alive (healthz), and can it do its work (readyz)?"""

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from documents.pdf.fonts import PrintingUnavailable, check_fonts
from units.enums import MEMBERSHIP_ROLES

logger = logging.getLogger(__name__)
TEXT = "text/plain; charset=utf-8"


@never_cache
@login_not_required
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of anybody: a broken database is readyz's word."""
    return HttpResponse("ok\n", content_type=TEXT)


@never_cache
@login_not_required
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """One line for each thing the site needs; 503 when one is missing. A warning does not fail."""
    faults = [(name, check()) for name, check in CHECKS]
    lines = [f"{name}: {fault or 'đạt'}" for name, fault in faults] + warnings()
    status = 503 if any(fault for _, fault in faults) else 200
    return HttpResponse("\n".join(lines) + "\n", content_type=TEXT, status=status)


def database_fault() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "không kết nối được"
    return ""


def migrations_fault() -> str:
    """Migrations that were not applied, counted; their names are the operator's business."""
    try:
        executor = MigrationExecutor(connection)
        left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error:
        return "không kiểm tra được vì không kết nối được cơ sở dữ liệu"
    return f"còn {len(left)} bước chưa chạy, chạy lệnh: manage.py migrate" if left else ""


def fonts_fault() -> str:
    try:
        check_fonts()
    except PrintingUnavailable as missing:
        return str(missing)
    return ""


def media_fault() -> str:
    """A file is written and removed: the only proof that the folder takes files."""
    try:
        Path(settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT) as probe:
            probe.write(b"ok")
    except OSError:
        return "không ghi được, kiểm tra MEDIA_ROOT và dung lượng đĩa"
    return ""


def warnings() -> list[str]:
    """What works, but should not be left so: said on /readyz and at every start. Development is silent."""
    if settings.DEBUG:
        return []
    return [sentence for sentence, holds in WARNINGS if holds()]


def warn_at_start() -> None:
    """To the log of whoever starts the site or its worker; the demonstration is never one in earnest."""
    for sentence in [] if settings.DEMO else warnings():
        logger.warning(sentence)


def on_sqlite() -> bool:
    return connection.vendor == "sqlite"


def without_https() -> bool:
    return not settings.PRODUCTION and not settings.DEMO


def unknown_roles() -> bool:
    """A role that is misspelled would go without its second factor unseen."""
    return bool({name for name in settings.SECOND_FACTOR_ROLES if name} - set(MEMBERSHIP_ROLES))


WARNINGS: tuple[tuple[str, Callable[[], bool]], ...] = (
    (
        "Cảnh báo: đang dùng SQLite; chỉ hợp với một máy, ít người dùng. "
        "Khi vận hành chính thức nên dùng PostgreSQL (DATABASE_URL).",
        on_sqlite,
    ),
    (
        "Cảnh báo: SITE_URL không bắt đầu bằng https; mật khẩu đi trên mạng có thể bị đọc trộm.",
        without_https,
    ),
    (
        "Cảnh báo: SECOND_FACTOR_ROLES có tên vai trò không có trong hệ thống: "
        f"chỉ gồm {', '.join(MEMBERSHIP_ROLES)}, cách nhau dấu phẩy.",
        unknown_roles,
    ),
)
CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Cơ sở dữ liệu", database_fault),
    ("Cấu trúc dữ liệu", migrations_fault),
    ("Phông chữ để in", fonts_fault),
    ("Thư mục lưu tệp", media_fault),
)
