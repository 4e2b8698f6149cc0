"""The pages of records: entering by form, the story of a correction, the drawing of an index."""

from decimal import Decimal

import pytest
from django.urls import reverse

from criteria.models import Fact, Indicator
from criteria.services.indices import enter_score
from tests import world as w

pytestmark = [pytest.mark.page, pytest.mark.django_db]
SOURCE = "Sổ theo dõi"


@pytest.fixture
def world():
    return w.make_world()


def test_pages_from_the_choice_of_a_kind_to_the_story(client, world):
    client.force_login(world.officer)
    new = reverse("criteria:record-new", args=["theo-doi"])
    assert "Tỷ lệ giải ngân" in client.get(new).content.decode()
    address, year = f"{new}?loai=giai_ngan", w.today().year
    typed = {"unit": world.economy.pk, "year": year, "period": "year", "value": "192,5", "source": SOURCE}
    assert "Tỷ lệ từ 0 đến 100%." in client.post(address, typed).content.decode()
    page = client.post(address, typed | {"value": "92,5"}, follow=True).content.decode()
    fact = Fact.objects.get()
    assert "92,5%" in page
    correct = reverse("criteria:record-correct", args=["theo-doi", fact.pk])
    assert 'value="92.50"' in client.get(correct).content.decode()
    page = client.post(correct, {"value": "95", "source": SOURCE, "note": "Bổ sung"}, follow=True)
    assert "92,5 → 95" in page.content.decode()
    for before, score in ((year - 1, "64.1"), (year, "66.35")):
        given = {"year": before, "score": Decimal(score), "source": "QĐ", "by": world.officer}
        enter_score(Indicator.objects.get(code="PCI"), world.economy, **given)
    page = client.get(reverse("criteria:unit", args=[world.economy.pk])).content.decode()
    assert (page.count('r="4"/><text'), page.count("<polyline"), "66,35" in page, "style=" in page) == (
        2,
        1,
        True,
        False,
    )
    listed = client.get(reverse("criteria:records", args=["chi-so"]), {"tep": "csv", "nam": year})
    lines = b"".join(listed.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1:] == [f'Phòng Kinh tế,PCI,{year},"66,35",,QĐ']
