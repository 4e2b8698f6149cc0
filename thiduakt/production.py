"""What a site open to its users must not be started with; said at the start, in words for its operator."""

from collections.abc import Iterable

# Django's own bounds for a key that cannot be guessed (security.W009).
KEY_LENGTH = 50
KEY_LETTERS = 5
DEVELOPMENT_KEY = "chi-de-phat-trien"


def faults(*, production: bool, debug: bool, key: str, hosts: Iterable[str]) -> list[str]:
    """Sentences, none when all is well. `production`: the site's address begins with https."""
    found = []
    if not key:
        found.append("Chưa đặt SECRET_KEY: `make run` tự tạo khóa, hệ thống chính thức phải đặt khóa riêng.")
    if production and debug:
        found.append("Không chạy hệ thống chính thức với DEBUG: trang lỗi sẽ lộ mã nguồn và dữ liệu.")
    if production and key and weak(key):
        found.append(f"SECRET_KEY quá ngắn hoặc dễ đoán: cần ít nhất {KEY_LENGTH} ký tự ngẫu nhiên.")
    if "*" in hosts and not debug:
        found.append("ALLOWED_HOSTS không được là *: ghi rõ tên miền của hệ thống.")
    return found


def weak(key: str) -> bool:
    """Too short, of too few letters, or one that stands in a source that everybody can read."""
    known = key == DEVELOPMENT_KEY or key.startswith("django-insecure-")
    return known or len(key) < KEY_LENGTH or len(set(key)) < KEY_LETTERS
