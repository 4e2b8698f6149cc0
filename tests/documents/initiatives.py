"""Papers of initiatives as plain dicts: the decision with its list, the minutes of scores, a certificate."""

from tests.documents import papers

NAME = "Số hóa hồ sơ một cửa bằng máy quét có sẵn, chuyển xử lý không chờ bản giấy"
REQUEST_HEADINGS = ["STT", "Họ và tên", "Ngày sinh", "Chức danh, nơi công tác", "Trình độ", "Đóng góp (%)"]
AUTHORS = "Nguyễn Đức Thịnh (60%), Nguyễn Thị Kim Oanh (40%), Phòng Kinh tế"


def recognition(count: int = 3, **changes) -> dict:
    paper = papers.decision(
        0,
        count,
        title="Về việc công nhận sáng kiến năm 2021",
        recipients=["Như Điều 3", "Văn phòng Ủy ban nhân dân huyện", "Lưu: VT"],
    )
    rows = [
        {"gold_book_number": number, "name": NAME, "detail": AUTHORS, "bonus": None}
        for number in range(1, count + 1)
    ]
    paper["annex"] |= {
        "subtitle": "Sáng kiến được công nhận năm 2021",
        "headings": ["Số", "Tên sáng kiến", "Tác giả, đơn vị"],
        "groups": [{"heading": "", "rows": rows}],
        "total": None,
    }
    return paper | changes


def request() -> dict:
    rows = [
        ["01", "Nguyễn Đức Thịnh", "02/03/1988", "Chuyên viên, Phòng Kinh tế", "Đại học, luật", "60"],
        ["02", "Nguyễn Thị Kim Oanh", "", "Chuyên viên, Phòng Kinh tế", "", "40"],
    ]
    return {
        "issuer": None,
        "place": "Ninh Phước",
        "day": 5,
        "month": 12,
        "year": 2021,
        "created": "2021-12-05",
        "type_line": "ĐƠN YÊU CẦU",
        "title": "Công nhận sáng kiến",
        "to": "Ủy ban nhân dân huyện Ninh Phước",
        "opening": "Chúng tôi ghi tên dưới đây:",
        "authors": {"headings": REQUEST_HEADINGS, "rows": rows},
        "asks": f"Là đồng tác giả đề nghị xét công nhận sáng kiến: “{NAME}”.",
        "fields": [{"label": "Lĩnh vực áp dụng", "value": "Cải cách hành chính"}],
        "sections": [
            {"heading": "1. Tình trạng giải pháp đã biết", "text": papers.BODY},
            {"heading": "2. Lợi ích thu được theo ý kiến của tác giả", "text": ""},
        ],
        "pledge": "Chúng tôi xin cam đoan mọi thông tin nêu trong đơn là đúng sự thật",
        "signed": {
            "headings": ["STT", "Họ và tên", "Ký xác nhận"],
            "rows": [["01", "Nguyễn Đức Thịnh", "Đã ký trên hệ thống lúc 08:00, ngày 05/12/2021"]],
        },
        "signature": {"lines": ["NGƯỜI NỘP ĐƠN"], "name": "Nguyễn Đức Thịnh"},
    }


def minutes(count: int = 3) -> dict:
    rows = [
        [f"{number:02d}", NAME, AUTHORS, "5/5", "81,67", "Đề nghị công nhận"]
        for number in range(1, count + 1)
    ]
    return papers.minutes(
        title="Họp Hội đồng sáng kiến chấm điểm sáng kiến năm 2021",
        groups=[],
        tables=[
            {
                "heading": "Kết quả chấm điểm",
                "headings": ["STT", "Tên sáng kiến", "Tác giả, đơn vị", "Số phiếu đạt", "Điểm", "Kết quả"],
                "widths": [12, 46, 46, 19, 19, 23],
                "rows": rows,
            }
        ],
        conclusion=["Hội đồng thống nhất đề nghị công nhận 03 trên 03 sáng kiến đã chấm."],
    )


def certificate() -> dict:
    paper = papers.certificates(1) | {
        "verb": "CẤP",
        "award": "GIẤY CHỨNG NHẬN SÁNG KIẾN",
        "book": "Số giấy chứng nhận",
    }
    paper["awards"][0]["achievement"] = f"Là đồng tác giả (tỷ lệ đóng góp 60%) của sáng kiến “{NAME}”"
    return paper
