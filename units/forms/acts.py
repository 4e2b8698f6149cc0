"""What is typed of an act of organisation. The first page asks, the second shows and is sent."""

import datetime as dt

from django import forms

from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.enums import ActKind, UnitKind
from units.models import Unit
from units.services.reform import Decision, Reform

from .people import DAY_HELP

# How many units a split may make on one form.
MOST_PARTS = 4
PARENTS = (UnitKind.TINH, UnitKind.SO, UnitKind.HUYEN, UnitKind.XA, UnitKind.DON_VI, UnitKind.DOAN_THE)
NEW_UNIT = ("code", "name", "short_name", "symbol")


class ActForm(forms.Form):
    """The decision, and what it does to one unit; `reform()` is what the service takes.

    A part whose code is in use is that unit, else one that is founded.
    """

    effective_on = forms.DateField(label="Có hiệu lực từ ngày", help_text=DAY_HELP)
    decision_number = LineInput(label="Số quyết định", max_length=60, help_text="Ví dụ: 12/QĐ-UBND")
    decision_date = forms.DateField(label="Ngày quyết định", help_text=DAY_HELP)
    decision_issuer = LineInput(label="Cơ quan quyết định", max_length=200)
    note = BlockInput(
        label="Ghi chú", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, kind: str, unit: Unit, kept, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.unit, self.kept = kind, unit, kept
        self.parts = {ActKind.MERGE: 1, ActKind.RENAME: 1, ActKind.SPLIT: MOST_PARTS}.get(kind, 0)
        if kind == ActKind.MERGE:
            self.fields["others"] = self.others_field()
        if kind == ActKind.MOVE:
            self.fields["parent"] = self.parent_field()
        for place in range(self.parts):
            self.add_part(place)

    def others_field(self) -> forms.Field:
        """Units beside this one: the usual partners of a merger."""
        link = self.unit.parents.order_by("-since").first()
        beside = self.kept.filter(parents__parent=link and link.parent_id, parents__until__isnull=True)
        return forms.ModelMultipleChoiceField(
            beside.exclude(pk=self.unit.pk).filter(valid_to__isnull=True).distinct(),
            label="Sáp nhập cùng với",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Đơn vị nhận sáp nhập mà vẫn giữ tên thì không chọn ở đây, chỉ ghi mã ở phần dưới.",
        )

    def parent_field(self) -> forms.Field:
        above = self.kept.filter(kind__in=PARENTS, valid_to__isnull=True).exclude(pk=self.unit.pk)
        return forms.ModelChoiceField(above, label="Cơ quan quản lý mới", empty_label="Chọn cơ quan")

    def add_part(self, place: int) -> None:
        optional = place >= (2 if self.kind == ActKind.SPLIT else 1)
        number = f" {place + 1}" if self.parts > 1 else ""
        add = self.fields.__setitem__
        add(f"code_{place}", LineInput(label=f"Mã đơn vị{number}", max_length=40, required=not optional))
        add(f"name_{place}", LineInput(label=f"Tên đầy đủ{number}", max_length=200, required=False))
        add(f"short_name_{place}", LineInput(label=f"Tên gọn{number}", max_length=100, required=False))
        add(f"symbol_{place}", LineInput(label=f"Ký hiệu văn bản{number}", max_length=20, required=False))

    @property
    def groups(self) -> list[list]:
        """Bound fields of each part, for the page."""
        return [[self[f"{name}_{place}"] for name in NEW_UNIT] for place in range(self.parts)]

    @property
    def plain(self) -> list:
        """Every other field."""
        return [self[name] for name in self.fields if not name.startswith(tuple(f"{n}_" for n in NEW_UNIT))]

    def clean(self):
        data = super().clean()
        for place in range(self.parts):
            code = data.get(f"code_{place}")
            known = code and Unit.objects.filter(code=code).exists()
            if code and not known and not data.get(f"name_{place}"):
                self.add_error(f"name_{place}", f"Chưa có đơn vị nào mã {code}: ghi tên để lập mới.")
        return data

    def reform(self, placing: dict[str, int] | None = None) -> Reform:
        data = self.cleaned_data
        decision = Decision(data["decision_number"], data["decision_date"], data["decision_issuer"])
        return Reform(
            kind=self.kind,
            olds=[self.unit, *data.get("others", ())],
            effective_on=data["effective_on"],
            decision=decision,
            into=[part for place in range(self.parts) if (part := self.part(place, data["effective_on"]))],
            parent=data.get("parent"),
            placing=placing or {},
            note=data["note"] or "",
        )

    def part(self, place: int, on: dt.date) -> Unit | None:
        code = self.cleaned_data.get(f"code_{place}")
        if not code:
            return None
        known = Unit.objects.filter(code=code).first()
        return known or self.new_unit(place, on)

    def new_unit(self, place: int, on: dt.date) -> Unit:
        """What the form does not ask is as with the unit before."""
        typed = {name: self.cleaned_data[f"{name}_{place}"] or "" for name in NEW_UNIT}
        typed["short_name"] = typed["short_name"] or typed["name"].replace("Ủy ban nhân dân", "UBND")
        same = {name: getattr(self.unit, name) for name in ("kind", "place_name", "head_title")}
        return Unit(valid_from=on, **typed, **same)


class ConsentForm(forms.Form):
    """Sent from the preview: where each part and person goes, the scan of the decision, the yes."""

    scan = forms.FileField(
        label="Bản chụp quyết định",
        required=False,
        help_text="Không bắt buộc. Tệp pdf, jpg, png, tối đa 20 MB.",
    )

    def __init__(self, *args, parts: list[Unit], placed: list[tuple[str, str, int]], **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = [key for key, _, _ in placed] if len(parts) > 1 else []
        choices = [(place, part.short_name) for place, part in enumerate(parts)]
        for key, words, place in placed if self.keys else ():
            field = forms.TypedChoiceField(label=words, choices=choices, coerce=int, initial=place)
            field.widget.attrs["class"] = "form-select form-select-sm"
            self.fields[key] = field

    @property
    def rows(self) -> list:
        return [self[key] for key in self.keys]

    def placing(self) -> dict[str, int]:
        return {key: self.cleaned_data[key] for key in self.keys}
