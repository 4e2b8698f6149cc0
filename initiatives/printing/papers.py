"""Minutes of the scoring, the decision, the certificates as plain dicts."""

import datetime as dt

from councils.models import CouncilSession
from criteria.services import regime_on
from documents.models import IssuedDocument
from documents.printing import repeated
from initiatives.facts.scores import tallies
from initiatives.models import Initiative
from initiatives.scoring import plain
from thiduakt.errors import Refused
from units.facts import head_line, joined, letterhead
from units.models import Unit

SCORE_HEADINGS = ["STT", "Tên sáng kiến", "Tác giả, đơn vị", "Số phiếu đạt", "Điểm bình quân", "Kết quả"]
SCORE_WIDTHS = [12, 46, 46, 19, 19, 23]  # mm, together the width of the text
LIST_HEADINGS = ["Số", "Tên sáng kiến", "Tác giả, đơn vị"]
CHARTER = "Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến"
BLANK = {"number": None, "symbol": None, "day": None}


def scoring_minutes(session: CouncilSession, initiatives: list[Initiative]) -> dict:
    """What minutes of a scoring session say: the sheet, the averages, who stepped out, the conclusion."""
    counted = tallies(initiatives)
    rows = [score_row(number, one, counted[one.pk]) for number, one in enumerate(initiatives, start=1)]
    sheets = list(dict.fromkeys(one.sheet for one in initiatives))
    return {
        "groups": [],
        "tables": [
            {
                "heading": "Kết quả chấm điểm",
                "headings": SCORE_HEADINGS,
                "widths": SCORE_WIDTHS,
                "rows": rows,
            }
        ],
        "content": [*said_of_sheets(sheets), *paragraphs(session.discussion), *stepped_out(initiatives)],
        "conclusion": conclusion(initiatives),
    }


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def said_of_sheets(sheets) -> list[str]:
    """By what was scored: each line with its most points, the mark to pass."""
    return [
        f"Hội đồng chấm điểm theo {sheet.name}: "
        + "; ".join(f"{line.name} tối đa {plain(line.most)} điểm" for line in sheet.lines())
        + f". Sáng kiến có điểm bình quân từ {plain(sheet.pass_points)} điểm trở lên được đề nghị công nhận."
        for sheet in sheets
    ]


def score_row(number: int, initiative: Initiative, counted) -> list[str]:
    average, mark = counted.average, initiative.sheet.pass_points
    if average is None:
        return [f"{number:02d}", initiative.name, authors_line(initiative), "…", "…", "Chưa chấm xong"]
    votes = f"{counted.in_favour(mark)}/{len(counted.totals)}"
    word = "Đề nghị công nhận" if counted.passes(mark) else "Không đề nghị"
    return [f"{number:02d}", initiative.name, authors_line(initiative), votes, plain(average), word]


def stepped_out(initiatives: list[Initiative]) -> list[str]:
    """Who did not score, by the initiative that is his own."""
    found = []
    for one in initiatives:
        names = ", ".join(member.person.full_name for member in one.item.excluded.select_related("person"))
        if names:
            found.append(f"“{one.name}”: {names} không chấm điểm vì là việc của chính mình.")
    return found


def conclusion(initiatives: list[Initiative]) -> list[str]:
    """What the points say, when nothing was typed; nothing while a result is open."""
    if any(one.item.result == "pending" for one in initiatives):
        return []
    passed = sum(one.item.result == "approved" for one in initiatives)
    return [
        f"Hội đồng thống nhất đề nghị công nhận {passed:02d} trên {len(initiatives):02d} sáng kiến đã chấm."
    ]


def authors_line(initiative: Initiative) -> str:
    """`Nguyễn Đức Thịnh (60%), Lê Thị An (40%), Phòng Kinh tế`; a single author without his share."""
    authors = list(initiative.authors.all())
    if len(authors) == 1:
        return f"{authors[0].person.full_name}, {initiative.unit.name}"
    names = ", ".join(f"{author.person.full_name} ({plain(author.share)}%)" for author in authors)
    return f"{names}, {initiative.unit.name}"


def recognition_paper(unit: Unit, lines: list[dict], minutes: list[str], *, on: dt.date, office: str) -> dict:
    """The decision for recognition.html.

    `lines`: [{"number", "name", "authors": [{"name", "detail", "share"}], "unit"}]; `minutes` the sessions
    it rests on, in words; `office` is who proposes it.
    """
    year = on.year
    return {
        **BLANK,
        "issuer": letterhead(unit, on),
        "place": unit.place_name,
        "month": on.month,
        "year": year,
        "type_line": "QUYẾT ĐỊNH",
        "title": f"Về việc công nhận sáng kiến năm {year}",
        "recipients": ["Như Điều 3", office, "Lưu: VT"],
        "signature": {"lines": [], "name": None},
        "authority": head_line(unit, on),
        "grounds": [*laws(on), *(f"Căn cứ {words}" for words in minutes), f"Theo đề nghị của {office}"],
        "articles": articles(unit, len(lines), year),
        "annex": annex(unit, lines, year),
    }


def laws(on: dt.date) -> list[str]:
    """The law in force and the charter of initiatives."""
    try:
        instrument = regime_on(on).instrument.split(";")[0].strip()
    except Refused:
        instrument = ""
    return [f"Căn cứ {law}" for law in (instrument, CHARTER) if law]


def articles(unit: Unit, count: int, year: int) -> list[dict]:
    return [
        {
            "label": "Điều 1.",
            "text": f"Công nhận {count:02d} sáng kiến cấp cơ sở năm {year} (có danh sách kèm theo).",
        },
        {
            "label": "Điều 2.",
            "text": "Tác giả, đồng tác giả có tên trong danh sách được cấp Giấy chứng nhận sáng kiến và "
            f"hưởng quyền lợi theo quy định; các đơn vị thuộc {unit.name} phổ biến, áp dụng sáng kiến.",
        },
        {
            "label": "Điều 3.",
            "text": "Thủ trưởng các cơ quan, đơn vị có liên quan và các tác giả có tên trong danh sách chịu "
            "trách nhiệm thi hành Quyết định này",
        },
    ]


def annex(unit: Unit, lines: list[dict], year: int) -> dict:
    rows = [
        {
            "gold_book_number": line["number"],
            "name": line["name"],
            "detail": line["said"],
            "bonus": None,
        }
        for line in lines
    ]
    return {
        "title": "DANH SÁCH",
        "subtitle": f"Sáng kiến được công nhận năm {year}",
        "of": joined(unit.head_title, unit.name),
        "headings": LIST_HEADINGS,
        "groups": [{"heading": "", "rows": rows}],
        "total": None,
    }


def certificates_paper(decision: IssuedDocument, chosen: list[tuple[dict, dict]]) -> dict:
    """One page for each (line, author) of the decision as issued, for certificates.html."""
    return {
        **repeated(decision),
        "authority": decision.snapshot["authority"],
        "verb": "CẤP",
        "award": "GIẤY CHỨNG NHẬN SÁNG KIẾN",
        "book": "Số giấy chứng nhận",
        "awards": [
            {
                "gold_book_number": line["number"],
                "name": author["name"],
                "detail": author["detail"] or line["unit"],
                "achievement": said_of_author(line, author),
            }
            for line, author in chosen
        ],
    }


def said_of_author(line: dict, author: dict) -> str:
    alone = len(line["authors"]) == 1
    word = "Là tác giả" if alone else f"Là đồng tác giả (tỷ lệ đóng góp {author['share']}%)"
    return f"{word} của sáng kiến “{line['name']}”"
