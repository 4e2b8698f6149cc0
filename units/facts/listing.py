"""Units and people as rows of a file."""

import datetime as dt
from collections.abc import Iterator

from units.models import UnitParent

from .pages import with_post

AT_A_TIME = 1_000
PEOPLE_HEADINGS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Đối tượng",
    "Mã đơn vị",
    "Đơn vị",
    "Chức vụ",
    "Người đứng đầu",
    "Giữ chức vụ từ ngày",
)
UNIT_HEADINGS = (
    "STT",
    "Mã đơn vị",
    "Tên đơn vị",
    "Tên viết tắt",
    "Loại đơn vị",
    "Đơn vị cấp trên",
    "Ký hiệu văn bản",
    "Địa danh",
    "Thành lập từ ngày",
    "Hoạt động đến hết ngày",
)
ACT_HEADINGS = (
    *("STT", "Việc", "Đơn vị", "Đơn vị tiếp nhận, đơn vị mới", "Có hiệu lực từ ngày"),
    *("Số quyết định", "Ngày quyết định", "Cơ quan quyết định", "Ghi chú"),
)


def people_rows(people, on: dt.date) -> Iterator[tuple]:
    """One person with the leading position of the day; the number of the person is not among them."""
    found = with_post(people, on).iterator(AT_A_TIME)
    for number, person in enumerate(found, start=1):
        post = person.posts[0] if person.posts else None
        yield (
            number,
            person.full_name,
            person.birth_date,
            person.get_gender_display(),
            person.get_category_display(),
            post.unit.code if post else "",
            post.unit.name if post else "",
            post.position if post else "",
            bool(post and post.is_head),
            post.since if post else None,
        )


def unit_rows(units, on: dt.date) -> Iterator[tuple]:
    """Units with the code of the one above on the day, so that the file may be taken in again."""
    above = dict(UnitParent.objects.on(on).values_list("unit", "parent__code"))
    listed = units.on(on).order_by("sort_key", "pk")
    for number, unit in enumerate(listed.iterator(AT_A_TIME), start=1):
        yield (
            number,
            unit.code,
            unit.name,
            unit.short_name,
            unit.get_kind_display(),
            above.get(unit.pk, ""),
            unit.symbol,
            unit.place_name,
            unit.valid_from,
            unit.valid_to,
        )


def act_rows(acts) -> Iterator[tuple]:
    """Acts of organisation with the units that they changed and those that came of them."""
    related = acts.prefetch_related("units", "successions__successor")
    for number, act in enumerate(related.iterator(AT_A_TIME), start=1):
        heirs = {link.successor_id: link.successor.name for link in act.successions.all() if link.successor}
        yield (
            number,
            act.get_kind_display(),
            "; ".join(unit.name for unit in act.units.all()),
            "; ".join(heirs.values()),
            act.effective_on,
            act.decision_number,
            act.decision_date,
            act.decision_issuer,
            act.note,
        )
