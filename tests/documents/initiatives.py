"""Papers of initiatives as plain dicts: the decision with its list, the minutes of scores, a certificate."""

from tests.documents import papers

NAME = "Số hóa hồ sơ một cửa bằng máy quét có sẵn, chuyển xử lý không chờ bản giấy"
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
