"""What is typed of a fact, a score, an assignment, a hold. `chosen()` gives the arguments of the service."""

from django import forms

from criteria.enums import FactScale, Holders, HoldReason, Period
from criteria.models import FactKind, Indicator
from criteria.permissions import people_for, units_for
from criteria.rules.figures import FIRST_YEAR, words_of
from thiduakt.sheets.values import Unfit, cleaned, decimal_of
from thiduakt.vietnamese.fields import LineInput
from thiduakt.vietnamese.text import search_key
from units.models import Person

LAST_YEAR = 2100
MOST_DIGITS = 14
WHAT = {FactScale.SHARE: "Số", FactScale.COUNT: "Số lượng", FactScale.PERCENT: "Tỷ lệ (%)"}


class NumberInput(forms.CharField):
    """A number as people write it here: 66,35; 66.35 too; empty is None."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "maxlength": MOST_DIGITS}

    def to_python(self, value):
        text = cleaned(super().to_python(value) or "")
        if not text:
            return None
        if len(text) > MOST_DIGITS:
            raise forms.ValidationError("Số quá dài.")
        try:
            return decimal_of(text)
        except Unfit as unfit:
            raise forms.ValidationError(f"“{text}” {unfit}") from unfit


class YearInput(forms.IntegerField):
    def __init__(self, **kwargs):
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, **kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "numeric"})


class RecordForm(forms.Form):
    """`row`: the record to correct, None for a new one; `fixed`: its holder, when the page knows it."""

    OFFICE_ONLY = True
    PEOPLE = False
    # Fields of the service's arguments, in order.
    NAMES: tuple[str, ...] = ()

    source = LineInput(
        label="Nguồn", max_length=300, help_text="Số, ngày văn bản hoặc sổ theo dõi làm căn cứ."
    )
    evidence = forms.FileField(
        label="Tệp minh chứng", required=False, help_text="Không bắt buộc. Tệp pdf, jpg, png, tối đa 20 MB."
    )

    def __init__(self, *args, user, on, row=None, fixed=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.on, self.row, self.fixed = user, on, row, fixed
        if row is None and fixed is None:
            self.add_holder()
        if row is not None:
            self.initial = {name: getattr(row, name, None) for name in (*self.NAMES, "source")} | self.initial
            self.fields["note"] = LineInput(
                label="Lý do sửa", max_length=300, help_text="Dòng cũ vẫn còn trong diễn biến để xem lại."
            )
        self.order_fields(["unit", "person_name", *self.NAMES, "source", "evidence", "note"])

    def add_holder(self) -> None:
        units = units_for(self.user, self.on, office_only=self.OFFICE_ONLY).filter(valid_to__isnull=True)
        self.fields["unit"] = forms.ModelChoiceField(
            units.order_by("sort_key"), label="Đơn vị", empty_label="Chọn đơn vị"
        )
        if self.PEOPLE:
            self.fields["person_name"] = LineInput(
                label="Họ tên cá nhân của đơn vị",
                required=False,
                max_length=100,
                help_text="Để trống khi ghi cho cả đơn vị. Không cần gõ dấu.",
            )

    def clean_person_name(self):
        name, unit = self.cleaned_data.get("person_name"), self.cleaned_data.get("unit")
        if not name or unit is None:
            return None
        people = people_for(self.user, self.on) & Person.objects.of_units([unit.pk], self.on)
        found = list(people.filter(search_key__contains=search_key(name))[:6])
        if len(found) != 1:
            raise forms.ValidationError(which_person(name, unit, found))
        return found[0]

    @property
    def holder(self):
        return self.fixed or self.cleaned_data.get("person_name") or self.cleaned_data["unit"]

    def chosen(self) -> dict:
        return {name: self.cleaned_data[name] for name in (*self.NAMES, "source")}


def which_person(name: str, unit, found: list[Person]) -> str:
    if not found:
        return f"{unit} không có ai tên “{name}” mà anh/chị ghi được."
    return (
        f"Có nhiều người tên “{name}”: {', '.join(map(str, found))}. Ghi đủ họ tên, hoặc mở từ trang cá nhân."
    )


class FactForm(RecordForm):
    """One figure of one kind; the kind says what is typed."""

    OFFICE_ONLY = False

    def __init__(self, *args, kind: FactKind, **kwargs):
        self.kind = kind
        self.PEOPLE = kind.holders != Holders.UNIT
        self.NAMES = ("year", "rating") if kind.scale == FactScale.RATING else self.figures()
        super().__init__(*args, **kwargs)
        if self.row is not None:
            del self.fields["year"]
            self.fields.pop("period", None)
            self.NAMES = tuple(name for name in self.NAMES if name in self.fields)

    def figures(self) -> tuple[str, ...]:
        shared = self.kind.scale == FactScale.SHARE
        return ("year", "period", "value", "total") if shared else ("year", "period", "value")

    def order_fields(self, order):
        """The fields of this kind of fact join before they are put in order."""
        made = self.made()
        self.fields |= {name: made[name] for name in self.NAMES}
        super().order_fields(order)

    def made(self) -> dict[str, forms.Field]:
        ratings = words_of(self.kind.code)
        whole = "Để trống thì lấy biên chế của năm." if self.kind.code == "vi_pham_gio_giac" else ""
        return {
            "year": YearInput(label="Năm"),
            "period": forms.ChoiceField(
                label="Kỳ", choices=Period.choices, help_text="Xét tiêu chí theo số của cả năm."
            ),
            "value": NumberInput(label=WHAT.get(self.kind.scale, ""), help_text="Không có thì ghi 0."),
            "total": NumberInput(label="Trên tổng số", required=False, help_text=whole),
            "rating": forms.ChoiceField(
                label="Mức, hình thức", choices=[("", "Chọn mức"), *reversed(ratings.items())]
            ),
        }


class ScoreForm(RecordForm):
    NAMES = ("indicator", "year", "score", "rank")

    indicator = forms.ModelChoiceField(Indicator.objects.all(), label="Chỉ số", empty_label="Chọn chỉ số")
    year = YearInput(label="Năm")
    score = NumberInput(label="Điểm", required=False, help_text="Ví dụ 66,35.")
    rank = forms.IntegerField(
        label="Thứ hạng", required=False, min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].label_from_instance = indicator_label
        if self.row is not None:
            del self.fields["indicator"], self.fields["year"]
            self.NAMES = ("score", "rank")


class AssignmentForm(RecordForm):
    NAMES = ("indicator", "since_year", "until_year")

    indicator = forms.ModelChoiceField(
        Indicator.objects.filter(own=False), label="Chỉ số", empty_label="Chọn chỉ số"
    )
    since_year = YearInput(label="Từ năm")
    until_year = YearInput(label="Đến hết năm", required=False, help_text="Để trống khi còn phụ trách.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicator"].label_from_instance = indicator_label
        if self.row is not None:
            del self.fields["indicator"]
            self.NAMES = ("since_year", "until_year")


class HoldForm(RecordForm):
    PEOPLE = True
    NAMES = ("reason", "since", "until", "note_text")

    reason = forms.ChoiceField(label="Lý do", choices=[("", "Chọn lý do"), *HoldReason.choices])
    since = forms.DateField(label="Từ ngày", help_text="Ghi ngày/tháng/năm.")
    until = forms.DateField(
        label="Đến hết ngày",
        required=False,
        help_text="Để trống khi chưa kết thúc; có kết quả thì sửa dòng này.",
    )
    note_text = LineInput(label="Nội dung", max_length=300, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.row is not None:
            self.initial["note_text"] = self.row.note


def indicator_label(row: Indicator) -> str:
    return f"{row.code}: {row.name}"


class CancelForm(forms.Form):
    """Why a line entered wrongly is taken back."""

    note = LineInput(label="Lý do hủy", max_length=300, error_messages={"required": "Ghi lý do hủy."})
