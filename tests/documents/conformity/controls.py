"""For each row a paper with just that wrong: (case, style put after the stylesheet), or words replaced.

The style is the whole difference, or, where the words are wrong, the replaced piece of HTML is.
"""

CLAUSES, DECISION, SUBMISSION = "kế hoạch đủ mục", "quyết định", "tờ trình"
REPORT, CERTIFICATE, TWO_PAGES = "báo cáo", "giấy khen", "kế hoạch hai trang"

# Component: the paper it stands in, and what selects its lines there.
SELECTORS = {
    "1 Quốc hiệu": (CLAUSES, ".country"),
    "2 Tiêu ngữ": (CLAUSES, ".motto"),
    "3 cơ quan chủ quản": (CLAUSES, ".issuer .parent"),
    "4 cơ quan ban hành": (CLAUSES, ".issuer .name"),
    "5 số, ký hiệu": (CLAUSES, ".head .number"),
    "6 địa danh, ngày": (CLAUSES, ".head .date"),
    "7a tên loại": (CLAUSES, ".type"),
    "7b trích yếu": (CLAUSES, "h1.title"),
    "8 Kính gửi": (SUBMISSION, ".to p"),
    "thẩm quyền ban hành": (DECISION, "body > .authority"),
    "9 căn cứ": (DECISION, ".ground"),
    "10 nội dung": (CLAUSES, "body > p:nth-last-of-type(-n+2)"),
    "11 phần, chương": (CLAUSES, "body > .part:not(.title)"),
    "12 tên phần, chương": (CLAUSES, "body > .part.title"),
    "14 điều": (DECISION, ".decides ~ p b"),
    "15 mục": (CLAUSES, ".part + .heading b, .part.title + p b"),
    "15 đề mục": (SUBMISSION, "p.heading b"),
    "16 khoản có tiêu đề": (CLAUSES, "body > p:nth-of-type(5) b"),
    "17 khoản": (CLAUSES, "body > p:nth-of-type(6)"),
    "18 điểm": (CLAUSES, "body > p:nth-of-type(7)"),
    "19 gạch đầu dòng": (CLAUSES, "body > p:nth-of-type(8)"),
    "20 quyền hạn, chức vụ": (CLAUSES, ".position"),
    "20 bên trái": (REPORT, ".foot.pair > .signature:first-child .position"),
    "22 họ tên": (CLAUSES, ".signer"),
    "24 Nơi nhận": (CLAUSES, ".recipients-title"),
    "25 nơi nhận": (CLAUSES, ".recipient"),
    "29 tên phụ lục": (DECISION, ".annex .type, .annex .title"),
    "30 kèm theo": (DECISION, ".annex > .attached"),
    "GK3 người tặng": (CERTIFICATE, ".giver"),
    "GK4 tặng": (CERTIFICATE, ".verb"),
    "GK5 tên hình thức": (CERTIFICATE, ".award"),
    "GK6 thành tích": (CERTIFICATE, ".certificate .detail"),
    "GK7 số quyết định": (CERTIFICATE, ".sealed .entry p"),
    "GK8 địa danh, ngày": (CERTIFICATE, ".sealed .date"),
    "GK9 chức vụ": (CERTIFICATE, ".sealed .position"),
    "GK10 họ tên": (CERTIFICATE, ".sealed .signer"),
}
# A point larger than allowed, or of the other weight.
SIZES = {"5 số, ký hiệu": 12, "25 nơi nhận": 12, "24 Nơi nhận": 13, "GK5 tên hình thức": 28}

