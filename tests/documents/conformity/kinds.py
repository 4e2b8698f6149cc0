"""Every kind of paper in its variants: what is printed, and how the line of each component begins."""

from tests.documents import appraisals, initiatives, meetings, papers

from .components import (
    BODY,
    CERTIFICATE,
    CHAIR,
    CLAUSES,
    DATE,
    DECISION,
    DEPARTMENT,
    DEPUTY,
    DISTRICT,
    HEAD,
    LONG,
    LONG_LINES,
    MEETING,
    MINUTES,
    NUMBER,
    PLAN,
    REPORT,
    SUBMISSION,
    Case,
    every_clause,
)

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


def payments() -> dict:
    what = {"award": "Giấy khen, QĐ số 05/QĐ-UBND", "amount": 450_000}
    row = {"name": "Nguyễn Văn An", "detail": "Công chức", **what}
    group = {"heading": "Phòng Nội vụ: 2 khen thưởng", "rows": [row] * 2, "total": 900_000}
    return papers.head(
        type_line="DANH SÁCH CHI TIỀN THƯỞNG",
        title="Kèm theo khen thưởng trong phong trào thi đua",
        fund="Nguồn chi: quỹ thi đua, khen thưởng của Ủy ban nhân dân huyện",
        groups=[group],
        total=900_000,
        prepared={"lines": ["NGƯỜI LẬP DANH SÁCH"], "name": None},
        signature=papers.CHAIR,
    )


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
    "giấy mời": Case(
        "meeting.html",
        meetings.invitation(),
        MEETING
        | DATE
        | NUMBER
        | {
            "7a tên loại": ["GIẤY MỜI"],
            "15 đề mục": ["Thành viên được mời"],
            "17 khoản": ["Tới dự", "Thời gian"],
            "20 quyền hạn, chức vụ": ["TM. HỘI ĐỒNG", "CHỦ TỊCH"],
            "22 họ tên": ["Trần Văn Bình"],
            "24 Nơi nhận": ["Nơi nhận:"],
            "25 nơi nhận": ["- Như trên", "- Lưu: VT"],
        },
        ends="Thành viên vắng mặt",
    ),
    "phiếu bầu": Case(
        "meeting.html",
        meetings.ballot(),
        MEETING | {"7a tên loại": ["PHIẾU BẦU"], "15 đề mục": ["I. Cá nhân"]},
        ends="Phiếu kín",
    ),
    "biên bản kiểm phiếu": Case(
        "minutes.html",
        meetings.record(),
        MINUTES
        | {
            "7a tên loại": ["BIÊN BẢN KIỂM PHIẾU"],
            "7b trích yếu": ["Hội đồng Thi đua"],
            "15 đề mục": ["Nội dung:", "I. Cá nhân", "Kết luận:"],
            "17 khoản": ["Thời gian bắt đầu", "Địa điểm"],
            "20 quyền hạn, chức vụ": ["TRƯỞNG BAN KIỂM PHIẾU"],
        },
        ends="Kiểm phiếu xong",
    ),
    "báo cáo": Case("report.html", papers.report(), REPORT, ends="Tôi cam đoan"),
    "tóm tắt": Case(
        "summary.html",
        papers.summary(),
        REPORT | {"7a tên loại": ["BẢN TÓM TẮT THÀNH TÍCH"]},
        ends="Đề nghị:",
    ),
    "phiếu thẩm định": Case(
        "appraisal.html",
        appraisals.appraisal(),
        REPORT
        | {
            "7a tên loại": ["PHIẾU THẨM ĐỊNH"],
            "10 nội dung": ["Căn cứ: Luật Thi đua"],
            "10 đoạn": ["Căn cứ: Luật Thi đua"],
            "16 khoản có tiêu đề": ["1. Xếp loại của năm", "1. Đạt loại tốt"],
        },
        ends="Hồ sơ:",
    ),
    "danh sách chi tiền thưởng": Case(
        "payments.html",
        payments(),
        HEAD
        | DISTRICT
        | DATE
        | {
            "7a tên loại": ["DANH SÁCH CHI TIỀN THƯỞNG"],
            "7b trích yếu": ["Kèm theo khen thưởng"],
            "20 quyền hạn, chức vụ": ["CHỦ TỊCH"],
            "20 bên trái": ["NGƯỜI LẬP DANH SÁCH"],
            "22 họ tên": ["Trần Văn Bình"],
        },
        ends="Bằng chữ:",
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
    "đơn yêu cầu công nhận sáng kiến": Case(
        "initiative_request.html",
        initiatives.request(),
        HEAD
        | BODY
        | {
            "7a tên loại": ["ĐƠN YÊU CẦU"],
            "7b trích yếu": ["Công nhận sáng kiến"],
            "8 Kính gửi": ["Kính gửi: Ủy ban nhân dân huyện"],
            "16 khoản có tiêu đề": ["1. Tình trạng", "2. Lợi ích"],
            "20 quyền hạn, chức vụ": ["NGƯỜI NỘP ĐƠN"],
            "22 họ tên": ["Nguyễn Đức Thịnh"],
        },
        ends="Chúng tôi xin cam đoan",
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
