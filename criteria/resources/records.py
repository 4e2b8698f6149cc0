"""Facts, scores, assignments and holds from Excel; other figures than stand there correct them."""

from criteria.enums import HoldReason, Period
from criteria.measures.indicators import same
from criteria.models import Assignment, Fact, FactKind, Hold, Indicator, IndicatorScore
from criteria.permissions import may_enter, people_for, units_for
from criteria.rules.figures import ALL_WORDS, words_of
from criteria.services.facts import correct_fact, enter_fact
from criteria.services.holds import correct_hold, enter_hold
from criteria.services.indices import assign_indicator, correct_assignment, correct_score, enter_score
from thiduakt.sheets.columns import Column, Kind
from thiduakt.vietnamese.text import search_key
from units.models import Person
from units.registry import ListKind
from units.resources import HolderFinder, Line, ListResource, Misfit, UnitFinder, blamed

SOURCE = "Danh sách Excel của đơn vị"
WHY = "Sửa theo danh sách Excel"
NAME = Column(
    "name",
    "Đơn vị, cá nhân",
    required=True,
    also=("Đơn vị", "Họ và tên", "Cá nhân, đơn vị", "Tập thể, cá nhân", "Mã đơn vị"),
    example="XNP-KT",
    longest=200,
    help="Mã hoặc tên đơn vị; với cá nhân ghi họ tên.",
)
UNIT = Column(
    "name",
    "Đơn vị",
    required=True,
    also=("Mã đơn vị", "Tên đơn vị", "Cơ quan, đơn vị"),
    example="XNP-KT",
    longest=200,
    help="Mã hoặc tên đơn vị như trong hệ thống.",
)
BIRTH = Column(
    "birth_date",
    "Ngày sinh",
    Kind.DATE,
    example="",
    year_is_enough=True,
    help="Chỉ cần khi có nhiều người cùng tên.",
)
INDICATOR = Column("indicator", "Chỉ số", required=True, example="PCI", help="Mã chỉ số, ví dụ PAR INDEX.")
SOURCE_COLUMN = Column(
    "source", "Nguồn", also=("Căn cứ", "Văn bản"), example="Quyết định số 12/QĐ-UBND", longest=300
)


def year(key: str, label: str, required: bool = True, example: str = "2025") -> Column:
    return Column(key, label, Kind.INTEGER, required=required, example=example)


class RecordList(ListResource):
    """`MODEL`; `COMPARED`: what a second row of the same subject may correct."""

    MODEL: type
    COMPARED: tuple[str, ...] = ()
    OFFICE_ONLY = True

    def __init__(self, **said):
        super().__init__(**said)
        units = units_for(self.by, self.on, office_only=self.OFFICE_ONLY)
        self.holder_called = HolderFinder(units, people_for(self.by, self.on))
        self.unit_called = UnitFinder(units, "name")

    def subject(self, values: dict) -> dict:
        """What makes two rows the same one, as a filter."""
        raise NotImplementedError

    def known(self, values: dict) -> Line | None:
        row = self.MODEL.objects.live().filter(**self.subject(values)).first()
        if row is None:
            return None
        stands = {key: getattr(row, key) for key in (*self.COMPARED, "source")}
        return Line(values | {key: None if value == "" else value for key, value in stands.items()}, row)

    def write(self, line: Line, before: Line | None) -> None:
        values = dict(line.values)
        values["source"] = values["source"] or SOURCE
        if before:
            self.correct(before.found, {key: values[key] for key in (*self.COMPARED, "source")})
        else:
            self.enter(values)

    def enter(self, values: dict) -> None:
        raise NotImplementedError

    def correct(self, row, values: dict) -> None:
        raise NotImplementedError


def of(holder) -> dict:
    return (
        {"person": holder, "unit": None} if isinstance(holder, Person) else {"unit": holder, "person": None}
    )


class FactList(RecordList):
    MODEL, COMPARED, OFFICE_ONLY = Fact, ("value", "total", "rating"), False

    def __init__(self, **said):
        super().__init__(**said)
        kinds = FactKind.objects.all()
        self.kinds = {search_key(word): kind for kind in kinds for word in (kind.code, kind.name)}

    def kind_called(self, text: str) -> FactKind:
        if kind := self.kinds.get(search_key(text)):
            return kind
        names = ", ".join(dict.fromkeys(kind.name for kind in self.kinds.values()))
        raise Misfit("kind", f"Không có loại số liệu “{text}”. Ghi một trong: {names}.")

    def subject(self, values: dict) -> dict:
        holder = self.holder_called(values["name"], values.get("birth_date"))
        kind = self.kind_called(values["kind"])
        period = values["period"] or Period.YEAR
        return of(holder) | {"kind": kind, "year": values["year"], "period": period}

    def import_instance(self, instance, row, **kwargs):
        """A rating is the word of the scale of its kind."""
        if row.get("rating"):
            row["rating"] = rating_called(row["rating"], self.kind_called(row["kind"]))
        super().import_instance(instance, row, **kwargs)

    def enter(self, values: dict) -> None:
        subject = self.subject(values)
        holder = subject.pop("person") or subject["unit"]
        subject.pop("unit")
        figures = {key: values[key] for key in ("value", "total", "source")}
        rating = values["rating"] or ""
        with blamed("rating" if rating else "value"):
            enter_fact(subject.pop("kind"), holder, **subject, **figures, rating=rating, by=self.by)

    def correct(self, row: Fact, values: dict) -> None:
        correct_fact(row, by=self.by, note=WHY, **values | {"rating": values["rating"] or ""})


