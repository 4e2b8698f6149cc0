import json

import pytest

from criteria.rules.entries import faults
from thiduakt.settings import BASE_DIR

pytestmark = pytest.mark.pure

AWARDS = ("LDTT", "CSTDCS")
HOLDS = {"key": "holds_title", "parameters": {"award": "LDTT"}, "citation": "Điều 23"}


def entry(key: str, **parameters) -> list[dict]:
    return [{"key": key, "parameters": parameters, "citation": "Điều 23"}]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([HOLDS], []),
        ([], []),
        ("holds_title", ["Quy tắc phải là một danh sách."]),
        (["holds_title"], ["Quy tắc 1: phải gồm khóa, tham số và căn cứ."]),
        (entry("spirit"), ["Quy tắc 1: không có quy tắc nào tên “spirit”."]),
        (
            entry("holds_title", award="XYZ"),
            ["Quy tắc 1: tham số “danh hiệu” không phải mã của danh hiệu, hình thức nào: “XYZ”."],
        ),
        ([HOLDS | {"citation": " "}], ["Quy tắc 1: chưa ghi căn cứ (điều, khoản, văn bản)."]),
        ([HOLDS | {"note": "x"}], ["Quy tắc 1: không có mục “note”."]),
        ([HOLDS | {"effect": "later"}], ["Quy tắc 1: không có tác dụng “later”."]),
        ([HOLDS | {"when": "never"}], ["Quy tắc 1: không có loại khen thưởng “never”."]),
        ([HOLDS | {"verified": "yes"}], ["Quy tắc 1: “đã kiểm chứng” chỉ là có hoặc không."]),
        ([HOLDS | {"parameters": [1]}], ["Quy tắc 1: tham số phải ghi thành từng cặp tên và giá trị."]),
        (entry("titles_in_a_row", awards=["CSTDCS"]), ["Quy tắc 1: thiếu tham số “số lần”."]),
        (
            entry("share_with_title", award="LDTT", percent=101),
            ["Quy tắc 1: tham số “tỷ lệ” phải lớn hơn 0 và không quá 100."],
        ),
        (
            entry("share_with_title", award="LDTT", percent=70, least=1),
            ["Quy tắc 1: không có tham số “least”."],
        ),
        (
            entry("titles_in_a_row", awards=[], times=0),
            [
                "Quy tắc 1: tham số “các danh hiệu” phải là danh sách mã danh hiệu, hình thức.",
                "Quy tắc 1: tham số “số lần” phải là số nguyên từ 1 đến 50.",
            ],
        ),
        (
            entry("titles_in_a_row", awards=["CSTDCS"], times=True),
            ["Quy tắc 1: tham số “số lần” phải là số nguyên từ 1 đến 50."],
        ),
        (
            entry("share_with_title", award="LDTT", percent=70, above="có"),
            ["Quy tắc 1: tham số “trên” phải là có hoặc không."],
        ),
        (
            entry("rating_at_least", rating="GIOI"),
            ["Quy tắc 1: tham số “xếp loại” phải là một trong: KHTNV, HTNV, HTTNV, HTXSNV."],
        ),
        ([HOLDS, HOLDS], ["Quy tắc “holds_title” ghi hai lần với cùng tham số."]),
        ([HOLDS, HOLDS | {"parameters": {"award": "CSTDCS"}}], []),
    ],
)
def test_row_that_names_rules(rows, found):
    assert faults(rows, AWARDS) == found


def test_every_rule_of_the_catalogue_is_known():
    data = json.loads((BASE_DIR / "fixtures" / "catalogue.json").read_text(encoding="utf-8"))
    awards = {award["code"] for award in data["award_types"]}
    wrong = {
        i: found for i, row in enumerate(data["award_rules"]) if (found := faults(row["rule_keys"], awards))
    }
    assert wrong == {}
