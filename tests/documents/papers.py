"""Sample papers as plain dicts: long names, blanks, one to three lines of signature; the five plans."""

import copy
import json
import re
from pathlib import Path

PLANS = Path(__file__).resolve().parents[2] / "fixtures" / "plans"
DISTRICT = {"parent": None, "lines": ["ỦY BAN NHÂN DÂN", "HUYỆN NINH PHƯỚC"]}
DEPARTMENT = {"parent": "UBND TỈNH NINH THUẬN", "lines": ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]}
DEPUTY = {
    "lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    "name": "Nguyễn Trần Hoàng Phương Anh",
}
CHAIR = {"lines": ["CHỦ TỊCH"], "name": "Trần Văn Bình"}
BODY = (
    "Các cơ quan, đơn vị triển khai rộng khắp phong trào thi đua, phát huy sáng tạo trong công tác cải cách "
    "hành chính, sát với tiêu chí, nội dung và biện pháp của từng cơ quan, địa phương trong năm 2021."
)
CRITERIA = [
    {
        "criterion": "Hoàn thành tốt các nhiệm vụ được giao trong Kế hoạch cải cách hành chính của huyện.",
        "result": "Hoàn thành 42/42 nhiệm vụ, đạt 100 %.\n\nTrong đó 38 nhiệm vụ trước hạn.",
        "evidence": ["Báo cáo số 15/BC-VHTT", "Bảng tổng hợp quý IV"],
    },
    {
        "criterion": "Kết quả xếp hạng các chỉ số thành phần tăng điểm so với năm trước liền kề.",
        "result": BODY,
    },
]


def head(**changes) -> dict:
    paper = {
        "issuer": DISTRICT,
        "number": 26,
        "symbol": "KH-UBND",
        "place": "Ninh Phước",
        "day": 3,
        "month": 2,
        "year": 2021,
        "type_line": "KẾ HOẠCH",
        "title": "Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021",
        "recipients": ["Sở Nội vụ", "TT Huyện ủy", "Lưu: VT, PNV"],
        "signature": DEPUTY,
        "created": "2021-02-03",
    }
    return copy.deepcopy(paper | changes)


def plan(paragraphs: int = 3, **changes) -> dict:
    clauses = [clause("I.", "MỤC ĐÍCH, YÊU CẦU", None)]
    clauses += [clause("-", None, BODY) for _ in range(paragraphs)]
    return head(**({"preamble": ["Thực hiện Quyết định số 3641/QĐ-UBND;"], "clauses": clauses} | changes))


def clause(label, heading, text) -> dict:
    return {"label": label, "heading": heading, "text": text, "depth": 0, "path": label}


def decision(units: int = 2, persons: int = 3, **changes) -> dict:
    fields = {
        "number": 5,
        "symbol": "QĐ-UBND",
        "day": 5,
        "month": 12,
        "type_line": "QUYẾT ĐỊNH",
        "title": "Về việc tặng Giấy khen trong phong trào thi đua cải cách hành chính năm 2021",
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC",
        "grounds": [
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003 và các luật sửa đổi, bổ sung;",
            "Theo đề nghị của Trưởng phòng Nội vụ huyện tại Tờ trình số 12/TTr-PNV",
        ],
        "articles": three_articles(units, persons),
        "annex": award_list(units, persons),
        "recipients": ["Như Điều 3", "Sở Nội vụ", "Lưu: VT, PNV"],
        "signature": CHAIR,
    }
    return head(**(fields | changes))


def award_list(units: int, persons: int) -> dict:
    rows = [award_row(number, units) for number in range(1, units + persons + 1)]
    return {
        "title": "DANH SÁCH",
        "subtitle": "Tập thể, cá nhân được tặng Giấy khen phong trào thi đua cải cách hành chính năm 2021",
        "of": "Chủ tịch Ủy ban nhân dân huyện Ninh Phước",
        "groups": [
            {"heading": "I. TẬP THỂ", "rows": rows[:units]},
            {"heading": "II. CÁ NHÂN", "rows": rows[units:]},
        ],
        "total": sum(row["bonus"] for row in rows),
    }


