"""The commands of the whole: printing, addresses, chains, the worker."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from councils.models import CouncilSession
from documents.enums import JobState, Kind
from documents.models import IssuedDocument, NumberSeries, RenderJob
from nominations.models import Submission
from tests import world as w
from tests.documents.pdfread import page_texts
from thiduakt.events import ddl
from thiduakt.management.commands.work import Command as Work

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


def run(*args, **options) -> str:
    out = io.StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def decision(world):
    return w.awarded(world)


def keys(decision) -> dict[str, tuple[int, str]]:
    """For each kind of paper: the key it is printed by, and the words its first page starts a line with."""
    dossier = decision.awards.get().dossier
    series = NumberSeries.objects.get(kind=Kind.QUYET_DINH)
    return {
        "plan": (dossier.campaign_id, "KẾ HOẠCH"),
        "submission": (Submission.objects.get().pk, "TỜ TRÌNH"),
        "minutes": (CouncilSession.objects.order_by("pk").last().pk, "BIÊN BẢN"),
        "report": (dossier.pk, "BÁO CÁO THÀNH TÍCH"),
        "summary": (dossier.pk, "BẢN TÓM TẮT THÀNH TÍCH"),
        "appraisal": (dossier.pk, "PHIẾU THẨM ĐỊNH"),
        "decision": (decision.pk, "QUYẾT ĐỊNH"),
        "certificates": (decision.pk, "GIẤY KHEN"),
        "register": (series.pk, "SỔ ĐĂNG KÝ VĂN BẢN ĐI"),
    }


def test_print_document_writes_every_kind(decision, tmp_path):
    found = {}
    for kind, (pk, words) in keys(decision).items():
        path = tmp_path / f"{kind}.pdf"
        run("print_document", kind, str(pk), "-o", str(path))
        found[kind] = words if words in page_texts(path.read_bytes())[0].splitlines() else None
    assert found == {kind: words for kind, (_, words) in keys(decision).items()}


def test_register_lists_the_numbers_with_their_seal(decision, tmp_path):
    path = tmp_path / "so.pdf"
    run("print_document", "register", str(keys(decision)["register"][0]), "-o", str(path))
    text = " ".join(page_texts(path.read_bytes())[0].split())
    said = (decision.reference, "Bạch Văn Nguyên", "Mã kiểm tra vết xử lý của 1 văn bản")
    assert [words for words in said if words not in text] == []


def test_print_document_says_what_is_not_there(decision, tmp_path):
    with pytest.raises(CommandError, match=r"^Không có kế hoạch mã 999999\.$"):
        run("print_document", "plan", "999999", "-o", str(tmp_path / "x.pdf"))


def test_print_document_refuses_certificates_of_another_paper(decision, tmp_path):
    plan = IssuedDocument.objects.get(kind=Kind.KE_HOACH)
    with pytest.raises(CommandError, match="không phải là quyết định"):
        run("print_document", "certificates", str(plan.pk), "-o", str(tmp_path / "x.pdf"))


def routes_by_name() -> dict[str, dict]:
    return {row["name"]: row for row in json.loads(run("routes", "--json")) if row["name"]}


def test_routes_tell_the_public_from_the_others():
    found = routes_by_name()
    names = ("login", "logout", "lookup", "lookup_code", "healthz", "readyz", "inbox", "campaigns:detail")
    assert [name for name in names if found[name]["public"]] == list(names[:6])


def test_routes_tell_methods_and_model():
    found = routes_by_name()
    keys = ("pattern", "methods", "model", "role")
    assert [tuple(found[name][key] for key in keys) for name in ("notices_read", "campaigns:detail")] == [
        ("/thong-bao/da-doc/", ["POST"], "", "signed-in"),
        ("/ke-hoach/<int:pk>/", ["GET", "HEAD"], "campaigns.Campaign", "signed-in"),
    ]


def test_routes_tell_the_back_office():
    row = routes_by_name()["admin:campaigns_campaign_changelist"]
    assert (row["model"], row["role"], row["public"]) == (
        "campaigns.Campaign",
        "officer,office_head,records",
        False,
    )


def test_verify_events_finds_all_chains_whole(decision):
    assert run("verify_events").endswith("dòng sự kiện đều khớp.\n")


def test_verify_events_names_the_first_bad_row(decision):
    event = decision.awards.get().dossier.events.get(seq=2)
    ddl.disarm(connection)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE nominations_dossierevent SET note = 'khác' WHERE id = %s", [event.pk])
    ddl.arm(connection)
    named = rf"^nominations\.DossierEvent {event.pk} \(dossier {event.dossier_id}, dòng 2, {event.action}\)"
    with pytest.raises(CommandError, match=named):
        run("verify_events")


def test_render_pending_prints_what_waits(decision):
    waiting = RenderJob.objects.exclude(state=JobState.DONE).count()
    assert (waiting > 0, run("render_pending")) == (True, f"Đã in {waiting} văn bản.\n")
    assert RenderJob.objects.exclude(state=JobState.DONE).count() == 0


class After:
    """A stop sign that shows after some rounds, without waiting."""

    def __init__(self, rounds: int):
        self.left = rounds

    def wait(self, seconds: float) -> bool:
        self.left -= 1
        return self.left == 0


def test_work_goes_round_until_it_is_stopped(decision):
    waiting = RenderJob.objects.exclude(state=JobState.DONE).count()
    out = io.StringIO()
    Work(stdout=out).rounds(After(2), 0)
    assert out.getvalue() == f"Đã in {waiting} văn bản.\n"
