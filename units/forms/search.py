"""What is typed to find units and people; all in the address, what makes no sense is left out."""

from django import forms

from units.enums import Category
from units.models import Unit

WORD = {"class": "form-control", "placeholder": "Ví dụ: phuoc thuan"}
DAY = {"class": "form-control", "placeholder": "30/06/2025", "inputmode": "numeric", "autocomplete": "off"}


class DayForm(forms.Form):
    ngay = forms.DateField(label="Xem vào ngày", required=False, widget=forms.DateInput(attrs=DAY))


class FindForm(forms.Form):
    q = forms.CharField(
        label="Tìm đơn vị, cá nhân",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs=WORD | {"type": "search"}),
    )


class PeopleFilter(forms.Form):
    """Filters of the list of people: words of the name, a unit, a category."""

    q = forms.CharField(label="Họ và tên (không cần dấu)", required=False, max_length=100)
    don_vi = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị", required=False, empty_label="Tất cả")
    loai = forms.ChoiceField(label="Đối tượng", required=False, choices=[("", "Tất cả"), *Category.choices])

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].queryset = units
        for field in self.fields.values():
            css = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs["class"] = css

    @property
    def words(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("q") or ""

    @property
    def by_name_alone(self) -> bool:
        return bool(self.words) and not (self.cleaned_data.get("don_vi") or self.cleaned_data.get("loai"))

    def filtered(self, people, on):
        self.is_valid()
        chosen = self.cleaned_data
        people = people.found(chosen.get("q") or "")
        if chosen.get("don_vi"):
            people = people.of_units([chosen["don_vi"].pk], on) & people
        return people.filter(category=chosen["loai"]) if chosen.get("loai") else people