# Each sheet with several rows wrong at once, such as do not move each other.
PLACES = [
    (
        TWO_PAGES,
        {
            "1: bên phải": ".head .row > div { position: relative; left: -8mm }",
            "10: đều hai bên": "body > p:nth-of-type(3) { text-align: left }",
            "34: thứ tự": "@page :first { counter-increment: page 2 }",
            "34: cỡ và kiểu chữ": "@page :nth(2) { @top-center { font: 12pt Tinos } }",
            "34: giữa lề trên": "@page :nth(2) { @top-center { padding-left: 8mm } }",
            "trang: lề dưới": "@page { margin-bottom: 1mm }",
        },
    ),
    (
        TWO_PAGES,
        {
            "4: bên trái": ".issuer .ruled { position: relative; left: 16mm }",
        },
    ),
    (
        CLAUSES,
        {
            "1: trên cùng": ".nation { position: relative; top: 2mm }",
            "2: giữa Quốc hiệu": ".motto { position: relative; left: 2mm }",
            "2: đường kẻ": ".underlined::after { width: 110%; margin-left: -5% }",
            "3: giữa cơ quan ban hành": ".parent { position: relative; left: 1mm }",
            "4: đường kẻ": ".issuer .ruled::after { width: 55% }",
            "5: giữa cơ quan ban hành": ".head .number { position: relative; left: 3mm }",
            "6: giữa Quốc hiệu": ".head .date { position: relative; left: 3mm }",
            "6: ngang số": ".head .date { position: relative; top: 2mm }",
        },
    ),
    (
        CLAUSES,
        {
            "7a: giữa trang": ".type { position: relative; left: 3mm }",
            "7b: giữa trang": "h1.title { position: relative; left: 3mm }",
            "7b: đường kẻ": "h1 .ruled::after { width: 30% }",
            "1–10: thứ tự các ô": ".head .row + .row { position: relative; top: 14mm }",
            "10: thụt đầu dòng": "body > p:last-of-type, body > p:nth-last-of-type(2) { text-indent: 2cm }",
            "10: cách đoạn": "body > p { margin-top: 5pt }",
            "10: cách dòng": "body > p { line-height: 1.9 }",
            "11: giữa trang": "body > .part:not(.title) { text-align: left }",
        },
    ),
    (
        CLAUSES,
        {
            "12: giữa trang": "body > .part.title { text-align: left }",
            "20: nửa bên phải": ".foot .signature { position: relative; left: -25mm }",
            "21: chỗ ký": ".foot .gap { height: 9mm }",
            "22: giữa chức vụ": ".signer { position: relative; left: 3mm }",
            "24: ngang chức vụ": ".foot .recipients { position: relative; top: 4mm }",
            "24: sát lề trái": ".recipients-title { padding-left: 3mm }",
            "25: sát lề trái": ".recipient { padding-left: 3mm }",
            "trang: khổ giấy": "@page { size: Letter }",
        },
    ),
    (
        CLAUSES,
        {
            "trang: lề trên": "@page { margin-top: 17mm }",
            "trang: lề trái": "@page { margin-left: 27mm }",
            "trang: lề phải": "@page { margin-right: 12mm }",
            "trang: phông chữ": ".recipient { font-family: Arimo }",
            "trang: màu chữ": ".recipient { color: #333 }",
        },
    ),
    (
        SUBMISSION,
        {
            "8: gạch dưới dấu hai chấm": ".to.many .body { padding-left: 2em }",
        },
    ),
    (
        REPORT,
        {
            "20: ngang bên trái": ".foot.pair > .signature:first-child { position: relative; top: 3mm }",
            "20: bên trái": ".pair > :first-child .position:nth-child(2) { position: relative; left: 20mm }",
        },
    ),
    (
        DECISION,
        {
            "29: giữa trang": ".annex .type { padding-right: 20mm }",
            "29: trang riêng": ".annex::before { content: 'x'; display: block }",
            "30: giữa trang": ".annex > .attached { padding-right: 20mm }",
        },
    ),
    (
        CERTIFICATE,
        {
            "GK7: góc dưới bên trái": ".sealed .entry { position: relative; left: 60mm }",
            "GK8: góc dưới bên phải": ".sealed .signature { position: relative; left: -60mm }",
            "GK9: giữa ngày": ".sealed .position { position: relative; left: 3mm }",
        },
    ),
]
# The same in words: what stands in the HTML, and what stands there instead.
WORDS = [
    (
        CLAUSES,
        {
            "5: cách viết": ("Số: 07/KH-UBND", "Số: 7/KH-UBND"),
            "6: cách viết": ("tháng 6 năm", "tháng 06 năm"),
            "25: dấu cuối dòng": ("VT, PNV.", "VT, PNV"),
        },
    ),
    (
        "tờ trình gửi một nơi",
        {
            "8: một nơi hay nhiều nơi": ("Phước.</p>", "Phước</p>"),
        },
    ),
    (
        DECISION,
        {
            "9: dấu cuối dòng": ("năm 2015;", "năm 2015."),
        },
    ),
    (
        SUBMISSION,
        {
            "10: dấu kết thúc": ("./.", "."),
        },
    ),
]
