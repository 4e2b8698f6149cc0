"""Papers of a meeting as plain dicts: the invitation, the ballot, the record of the count."""

from tests.documents import papers

NAME = "Nguyễn Thị Hoàng Yến"


def meeting(**changes) -> dict:
    fields = {
        "issuer": papers.minutes()["issuer"],
        "title": "Họp Hội đồng Thi đua - Khen thưởng huyện Ninh Phước",
        "body": [papers.BODY],
        "fields": [],
        "tables": [],
    }
    return papers.head(**fields | changes)


def table(heading: str, more: list[str], cells: list[str]) -> dict:
    return {
        "heading": heading,
        "headings": ["STT", "Họ và tên, tên tập thể", "Hình thức; chức vụ, đơn vị", *more],
        "widths": [12, 60, 60, *[18] * len(more)],
        "rows": [[f"{n:02d}", NAME, "Giấy khen; Công chức Văn phòng - Thống kê", *cells] for n in (1, 2, 3)],
    }


def invitation() -> dict:
    return meeting(
        type_line="GIẤY MỜI",
        symbol="GM-UBND",
        fields=[
            {"label": "Tới dự", "value": "Phiên họp xét khen thưởng năm 2021"},
            {"label": "Thời gian", "value": "14 giờ 00, ngày 03 tháng 12 năm 2021"},
        ],
        tables=[table("Thành viên được mời", [], [])],
        closing="Thành viên vắng mặt gửi ý kiến bằng văn bản",
        recipients=["Như trên", "Lưu: VT"],
        signature={"lines": ["TM. HỘI ĐỒNG", "CHỦ TỊCH"], "name": "Trần Văn Bình"},
    )


def ballot() -> dict:
    return meeting(
        type_line="PHIẾU BẦU",
        plain=True,
        recipients=[],
        tables=[table("I. Cá nhân", ["Đồng ý", "Không đồng ý"], ["", ""])],
        closing="Phiếu kín: không ghi tên, không ký",
    )


def record() -> dict:
    return papers.minutes(
        type_line="BIÊN BẢN KIỂM PHIẾU",
        title="Hội đồng Thi đua - Khen thưởng huyện, lượt bỏ phiếu thứ 1",
        fields=[
            {"label": "Thời gian bắt đầu", "value": "14 giờ 00, ngày 03 tháng 12 năm 2021"},
            {"label": "Địa điểm", "value": "Phòng họp số 2"},
            {"label": "Trưởng ban kiểm phiếu", "value": "Trần Văn Bình"},
        ],
        groups=[],
        tables=[
            table(
                "I. Cá nhân",
                ["Đồng ý", "Không đồng ý", "Không hợp lệ", "Tỷ lệ"],
                ["09", "02", "00", "81,8 %"],
            )
        ],
        closing="Kiểm phiếu xong 15 giờ 02, ngày 03 tháng 12 năm 2021",
        signature={"lines": ["TRƯỞNG BAN KIỂM PHIẾU"], "name": "Trần Văn Bình"},
    )
