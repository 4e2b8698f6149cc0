"""A supplement asked point by point: rows with their day, what changed, ticked off."""

import datetime as dt

import pytest

from nominations.enums import PointState, StageState
from nominations.facts import criteria_of, own_papers
from nominations.facts.supplements import answers, points_of
from nominations.models import DossierStage, SupplementPoint
from nominations.rewording import MOST_WORDS, changed_words
from nominations.services import parts, steps
from nominations.services.supplements import Asked, tick_point
from tests import world as w
from thiduakt.errors import Refused

LIST = "/quan-tri/nominations/dossierstage/"
SOON, LATER = w.today() + dt.timedelta(days=3), w.today() + dt.timedelta(days=9)


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def dossier(world):
    return w.arrived(world)[0]


def stage_of(dossier) -> DossierStage:
    return DossierStage.objects.get(dossier=dossier, level=1)


def paper(dossier, kind: str):
    return next(one.requirement for one in own_papers(dossier) if one.requirement.paper == kind)


def ask(world, dossier, *asked: Asked) -> list[SupplementPoint]:
    note = "\n".join(point.text for point in asked).strip() or "Ghi rõ số liệu"
    extra = {"note": note, "due_on": LATER, "asked": list(asked)}
    steps.move_dossier(dossier, "request_changes", by=world.officer, **extra)
    return points_of(stage_of(dossier))


@pytest.mark.pure
@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("đạt 3 điểm", "đạt 3 điểm", [("same", "đạt 3 điểm \n")]),
        ("đạt 3 điểm", "đạt 5 điểm", [("same", "đạt"), ("out", "3"), ("in", "5"), ("same", "điểm \n")]),
        ("", "mới", [("in", "mới \n")]),
    ],
)
def test_changed_words_in_their_order(before, after, found):
    assert changed_words(before, after) == found


@pytest.mark.pure
def test_long_texts_are_compared_by_lines():
    long = "một hai\n" * MOST_WORDS
    assert changed_words(long, long + "ba") == [("same", long), ("in", "ba")]


@pytest.mark.unit
@pytest.mark.django_db
def test_points_show_what_the_unit_changed_and_stop_the_receipt_until_done(world, dossier):
    summary, criterion = paper(dossier, "summary"), criteria_of(dossier)[0]
    first, second = ask(
        world,
        dossier,
        Asked("Nêu kết quả cả năm", SOON, requirement=summary.pk),
        Asked("Ghi số liệu", criterion=criterion.pk),
    )
    assert [(p.number, p.due_on, p.state) for p in (first, second)] == [
        (1, SOON, PointState.OPEN),
        (2, LATER, PointState.OPEN),
    ]
    assert stage_of(dossier).due_on == LATER
    parts.save_text(dossier, summary, "Tóm tắt thành tích cả năm.", by=world.clerk)
    steps.move_dossier(dossier, "resubmit", by=world.clerk)
    sealed = list(dossier.parts.filter(sealed_at__isnull=False).select_related("requirement"))
    (answer,) = answers(first, sealed)
    assert (answer.before.version, answer.after.version) == (1, 2)
    assert [words for kind, words in answer.words if kind == "in"] == ["tích cả năm."]
    assert answers(second, sealed) == []
    with pytest.raises(Refused, match="ghi rõ còn thiếu gì"):
        tick_point(second, PointState.NOT_DONE, by=world.officer)
    tick_point(second, PointState.NOT_DONE, by=world.officer, note="Chưa có số liệu")
    with pytest.raises(Refused, match=r"^Điểm 2 của yêu cầu bổ sung chưa xong"):
        steps.move_dossier(dossier, "receive", by=world.officer)
    tick_point(second, PointState.DONE, by=world.officer)
    steps.move_dossier(dossier, "receive", by=world.officer)
    ticked = SupplementPoint.objects.values_list("number", "state", "ticked_by")
    assert list(ticked) == [(1, "done", world.officer.pk), (2, "done", world.officer.pk)]


@pytest.mark.unit
@pytest.mark.django_db
def test_point_is_refused_without_words_or_with_a_day_gone_by(world, dossier):
    for asked, said in (
        (Asked(" "), "Điểm 1 chưa ghi cần bổ sung gì."),
        (Asked("x", w.today() - dt.timedelta(days=1)), "Ngày bổ sung phải từ hôm nay trở đi."),
    ):
        with pytest.raises(Refused) as refused:
            ask(world, dossier, asked)
        assert (refused.value.reasons, SupplementPoint.objects.count()) == ([said], 0)
    (point,) = ask(world, dossier)
    assert (point.text, point.due_on) == ("Ghi rõ số liệu", LATER)
    with pytest.raises(Refused, match=r"^Không thẩm định được"):
        tick_point(point, PointState.DONE, by=world.officer)


