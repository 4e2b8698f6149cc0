"""A list of people as files of several kinds."""

import io

import openpyxl

from thiduakt.sheets.columns import Column, Kind

NAME = Column("name", "Họ và tên", required=True, also=("Tên",), example="Nguyễn Văn A", longest=40)
BIRTH = Column("birth", "Ngày sinh", Kind.DATE, also=("Năm sinh",), year_is_enough=True, example="05/12/1980")
UNIT = Column("unit", "Đơn vị", required=True, example="Phòng Kinh tế")
GENDER = Column("gender", "Giới tính", Kind.CHOICE, choices={"male": "Nam", "female": "Nữ"})
POSTS = Column("posts", "Biên chế", Kind.INTEGER)
COLUMNS = (NAME, BIRTH, UNIT, GENDER, POSTS)
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Đơn vị"]


def book(*rows: list, merged: tuple[str, ...] = (), cells: dict | None = None) -> bytes:
    """An .xlsx with these rows on its one sheet, “Danh sách”."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Danh sách"
    for row in rows:
        sheet.append(row)
    for box in merged:
        sheet.merge_cells(box)
    for place, value in (cells or {}).items():
        sheet[place] = value
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
