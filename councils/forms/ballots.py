"""A ballot to mark, a round to open or close, the record of a ballot on paper."""

from django import forms

from councils.enums import Choice
from councils.models import SessionItem, VotingRound
from thiduakt.vietnamese.fields import LineInput

from .sessions import COUNT, MOST

HEAD = "Trưởng ban kiểm phiếu"
OTHERS = "Thành viên ban kiểm phiếu"


class BallotForm(forms.Form):
    """Đồng ý or không đồng ý for each proposal; none is left out."""

    def __init__(self, *args, items: list[SessionItem], **kwargs):
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"choice_{item.pk}"] = forms.ChoiceField(
                label=item.title,
                choices=Choice.choices,
                widget=forms.RadioSelect,
                error_messages={"required": f"{item.title}: chọn đồng ý hoặc không đồng ý."},
            )

    @property
    def rows(self):
        return [(item, self[f"choice_{item.pk}"]) for item in self.items]

    def choices(self) -> dict[int, str]:
        return {item.pk: self.cleaned_data[f"choice_{item.pk}"] for item in self.items}

    def marked(self) -> list[tuple[SessionItem, str, str]]:
        """(proposal, field name, choice) of a whole ballot, to be read once more."""
        return [(item, bound.html_name, self.choices()[item.pk]) for item, bound in self.rows]


class OpenRoundForm(forms.Form):
    """Which proposals are voted on together on screen."""

    items = forms.ModelMultipleChoiceField(
        SessionItem.objects.none(),
        label="Đề nghị bỏ phiếu lượt này",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chưa chọn đề nghị nào."},
    )

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = items
        self.fields["items"].initial = [item.pk for item in items if item.yes is None]


class CancelForm(forms.Form):
    note = LineInput(label="Lý do hủy", max_length=300)


def number(label: str, *, required: bool = True) -> forms.IntegerField:
    widget = forms.TextInput(attrs=COUNT | {"class": "form-control", "size": 3, "maxlength": 3})
    return forms.IntegerField(label=label, required=required, min_value=0, max_value=MOST, widget=widget)


class CountForm(forms.Form):
    """Who counted, and the two counts of each proposal; one left wholly empty was not voted on."""

    head_teller = LineInput(label=HEAD, max_length=100)
    tellers = LineInput(
        label=OTHERS, max_length=300, required=False, help_text="Nhiều người thì cách nhau bằng dấu phẩy."
    )

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.items = list(items)
        for item in self.items:
            for name in ("yes", "no"):
                words = SessionItem._meta.get_field(name).verbose_name
                self.fields[f"{name}_{item.pk}"] = number(f"{item.title}: {words}", required=False)

    @property
    def plain(self):
        return [self[name] for name in self.fields if not name.startswith(("yes_", "no_"))]

    @property
    def rows(self):
        return [(item, [self[f"yes_{item.pk}"], self[f"no_{item.pk}"]]) for item in self.items]

    def counts(self) -> dict[int, dict[str, int]]:
        """{item: {"yes", "no"}} of those with a number; what is empty beside it is 0."""
        typed = {
            i.pk: {name: self.cleaned_data[f"{name}_{i.pk}"] for name in ("yes", "no")} for i in self.items
        }
        return {
            item: {name: count or 0 for name, count in two.items()}
            for item, two in typed.items()
            if set(two.values()) != {None}
        }

    def facts(self) -> dict:
        return {bound.name: self.cleaned_data[bound.name] for bound in self.plain}


class PaperRoundForm(CountForm):
    """The biên bản kiểm phiếu as it was signed."""

    issued, returned, valid, invalid = (
        number(VotingRound._meta.get_field(name).verbose_name.capitalize())
        for name in ("issued", "returned", "valid", "invalid")
    )


class CloseRoundForm(CountForm):
    """The end of a ballot on screen; paper ones of those who did not vote on screen may be beside it."""

    returned = number("Số phiếu giấy thu vào", required=False)
    invalid = number("Trong đó không hợp lệ", required=False)

    def facts(self) -> dict:
        return {
            name: value or (0 if name in ("returned", "invalid") else "")
            for name, value in super().facts().items()
        }
