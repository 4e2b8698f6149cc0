"""The file to fill in: the list's own headings with one example, and a sheet that explains each column."""

from collections.abc import Sequence
from tempfile import TemporaryFile

import xlsxwriter

from .columns import Column, Kind
from .writing import OPTIONS, sheet_name

KINDS = {
    Kind.TEXT: "chữ",
    Kind.DATE: "ngày/tháng/năm, ví dụ 05/12/1980",
    Kind.INTEGER: "số nguyên",
    Kind.DECIMAL: "số, ví dụ 85,5",
    Kind.YES: "“x” nếu đúng, để trống nếu không",
}
EXPLAINED = ("Cột", "Bắt buộc", "Ghi thế nào", "Giải thích")


def template_book(title: str, columns: Sequence[Column]) -> bytes:
    """Two sheets, “<title>” and “Hướng dẫn”; the example row is written in grey to be overwritten."""
    with TemporaryFile() as file:
        book = xlsxwriter.Workbook(file, {**OPTIONS, "constant_memory": False})
        list_sheet(book, book.add_worksheet(sheet_name(title)), columns)
        guide_sheet(book, book.add_worksheet("Hướng dẫn"), columns)
        book.close()
        file.seek(0)
        return file.read()


def list_sheet(book, sheet, columns: Sequence[Column]) -> None:
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F3E9E4"}
    )
    text = book.add_format({"num_format": "@"})
    grey = book.add_format({"num_format": "@", "font_color": "#808080"})
    for place, column in enumerate(columns):
        # Text throughout: what is typed stays as it is typed, 05/12 does not become a date of May.
        sheet.set_column(place, place, max(len(column.label) + 6, 16), text)
        sheet.write_string(0, place, column.label + (" (*)" if column.required else ""), head)
        sheet.write_string(1, place, column.example, grey)
        if column.choices:
            sheet.data_validation(2, place, 5_000, place, choice_rule(column))
    sheet.freeze_panes(1, 0)


def choice_rule(column: Column) -> dict:
    """Only where Excel's 255 letters are enough; the words are checked on reading anyway."""
    words = list(column.choices.values())
    if len(",".join(words)) > 250:
        return {"validate": "any"}
    return {"validate": "list", "source": words}


def guide_sheet(book, sheet, columns: Sequence[Column]) -> None:
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(zip(EXPLAINED, (28, 10, 40, 60), strict=True)):
        sheet.set_column(place, place, width, wrap)
        sheet.write_string(0, place, heading, bold)
    for number, column in enumerate(columns, start=1):
        words = (column.label, "có" if column.required else "", how(column), column.help)
        for place, word in enumerate(words):
            sheet.write_string(number, place, word, wrap)


def how(column: Column) -> str:
    if column.kind == Kind.CHOICE:
        return "một trong: " + ", ".join(column.choices.values())
    return KINDS[column.kind]
