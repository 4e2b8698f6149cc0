"""The office's lists as files: letters, decisions, sessions, councils, and the list to be signed."""

import io

import openpyxl
import pytest
from django.urls import reverse

from tests import world as w

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def rows_of(client, url: str, **asked) -> list[list]:
    answer = client.get(url, {"tep": "xlsx"} | asked)
    assert answer["Content-Type"].endswith("sheet"), url
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_lists_of_the_office_leave_with_the_rows_of_their_pages(client):
    world = w.make_world()
    decision = w.awarded(world, w.colleague(world, "Bùi Thị Hà"))
    client.force_login(world.officer)
    (letter,) = rows_of(client, reverse("nominations:submissions"))[1:]
    assert (letter[1], letter[6], letter[7]) == ("Phòng Kinh tế", 1, "Đã gửi")
    (issued,) = rows_of(client, reverse("nominations:decisions"))[1:]
    assert (issued[1], issued[6]) == (decision.reference, 1)
    (session,) = rows_of(client, reverse("councils:list"))[1:]
    assert (session[1], session[7]) == (world.council.name, 1)
    assert rows_of(client, reverse("nominations:registration-lists"))[1:] == []
    seats = rows_of(client, reverse("admin:councils_council_changelist"), kind__exact="tdkt")[1:]
    assert {row[3] for row in seats} == {"Hội đồng Thi đua – Khen thưởng"}
    sheet = client.get(reverse("documents:sheet", args=[decision.pk]))
    printed = openpyxl.load_workbook(io.BytesIO(sheet.content)).active
    names = [row[2] for row in printed.iter_rows(values_only=True)]
    assert "Bùi Thị Hà" in names
    plan = world.campaign.paper
    assert client.get(reverse("documents:sheet", args=[plan.pk])).status_code == 404
