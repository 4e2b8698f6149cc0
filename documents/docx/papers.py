"""One function for each kind of paper, beside its template of the same name."""

from docx.document import Document
from docx.shared import Cm, Pt

from documents.docx.parts import (
    TEXT_WIDTH,
    add_foot,
    add_head,
    add_honours,
    add_list,
    add_pair,
    add_recipients,
    bonus_of,
    dashed,
    date_of,
    ground_lines,
    in_one_line,
    number_of,
)
from documents.docx.sheet import clean, new_section, write, write_lines
from documents.docx.styles import BODY, HEADING_1, HEADING_2, HEADING_3
from documents.pdf.rows import blocks
from documents.pdf.tags import (
    ended,
    list_headings,
    money,
    money_words,
    padded,
    paragraphs,
    stands_alone,
    title_lines,
)

# "Kính gửi:" in the middle of the line: where its dashes begin, and how wide "Kính gửi" is.
AT_COLON, COLON = Cm(5.5), Pt(14 * 3.53)
CENTRED, CELL, SUM = "Bảng, giữa", "Bảng", "Bảng, số tiền"


def plan(word: Document, paper: dict) -> None:
    add_head(word, paper)
    write_lines(word, paper["preamble"], BODY)
    for clause in blocks(paper["clauses"]):
        if "rows" in clause:
            add_rows(word, clause["rows"], clause["widths"])
        else:
            add_clause(word, clause)
    add_foot(word, paper)


def add_rows(word: Document, rows: list[list[str]], widths: list[float]) -> None:
    add_row, _ = add_list(word, rows[0], widths, [CENTRED, *[CELL] * (len(widths) - 1)])
    for row in rows[1:]:
        add_row(row)


def add_clause(word: Document, clause: dict) -> None:
    label, heading, text = clause["label"], clause["heading"], clause["text"]
    if stands_alone(label):
        write_lines(word, [label, *([heading] if heading else [])], "Phần, chương")
        write_lines(word, [text] if text else [], BODY)
        return
    level = (HEADING_1, HEADING_2, HEADING_2)[min(clause["depth"], 2)]
    head = " ".join(part for part in (label, heading) if part)
    if heading and not text:
        write(word, head, level)
        return
    line = write(word, head, BODY)
    for run in line.runs:
        run.bold = bool(heading) or None
    if text:
        write_on(line, text)


def write_on(line, text: str) -> None:
    """More words of the same paragraph, in its own face."""
    line.add_run(f" {clean(text)}" if line.runs else clean(text))


def decision(word: Document, paper: dict) -> None:
    add_head(word, paper)
    write_lines(word, title_lines(paper["authority"]), "Thẩm quyền")
    write_lines(word, ground_lines(paper["grounds"]), "Căn cứ")
    write(word, "QUYẾT ĐỊNH:", "Thẩm quyền")
    for at, article in enumerate(paper["articles"], start=1):
        line = write(word, article["label"], BODY)
        line.runs[0].bold = True
        write_on(line, ended(article["text"]) if at == len(paper["articles"]) else article["text"])
    add_foot(word, paper)
    if paper["annex"]:
        add_annex(word, paper, paper["annex"])


def add_annex(word: Document, paper: dict, annex: dict) -> None:
    """A section of its own, numbered from 1, across when its list is wide."""
    across = bool(annex.get("landscape"))
    new_section(word, landscape=across, draft=bool(paper.get("draft")))
    write_lines(word, [annex["title"], *title_lines(annex["subtitle"])], "Tên phụ lục")
    attached = f"(Kèm theo Quyết định số {number_of(paper)} {date_of(paper)} của {annex['of']})"
    write(word, attached, "Kèm theo")
    add_awards(word, annex, TEXT_WIDTH + (87 if across else 0))


def add_awards(word: Document, annex: dict, width: float) -> None:
    paid = annex["total"] is not None
    rest = (width - 16 - (30 if paid else 0)) / 2
    heads = [*list_headings(annex), "Tiền thưởng (đồng)"]
    widths, styles = [16, rest, rest, 30], [CENTRED, CELL, CELL, SUM]
    many = 4 if paid else 3
    add_row, add_across = add_list(word, heads[:many], widths[:many], styles[:many])
    for group in annex["groups"]:
        if group["heading"]:
            add_across([group["heading"]], ["Nhóm trong bảng"])
        for row in group["rows"]:
            values = [padded(row["gold_book_number"]), row["name"], row["detail"] or "", bonus_of(row)]
            add_row(values[:many])
    if paid:
        add_across(["Tổng cộng", money(annex["total"])], ["Nhóm trong bảng", SUM])
        write(word, f"Bằng chữ: {money_words(annex['total'])} đồng.", "Căn cứ")


