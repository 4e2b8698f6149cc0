"""Every kind of paper in its variants: what is printed, and how the line of each component begins."""

from dataclasses import dataclass, field

from tests.documents import initiatives, papers

LONG = {
    "parent": "UBND TỈNH NINH THUẬN",
    "lines": ["BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ KHU KINH TẾ VEN BIỂN NINH THUẬN"],
}
HEAD = {
    "1 Quốc hiệu": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    "2 Tiêu ngữ": ["Độc lập - Tự do - Hạnh phúc"],
}
NUMBER = {"5 số, ký hiệu": ["Số: "]}
DATE = {"6 địa danh, ngày": ["Ninh Phước, ngày"]}
TITLES = {"7a tên loại": ["KẾ HOẠCH"], "7b trích yếu": ["Phát động phong trào thi đua"]}
DISTRICT = {"4 cơ quan ban hành": ["ỦY BAN NHÂN DÂN", "HUYỆN NINH PHƯỚC"]}
DEPARTMENT = {
    "3 cơ quan chủ quản": ["UBND TỈNH NINH THUẬN"],
    "4 cơ quan ban hành": ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"],
}
COUNCIL = {
    "3 cơ quan chủ quản": ["UBND HUYỆN NINH PHƯỚC"],
    "4 cơ quan ban hành": ["HỘI ĐỒNG THI ĐUA", "KHEN THƯỞNG"],
}
OFFICE = {
    "3 cơ quan chủ quản": ["UBND HUYỆN NINH PHƯỚC"],
    "4 cơ quan ban hành": ["PHÒNG VĂN HÓA", "VÀ THÔNG TIN"],
}
LONG_LINES = {
    "3 cơ quan chủ quản": ["UBND TỈNH NINH THUẬN"],
    "4 cơ quan ban hành": ["BAN QUẢN LÝ", "VEN BIỂN"],
}
TO_ALL = {"24 Nơi nhận": ["Nơi nhận:"], "25 nơi nhận": ["- Sở Nội vụ", "- TT Huyện ủy", "- Lưu: VT, PNV"]}
DEPUTY = {
    "20 quyền hạn, chức vụ": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    "22 họ tên": ["Nguyễn Trần Hoàng Phương Anh"],
}
BODY = {"10 nội dung": ["Các cơ quan, đơn vị triển khai"], "10 đoạn": ["Các cơ quan, đơn vị triển khai"]}
PLAN = HEAD | NUMBER | DATE | TITLES | TO_ALL
RED = (200, 16, 46)


@dataclass(frozen=True)
class Case:
    """`at`: component → how each of its lines begins. `landscape`: pages that lie across, by index.

    `own_pages`: margins and page numbers of its own (a book, a certificate).
    """

    template: str
    paper: dict
    at: dict[str, list[str]]
    landscape: tuple[int, ...] = ()
    annex: int | None = None  # index of its first page
    pages: int | None = None
    own_pages: bool = False
    ends: str = ""  # first words of the paragraph with `./.`
    fonts: set[str] = field(default_factory=set)


def every_clause() -> list[dict]:
    """One clause of each kind that a plan may have."""
    return [
        papers.clause("Phần I", "MỤC ĐÍCH", None),
        papers.clause("I.", "YÊU CẦU", None),
        papers.clause("1.", "Phạm vi", None),
        papers.clause("2.", None, "Thời gian thực hiện trong năm."),
        papers.clause("a)", None, "Cấp huyện và cấp xã."),
        papers.clause("-", None, "Phòng Nội vụ chủ trì."),
        papers.clause("Điều 4.", "Tổ chức thực hiện", None),
        papers.clause(None, None, papers.BODY),
        papers.clause(None, None, papers.BODY),
    ]


