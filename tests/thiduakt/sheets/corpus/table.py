"""What each messy file must give, written before it was read: lines as below, or the sentence of refusal.

A line: row | name | birth | unit | posts | score | head. `!` is a fault, `~` a note, `-` rows skipped,
`.` the first row of the foot, `?` headings not used. In `READ` the maker of a file is its first letters:
lo LibreOffice, xw XlsxWriter, hm hand-made XML or text.
"""

AN = "Lê Văn An | 1980-03-05 | Phòng A | 12 | 85.5 | True"
BE = "Trần Thị Bé | 1990-12-31 | Phòng B | 3 | 90 | -"
AN_ONLY = "Lê Văn An | - | Phòng A | - | - | -"
BE_ONLY = "Trần Thị Bé | - | Phòng B | - | - | -"
DUNG = "Đỗ Đức Dũng | - | Phòng B | - | - | -"
FORMULA = "ô là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại, rồi tải lên."
ERROR = "của Excel. Sửa công thức hoặc gõ thẳng giá trị."
OLD_FONT = "chữ gõ bằng phông cũ (TCVN3, VNI). Chuyển tệp sang Unicode rồi tải lên."

NO_LIST = "Tệp không phải là bảng tính đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên."
OLD = "Tệp là dạng Excel cũ (.xls) hoặc có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx."
ENTITIES = "Tệp có khai báo lạ bên trong nên không được mở. Hãy chép bảng sang một tệp Excel mới."
NO_DAY = "không phải là ngày có thật. Ghi ngày/tháng/năm, ví dụ 05/12/1980."
SERIAL = "là số, không phải ngày. Nếu là ngày 05/03/1980 thì định dạng ô thành ngày."
BIG = "Tệp phình quá lớn khi mở. Hãy chỉ giữ lại bảng cần nhập, lưu thành tệp mới."
EMPTY = "Tệp không có ô nào có chữ hay số."
NO_HEADING = (
    "Không tìm thấy dòng tiêu đề của bảng. Bảng phải có các cột “Họ và tên”, “Đơn vị”; hãy dùng tệp mẫu."
)

