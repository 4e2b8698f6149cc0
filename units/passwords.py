"""What a password must be. Two policies, one chosen by PASSWORD_PROFILE, because they contradict each other.

`asvs`: long, not known, not made of the words of the place; no classes of letters, no yearly change.
`tcvn`: at least 14 characters of four classes (8 with a second factor), none of the last ten, and
administrators change theirs every two months (TCVN 14423:2026, as reported; buy the text before claiming it).
"""

import re

from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import CommonPasswordValidator, UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError

from thiduakt.vietnamese.text import search_key

LONGEST = 128
CLASSES = (r"[a-zà-ỹ]", r"[A-ZÀ-Ỹ]", r"\d", r"[^\w\s]")
# Words of every agency of this kind, without marks; the account's own names and units join them.
PLACE_WORDS = (
    "thidua khenthuong thiduakhenthuong matkhau password ubnd uyban vietnam quantri admin 123456".split()
)
LEFT_OVER = 4


class Length:
    def __init__(self, least: int):
        self.least = least

    def validate(self, password: str, user=None) -> None:
        if len(password) < self.least:
            raise ValidationError(f"Mật khẩu cần ít nhất {self.least} ký tự.")
        if len(password) > LONGEST:
            raise ValidationError(f"Mật khẩu dài nhất {LONGEST} ký tự.")

    def get_help_text(self) -> str:
        return f"Ít nhất {self.least} ký tự. Một câu ngắn dễ nhớ tốt hơn một từ khó."


class NotCommon(CommonPasswordValidator):
    def validate(self, password: str, user=None) -> None:
        if password.lower().strip() in self.passwords:
            raise ValidationError("Mật khẩu này quá phổ biến, người khác dễ đoán ra.")

    def get_help_text(self) -> str:
        return "Không dùng mật khẩu phổ biến, không dùng lại mật khẩu của nơi khác."


class NotLikeTheAccount(UserAttributeSimilarityValidator):
    def __init__(self):
        super().__init__(user_attributes=("username", "full_name", "email"))

    def validate(self, password: str, user=None) -> None:
        try:
            super().validate(password, user)
        except ValidationError as error:
            raise ValidationError("Mật khẩu quá giống tên hoặc thư điện tử của tài khoản.") from error

    def get_help_text(self) -> str:
        return "Không giống họ tên, tên đăng nhập, tên đơn vị."


class NotOfThePlace:
    """A password made of nothing but the names around it: thidua-ninhphuoc, ubnd2026."""

    def validate(self, password: str, user=None) -> None:
        rest = letters(password)
        for word in sorted({*PLACE_WORDS, *own_words(user)}, key=len, reverse=True):
            rest = rest.replace(word, "")
        if len(re.sub(r"\d", "", rest)) < LEFT_OVER and re.search(r"[^\W\d]", password):
            raise ValidationError("Mật khẩu chỉ gồm tên người, tên đơn vị hoặc từ dễ đoán và chữ số.")

    def get_help_text(self) -> str:
        return ""


def letters(text: str) -> str:
    return "".join(letter for letter in search_key(text) if letter.isalnum())


def own_words(user) -> set[str]:
    """Names of the account and of its units, each whole and in its words of four letters and more."""
    if user is None or user.pk is None:
        return set()
    units = {m.unit for m in user.memberships.select_related("unit")}
    names = [
        user.username,
        user.full_name,
        *(name for unit in units for name in (unit.name, unit.short_name)),
    ]
    pairs = (
        f"{one}{two}" for name in names for one, two in zip(name.split(), name.split()[1:], strict=False)
    )
    words = {letters(text) for text in (*names, *pairs, *(word for name in names for word in name.split()))}
    return {word for word in words if len(word) >= LEFT_OVER}


class FourClasses:
    """TCVN: 14 characters of four classes; 8 of any with a second factor."""

    def validate(self, password: str, user=None) -> None:
        if has_factor(user):
            return Length(8).validate(password, user)
        Length(14).validate(password, user)
        if not all(re.search(kind, password) for kind in CLASSES):
            raise ValidationError("Mật khẩu cần đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt.")
        return None

    def get_help_text(self) -> str:
        return (
            "Ít nhất 14 ký tự, đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt; "
            "đã bật xác thực hai lớp thì ít nhất 8 ký tự."
        )


def has_factor(user) -> bool:
    factor = getattr(user, "second_factor", None) if user and user.pk else None
    return bool(factor and factor.confirmed_at)


class NotBefore:
    """TCVN: none of the last ten."""

    def validate(self, password: str, user=None) -> None:
        if user is None or user.pk is None:
            return
        hashes = [user.password, *user.old_passwords.values_list("password", flat=True)[:9]]
        if any(check_password(password, one) for one in hashes):
            raise ValidationError("Mật khẩu này đã dùng trong 10 lần gần đây.")

    def get_help_text(self) -> str:
        return "Khác 10 mật khẩu gần nhất."
