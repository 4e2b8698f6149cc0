"""An award taken back by a decision of its own: what falls, what stays, what comes back, what is paid."""

import datetime as dt
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from documents.enums import Standing
from documents.facts import answers_to, standing_of
from documents.models import IssuedDocument
from documents.services import papers
from nominations.enums import StageState as S
from nominations.facts.payments import pay_lines
from nominations.models import Award
from nominations.services import revoking
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.management.invariants import run_checks

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

WHY = {"reason": "false", "note": "Kết luận số 12/KL-TTr: số liệu báo cáo không đúng."}


@pytest.fixture
def world():
    return w.make_world()


def broken() -> list[str]:
    return [line for result in run_checks() for line in result.sample]


def issued(world, decision, keys) -> IssuedDocument:
    draft = revoking.prepare_revocation(decision, keys, signer=world.chairman, by=world.office_head, **WHY)
    return revoking.issue_revocation(papers.approve_document(draft, by=world.signer), by=world.records)


def text_of(response) -> str:
    pages = PdfReader(io.BytesIO(b"".join(response))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_award_is_taken_back_by_a_decision_of_its_own(client, world):
    colleague = w.colleague(world, "Bùi Văn Thêm")
    decision = w.awarded(world, world.staff.person, colleague)
    fallen, standing = decision.awards.order_by("gold_book_number")
    client.force_login(world.office_head)
    url = reverse("nominations:decision-revoke", args=[decision.pk])
    assert fallen.name in client.get(url).content.decode()
    assert "Chưa ghi căn cứ" in client.post(url, {"key": [fallen.pk], "reason": "false"}).content.decode()
    client.post(url, WHY | {"key": [fallen.pk], "signer": world.chairman.pk})
    draft = IssuedDocument.objects.get(state="prepared", kind="QĐ")
    papers.approve_document(draft, by=world.signer)
    client.force_login(world.records)
    issue = reverse("nominations:decision-issue", args=[draft.pk])
    assert "hủy bỏ khen thưởng của 1 tập thể, cá nhân" in client.get(issue).content.decode()
    client.post(issue)
    draft.refresh_from_db()
    fallen.refresh_from_db()
    assert (fallen.revoked_by, fallen.dossier.stage.state) == (draft, S.REVOKED)
    assert (draft.number, world.campaign.quota_set.get(group="individual").used) == (2, 1)
    assert standing_of(answers_to(decision)) == Standing.ANNULLED
    page = client.get(f"/tra-cuu/{decision.lookup_code}/").content.decode()
    assert "Hủy bỏ một phần bằng quyết định số 02/QĐ-UBND" in page
    article = draft.snapshot["articles"][0]["text"]
    assert "Kê khai gian dối" in article
    assert article.endswith("số liệu báo cáo không đúng.")
    assert "760.000 đồng (bảy trăm sáu mươi nghìn đồng)" in draft.snapshot["articles"][1]["text"]
    # What comes back is told in the paper's trail; what stands is paid alone.
    recover = reverse("nominations:award-recover", args=[fallen.pk])
    client.post(recover, {"paper_on": f"{today():%d/%m/%Y}", "money_on": "", "note": "Phiếu thu 3"})
    fallen.refresh_from_db()
    assert (fallen.paper_returned_on, fallen.money_returned_on) == (today(), None)
    told = client.get(fallen.get_absolute_url()).content.decode()
    assert ("Khen thưởng này đã bị hủy bỏ" in told, "chưa thu lại" in told) == (True, True)
    assert [line.award for line in pay_lines(world.campaign, world.commune)] == [standing]
    money = reverse("nominations:payments-print", args=[world.campaign.pk, world.commune.pk])
    words = text_of(client.get(money))
    said = ("DANH SÁCH CHI TIỀN THƯỞNG", standing.name, "Bảy trăm sáu mươi nghìn đồng", fallen.name)
    assert [part in words for part in said] == [True, True, True, False]
    assert broken() == []


def test_all_lines_taken_back_end_the_decision(world):
    decision = w.awarded(world)
    issued(world, decision, decision.awards.values_list("pk", flat=True))
    assert standing_of(answers_to(decision)) == Standing.WITHDRAWN
    with pytest.raises(Refused, match="Đã hủy bỏ trước đó"):
        issued(world, decision, decision.awards.values_list("pk", flat=True))
    assert (Award.objects.filter(revoked_by__isnull=True).count(), broken()) == (0, [])


def test_what_may_not_be_taken_back(world):
    decision = w.awarded(world)
    award = decision.awards.get()
    prepare = {"signer": world.chairman, **WHY}
    with pytest.raises(Refused, match="Chỉ cơ quan thường trực"):
        revoking.prepare_revocation(decision, [award.pk], by=world.clerk, **prepare)
    with pytest.raises(Refused, match="Chưa chọn khen thưởng nào"):
        revoking.prepare_revocation(decision, [], by=world.officer, **prepare)
    with pytest.raises(Refused, match="chưa bị hủy bỏ"):
        revoking.record_recovery(award, paper_on=today(), money_on=None, by=world.officer)
    issued(world, decision, [award.pk])
    award.refresh_from_db()
    tomorrow = today() + dt.timedelta(days=1)
    with pytest.raises(Refused, match="đến hôm nay"):
        revoking.record_recovery(award, paper_on=tomorrow, money_on=None, by=world.officer)