def three_articles(units: int, persons: int) -> list[dict]:
    texts = (
        f"Tặng Giấy khen cho {units:02d} tập thể và {persons:02d} cá nhân. {BODY}",
        "Tiền thưởng lấy từ quỹ thi đua, khen thưởng của huyện năm 2021.",
        "Chánh Văn phòng, Trưởng phòng Nội vụ và các tập thể, cá nhân có tên tại Điều 1 "
        "chịu trách nhiệm thi hành Quyết định này.",
    )
    return [{"label": f"Điều {number}.", "text": text} for number, text in enumerate(texts, start=1)]


def many_articles() -> list[dict]:
    """Enough to reach a second page."""
    first = {"label": "Điều 1.", "text": BODY}
    second = {"label": "Điều 2.", "text": f"Tiền thưởng. {BODY}"}
    return [first, second, *({"label": f"Điều {number}.", "text": BODY} for number in range(3, 18))]


def award_row(number: int, units: int) -> dict:
    if number <= units:
        return {
            "gold_book_number": number,
            "name": "Ủy ban nhân dân xã Phước Thuận",
            "detail": "huyện Ninh Phước",
            "bonus": 894000,
        }
    return {
        "gold_book_number": number,
        "name": "Bà Nguyễn Thị Hoàng Yến",
        "detail": "Công chức Văn phòng - Thống kê, Ủy ban nhân dân thị trấn Phước Dân",
        "bonus": 447000,
    }


def certificates(count: int = 3, **changes) -> dict:
    awards = [
        {
            "gold_book_number": number,
            "name": "Bà Nguyễn Thị Hoàng Yến",
            "detail": "Công chức Văn phòng - Thống kê, Ủy ban nhân dân thị trấn Phước Dân, huyện Ninh Phước",
            "achievement": "Đã có thành tích xuất sắc trong phong trào thi đua cải cách hành chính "
            "huyện Ninh Phước năm 2021",
        }
        for number in range(1, count + 1)
    ]
    paper = {
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC",
        "verb": "TẶNG",
        "award": "GIẤY KHEN",
        "number": 5,
        "symbol": "QĐ-UBND",
        "place": "Ninh Phước",
        "day": 5,
        "month": 12,
        "year": 2021,
        "signature": CHAIR,
        "awards": awards,
    }
    return copy.deepcopy(paper | changes)