READ = {
    "lo-title-two-rows.xlsx": [f"7 | {AN}", f"9 | {BE}", "- 6 8", ". 10", "? TT"],
    "lo-dates.xlsx": [
        f"2 | {AN}",
        "3 | Trần Thị Bé | 1990-12-05 | Phòng B | - | - | -",
        "4 | Đỗ Đức Dũng | 1980-12-05 | Phòng B | - | - | -",
        "5 | Hồ Thị Én | - | Phòng B | - | - | -",
        "~ Ngày sinh: chỉ có năm 1980, để trống ngày.",
        "6 | Vũ Văn Gấm | - | Phòng B | - | - | -",
        "~ Ngày sinh: chỉ có năm 1975, để trống ngày.",
        "7 | Lý Thị Hoa | - | Phòng B | - | - | -",
        f"! Trang “Bảng”, ô C7: “31/02/1980” {NO_DAY}",
        "8 | Mã Văn Ích | - | Phòng B | - | - | -",
        "! Trang “Bảng”, ô C8: “5/3/80” năm chỉ có hai chữ số. Ghi đủ bốn chữ số, ví dụ 05/12/1980.",
        "? STT",
    ],
    "lo-1904.xlsx": [f"2 | {AN}", "? STT"],
    "lo-formulas.xlsx": [f"2 | {AN}", "? STT | Họ | Tên đệm, tên"],
    "lo-errors.xlsx": [
        "2 | Lê Văn An | - | Phòng A | - | - | -",
        f"! Trang “Bảng”, ô E2: “#DIV/0!” ô báo lỗi #DIV/0! {ERROR}",
        "3 | - | - | Phòng B | - | - | -",
        f"! Trang “Bảng”, ô B3: “#N/A” ô báo lỗi #N/A {ERROR}",
        "? STT",
    ],
    "lo-hidden.xlsx": [f"2 | {AN}", f"3 | {BE_ONLY}", "~ Dòng này đang ẩn trong tệp.", "? STT"],
    "lo-second-sheet.xlsx": [f"4 | {AN_ONLY}"],
    "lo-booleans.xlsx": [
        "2 | Lê Văn An | - | Phòng A | - | - | True",
        f"3 | {BE_ONLY}",
        f"4 | {DUNG}",
        "! Trang “Bảng”, ô G4: “chắc vậy” ghi “x” hoặc “có” nếu đúng, để trống nếu không.",
        "? STT",
    ],
    "lo-blank-rows.xlsx": [f"2 | {AN_ONLY}", f"5 | {BE_ONLY}", "? STT"],
    "lo-far-format.xlsx": [f"2 | {AN_ONLY}", "? STT"],
    "lo-text-numbers.xlsx": [
        f"2 | {AN}",
        "3 | Trần Thị Bé | - | Phòng B | 1234 | 1234.5 | -",
        "4 | Đỗ Đức Dũng | - | Phòng B | - | - | -",
        "! Trang “Bảng”, ô E4: “mười hai” phải là số nguyên, chỉ gõ chữ số, ví dụ 25.",
        "! Trang “Bảng”, ô F4: “1.250” đọc được hai cách. Ghi 1250 hoặc 1,250.",
        "? STT",
    ],
    "lo-tcvn3.xlsx": [f"2 | {AN_ONLY}", "3 | Nguyễn Thị Lượng | - | Phòng B | - | - | -"],
    "lo-vni.xlsx": [f"2 | {AN_ONLY}", "3 | Nguyễn Thị Lượng | - | Phòng B | - | - | -"],
    "lo-tcvn3-body.xlsx": [
        "2 | - | - | Phòng A | - | - | -",
        f"! Trang “Bảng”, ô B2: “NguyÔn V¨n An” {OLD_FONT}",
        "? STT",
    ],
    "lo-nfd.xlsx": [f"2 | {AN_ONLY}", "3 | Nguyễn Thị Lượng | - | Phòng B | - | - | -", "? STT"],
    "lo-merged-units.xlsx": [
        f"2 | {AN_ONLY}",
        "3 | Trần Thị Bé | - | Phòng A | - | - | -",
        f"4 | {DUNG}",
        "? STT",
    ],
    "lo-semicolon.csv": [f"2 | {AN}", f"3 | {BE}", "? STT"],
    "lo-utf16-tab.csv": [f"2 | {AN}", f"3 | {BE}", "? STT"],
    "xw-plain.xlsx": [f"2 | {AN}", f"3 | {BE}", "? STT"],
    "xw-inline.xlsx": [f"2 | {AN}", f"3 | {BE}", "? STT"],
    "xw-payloads.xlsx": [
        '2 | =HYPERLINK("http://x.vn","x") | - | Phòng A | - | - | -',
        "3 | @SUM(1) | - | +84 | - | - | -",
        "? STT",
    ],
    "xw-uncalculated.xlsx": [
        "2 | - | - | Phòng A | - | - | -",
        f"! Trang “Bảng”, ô B2: {FORMULA}",
        "? STT",
    ],
    "xw-rich.xlsx": [f"2 | {AN_ONLY}", "? STT"],
    "xw-blanks.xlsx": ["2 | Nguyễn Văn An | - | Phòng A | - | - | -", "? STT"],
    "xw-hidden-first.xlsx": [f"2 | {AN_ONLY}", "? STT"],
    "xw-sections.xlsx": [
        f"3 | {AN_ONLY}",
        f"6 | {BE_ONLY}",
        "8 | Tống Thị Lan | - | Phòng B | - | - | -",
        "9 | Cống Văn Tổng | - | Phòng B | - | - | -",
        "- 2 4 5 7",
        ". 10",
        "? STT",
    ],
    "xw-serials.xlsx": [
        f"2 | {AN_ONLY}",
        f"! Trang “Bảng”, ô C2: “29285” {SERIAL}",
        "? STT",
    ],
    "xw-signatures.xlsx": [f"2 | {AN_ONLY}", f"3 | {BE_ONLY}", ". 5", "? STT"],
    "xw-second-is-whole.xlsx": [f"2 | {AN_ONLY}", "? STT"],
    "xw-lines-in-cells.xlsx": [f"2 | {AN_ONLY}", "? STT"],
    "xw-filter-and-table.xlsx": [f"2 | {AN_ONLY}", f"3 | {BE_ONLY}", "? STT"],
    "xw-missing-values.xlsx": [
        "2 | Lê Văn An | - | - | - | - | -",
        "! Trang “Bảng”, ô D2: chưa ghi đơn vị.",
        "3 | - | - | Phòng B | - | - | -",
        "! Trang “Bảng”, ô B3: chưa ghi họ và tên.",
        "? STT",
    ],
    "hm-no-addresses.xlsx": [f"2 | {AN_ONLY}"],
    "hm-strict.xlsx": [f"2 | {AN_ONLY}"],
    "hm-false-dimension.xlsx": [f"2 | {AN_ONLY}"],
    "hm-too-large.xlsx": [
        f"2 | {AN_ONLY}",
        "! Trang “Bảng”, ô C2: là số quá lớn. Gõ lại số.",
    ],
    "hm-long-text-number.xlsx": [
        f"2 | {AN_ONLY}",
        f"! Trang “Bảng”, ô C2: “{'9' * 39}…” là số quá lớn. Gõ lại số.",
    ],
    "hm-cp1258.csv": [f"2 | {AN_ONLY}", f"3 | {BE_ONLY}", "? STT"],
    "hm-old-mac.csv": [f"2 | {AN_ONLY}", f"3 | {BE_ONLY}"],
    "hm-quoted.csv": [f"4 | {AN_ONLY}", f"5 | {BE_ONLY}", "? Ghi chú"],
}

