"""Phiếu thẩm định as a plain dict."""

from tests.documents.papers import report

ARTICLE = {
    "line": "Căn cứ:",
    "text": "Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 24 khoản 1",
    "url": "https://thiduakt.example/dieu-kien/quy-dinh/7/",
}


def appraisal(**changes) -> dict:
    line = (
        "Đạt. Xếp loại năm 2021: hoàn thành tốt nhiệm vụ.\n"
        "Căn cứ: Luật Thi đua, khen thưởng số 06/2022/QH15, Điều 24 khoản 1 (Lao động tiên tiến, cá nhân, "
        "Luật 2022 và Nghị định 152/2025/NĐ-CP, bản 1), theo Quyết định số 12/QĐ-UBND ngày 05/01/2021."
    )
    fields = {
        "type_line": "PHIẾU THẨM ĐỊNH",
        "groups": [
            {
                "heading": "II. QUY ĐỊNH CỦA PHÁP LUẬT",
                "results": [{"criterion": "Xếp loại của năm", "result": line, "links": [ARTICLE]}],
            },
            {
                "heading": "III. TIÊU CHÍ CỦA KẾ HOẠCH",
                "results": [{"criterion": "Đạt loại tốt", "result": "Không đạt. Xếp loại “Khá”."}],
            },
        ],
        "last_heading": "IV. KẾT LUẬN",
        "conclusion": "Hồ sơ: đủ điều kiện",
    }
    return report(**(fields | changes))