CLAUSES = {
    "11 phần, chương": ["Phần I"],
    "12 tên phần, chương": ["MỤC ĐÍCH"],
    "14 điều": ["Điều 4."],
    "15 mục": ["I. YÊU CẦU"],
    "16 khoản có tiêu đề": ["1. Phạm vi"],
    "17 khoản": ["2. Thời gian"],
    "18 điểm": ["a) Cấp huyện"],
    "19 gạch đầu dòng": ["- Phòng Nội vụ chủ trì"],
}
DECISION = (
    HEAD
    | NUMBER
    | DATE
    | TO_ALL
    | {
        "7a tên loại": ["QUYẾT ĐỊNH"],
        "7b trích yếu": ["Về việc tặng Giấy khen"],
        "thẩm quyền ban hành": ["CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC", "QUYẾT ĐỊNH:"],
        "9 căn cứ": ["Căn cứ Luật Tổ chức", "Căn cứ Luật Thi đua", "Theo đề nghị của"],
        "14 điều": ["Điều 1.", "Điều 2.", "Điều 3."],
        "25 nơi nhận": ["- Như Điều 3", "- Sở Nội vụ", "- Lưu: VT, PNV"],
        "29 tên phụ lục": ["DANH SÁCH", "Tập thể, cá nhân được tặng"],
        "30 kèm theo": ["(Kèm theo Quyết định số 05/QĐ-UBND"],
    }
)
CHAIR = {"20 quyền hạn, chức vụ": ["CHỦ TỊCH"], "22 họ tên": ["Trần Văn Bình"]}
SUBMISSION = (
    HEAD
    | NUMBER
    | DATE
    | DISTRICT
    | BODY
    | {
        "7a tên loại": ["TỜ TRÌNH"],
        "7b trích yếu": ["Về việc đề nghị khen thưởng"],
        "9 căn cứ": ["Căn cứ Kế hoạch số 26", "Căn cứ Biên bản họp"],
        "15 đề mục": ["I. Tập thể", "II. Cá nhân"],
        "20 quyền hạn, chức vụ": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        "22 họ tên": ["Lê Văn Cường"],
        "24 Nơi nhận": ["Nơi nhận:"],
        "25 nơi nhận": ["- Như trên", "- Lưu: VT"],
    }
)
MINUTES = (
    HEAD
    | NUMBER
    | COUNCIL
    | BODY
    | {
        "7a tên loại": ["BIÊN BẢN"],
        "7b trích yếu": ["Họp Hội đồng"],
        "15 đề mục": ["Nội dung:", "I. Cá nhân", "Kết luận:"],
        "17 khoản": ["Thời gian bắt đầu", "Địa điểm", "Chủ trì"],
        "20 quyền hạn, chức vụ": ["CHỦ TỌA"],
        "20 bên trái": ["THƯ KÝ"],
        "22 họ tên": ["Trần Văn Bình"],
        "24 Nơi nhận": ["Nơi nhận:"],
        "25 nơi nhận": ["- Lưu: VT, Hồ sơ"],
    }
)
REPORT = (
    HEAD
    | OFFICE
    | DATE
    | BODY
    | {
        "7a tên loại": ["BÁO CÁO THÀNH TÍCH"],
        "7b trích yếu": ["Đề nghị tặng Giấy khen"],
        "15 mục": ["I. THÔNG TIN CHUNG", "II. ", "III. "],
        "16 khoản có tiêu đề": ["1. Hoàn thành tốt", "2. Kết quả xếp hạng"],
        "17 khoản": ["1. Họ và tên", "2. Sinh ngày"],
        "20 quyền hạn, chức vụ": ["NGƯỜI BÁO CÁO THÀNH TÍCH"],
        "20 bên trái": ["XÁC NHẬN CỦA", "THỦ TRƯỞNG ĐƠN VỊ"],
        "22 họ tên": ["Nguyễn Thị Hoàng Yến"],
    }
)
CERTIFICATE = {
    "1 Quốc hiệu": HEAD["1 Quốc hiệu"],
    "2 Tiêu ngữ": HEAD["2 Tiêu ngữ"],
    "GK3 người tặng": ["CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC"],
    "GK4 tặng": ["TẶNG"],
    "GK5 tên hình thức": ["GIẤY KHEN"],
    "GK6 thành tích": ["Đã có thành tích"],
    "GK7 số quyết định": ["Số quyết định: 05/QĐ-UBND", "Số sổ vàng: 01"],
    "GK8 địa danh, ngày": ["Ninh Phước, ngày 05 tháng 12 năm 2021"],
    "GK9 chức vụ": ["CHỦ TỊCH"],
    "GK10 họ tên": ["Trần Văn Bình"],
}
REGISTER_ROW = {
    "reference": "26/KH-UBND",
    "day": "03/02/2021",
    "title": "Kế hoạch: Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021",
    "signer": "Trần Văn Bình",
    "recipients": "Sở Nội vụ; TT Huyện ủy",
    "kept": "VT, PNV",
}


def register(rows: int = 3) -> dict:
    return {
        "issuer": papers.DISTRICT,
        "type_line": "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        "title": "Kế hoạch, năm 2021",
        "rows": [REGISTER_ROW] * rows,
        "seal": "ab" * 32,
        "printed": "05/12/2021",
        "created": "2021-12-05",
    }