REFUSED = {
    "lo-old.xls": OLD,
    "lo-open.ods": "Tệp là dạng .ods của LibreOffice. Hãy mở tệp, chọn Lưu thành, dạng .xlsx rồi tải lên.",
    "lo-no-list.xlsx": NO_HEADING,
    "xw-missing-column.xlsx": "Bảng thiếu cột “Đơn vị”. Hãy dùng tệp mẫu.",
    "xw-duplicate.xlsx": "Bảng có hai cột “Họ và tên” (B và D). Hãy bỏ một cột hoặc đổi tiêu đề.",
    "xw-only-heading.xlsx": "Bảng chỉ có dòng tiêu đề, chưa có dòng nào để nhập.",
    "xw-empty.xlsx": EMPTY,
    "xw-truncated.xlsx": NO_LIST,
    "xw-encrypted.xlsx": OLD,
    "hm-far-cell.xlsx": (
        "Ô XFD1048576 nằm quá xa bảng (chỉ nhận 20000 dòng, 200 cột). Hãy xóa ô ấy rồi lưu lại."
    ),
    "hm-laughs.xlsx": ENTITIES,
    "hm-outside-entity.xlsx": ENTITIES,
    "hm-entity-in-strings.xlsx": ENTITIES,
    "hm-entity-in-workbook.xlsx": ENTITIES,
    "hm-long-number.xlsx": "Ô C2 chứa số quá dài. Hãy gõ lại số ấy rồi lưu tệp.",
    "hm-many-boxes.xlsx": BIG,
    "hm-lying-size.xlsx": NO_LIST,
    "hm-no-such-string.xlsx": NO_LIST,
    "hm-web-page.xls": NO_LIST,
    "hm-report.pdf": NO_LIST,
    "hm-zeros.csv": NO_LIST,
    "hm-word.docx": NO_LIST,
}