def submission(**changes) -> dict:
    rows = [
        {
            "name": "Nguyễn Thị Hoàng Yến",
            "detail": "Công chức Văn phòng - Thống kê, Ủy ban nhân dân thị trấn Phước Dân",
            "award": "Giấy khen",
        }
    ]
    fields = {
        "number": None,
        "symbol": "TTr-UBND",
        "day": None,
        "month": 11,
        "type_line": "TỜ TRÌNH",
        "title": "Về việc đề nghị khen thưởng phong trào thi đua cải cách hành chính năm 2021",
        "to": ["Ủy ban nhân dân huyện Ninh Phước", "Phòng Nội vụ huyện Ninh Phước"],
        "grounds": [
            "Căn cứ Kế hoạch số 26/KH-UBND ngày 03 tháng 02 năm 2021",
            "Căn cứ Biên bản họp ngày 25/11/2021",
        ],
        "body": [BODY],
        "groups": [
            {"heading": "I. Tập thể", "rows": rows},
            {"heading": "II. Cá nhân", "rows": rows * 3},
        ],
        "attachments": ["Biên bản họp Hội đồng", "Báo cáo thành tích", "Bản tóm tắt thành tích"],
        "closing": "Kính trình Ủy ban nhân dân huyện xem xét, quyết định.",
        "recipients": ["Như trên", "Lưu: VT"],
        "signature": {"lines": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Lê Văn Cường"},
    }
    return head(**(fields | changes))


def minutes(**changes) -> dict:
    row = {
        "name": "Nguyễn Thị Hoàng Yến",
        "detail": "Công chức Văn phòng - Thống kê",
        "award": "Giấy khen",
        "votes_for": 9,
        "votes_total": 9,
        "percent": "100 %",
    }
    fields = {
        "issuer": {"parent": "UBND HUYỆN NINH PHƯỚC", "lines": ["HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"]},
        "number": 3,
        "symbol": "BB-HĐTĐKT",
        "type_line": "BIÊN BẢN",
        "title": "Họp Hội đồng Thi đua - Khen thưởng huyện xét khen thưởng năm 2021",
        "fields": [
            {"label": "Thời gian bắt đầu", "value": "08 giờ 00, ngày 25 tháng 11 năm 2021"},
            {"label": "Địa điểm", "value": "Phòng họp số 2"},
            {"label": "Thành phần tham dự", "value": "Có mặt 9/9 thành viên"},
            {"label": "Chủ trì", "value": "Ông Trần Văn Bình, Chủ tịch Hội đồng"},
            {"label": "Thư ký", "value": "Bà Phạm Thị Dung"},
        ],
        "content": [BODY],
        "groups": [{"heading": "I. Cá nhân", "rows": [row] * 3}],
        "conclusion": ["Hội đồng thống nhất đề nghị khen thưởng 03 cá nhân."],
        "closing": "Cuộc họp kết thúc vào 10 giờ 30, ngày 25 tháng 11 năm 2021",
        "secretary": {"lines": ["THƯ KÝ"], "name": "Phạm Thị Dung"},
        "recipients": ["Lưu: VT, Hồ sơ"],
        "signature": {"lines": ["CHỦ TỌA"], "name": "Trần Văn Bình"},
    }
    return head(**(fields | changes))


def report(**changes) -> dict:
    fields = {
        "issuer": {"parent": "UBND HUYỆN NINH PHƯỚC", "lines": ["PHÒNG VĂN HÓA VÀ THÔNG TIN"]},
        "number": None,
        "symbol": None,
        "type_line": "BÁO CÁO THÀNH TÍCH",
        "title": "Đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện Ninh Phước",
        "particulars": [
            {"label": "Họ và tên", "value": "Nguyễn Thị Hoàng Yến"},
            {"label": "Sinh ngày, tháng, năm", "value": "02/9/1985"},
            {"label": "Quê quán", "value": None},
        ],
        "results": CRITERIA,
        "titles": [{"year": 2020, "name": "Lao động tiên tiến", "decision": "Số 12/QĐ-UBND ngày 05/01/2021"}],
        "forms": [],
        "pledge": "Tôi cam đoan những điều khai trên là đúng sự thật.",
        "recipients": [],
        "confirmation": {"lines": ["XÁC NHẬN CỦA", "THỦ TRƯỞNG ĐƠN VỊ"], "name": "Võ Thành Danh"},
        "signature": {"lines": ["NGƯỜI BÁO CÁO THÀNH TÍCH"], "name": "Nguyễn Thị Hoàng Yến"},
    }
    return head(**(fields | changes))


def summary(**changes) -> dict:
    fields = {
        "type_line": "BẢN TÓM TẮT THÀNH TÍCH",
        "honours": [
            {"year": 2020, "name": "Lao động tiên tiến", "decision": "Số 12/QĐ-UBND ngày 05/01/2021"}
        ],
        "proposed": "Giấy khen của Chủ tịch Ủy ban nhân dân huyện",
    }
    return report(**(fields | changes))


def imported(name: str) -> tuple[dict, dict]:
    """One of the five plans: (its JSON, the paper made from it)."""
    data = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))
    clauses = [
        {key: entry[key] for key in ("label", "heading", "text", "path")}
        | {"depth": entry["path"].count(".")}
        for entry in data["clauses"]
    ]
    document = {key: data["document"][key] for key in ("number", "symbol", "place", "day", "month", "year")}
    document["month"] = month_as_written(data) or document["month"]
    return data, head(
        **document,
        issuer=None,
        type_line="KẾ HOẠCH",
        title=data["title"],
        preamble=data["preamble"],
        clauses=clauses,
        recipients=data["recipients"],
        signature={"lines": data["signatory"]["lines"], "name": data["signatory"]["name"]},
    )


def month_as_written(data: dict) -> str | None:
    """Plan 003 writes "tháng 03": its JSON keeps that in a note about the head."""
    heads = [note["text"] for note in data["notes"] if note["clause"] is None]
    found = [re.search(r"^ngày .*tháng (0[3-9]) năm", text) for text in heads]
    return next((match[1] for match in found if match), None)
