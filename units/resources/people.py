"""The list of people with their present position; the same name twice is asked, never guessed."""

from collections import defaultdict

from thiduakt.sheets.columns import Column, Kind
from thiduakt.vietnamese.text import search_key
from units.enums import Category, Gender
from units.models import Person, Unit
from units.registry import ListKind
from units.services.identity import set_citizen_number
from units.services.newcomers import Newcomer, checked, create_people
from units.services.people import create_person, edit_person, move_person, refuse_bad_birth
from units.services.rights import keeps_any_unit
from units.services.tree import must_exist

from .finding import UnitFinder, with_birth
from .known_people import PersonFinder, digits
from .lines import Line, ListResource, Misfit, blamed

PERSONAL = ("full_name", "birth_date", "gender", "category")
COLUMNS = (
    Column(
        "full_name",
        "Họ và tên",
        required=True,
        also=("Họ tên", "Họ, tên", "Tên"),
        example="Nguyễn Văn An",
        longest=100,
    ),
    Column(
        "birth_date",
        "Ngày sinh",
        Kind.DATE,
        also=("Ngày tháng năm sinh", "Năm sinh", "Ngày, tháng, năm sinh"),
        example="05/12/1980",
        year_is_enough=True,
        help="Ghi ngày/tháng/năm. Chỉ biết năm thì hệ thống để trống ngày sinh.",
    ),
    Column("gender", "Giới tính", Kind.CHOICE, also=("Nam/Nữ",), choices=dict(Gender.choices), example="Nam"),
    Column(
        "category",
        "Đối tượng",
        Kind.CHOICE,
        also=("Loại", "Diện"),
        choices=dict(Category.choices),
        example="Công chức",
    ),
    Column(
        "unit",
        "Đơn vị",
        required=True,
        also=("Đơn vị công tác", "Phòng, ban", "Mã đơn vị", "Nơi công tác"),
        example="XNP-KT",
        help="Mã hoặc tên đơn vị như trong hệ thống.",
    ),
    Column(
        "position",
        "Chức vụ",
        required=True,
        also=("Chức danh", "Chức vụ, chức danh"),
        example="Chuyên viên",
        longest=150,
    ),
    Column(
        "is_head",
        "Người đứng đầu",
        Kind.YES,
        also=("Đứng đầu", "Thủ trưởng"),
        example="",
        help="Ghi “x” cho thủ trưởng đơn vị.",
    ),
    Column(
        "since",
        "Giữ chức vụ từ ngày",
        Kind.DATE,
        also=("Từ ngày",),
        example="01/07/2025",
        help="Để trống: từ hôm nay.",
    ),
    Column(
        "citizen_number",
        "Số định danh",
        also=("CCCD", "Số CCCD", "Số định danh cá nhân", "CMND"),
        example="",
        longest=20,
        help="Không bắt buộc; dùng để phân biệt người cùng tên. Ô định dạng chữ để không mất số 0 đầu.",
    ),
    Column(
        "another",
        "Là người khác cùng tên",
        Kind.YES,
        example="",
        help="Ghi “x” khi đã có người cùng tên trong hệ thống và đây là một người khác.",
    ),
)


