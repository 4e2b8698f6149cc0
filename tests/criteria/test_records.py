"""Facts, scores, assignments and holds: who enters them, what is refused, what stays of a correction."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from criteria.facts.words import amount
from criteria.measures import Outcome
from criteria.models import Assignment, Fact, FactKind, Hold, Indicator, IndicatorScore
from criteria.services.facts import cancel_fact, confirm_fact, correct_fact, enter_fact
from criteria.services.holds import correct_hold, enter_hold
from criteria.services.indices import assign_indicator, correct_score, enter_score
from nominations.facts import verdicts
from tests import world as w
from thiduakt.errors import Refused
from thiduakt.sheets.writing import workbook
from units.services import imports

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
SOURCE = "Sổ theo dõi"


@pytest.fixture
def world():
    return w.make_world()


def kind(code: str) -> FactKind:
    return FactKind.objects.get(code=code)


def hours(world, by, value=1, total=10, holder=None, **more) -> Fact:
    said = {"year": w.today().year, "source": SOURCE, "value": Decimal(value), "total": Decimal(total)} | more
    return enter_fact(kind("vi_pham_gio_giac"), holder or world.economy, by=by, **said)


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(Refused) as told:
        act(*args, **kwargs)
    return " ".join(told.value.reasons)


def test_unit_reports_office_confirms_and_only_then_it_counts(world):
    dossier = w.draft(world, world.economy)

    def hours_verdict():
        [row] = [row for row in verdicts(dossier) if "giờ giấc" in row.criterion.text]
        return row.outcome, row.lines[0]

    assert hours_verdict()[0] == Outcome.UNKNOWN
    fact = hours(world, world.clerk, value=3)
    outcome, line = hours_verdict()
    assert (outcome, line.bars, line.rows) == (Outcome.CONFIRM, False, (fact,))
    confirm_fact(fact, by=world.officer)
    outcome, line = hours_verdict()
    assert (outcome, line.bars, line.value, line.threshold) == (Outcome.UNMET, True, "30%", "không quá 10%")
    assert refused(correct_fact, fact, by=world.clerk, note="Nhầm", value=Decimal(0)).endswith(
        "báo Thường trực sửa."
    )
    cancel_fact(fact, by=world.officer, note="Ghi nhầm đơn vị")
    assert hours_verdict()[0] == Outcome.UNKNOWN
    assert [event.action for event in fact.events.all()] == ["enter", "confirm", "cancel"]


def test_discipline_is_entered_by_its_form_and_by_nothing_else(world):
    said = {"year": w.today().year, "source": SOURCE, "by": world.officer}
    assert refused(enter_fact, kind("ky_luat"), world.staff.person, rating="HTNV", **said) == (
        "Chọn một mức: Khiển trách, Cảnh cáo, Hạ bậc lương, Giáng chức, Cách chức, Bãi nhiệm, Buộc thôi việc."
    )
    assert amount(enter_fact(kind("ky_luat"), world.staff.person, rating="canh_cao", **said)) == "Cảnh cáo"


def test_correction_keeps_what_stood_there_and_who_changed_it(world):
    fact = hours(world, world.officer)
    correct_fact(fact, by=world.office_head, note="Đối chiếu sổ", value=Decimal(2), source="Sổ quý IV")
    event = fact.events.last()
    assert (event.by, event.note) == (world.office_head, "Đối chiếu sổ")
    assert event.data["changes"] == [["giá trị", "1", "2"], ["nguồn", SOURCE, "Sổ quý IV"]]
    same = {"value": Decimal(2), "source": "Sổ quý IV"}
    assert refused(correct_fact, fact, by=world.officer, note="x", **same).startswith("Chưa có gì thay đổi")
    assert refused(correct_fact, fact, by=world.officer, note=" ", value=Decimal(1)) == "Ghi lý do sửa."


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"value": 11}, "Số ghi không được lớn hơn tổng số."),
        ({"value": -1}, "Số không được âm."),
        ({"total": 0, "value": 0}, "Tổng số phải lớn hơn 0."),
        ({"value": "1.5"}, "Ghi số nguyên: số người, số đơn vị, số văn bản."),
        ({"year": 2199}, "năm chưa đến thì chưa có số liệu."),
        ({"rating": "HTTNV"}, "Loại số liệu này ghi bằng số, không ghi xếp loại."),
    ],
)
def test_bad_figure_is_refused_with_a_sentence(world, more, sentence):
    assert refused(hours, world, world.officer, **more).endswith(sentence)
    assert Fact.objects.count() == 0


def test_who_enters_what(world):
    year, person = w.today().year, world.staff.person
    rating = {"year": year, "rating": "HTTNV", "source": SOURCE, "by": world.clerk}
    assert "đơn vị không tự báo" in refused(enter_fact, kind("xep_loai_nhiem_vu"), person, **rating)
    assert "phạm vi" in refused(hours, world, world.clerk, holder=world.culture)
    assert "phạm vi" in refused(hours, world, world.officer, holder=world.far)
    own = rating | {"by": world.officer}
    assert "về mình" in refused(enter_fact, kind("xep_loai_nhiem_vu"), world.officer.person, **own)
    assert "ghi cho đơn vị" in refused(
        enter_fact, kind("giai_ngan"), person, year=year, value=Decimal(9), source=SOURCE, by=world.officer
    )
    fact = enter_fact(kind("xep_loai_nhiem_vu"), person, **own)
    assert (
        refused(enter_fact, kind("xep_loai_nhiem_vu"), person, **own)
        == "Đã có số liệu này của cá nhân trong năm."
    )
    assert (fact.awaits, refused(confirm_fact, fact, by=world.officer)) == (
        False,
        "Số liệu này đã được xác nhận.",
    )


def test_score_lies_in_its_range_and_stands_once(world):
    index, year = Indicator.objects.get(code="PCI 01"), w.today().year
    given = {"year": year, "source": "Quyết định công bố", "by": world.officer}
    said = {"score": Decimal("10.5"), "rank": None}
    assert refused(enter_score, index, world.economy, **given, **said).endswith("Điểm từ 0 đến 10.")
    assert refused(enter_score, index, world.economy, **given).endswith("Ghi điểm hoặc thứ hạng.")
    row = enter_score(index, world.economy, **given, score=Decimal("6.5"), rank=3)
    assert "Đã có điểm" in refused(enter_score, index, world.economy, **given, score=Decimal(7))
    correct_score(row, by=world.officer, note="Đính chính", score=Decimal("6.8"), rank=3)
    assert row.events.last().data["changes"] == [["điểm", "6,5", "6,8"]]
    assert "Thường trực" in refused(
        enter_score, index, world.economy, **given | {"by": world.clerk}, score=Decimal(7)
    )


def test_assignment_is_not_made_twice_for_one_time(world):
    given = {"source": "Kế hoạch 12", "by": world.officer}
    index = Indicator.objects.get(code="PCI")
    assign_indicator(index, world.economy, since_year=2025, **given)
    told = refused(assign_indicator, index, world.economy, since_year=2026, **given)
    assert told.endswith("đã được giao PCI trong thời gian này.")
    ddci = Indicator.objects.get(code="DDCI")
    assert "không cần giao" in refused(assign_indicator, ddci, world.economy, since_year=2025, **given)


def test_hold_is_dated_sourced_and_ended(world):
    person, on = world.staff.person, w.today()
    given = {"reason": "ky_luat", "source": "Quyết định 9", "by": world.officer}
    later = on + dt.timedelta(days=1)
    assert "phía trước" in refused(enter_hold, person, since=later, **given)
    hold = enter_hold(person, since=on, **given)
    assert "đã được ghi" in refused(enter_hold, person, since=on, **given)
    correct_hold(hold, by=world.officer, note="Kết luận", until=on)
    assert (Hold.objects.get().holds_on(on), Hold.objects.get().holds_on(later)) == (True, False)


def sent(key: str, head: list[str], rows: list[list], by):
    upload = SimpleUploadedFile("so-lieu.xlsx", workbook("Số liệu", head, rows))
    return imports.upload_list(key, upload, by=by)


def told(job) -> list[tuple]:
    return [(row["fate"], *row["faults"]) for row in job.report["rows"]]


FACT_HEAD = ["Đơn vị, cá nhân", "Loại số liệu", "Năm", "Kỳ", "Số", "Trên tổng số", "Xếp loại", "Nguồn"]


def test_facts_come_by_the_file_whole_or_not_at_all(world):
    year, name = w.today().year, world.staff.person.full_name
    good = ["kt", "Tỷ lệ giải ngân vốn đầu tư công", year, "", "92,5", "", "", "Báo cáo 5"]
    rating = [name, "Xếp loại mức độ hoàn thành nhiệm vụ", year, "", "", "", "Hoàn thành tốt nhiệm vụ", ""]
    bad = ["kt", "Số lạ", year, "", "1", "", "", ""]
    right, wrong = told(sent("facts", FACT_HEAD, [good, bad], world.officer))
    sentence = "Trang “Số liệu”, ô B3: Không có loại số liệu “Số lạ”. Ghi một trong: Xếp loại mức độ"
    assert (right, wrong[0], wrong[1][: len(sentence)]) == (("new",), "wrong", sentence)
    imports.confirm_list(sent("facts", FACT_HEAD, [good, rating], world.officer), by=world.officer)
    found = Fact.objects.order_by("pk").values_list("value", "rating", "source", "awaits")
    assert list(found) == [
        (Decimal("92.5"), "", "Báo cáo 5", False),
        (None, "HTTNV", "Danh sách Excel của đơn vị", False),
    ]
    again = [[*good[:4], "93", *good[5:]], rating]
    job = sent("facts", FACT_HEAD, again, world.officer)
    assert told(job) == [("changed",), ("same",)]
    imports.confirm_list(job, by=world.officer)
    assert Fact.objects.order_by("pk").first().events.last().data["changes"] == [["giá trị", "92,5", "93"]]


def test_scores_and_assignments_come_by_the_file(world):
    year = w.today().year
    head = ["Đơn vị", "Chỉ số", "Năm", "Điểm", "Thứ hạng", "Nguồn"]
    rows = [["kt", "par index", year, "86,5", "12", "QĐ 1"], ["kt", "PCI", year, "160", "", "QĐ 1"]]
    job = sent("scores", head, rows, world.officer)
    assert told(job) == [("new",), ("wrong", f"Trang “Số liệu”, ô D3: PCI năm {year}: Điểm từ 0 đến 100.")]
    imports.confirm_list(sent("scores", head, rows[:1], world.officer), by=world.officer)
    assert list(IndicatorScore.objects.values_list("score", "rank")) == [(Decimal("86.5"), 12)]
    job = sent("assignments", ["Đơn vị", "Chỉ số", "Từ năm"], [["kt", "PCI", year]], world.officer)
    imports.confirm_list(job, by=world.officer)
    assert Assignment.objects.get().indicator.code == "PCI"
    assert "không nhập được" in refused(sent, "scores", head, rows[:1], world.clerk)
