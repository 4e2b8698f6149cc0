"""The lines by which the components of a paper are found, for each kind of paper."""

from dataclasses import dataclass, field

from tests.documents import papers

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
MEETING = HEAD | COUNCIL | BODY | {"7b trích yếu": ["Họp Hội đồng"]}
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