def submission(word: Document, paper: dict) -> None:
    add_head(word, paper)
    add_addressees(word, paper["to"])
    write_lines(word, ground_lines(paper["grounds"]), "Căn cứ")
    write_lines(word, paper["body"], BODY)
    heads = ["STT", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Hình thức"]
    for group in paper["groups"]:
        write(word, group["heading"], HEADING_1)
        add_row, _ = add_list(word, heads, [12, 60.5, 60.5, 32], [CENTRED, CELL, CELL, CELL])
        for at, row in enumerate(group["rows"], start=1):
            add_row([padded(at), row["name"], row["detail"] or "", row["award"]])
    for table in paper.get("tables", []):
        write(word, table["heading"], HEADING_1)
        styles = [CENTRED, *[CELL] * (len(table["widths"]) - 1)]
        add_row, _ = add_list(word, table["headings"], table["widths"], styles)
        for row in table["rows"]:
            add_row(row)
    if paper["attachments"]:
        write(word, "Hồ sơ gửi kèm:", HEADING_3)
        write_lines(word, dashed(paper["attachments"]), BODY)
    write(word, ended(paper["closing"]), BODY)
    add_foot(word, paper)


def add_addressees(word: Document, to: list[str]) -> None:
    """One on the line of `Kính gửi:`; several below it, their dashes under the colon; nobody: no line."""
    if not to:
        return
    lines = dashed(to)
    if len(lines) == 1:
        write(word, f"Kính gửi: {lines[0].removeprefix('- ')}", "Kính gửi")
        return
    write(word, "Kính gửi:", "Nơi gửi").paragraph_format.left_indent = AT_COLON - COLON
    for line in lines:
        write(word, line, "Nơi gửi").paragraph_format.left_indent = AT_COLON


def minutes(word: Document, paper: dict) -> None:
    add_head(word, paper, dated=False)
    write_lines(word, [f"{field['label']}: {in_one_line(field['value'])}" for field in paper["fields"]], BODY)
    write(word, "Nội dung:", HEADING_1)
    write_lines(word, paper["content"], BODY)
    for group in paper["groups"]:
        write(word, group["heading"], HEADING_1)
        add_votes(word, group["rows"])
        write_lines(word, group.get("notes", []), BODY)
    for table in paper.get("tables", []):
        write(word, table["heading"], HEADING_1)
        add_table(word, table)
    if paper["conclusion"]:
        write(word, "Kết luận:", HEADING_1)
        write_lines(word, paper["conclusion"], BODY)
    write(word, ended(paper["closing"]), BODY)
    add_pair(word, paper["secretary"], paper["signature"])
    add_recipients(word, paper["recipients"])


def add_votes(word: Document, rows: list[dict]) -> None:
    heads = ["STT", "Họ và tên, tên tập thể", "Chức vụ, đơn vị", "Hình thức"]
    heads += ["Số phiếu đồng ý/tổng số", "Tỷ lệ"]
    styles = [CENTRED, CELL, CELL, CELL, CENTRED, CENTRED]
    add_row, _ = add_list(word, heads, [12, 44, 44, 26, 22, 17], styles)
    for at, row in enumerate(rows, start=1):
        votes = f"{row['votes_for']}/{row['votes_total']}"
        add_row([padded(at), row["name"], row["detail"] or "", row["award"], votes, row["percent"]])


def add_table(word: Document, table: dict) -> None:
    """A table with headings of its own: the first column a number, from the fourth on in the middle."""
    styles = [CENTRED, CELL, CELL, *[CENTRED] * (len(table["headings"]) - 3)]
    add_row, _ = add_list(word, table["headings"], table["widths"], styles)
    for row in table["rows"]:
        add_row(row)


def report(word: Document, paper: dict) -> None:
    add_particulars(word, paper)
    write(word, "II. THÀNH TÍCH ĐẠT ĐƯỢC", HEADING_1)
    add_results(word, paper["results"])
    write(word, "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", HEADING_1)
    write(word, "1. Danh hiệu thi đua", HEADING_3)
    add_honours(word, "Danh hiệu thi đua", paper["titles"])
    write(word, "2. Hình thức khen thưởng", HEADING_3)
    add_honours(word, "Hình thức khen thưởng", paper["forms"])
    write(word, ended(paper["pledge"]), BODY)
    add_pair(word, paper["confirmation"], paper["signature"])


def summary(word: Document, paper: dict) -> None:
    add_particulars(word, paper)
    write(word, "II. TÓM TẮT THÀNH TÍCH", HEADING_1)
    add_results(word, paper["results"])
    if paper["honours"]:
        write(word, "III. ĐÃ ĐƯỢC KHEN THƯỞNG", HEADING_1)
        add_honours(word, "Danh hiệu, hình thức", paper["honours"])
    line = write(word, "Đề nghị:", BODY)
    line.runs[0].bold = True
    write_on(line, ended(paper["proposed"]))
    add_pair(word, paper["confirmation"], paper["signature"])


def appraisal(word: Document, paper: dict) -> None:
    add_particulars(word, paper)
    for group in paper["groups"]:
        write(word, group["heading"], HEADING_1)
        add_results(word, group["results"])
    write(word, paper["last_heading"], HEADING_1)
    write(word, ended(paper["conclusion"]), BODY)
    add_pair(word, paper["confirmation"], paper["signature"])


def add_particulars(word: Document, paper: dict) -> None:
    add_head(word, paper, numbered=False)
    write(word, "I. THÔNG TIN CHUNG", HEADING_1)
    for at, field in enumerate(paper["particulars"], start=1):
        write(word, f"{at}. {field['label']}: {in_one_line(field['value'])}", BODY)


def add_results(word: Document, results: list[dict]) -> None:
    for at, row in enumerate(results, start=1):
        if row["criterion"]:
            write(word, f"{at}. {row['criterion']}", HEADING_2)
        write_lines(word, paragraphs(row["result"]), BODY)
        if row.get("evidence"):
            write(word, f"Tài liệu kèm theo: {'; '.join(row['evidence'])}.", "Căn cứ")