def rating_called(text: str, kind: FactKind) -> str:
    """The code of a rating written in words: `Hoàn thành tốt nhiệm vụ` is HTTNV."""
    words = words_of(kind.code) or ALL_WORDS
    key = search_key(text)
    return next((code for code, name in words.items() if key in (search_key(code), search_key(name))), text)


class OfIndicator(RecordList):
    """Rows that name an indicator and a unit."""

    def __init__(self, **said):
        super().__init__(**said)
        self.indicators = {same(row.code): row for row in Indicator.objects.all()}

    def about(self, values: dict) -> tuple:
        found = self.indicators.get(same(values["indicator"]))
        if found is None:
            codes = ", ".join(row.code for row in self.indicators.values())
            raise Misfit("indicator", f"Không có chỉ số “{values['indicator']}”. Ghi một trong: {codes}.")
        return found, self.unit_called(values["name"])

    def subject(self, values: dict) -> dict:
        indicator, unit = self.about(values)
        key = "year" if "year" in values else "since_year"
        return {"indicator": indicator, "unit": unit, key: values[key]}

    def given(self, values: dict) -> dict:
        return {key: value for key, value in values.items() if key not in ("name", "indicator")}


class ScoreList(OfIndicator):
    MODEL, COMPARED = IndicatorScore, ("score", "rank")

    def enter(self, values: dict) -> None:
        with blamed("score"):
            enter_score(*self.about(values), **self.given(values), by=self.by)

    def correct(self, row, values: dict) -> None:
        correct_score(row, by=self.by, note=WHY, **values)


class AssignmentList(OfIndicator):
    MODEL, COMPARED = Assignment, ("until_year",)

    def enter(self, values: dict) -> None:
        with blamed("since_year"):
            assign_indicator(*self.about(values), **self.given(values), by=self.by)

    def correct(self, row, values: dict) -> None:
        correct_assignment(row, by=self.by, note=WHY, **values)


class HoldList(RecordList):
    MODEL, COMPARED = Hold, ("until", "note")

    def subject(self, values: dict) -> dict:
        holder = self.holder_called(values["name"], values.get("birth_date"))
        return of(holder) | {"reason": values["reason"], "since": values["since"]}

    def enter(self, values: dict) -> None:
        subject = self.subject(values)
        holder = subject["person"] or subject["unit"]
        told = {key: values[key] for key in ("reason", "since", "until", "source")}
        with blamed("since"):
            enter_hold(holder, **told, note_text=values["note"] or "", by=self.by)

    def correct(self, row: Hold, values: dict) -> None:
        correct_hold(row, by=self.by, note=WHY, **values | {"note": values["note"] or ""})


def may_report(user, on) -> bool:
    return may_enter(user, on, office_only=False)


def may_publish(user, on) -> bool:
    return may_enter(user, on, office_only=True)


FACTS = ListKind(
    "facts",
    "Số liệu theo dõi",
    (
        NAME,
        BIRTH,
        Column("kind", "Loại số liệu", required=True, example="Tỷ lệ giải ngân vốn đầu tư công", longest=200),
        year("year", "Năm"),
        Column("period", "Kỳ", Kind.CHOICE, choices=dict(Period.choices), help="Để trống: cả năm."),
        Column("value", "Số", Kind.DECIMAL, also=("Giá trị", "Số lượng", "Tỷ lệ"), example="92,5"),
        Column("total", "Trên tổng số", Kind.DECIMAL, also=("Tổng số",), example=""),
        Column(
            "rating",
            "Xếp loại",
            example="",
            help="Chỉ ghi với loại số liệu là xếp loại, ví dụ “Hoàn thành tốt nhiệm vụ”, “Tốt”.",
        ),
        SOURCE_COLUMN,
    ),
    FactList,
    may_report,
    "Xếp loại, vi phạm, giải ngân, hồ sơ và văn bản đúng hạn: mỗi dòng một số của một đơn vị hoặc cá nhân.",
)
SCORES = ListKind(
    "scores",
    "Điểm, thứ hạng chỉ số",
    (
        UNIT,
        INDICATOR,
        year("year", "Năm"),
        Column("score", "Điểm", Kind.DECIMAL, example="66,35"),
        Column("rank", "Thứ hạng", Kind.INTEGER, also=("Hạng", "Xếp hạng"), example="12"),
        SOURCE_COLUMN,
    ),
    ScoreList,
    may_publish,
    "PAR INDEX, PCI, PAPI, SIPAS, DDCI và thành phần: mỗi dòng một chỉ số của một đơn vị trong một năm.",
)
ASSIGNMENTS = ListKind(
    "assignments",
    "Giao phụ trách chỉ số",
    (
        UNIT,
        INDICATOR,
        year("since_year", "Từ năm"),
        year("until_year", "Đến hết năm", required=False, example=""),
        SOURCE_COLUMN,
    ),
    AssignmentList,
    may_publish,
    "Đơn vị nào phụ trách chỉ số nào: tiêu chí “chỉ số đã được giao” chỉ xét những chỉ số này.",
)
HOLDS = ListKind(
    "holds",
    "Tạm dừng xét",
    (
        NAME,
        BIRTH,
        Column("reason", "Lý do", Kind.CHOICE, required=True, choices=dict(HoldReason.choices)),
        Column("since", "Từ ngày", Kind.DATE, required=True, example="05/03/2025"),
        Column("until", "Đến hết ngày", Kind.DATE, example=""),
        Column("note", "Nội dung", example="", longest=300),
        SOURCE_COLUMN,
    ),
    HoldList,
    may_publish,
    "Kỷ luật, thanh tra, khiếu nại: mỗi dòng một đơn vị hoặc cá nhân chưa được xét.",
)
