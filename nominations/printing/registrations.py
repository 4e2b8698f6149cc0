"""Danh sách đăng ký thi đua: a unit's, or a level's consolidated one; collectives and individuals apart."""

import datetime as dt

from campaigns.models import Campaign
from criteria.enums import AwardCategory, Group
from nominations.models import Registration, Submission
from units.models import Unit

from .wording import BLANK, count_words, head, movement, plan_in_words

TITLES, FORMS = "Đăng ký danh hiệu thi đua", "Đăng ký hình thức khen thưởng"
NAMES = {Group.COLLECTIVE: "Tên tập thể", Group.INDIVIDUAL: "Họ và tên"}
PLACES = {Group.COLLECTIVE: "Đơn vị đăng ký", Group.INDIVIDUAL: "Chức vụ, đơn vị"}
WIDTHS = [12, 45, 48, 30, 30]
ROMAN = ("I", "II")
BLANK_LINE = {"lines": [], "name": None}


def list_paper(
    submission: Submission, rows: list[Registration], *, on: dt.date, asked: list[str] = ()
) -> dict:
    """The letter for submission.html. `asked`: a line for each number requested of the level above."""
    campaign, unit, to = submission.campaign, submission.unit, submission.to_unit.name
    counted = counted_words(rows)
    said = f"{unit.name} đăng ký thi đua với {to}, gồm {counted}:" if counted else ""
    return {
        **head(
            unit,
            on=on,
            type_line="TỜ TRÌNH",
            title=f"Về việc đăng ký thi đua trong {movement(campaign)}",
            recipients=["Như trên", f"Lưu: VT, {unit.symbol or unit.short_name}"],
        ),
        "to": [to],
        "grounds": grounds(campaign),
        "body": [*([said] if said else []), *asked_lines(unit, to, asked)],
        "groups": [],
        "tables": tables(rows, on),
        "attachments": [],
        "closing": f"{unit.name} kính trình {to} xem xét",
    }


def asked_lines(unit: Unit, to: str, asked: list[str]) -> list[str]:
    return [f"{unit.name} đề nghị {to} cho số lượng khen thưởng: {'; '.join(asked)}."] if asked else []


def grounds(campaign: Campaign) -> list[str]:
    title = campaign.title
    return [f"Căn cứ {plan_in_words(campaign)} về việc {title[:1].lower()}{title[1:]}"]


def summary_paper(campaign: Campaign, unit: Unit, rows: list[Registration], *, on: dt.date) -> dict:
    """What a level holds of all units, to be printed for its own use; it has no number and no signature."""
    return {
        **head(
            unit,
            on=on,
            type_line="DANH SÁCH",
            title=f"Tổng hợp đăng ký thi đua trong {movement(campaign)}",
            recipients=[],
        ),
        **BLANK,
        "signature": BLANK_LINE,
        "to": [],
        "grounds": grounds(campaign),
        "body": [f"{unit.name} đã tiếp nhận đăng ký của {counted_words(rows) or 'chưa ai'}."],
        "groups": [],
        "tables": tables(rows, on),
        "attachments": [],
        "closing": f"Danh sách tổng hợp đến ngày {on:%d/%m/%Y}",
    }


def counted_words(rows: list[Registration]) -> str:
    """`02 tập thể và 03 cá nhân`: who is named twice counts once."""
    found = {(row.group, row.person_id, row.collective_id) for row in rows}
    return count_words(*(sum(one[0] == group for one in found) for group in NAMES))


def tables(rows: list[Registration], on: dt.date) -> list[dict]:
    """A table for each group that has somebody, one line for each nominee with all that he registers."""
    found = []
    for group in NAMES:
        lines = lines_of([row for row in rows if row.group == group], on)
        if lines:
            heading = f"{ROMAN[len(found)]}. {group.label}"
            heads = ["STT", NAMES[group], PLACES[group], TITLES, FORMS]
            found.append({"heading": heading, "headings": heads, "widths": WIDTHS, "rows": lines})
    return found


def lines_of(rows: list[Registration], on: dt.date) -> list[list[str]]:
    by_nominee: dict[tuple, list[Registration]] = {}
    for row in rows:
        by_nominee.setdefault((row.person_id, row.collective_id), []).append(row)
    return [
        [f"{number:02d}", same[0].nominee_name, place_of(same[0], on), *registered(same)]
        for number, same in enumerate(by_nominee.values(), 1)
    ]


def place_of(row: Registration, on: dt.date) -> str:
    """Position and unit of a person; for a collective the unit that registers it."""
    held = row.person.appointment_on(on) if row.person_id else None
    return f"{held.position}, {held.unit.name}" if held else row.unit.name


def registered(rows: list[Registration]) -> tuple[str, str]:
    """Titles and forms apart: two catalogues, never in one column (Luật 06/2022/QH15, Điều 9)."""
    named = [
        "; ".join(row.award_type.name for row in rows if row.award_type.category == category)
        for category in (AwardCategory.TITLE, AwardCategory.FORM)
    ]
    return named[0], named[1]