@pytest.mark.page
@pytest.mark.django_db
def test_what_was_noted_becomes_points_that_the_unit_reads_and_the_office_ticks(client, world, dossier):
    stage, summary = stage_of(dossier), paper(dossier, "summary")
    part = dossier.parts.get(requirement=summary)
    address = f"{LIST}{stage.pk}/buoc/request_changes/"
    client.force_login(world.officer)
    ticks = {f"paper_{part.pk}": "wrong", f"paper_note_{part.pk}": "Chưa nêu cả năm"}
    form = client.post(address, ticks).context["form"]
    assert [*form.fields] == [f"text_p{summary.pk}", f"due_p{summary.pk}", "note", "due_on"]
    days = {"due_on": f"{LATER:%d/%m/%Y}", f"due_p{summary.pk}": f"{SOON:%d/%m/%Y}"}
    client.post(address, days | {f"text_p{summary.pk}": "Chưa nêu cả năm", "note": "Gửi thêm bản chụp"})
    stage.refresh_from_db()
    assert (stage.state, stage.request_note) == (
        StageState.CHANGES_REQUESTED,
        "1. Bản tóm tắt thành tích, sai: Chưa nêu cả năm\n2. Gửi thêm bản chụp",
    )
    client.force_login(world.clerk)
    page = client.get(dossier.get_absolute_url())
    assert [point.due_on for point, _ in page.context["points"]] == [SOON, LATER]
    parts.save_text(dossier, summary, "Cả năm đạt kết quả tốt.", by=world.clerk)
    steps.move_dossier(dossier, "resubmit", by=world.clerk)
    client.force_login(world.officer)
    seen = client.get(f"{LIST}{stage.pk}/change/").context
    shown = seen["papers"][-1]
    assert (shown["part"].version, [before["part"].version for before in shown["earlier"]]) == (2, [1])
    assert shown["earlier"][0]["text"] == dossier.parts.get(requirement=summary, version=1).content["text"]
    one, other = seen["points"]
    assert ([answer.name for answer in one["answers"]], seen["answered"]) == (
        ["Bản tóm tắt thành tích"],
        True,
    )
    typed = {f"point_{one['point'].pk}": "done", f"point_{other['point'].pk}": "not_done"}
    refused = client.post(f"{LIST}{stage.pk}/change/", typed)
    assert (refused.status_code, [row["state"] for row in refused.context["points"]]) == (
        409,
        ["done", "not_done"],
    )
    client.post(f"{LIST}{stage.pk}/change/", typed | {f"point_note_{other['point'].pk}": "Chưa có bản chụp"})
    again = client.post(address, {}).context["form"]
    assert [field for field in again.fields if field.startswith("text_d")] == [f"text_d{other['point'].pk}"]


@pytest.mark.page
@pytest.mark.django_db
def test_asked_papers_wait_on_the_unit_s_list_until_they_are_touched(client, world, dossier):
    summary, criterion = paper(dossier, "summary"), criteria_of(dossier)[0]
    ask(
        world, dossier, Asked("Nêu kết quả", requirement=summary.pk), Asked("Số liệu", criterion=criterion.pk)
    )
    client.force_login(world.clerk)

    def shown() -> tuple[dict, list[str]]:
        context = client.get(dossier.get_absolute_url()).context
        looks = {item.title: item.look[1] for _, rows in context["groups"] for item in rows if item.own}
        return looks, [address for _, address in context["points"]]

    looks, addresses = shown()
    home = f"/ho-so/{dossier.pk}/"
    assert looks == {"Báo cáo thành tích": "Cần bổ sung", "Bản tóm tắt thành tích": "Cần bổ sung"}
    assert addresses == [f"{home}tom-tat/", f"{home}bao-cao/{criterion.pk}/"]
    parts.save_text(dossier, summary, "Kết quả cả năm, có số liệu.", by=world.staff)
    assert shown()[0] == {"Báo cáo thành tích": "Cần bổ sung", "Bản tóm tắt thành tích": "Xong"}


@pytest.mark.page
@pytest.mark.django_db
def test_point_about_no_paper_waits_until_any_is_touched(client, world, dossier):
    ask(world, dossier, Asked("Ghi rõ số liệu"))
    client.force_login(world.clerk)

    def done() -> tuple[int, int]:
        context = client.get(dossier.get_absolute_url()).context
        return context["done"], context["total"]

    assert done() == (6, 7)
    parts.save_text(dossier, paper(dossier, "summary"), "Kết quả cả năm, có số liệu.", by=world.staff)
    assert done() == (7, 7)
