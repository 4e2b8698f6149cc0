"""The administrator's form of a rule: known rules only, typed in words, each version kept."""

import pytest
from django.test import Client

from criteria.models import AwardRule, LegalRegime
from units.enums import Role, UnitKind

from ..world import ground

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def office():
    ground.catalogue()
    home = ground.unit("np", "Ủy ban nhân dân xã Ninh Phước", UnitKind.XA, symbol="UBND", head="Chủ tịch")
    keeper = ground.account("phat", ground.person("Phạm Phát", home, "Chuyên viên"), (home, Role.ADMIN))
    client = Client()
    client.force_login(keeper)
    return client


TABLES = ("rule_keys", "required_parts", "common_rules")
PART = {"name": "Tờ trình", "paper": "submission", "per": "submission"}


def rule() -> AwardRule:
    return AwardRule.objects.get(award_type__code="TTLDTT", regime__code="2025")


def fields(page) -> dict:
    """What the browser would send back of an unchanged form."""
    form = page.context["adminform"].form
    typed = {name: form[name].value() for name in form.fields if name not in TABLES}
    typed = {name: value for name, value in typed.items() if value not in (None, False)}
    lines = form["rule_keys"].field.widget.get_context("rule_keys", form["rule_keys"].value(), {})
    for line in lines["widget"]["lines"]:
        typed |= {f"{line['prefix']}-{part}": value for part, value in line.items() if part != "prefix"}
    typed |= {f"required_parts-0-{name}": value for name, value in PART.items()}
    return {name: "1" if value is True else value for name, value in typed.items()}


def test_rule_is_typed_in_words_and_kept_in_versions(office):
    address = f"/quan-tri/criteria/awardrule/{rule().pk}/change/"
    typed = fields(office.get(address))
    assert typed["rule_keys-1-parameters"] == "danh hiệu=LDTT; tỷ lệ=70"
    typed |= {
        "rule_keys-1-parameters": "danh hiệu=LDTT; tỷ lệ=75,5; trên=có",
        "change_note": "Quy chế của tỉnh",
    }
    assert office.post(address, typed).status_code == 302
    entry = rule().rule_keys[1]
    assert (rule().unit_kinds, rule().required_parts) == (["so", "xa"], [PART])
    assert entry["parameters"] == {"award": "LDTT", "percent": 75.5, "above": True}
    page = office.get(address).content.decode()
    assert "Phạm Phát sửa, Quy chế của tỉnh" in page
    assert "Từ 70% người trong tập thể được tặng Lao động tiên tiến (Luật 06/2022/QH15, Điều 28)" in page


def test_unknown_rule_or_wrong_parameter_is_refused_with_a_sentence(office):
    address = f"/quan-tri/criteria/awardrule/{rule().pk}/change/"
    before, typed = rule().rule_keys, fields(office.get(address))
    typed |= {
        "required_parts-0-paper": "thư",
        "unit_kinds": ["làng"],
        "rule_keys-0-key": "spirit",
        "rule_keys-1-parameters": "danh hiệu=XYZ; tỷ lệ=nhiều",
    }
    page = office.post(address, typed).content.decode()
    assert "không có quy tắc nào tên “spirit”" in page
    assert "tham số “tỷ lệ” phải lớn hơn 0 và không quá 100" in page
    assert "“danh hiệu” không phải mã của danh hiệu, hình thức nào: “XYZ”" in page
    assert "Giấy tờ 1: “Tờ trình” chưa chọn loại giấy tờ" in page
    assert "làng" in page
    assert rule().rule_keys == before


def test_regimes_that_overlap_are_refused_in_the_form(office):
    row = LegalRegime.objects.get(code="2024")
    address = f"/quan-tri/criteria/legalregime/{row.pk}/change/"
    form = office.get(address).context["adminform"].form
    typed = {name: form[name].value() or "" for name in form.fields}
    page = office.post(
        address, typed | {"valid_from": "01/01/2024", "valid_to": "01/07/2025"}
    ).content.decode()
    assert "chồng lên “Luật 2022 và Nghị định 152/2025/NĐ-CP”" in page
    row.refresh_from_db()
    assert f"{row.valid_to:%d/%m/%Y}" == "30/06/2025"


def test_condition_of_every_award_is_typed_with_its_article_and_kept_in_versions(office):
    row = LegalRegime.objects.get(code="2025")
    address = f"/quan-tri/criteria/legalregime/{row.pk}/change/"
    form = office.get(address).context["adminform"].form
    typed = {name: form[name].value() or "" for name in form.fields if name != "common_rules"}
    typed |= {"valid_from": "01/07/2025", "valid_to": "30/09/2026", "inherits": "", "verified": "1"}
    words = {"common_rules-holds-citation": "Nghị định 9/2027/NĐ-CP, Điều 5", "change_note": "Sửa căn cứ"}
    bad = office.post(address, typed | words | {"common_rules-authority-text": "Không có căn cứ"})
    assert "“Đúng thẩm quyền”: chưa ghi căn cứ" in bad.content.decode()
    assert office.post(address, typed | words | {"common_rules-holds-verified": "1"}).status_code == 302
    was = row.common_rules
    row.refresh_from_db()
    kept = [{"key": "holds", "citation": "Nghị định 9/2027/NĐ-CP, Điều 5", "text": ""}]
    assert (row.common_rules, row.events.get().data["former"]["common_rules"]) == (kept, was)