HEADED_PLAN = papers.plan(issuer=papers.DEPARTMENT, clauses=every_clause(), number=7, month=6)
LONG_PLAN = papers.plan(345, issuer=LONG, signature={"lines": ["TRƯỞNG BAN"], "name": "Lê Văn Cường"})
LONG_SIGNED = {"20 quyền hạn, chức vụ": ["TRƯỞNG BAN"], "22 họ tên": ["Lê Văn Cường"]}
BLANK_PLAN = papers.plan(3, number=None, symbol="KH-SCT", day=None, month=2, year=2020)
ACROSS = papers.decision(5, 25, issuer=LONG, signature=papers.DEPUTY)
ACROSS["annex"]["landscape"] = True
ONE_BODY = papers.submission(to=["Ủy ban nhân dân huyện Ninh Phước"], number=12, day=25)
DASHED = {"10 nội dung": ["- Các cơ quan"], "10 đoạn": ["- Các cơ quan"]}

CASES = {
    "kế hoạch hai trang": Case(
        "plan.html", papers.plan(12), PLAN | DISTRICT | DEPUTY | DASHED | {"15 mục": ["I. MỤC ĐÍCH"]}, pages=2
    ),
    "kế hoạch 30 trang": Case("plan.html", LONG_PLAN, PLAN | LONG_LINES | LONG_SIGNED | DASHED, pages=30),
    "kế hoạch đủ mục": Case("plan.html", HEADED_PLAN, PLAN | DEPARTMENT | DEPUTY | CLAUSES | BODY),
    "kế hoạch chưa có số": Case("plan.html", BLANK_PLAN, PLAN | DISTRICT | DEPUTY | DASHED),
    "quyết định": Case(
        "decision.html",
        papers.decision(issuer=papers.DEPARTMENT, articles=papers.many_articles()[:5]),
        DECISION | DEPARTMENT | CHAIR | {"14 điều": ["Điều 1.", "Điều 5."], "10 đoạn": ["Điều 3."]},
        annex=1,
    ),
    "quyết định, danh sách ngang": Case(
        "decision.html",
        ACROSS,
        DECISION | LONG_LINES | DEPUTY | {"10 đoạn": ["Điều 1."]},
        landscape=(1, 2, 3),
        annex=1,
        ends="Điều 3.",
    ),
    "tờ trình": Case(
        "submission.html",
        papers.submission(),
        SUBMISSION | {"8 Kính gửi": ["Kính gửi:", "- Ủy ban nhân dân huyện", "- Phòng Nội vụ"]},
        ends="Kính trình",
    ),
    "tờ trình gửi một nơi": Case(
        "submission.html", ONE_BODY, SUBMISSION | {"8 Kính gửi": ["Kính gửi: Ủy ban"]}, ends="Kính trình"
    ),
    "biên bản": Case("minutes.html", papers.minutes(), MINUTES, ends="Cuộc họp kết thúc"),
    "báo cáo": Case("report.html", papers.report(), REPORT, ends="Tôi cam đoan"),
    "tóm tắt": Case(
        "summary.html",
        papers.summary(),
        REPORT | {"7a tên loại": ["BẢN TÓM TẮT THÀNH TÍCH"]},
        ends="Đề nghị:",
    ),
    "sổ văn bản đi": Case(
        "register.html",
        register(),
        HEAD | DISTRICT | {"7a tên loại": ["SỔ ĐĂNG KÝ VĂN BẢN ĐI"], "7b trích yếu": ["Kế hoạch, năm 2021"]},
        landscape=(0,),
        own_pages=True,
    ),
    "giấy khen": Case(
        "certificates.html", papers.certificates(1), CERTIFICATE, landscape=(0,), own_pages=True
    ),
    "quyết định công nhận sáng kiến": Case(
        "recognition.html",
        initiatives.recognition(issuer=papers.DEPARTMENT),
        DECISION
        | DEPARTMENT
        | CHAIR
        | {
            "7b trích yếu": ["Về việc công nhận sáng kiến"],
            "25 nơi nhận": ["- Như Điều 3", "- Văn phòng", "- Lưu: VT"],
            "29 tên phụ lục": ["DANH SÁCH", "Sáng kiến được công nhận"],
            "10 đoạn": ["Điều 3."],
        },
        annex=1,
    ),
    "biên bản chấm điểm sáng kiến": Case(
        "minutes.html",
        initiatives.minutes(),
        MINUTES | {"15 đề mục": ["Nội dung:", "Kết quả chấm điểm", "Kết luận:"]},
        ends="Cuộc họp kết thúc",
    ),
    "giấy chứng nhận sáng kiến": Case(
        "certificates.html",
        initiatives.certificate(),
        CERTIFICATE
        | {
            "GK4 tặng": ["CẤP"],
            "GK5 tên hình thức": ["GIẤY CHỨNG NHẬN SÁNG KIẾN"],
            "GK6 thành tích": ["Là đồng tác giả"],
            "GK7 số quyết định": ["Số quyết định: 05/QĐ-UBND", "Số giấy chứng nhận: 01"],
        },
        landscape=(0,),
        own_pages=True,
    ),
}