class PersonList(ListResource):
    """Whoever is new and leads nothing waits in a queue and is written with the others, at the end.

    A row that may be about somebody in the queue has the queue written first.
    """

    def __init__(self, **said):
        super().__init__(**said)
        open_units = Unit.objects.kept_by(self.by, self.on).filter(valid_to__isnull=True)
        self.unit_called = UnitFinder(open_units, "unit")
        self.people = PersonFinder()
        self.seen: dict[tuple, str] = {}
        self.queue: list[Newcomer] = []
        self.queued: dict[str, list[Newcomer]] = defaultdict(list)

    def prepare(self, rows: list[dict]) -> None:
        self.people.read(search_key(row["full_name"]) for row in rows)
        self.people.read_numbers(digits(row.get("citizen_number")) for row in rows)

    def finish(self) -> None:
        """Who is new comes in, all at once."""
        queue, self.queue = self.queue, []
        self.queued.clear()
        if queue:
            create_people(queue, by=self.by)
            self.people.read(one.key for one in queue)
            self.people.read_numbers(digits(one.number) for one in queue)

    def put_off(self, newcomer: Newcomer) -> None:
        checked(newcomer, self.on)
        self.queue.append(newcomer)
        for key in (newcomer.key, digits(newcomer.number)):
            self.queued[key].append(newcomer)

    def is_queued(self, values: dict) -> bool:
        """Whether a row above, not written yet, may be about the same person."""
        number = digits(values.get("citizen_number"))
        same = self.queued.get(search_key(values["full_name"]), ())
        alike = any(one.is_like(values.get("birth_date")) for one in same)
        return alike or bool(number and number in self.queued)

    def known(self, values: dict) -> Line | None:
        if self.is_queued(values):
            self.finish()
        person = self.person_of(values)
        if person is None:
            return None
        post = person.appointment_on(self.on)
        held = {
            "unit": post.unit.code if post else None,
            "position": post.position if post else None,
            "is_head": bool(post and post.is_head) or None,
            "since": post.since if post else None,
        }
        own = {key: getattr(person, key) or None for key in PERSONAL}
        return Line(own | held | {"citizen_number": None, "another": None}, person)

    def person_of(self, values: dict) -> Person | None:
        """By citizen number; else by name and birth date. Raises Refused where that leaves a doubt."""
        if found := self.people.numbered_as(values.get("citizen_number")):
            return found
        if values.get("another"):
            return None
        alike = self.people.alike(values["full_name"], values.get("birth_date"))[:5]
        sure = [person for person in alike if self.is_same(person, values)]
        if len(sure) == 1:
            return sure[0]
        if alike:
            raise Misfit("full_name", self.doubt(alike, values["full_name"]))
        return None

    def is_same(self, person: Person, values: dict) -> bool:
        """The same birth date, both known; or neither known, and the same unit."""
        if values.get("birth_date") or person.birth_date:
            return person.birth_date == values.get("birth_date")
        post = person.appointment_on(self.on)
        return bool(post) and post.unit_id == self.unit_called(values["unit"]).pk

    def doubt(self, alike: list[Person], name: str) -> str:
        """Who is there already and what to write to tell them apart; of a stranger only that he is there."""
        kept = Person.objects.kept_by(self.by, self.on).filter(pk__in=[person.pk for person in alike])
        shown = {person.pk: with_birth(person) for person in kept}
        known = "; ".join(shown.get(person.pk, "một người ở cơ quan khác") for person in alike)
        return (
            f"Đã có người cùng tên {name} trong hệ thống ({known}). Ghi ngày sinh hoặc số định danh "
            "cho đúng người ấy, hoặc ghi “x” ở cột “Là người khác cùng tên”."
        )

    def import_instance(self, instance, row, **kwargs):
        """A unit named by its name is the same as one named by its code; a row twice in the file is told."""
        row["unit"] = self.unit_called(row["unit"]).code
        row["is_head"] = row.get("is_head") or None
        if instance.found and instance.values.get("since") and instance.values["unit"] == row["unit"]:
            row["since"] = None
        self.refuse_twice(row)
        super().import_instance(instance, row | {"citizen_number": None, "another": None}, **kwargs)
        instance.number, instance.another = row.get("citizen_number"), row.get("another")

    def refuse_twice(self, row: dict) -> None:
        key = (search_key(row["full_name"]), row.get("birth_date"), row["unit"], row.get("another"))
        if key in self.seen and not row.get("another"):
            sentence = f"{row['full_name']} ở {row['unit']} đã có ở dòng khác của tệp. Bỏ một dòng."
            raise Misfit("full_name", sentence)
        self.seen[key] = row["full_name"]

    def write(self, line: Line, before: Line | None) -> None:
        unit = self.unit_called(line.values["unit"])
        self.refuse_bad_days(line.values, unit)
        if before is None and not line.values["is_head"]:
            self.put_off(self.newcomer(line, unit))
            return
        person = before.found if before else self.lead(line, unit)
        if before:
            self.change(person, line.values, before.values, unit)
        if line.number and self.people.numbered_as(line.number) != person:
            with blamed("citizen_number"):
                set_citizen_number(person, line.number, by=self.by)
        self.people.forget(person, line.number)

    def refuse_bad_days(self, values: dict, unit: Unit) -> None:
        with blamed("since"):
            must_exist(unit, values["since"] or self.on)
        with blamed("birth_date"):
            refuse_bad_birth(values["birth_date"], self.on)

    def entered(self, line: Line, unit: Unit) -> dict:
        """What both ways of entering somebody new ask for."""
        values = line.values
        alike = self.people.alike(values["full_name"], values["birth_date"]) if line.another else ()
        return {
            "unit": unit,
            "position": values["position"],
            "since": values["since"] or self.on,
            "apart_from": frozenset(person.pk for person in alike),
            **{key: values[key] or ("" if key != "birth_date" else None) for key in PERSONAL},
        }

    def newcomer(self, line: Line, unit: Unit) -> Newcomer:
        return Newcomer(number=line.number or "", **self.entered(line, unit))

    def lead(self, line: Line, unit: Unit) -> Person:
        """A new head: one of a unit, so each asks who leads it now."""
        return create_person(by=self.by, is_head=True, **self.entered(line, unit))

    def change(self, person: Person, values: dict, before: dict, unit: Unit) -> None:
        if any(values[key] != before[key] for key in PERSONAL):
            edit_person(person, by=self.by, **{key: values[key] for key in PERSONAL if values[key]})
        if any(values[key] != before[key] for key in ("unit", "position", "is_head")):
            since = values["since"] if values["since"] != before["since"] else None
            move_person(
                person,
                unit,
                values["position"],
                since=since or self.on,
                by=self.by,
                is_head=bool(values["is_head"]),
            )


PEOPLE = ListKind(
    "people", "Cá nhân", COLUMNS, PersonList, keeps_any_unit, "Mỗi dòng một người với chức vụ hiện nay."
)
