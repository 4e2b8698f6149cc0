"""The list that goes with a paper, as a sheet to be printed and signed: in the words of the paper itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thiduakt.sheets.official import MOTTO, Official
from thiduakt.vietnamese.days import ROOM, paper_date
from thiduakt.vietnamese.text import first_upper

NAMES = ("Họ và tên, tên tập thể", "Chức vụ, đơn vị")
AWARDED = ("STT", "Số sổ vàng", *NAMES)
PROPOSED = ("STT", *NAMES, "Hình thức đề nghị")
MONEY = "Tiền thưởng (đồng)"
# Letters, by how many columns there are.
WIDTHS = {3: (8, 48, 60), 4: (8, 42, 54, 36), 5: (8, 34, 46, 32, 32)}
AWARD_WIDTHS = {4: (6, 14, 42, 62), 5: (6, 14, 38, 54, 20)}
ABOUT = "Về việc "
# Which papers go with a list, and where it stands in them.
PARTS = {
    "decision.html": ("annex",),
    "recognition.html": ("annex",),
    "submission.html": ("groups", "tables"),
}
TO_SIGN = 3  # empty lines above the name


@dataclass(frozen=True)
class PaperList:
    """`rows`: cells in the order of the headings; a text alone heads those below it."""

    headings: Sequence[str]
    rows: list[Sequence | str]
    official: Official


def has_list(template: str, paper: dict) -> bool:
    return any(paper.get(part) for part in PARTS.get(template, ()))


def sheet_of(template: str, paper: dict) -> PaperList | None:
    """Of a decision its annex, of a tờ trình its nominees or registrations; None for papers without a list.

    `paper`: the dict of its template (documents.pdf.shapes), with number, day and signer.
    """
    if not has_list(template, paper):
        return None
    if annex := paper.get("annex"):
        return of_annex(paper, annex)
    return of_tables(paper) if paper.get("tables") else of_groups(paper)


def of_annex(paper: dict, annex: dict) -> PaperList:
    """The lines of a decision; of awards with a number in each group, and the money where there is any."""
    awards = "headings" not in annex
    headings = [*(AWARDED if awards else annex["headings"])]
    paid = annex["total"] is not None
    rows = [cells for group in annex["groups"] for cells in annex_rows(group, awards, paid)]
    if paid:
        headings.append(MONEY)
        rows.append(("", "", "Tổng cộng", "", annex["total"]))
    title = (annex["title"], annex["subtitle"], attached(paper, f" của {annex['of']}"))
    widths = (AWARD_WIDTHS if awards else WIDTHS)[len(headings)]
    return PaperList(headings, rows, official(paper, title, widths))


def annex_rows(group: dict, awards: bool, paid: bool) -> Iterator[Sequence | str]:
    if group["heading"]:
        yield group["heading"]
    for number, row in enumerate(group["rows"], start=1):
        cells = (row["gold_book_number"], row["name"], row["detail"] or "")
        yield (*((number,) if awards else ()), *cells, *((row["bonus"],) if paid else ()))


def of_groups(paper: dict) -> PaperList:
    rows: list[Sequence | str] = []
    for group in paper["groups"]:
        lines = enumerate(group["rows"], start=1)
        rows += [group["heading"]]
        rows += [(number, row["name"], row["detail"] or "", row["award"]) for number, row in lines]
    return PaperList(PROPOSED, rows, official(paper, letter_title(paper), WIDTHS[4]))


def of_tables(paper: dict) -> PaperList:
    """Tables for collectives and for individuals differ in the words above names and places alone."""
    rows: list[Sequence | str] = []
    for table in paper["tables"]:
        rows += [table["heading"], *table["rows"]]
    number, _, _, *others = paper["tables"][0]["headings"]
    headings = (number, *NAMES, *others)
    return PaperList(headings, rows, official(paper, letter_title(paper), WIDTHS[len(headings)]))


def letter_title(paper: dict) -> tuple[str, ...]:
    """Of a letter that has a number, or will have one; what is printed for one's own use goes with none."""
    about = first_upper(paper["title"].removeprefix(ABOUT))
    signed = paper["signature"]["lines"]
    return ("DANH SÁCH", about, attached(paper)) if signed else ("DANH SÁCH", about)


def attached(paper: dict, of: str = "") -> str:
    """`(Kèm theo Tờ trình số 12/TTr-UBND ngày 05 tháng 12 năm 2026)`; room where it has no number yet."""
    number = paper["number"]
    number = f"{number:02d}" if isinstance(number, int) else number or ROOM
    day = paper_date(None, paper["day"], paper["month"], paper["year"])
    kind = paper["type_line"].capitalize()
    return f"(Kèm theo {kind} số {number}/{paper['symbol'] or ''} {day}{of})"


def official(paper: dict, title: tuple[str, ...], widths: Sequence[int]) -> Official:
    issuer, signature = paper["issuer"] or {"parent": None, "lines": []}, paper["signature"]
    left = [line for line in (issuer["parent"], *issuer["lines"]) if line]
    foot = (*signature["lines"], *[""] * TO_SIGN, signature["name"] or "") if signature["lines"] else ()
    return Official(left, MOTTO, title, widths, foot)
