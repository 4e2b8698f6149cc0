"""The four sorts of records that the same pages show: which rows, which words, which services."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from criteria.facts import words
from criteria.forms.records import AssignmentForm, FactForm, HoldForm, RecordForm, ScoreForm
from criteria.models import Assignment, Fact, Hold, IndicatorScore
from criteria.services import facts, holds, indices
from thiduakt.vietnamese.text import search_key


@dataclass(frozen=True)
class Sort:
    """`enter(form, evidence, by)` and the others are the services; `list_key`: its list from Excel."""

    slug: str
    title: str
    lead: str
    new: str
    model: type[Model]
    related: tuple[str, ...]
    form: type[RecordForm]
    headings: Sequence[str]
    cells: Callable[[Model], list]
    correct: Callable
    cancel: Callable
    enter: Callable
    list_key: str
    year: str = ""
    people: bool = False
    office_only: bool = True

    def rows(self, user, on) -> QuerySet:
        seen = self.model.objects.visible_to(user, on).select_related(*self.related, "entered_by")
        return seen if seen.ordered else seen.order_by("-since", "-pk")

    def found(self, rows: QuerySet, text: str, year: str) -> QuerySet:
        """The rows of a holder whose name holds the text, of a year."""
        if key := search_key(text):
            of_person = Q(person__search_key__contains=key) if self.people else Q()
            rows = rows.filter(Q(unit__search_key__contains=key) | of_person)
        return rows.filter(**{self.year: int(year)}) if self.year and year.isdecimal() else rows


def new_fact(form, **given):
    return facts.enter_fact(form.kind, form.holder, **form.chosen(), **given)


def new_of_unit(service):
    """A service that takes an indicator and a unit."""

    def enter(form, **given):
        chosen = form.chosen()
        return service(chosen.pop("indicator"), form.holder, **chosen, **given)

    return enter


def new_hold(form, **given):
    return holds.enter_hold(form.holder, **form.chosen(), **given)


SORTS = {
    sort.slug: sort
    for sort in (
        Sort(
            slug="theo-doi",
            title="Số liệu theo dõi",
            lead="Xếp loại, vi phạm, giải ngân, hồ sơ và văn bản đúng hạn: căn cứ để xét tiêu chí.",
            new="Ghi số liệu",
            model=Fact,
            related=("kind", "unit", "person"),
            form=FactForm,
            headings=("Đơn vị, cá nhân", "Loại số liệu", "Năm", "Số liệu", "Nguồn"),
            cells=words.fact_cells,
            enter=new_fact,
            correct=facts.correct_fact,
            cancel=facts.cancel_fact,
            list_key="facts",
            year="year",
            people=True,
            office_only=False,
        ),
        Sort(
            slug="chi-so",
            title="Điểm, thứ hạng chỉ số",
            lead="PAR INDEX, PCI, PAPI, SIPAS, DDCI và chỉ số thành phần theo văn bản công bố.",
            new="Ghi điểm chỉ số",
            model=IndicatorScore,
            related=("indicator", "unit"),
            form=ScoreForm,
            headings=("Đơn vị", "Chỉ số", "Năm", "Điểm", "Thứ hạng", "Nguồn"),
            cells=words.score_cells,
            enter=new_of_unit(indices.enter_score),
            correct=indices.correct_score,
            cancel=indices.cancel_score,
            list_key="scores",
            year="year",
        ),
        Sort(
            slug="giao-chi-so",
            title="Giao phụ trách chỉ số",
            lead="Tiêu chí “chỉ số đã được giao” chỉ xét những chỉ số ghi ở đây.",
            new="Giao chỉ số",
            model=Assignment,
            related=("indicator", "unit"),
            form=AssignmentForm,
            headings=("Đơn vị", "Chỉ số", "Từ năm", "Đến hết năm", "Nguồn"),
            cells=words.assignment_cells,
            enter=new_of_unit(indices.assign_indicator),
            correct=indices.correct_assignment,
            cancel=indices.cancel_assignment,
            list_key="assignments",
            year="since_year",
        ),
        Sort(
            slug="tam-dung",
            title="Tạm dừng xét",
            lead="Kỷ luật, thanh tra, khiếu nại: chưa xét khen thưởng trong thời gian này.",
            new="Ghi tạm dừng xét",
            model=Hold,
            related=("unit", "person"),
            form=HoldForm,
            headings=("Đơn vị, cá nhân", "Lý do", "Từ ngày", "Đến hết ngày", "Nội dung", "Nguồn"),
            cells=words.hold_cells,
            enter=new_hold,
            correct=holds.correct_hold,
            cancel=holds.cancel_hold,
            list_key="holds",
            people=True,
        ),
    )
}


def sort_or_404(slug: str) -> Sort:
    if slug not in SORTS:
        raise Http404("no such sort of record")
    return SORTS[slug]
