"""Why an act of organisation may not be recorded: all of it, in sentences."""

import datetime as dt
from collections.abc import Iterator

from thiduakt.vietnamese.days import short_date
from units.enums import ActKind, Role, UnitKind
from units.models import Membership, Unit
from units.registry import TRACES

from .reform import Reform

# Levels that a law began or ended on a day: a huyện cannot be founded after the reform of 2025.
ENDED_KINDS = {UnitKind.HUYEN: dt.date(2025, 7, 1)}


def objections(reform: Reform, *, on: dt.date) -> list[str]:
    """Empty when the act may be recorded; rights are asked apart."""
    return [
        *about_shape(reform),
        *about_days(reform, on),
        *about_traces(reform, on),
        *about_administrators(reform),
    ]


def about_shape(reform: Reform) -> Iterator[str]:
    news, olds = reform.into, reform.olds
    if reform.kind == ActKind.MERGE and len({*keys(olds), *keys(news)}) < 2:
        yield "Sáp nhập cần ít nhất hai đơn vị."
    if reform.kind == ActKind.MERGE and len(news) != 1:
        yield "Sáp nhập phải nêu một đơn vị sau sáp nhập."
    if reform.kind == ActKind.SPLIT and len(news) < 2:
        yield "Chia, tách phải nêu ít nhất hai đơn vị sau khi chia, tách."
    if reform.kind == ActKind.RENAME and (len(news) != 1 or news[0].pk):
        yield "Đổi tên phải nêu tên mới và mã mới, chưa có đơn vị nào dùng."
    if reform.kind == ActKind.DISSOLVE and (below := reform.children()):
        yield f"Còn đơn vị bên dưới: {names(below)}. Chuyển hoặc giải thể các đơn vị đó trước."
    if reform.kind == ActKind.MOVE and reform.parent is None:
        yield "Chọn cơ quan quản lý mới."
    codes = [unit.code for unit in reform.founded]
    if len(set(codes)) < len(codes):
        yield "Hai đơn vị mới không thể cùng một mã."


def keys(units: list[Unit]) -> list:
    return [unit.pk or unit.code for unit in units]


def names(units: list[Unit]) -> str:
    shown = ", ".join(unit.short_name for unit in units[:3])
    return f"{shown} và {len(units) - 3} đơn vị khác" if len(units) > 3 else shown


def about_administrators(reform: Reform) -> Iterator[str]:
    """Somebody must be left to go on with."""
    left = Membership.objects.on(reform.effective_on).filter(role=Role.ADMIN, user__is_active=True)
    if reform.kind != ActKind.RENAME and not left.exclude(unit__in=reform.closing).exists():
        day = short_date(reform.effective_on)
        yield f"Từ ngày {day} không còn tài khoản quản trị nào: giao vai trò Quản trị ở đơn vị khác trước."


def about_days(reform: Reform, on: dt.date) -> Iterator[str]:
    day = short_date(reform.effective_on)
    for unit in reform.olds:
        if unit.valid_from > reform.last_day:
            yield f"{unit.name} có từ ngày {short_date(unit.valid_from)}; ngày hiệu lực phải sau ngày đó."
        elif unit.valid_to and unit.valid_to < reform.effective_on:
            yield f"{unit.name} đã kết thúc từ trước, ngày cuối là {short_date(unit.valid_to)}."
        elif unit.valid_to and reform.kind != ActKind.MOVE:
            yield f"{unit.name} đã được ghi kết thúc vào ngày {short_date(unit.valid_to)}."
    for unit in [one for one in (*reform.into, reform.parent) if one and one.pk]:
        if not unit.exists_on(reform.effective_on):
            yield f"{unit.name} không có vào ngày {day}."
    for unit in reform.founded:
        if (ended := ENDED_KINDS.get(unit.kind)) and reform.effective_on >= ended:
            yield f"Từ ngày {short_date(ended)} không còn cấp huyện, không lập mới được {unit.name}."
    if reform.decision.date > on:
        yield f"Ngày quyết định {short_date(reform.decision.date)} còn ở phía trước; kiểm tra lại."


def about_traces(reform: Reform, on: dt.date) -> Iterator[str]:
    """What the units already did on or after the day: an act cannot be dated before it."""
    for unit in reform.closing if reform.kind != ActKind.MOVE else reform.olds:
        found = own_traces(unit, reform)
        if reform.kind != ActKind.MOVE and reform.effective_on <= on:
            found += [words for read in TRACES for words in read(unit, reform.effective_on)]
        if found:
            day = short_date(reform.effective_on)
            yield f"Từ ngày {day}, {unit.short_name} đã có {'; '.join(found)}: không ghi lùi ngày được."


def own_traces(unit: Unit, reform: Reform) -> list[str]:
    """Changes of the tree and of positions recorded for the unit on or after the day."""
    day = reform.effective_on
    moved = unit.parents.filter(since__gte=day).count()
    counts = [("lần đổi nơi trực thuộc", moved)]
    if reform.kind != ActKind.MOVE:
        counts += [
            ("đơn vị được chuyển về", unit.children.filter(since__gte=day).count()),
            ("chức vụ bắt đầu", unit.appointments.filter(since__gte=day).count()),
            ("vai trò tài khoản bắt đầu", unit.memberships.filter(since__gte=day, delegation=None).count()),
        ]
    return [f"{count} {words}" for words, count in counts if count]
