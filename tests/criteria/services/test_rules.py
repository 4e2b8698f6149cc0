"""What the law says is changed in the site, with its former version kept."""

import datetime as dt

import pytest
from django.db import Error, connection, transaction

from criteria.models import AwardRule, AwardRuleEvent, LegalRegime
from criteria.services import regime_on
from criteria.services.rules import save_regime, save_rule
from thiduakt.errors import Refused
from thiduakt.events.base import broken_rows
from units.models import User

from ...world import ground

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

D = dt.date


@pytest.fixture
def keeper():
    ground.catalogue()
    return User.objects.create_user("phat", "mat-khau-thu-2026", full_name="Phạm Phát")


def cap_of_2017() -> AwardRule:
    return AwardRule.objects.get(award_type__code="CSTDCS", regime__code="2017")


def regime(code: str) -> LegalRegime:
    return LegalRegime.objects.get(code=code)


def test_changed_rule_keeps_what_it_was(keeper):
    rule = cap_of_2017()
    rule.cap_percent, asked = 10, rule.rule_keys
    rule.rule_keys = asked[:1]
    save_rule(rule, by=keeper, note="Tỉnh quy định thấp hơn.")
    save_rule(cap_of_2017(), by=keeper, note="Không đổi gì.")
    [event] = AwardRuleEvent.objects.filter(rule=rule)
    former = event.data["former"]
    assert (event.action, event.by, event.note) == ("change", keeper, "Tỉnh quy định thấp hơn.")
    assert (former["cap_percent"], former["rule_keys"], former["coefficient"]) == (15, asked, "1.00")
    assert cap_of_2017().cap_percent == 10
    assert list(broken_rows(AwardRuleEvent)) == []
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE criteria_awardruleevent SET note = 'x'")


def test_row_that_names_an_unknown_rule_is_refused(keeper):
    rule = cap_of_2017()
    rule.rule_keys = [{"key": "spirit", "parameters": {}, "citation": "Điều 1"}]
    with pytest.raises(Refused, match="không có quy tắc nào tên “spirit”"):
        save_rule(rule, by=keeper)
    rule = cap_of_2017()
    rule.cap_base = None
    with pytest.raises(Refused, match="tính trên số người được tặng danh hiệu nào"):
        save_rule(rule, by=keeper)
    assert AwardRuleEvent.objects.count() == 0


def test_regime_that_begins_another_day_moves_the_end_of_the_one_before(keeper):
    later = regime("2026")
    later.valid_from = D(2026, 11, 1)
    save_regime(later, by=keeper)
    assert (regime("2025").valid_to, regime_on(D(2026, 10, 31)).code) == (D(2026, 10, 31), "2025")
    assert [row.action for row in regime("2025").events.all()] == ["change"]
    new = LegalRegime(code="2027", name="Nghị định mới", instrument="NĐ", valid_from=D(2027, 3, 1))
    save_regime(new, by=keeper)
    assert (regime("2026").valid_to, regime_on(D(2027, 3, 1)).code) == (D(2027, 2, 28), "2027")


@pytest.mark.parametrize(
    ("code", "first", "last", "said"),
    [
        ("2024", D(2024, 1, 1), D(2025, 7, 1), "chồng lên"),
        ("2024", D(2024, 1, 1), D(2025, 6, 29), "không có chế độ nào"),
        ("2025", D(2023, 7, 1), D(2026, 9, 30), "chồng lên"),
    ],
)
def test_days_with_two_regimes_or_none_are_refused(keeper, code, first, last, said):
    row = regime(code)
    row.valid_from, row.valid_to = first, last
    with pytest.raises(Refused, match=said):
        save_regime(row, by=keeper)
