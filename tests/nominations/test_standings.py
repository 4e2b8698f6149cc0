"""The office's table of criteria and what-if: order, filters, file, and that nothing is written."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from criteria.models import Fact, FactKind, Indicator
from criteria.services.facts import enter_fact
from criteria.services.indices import assign_indicator, enter_score
from nominations.facts import verdicts_of_all
from nominations.facts.law import Law
from nominations.models import Dossier
from tests import world as w

from .test_law import titled, yearly

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def fact(world, kind: str, holder, **values):
    given = {"year": w.today().year, "source": "Sổ theo dõi", "by": world.officer}
    return enter_fact(FactKind.objects.get(code=kind), holder, **given, **values)


def rated(world, person, rating: str) -> None:
    fact(world, "xep_loai_nhiem_vu", person, rating=rating)
    fact(world, "vi_pham_ky_luat", person, value=Decimal(0))


def test_verdicts_of_many_ask_as_often_as_of_few(world):
    people = [
        w.colleague(world, f"Vũ Văn {name}") for name in "Anh Bình Chi Dũng Em Giang Hà Khoa Lan Minh".split()
    ]
    people += [world.staff.person, w.colleague(world, "Vũ Văn Nam")]
    for person in people:
        w.draft(world, person)
        rated(world, person, "HTTNV")

    def asked(count: int) -> int:
        dossiers = list(Dossier.objects.select_related("campaign__checklist").order_by("pk")[:count])
        with CaptureQueriesContext(connection) as queries:
            found = verdicts_of_all(dossiers)
        assert [len(rows) for rows in found] == [4] * count
        return len(queries)

    assert asked(3) == asked(12)


def test_every_verdict_has_its_clause_and_its_fact(world):
    """A computed line rests on a record, or says where the missing one is entered."""
    rated(world, world.staff.person, "HTXSNV")
    fact(world, "vi_pham_gio_giac", world.economy, value=Decimal(1), total=Decimal(10))
    index, year = Indicator.objects.get(code="PCI"), w.today().year
    assign_indicator(index, world.economy, since_year=year, source="KH 12", by=world.officer)
    for when, score in ((year - 1, 60), (year, 61)):
        enter_score(index, world.economy, year=when, score=Decimal(score), source="QĐ", by=world.officer)
    found = verdicts_of_all([w.draft(world), w.draft(world, world.economy)])
    seen = set()
    for verdict in (row for rows in found for row in rows):
        assert verdict.clause is not None
        for line in verdict.lines:
            seen.add(line.outcome)
            assert bool(line.slot) == bool(line.threshold)
            assert not line.slot or line.records or line.entry
            assert all(record.get_absolute_url() for record, _ in line.records)
    assert seen == {"met", "confirm", "unknown"}


def test_head_of_a_unit_answers_for_it_too(world):
    """The additional criteria of heads are read from the unit that he leads; nobody else is asked them."""
    measure = {"kind": "rating_at_least", "scale": "cchc", "rating": "Tốt"}
    asked = world.campaign.checklist.criteria.create(
        group="head", text="Đơn vị đạt loại Tốt", measures=[measure], order=99
    )
    dossiers = [w.draft(world, world.head.person), w.draft(world)]
    words = []
    for rating in ("", "Khá", "Tốt"):
        if rating and not Fact.objects.filter(unit=world.economy).update(rating=rating):
            fact(world, "xep_loai_cchc", world.economy, rating=rating)
        of_head, of_staff = verdicts_of_all(dossiers)
        words.append([str(row.outcome) for row in of_head if row.criterion == asked])
        assert asked not in [row.criterion for row in of_staff]
    assert words == [["unknown"], ["unmet"], ["met"]]


@pytest.fixture
def board(world):
    """Three people sent up: one met, one unmet, one without data."""
    good, bad = (w.colleague(world, name) for name in ("Vũ Văn Anh", "Vũ Văn Bình"))
    rated(world, good, "HTXSNV")
    rated(world, bad, "HTNV")
    w.arrived(world, good, bad, world.staff.person)
    return {"good": good, "bad": bad}


def rows_of(page) -> list[str]:
    return [row.dossier.nominee_name for row in page.context["page"]]


def test_table_is_sorted_filtered_and_leaves_as_a_file(client, world, board):
    client.force_login(world.officer)
    address = reverse("nominations:standings", args=[world.campaign.pk])
    staff = world.staff.person.full_name
    assert rows_of(client.get(address, {"nhom": "ca-nhan", "sap": "1"})) == [
        "Vũ Văn Bình",
        staff,
        "Vũ Văn Anh",
    ]
    assert rows_of(client.get(address, {"nhom": "ca-nhan", "sap": "-1"}))[0] == "Vũ Văn Anh"
    assert rows_of(client.get(address, {"nhom": "ca-nhan", "loc": "khong-dat"})) == ["Vũ Văn Bình"]
    assert rows_of(client.get(address, {"nhom": "ca-nhan", "loc": "thieu"})) == [staff]
    assert rows_of(client.get(address, {"nhom": "ca-nhan", "q": "binh", "sap": "99"})) == ["Vũ Văn Bình"]
    assert rows_of(client.get(address)) == []
    file = client.get(address, {"nhom": "ca-nhan", "tep": "csv"})
    lines = b"".join(file.streaming_content).decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert "Không đạt: Xếp loại “Hoàn thành nhiệm vụ”" in next(line for line in lines if "Bình" in line)


def test_table_says_what_the_law_asks_of_each_nominee(client):
    world = yearly("CSTDCS")
    w.arrived(world, w.colleague(world, "Vũ Văn Anh"), world.staff.person)
    titled(world, world.staff.person, "LDTT", world.campaign.year)
    client.force_login(world.officer)
    address = reverse("nominations:standings", args=[world.campaign.pk])
    page = client.get(address, {"nhom": "ca-nhan", "sap": "luat"})
    found = {row.dossier.nominee_name: [str(one.outcome) for one in row.law] for row in page.context["page"]}
    assert found == {"Vũ Văn Anh": ["unmet", "unknown"], world.staff.person.full_name: ["met", "unknown"]}
    assert "Luật 06/2022/QH15, Điều 23</a>" in page.content.decode()


def test_law_of_many_asks_as_often_as_of_few():
    world = yearly("CSTDCS")
    for name in "Anh Bình Chi Dũng Em".split():
        w.draft(world, w.colleague(world, f"Vũ Văn {name}"))

    def asked(count: int) -> int:
        dossiers = list(Dossier.objects.select_related("campaign").order_by("pk")[:count])
        with CaptureQueriesContext(connection) as queries:
            law = Law(dossiers)
            assert [len(law.verdicts(dossier)) for dossier in dossiers] == [2] * count
        return len(queries)

    assert asked(2) == asked(5)


def test_what_if_shows_who_comes_and_goes_and_writes_nothing(client, world, board):
    client.force_login(world.officer)
    address = reverse("nominations:what-if", args=[world.campaign.pk])
    client.get(address)

    def tried(**asked) -> tuple:
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address, {"nhom": "ca-nhan"} | asked)
        verbs = {query["sql"].split()[0] for query in queries}
        assert not verbs & {"INSERT", "UPDATE", "DELETE"}
        names = [[place.row.dossier.nominee_name for place in page.context[key]] for key in ("came", "went")]
        return (*names, page.context["limit"], page.context["raised"])

    staff = world.staff.person.full_name
    assert tried() == ([], [], 10, False)
    assert tried(**{"m1-0": "HTNV"}) == (["Vũ Văn Bình"], [], 10, False)
    assert tried(**{"m1-0": "HTNV", "han": "1"}) == ([], [staff], 1, False)
    assert tried(bo="1") == (["Vũ Văn Bình"], [], 10, False)
    assert tried(han="99") == ([], [], 10, True)
    assert tried(**{"m1-0": "lạ", "han": "-3", "bo": "x"}) == ([], [], 10, False)
