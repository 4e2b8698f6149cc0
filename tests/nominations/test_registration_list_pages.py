"""The pages of a list of registrations, from the unit's desk to the consolidated list of a level."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from documents.services import papers
from tests import world as w

from .test_registration_lists import climbing, registered, state_of

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def test_pages_lead_from_the_units_list_to_the_consolidated_one(client):
    world, _ = climbing()
    client.force_login(world.clerk)
    more = registered(world, w.colleague(world, "Trần Văn Ba"))
    url = reverse("nominations:registration-list-new")
    sheet_url = client.post(url, {"campaign": world.campaign.pk, "unit": world.economy.pk}).headers[
        "Location"
    ]
    text = client.get(sheet_url).content.decode()
    assert [name for name in ("Trần Văn Ba", "Đặng Thị Ngọc Ánh") if name in text] == ["Trần Văn Ba"]
    client.post(f"{sheet_url}buoc/prepare/", {"key": [more[0].pk]})
    sheet = more[0].campaign.submissions.of_registrations().get(state="draft")
    papers.approve_document(sheet.paper, by=world.head)
    assert "Sắp gửi danh sách đăng ký" in client.get(f"{sheet_url}buoc/send/").content.decode()
    assert client.post(f"{sheet_url}buoc/send/").headers["Location"] == sheet_url
    client.force_login(world.officer)
    assert "Tiếp nhận danh sách" in client.get(sheet_url).content.decode()
    empty = client.post(f"{sheet_url}buoc/return_list/", {"note": ""})
    assert "Chưa ghi lý do" in empty.content.decode()
    client.post(f"{sheet_url}buoc/receive/")
    assert state_of(*more) == ["accepted"]
    # An outdated page: what was typed stays, what happened meanwhile is told.
    late = client.post(f"{sheet_url}buoc/return_list/", {"note": "Thiếu tập thể."}).content.decode()
    told = (
        "Thiếu tập thể.",
        "khi đang ở trạng thái “Đã tiếp nhận”",
        f"Việc gần nhất: “Tiếp nhận”, {world.officer}",
    )
    assert [words for words in told if words not in late] == []
    assert "Việc gần nhất" in client.post(f"{sheet_url}buoc/receive/", follow=True).content.decode()
    summary = reverse("nominations:registration-summary", args=[world.campaign.pk, world.commune.pk])
    text = client.get(summary).content.decode()
    assert "2 đăng ký thuộc thẩm quyền cấp trên, chưa trình." in text
    printed = client.get(f"{summary}in/").content
    flat = " ".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(printed)).pages).split())
    assert [one for one in ("Tổng hợp đăng ký thi đua", "Trần Văn Ba") if one not in flat] == []
    client.force_login(world.stranger)
    assert [client.get(one).status_code for one in (sheet_url, summary)] == [404, 404]
