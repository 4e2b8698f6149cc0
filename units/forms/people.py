"""What is typed of people: who they are, where they work, why something changes."""

from django import forms

from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.models import Person, Unit

DAY_HELP = "Ghi ngày/tháng/năm, ví dụ 05/12/2026."


def note_input(label: str, missing: str) -> BlockInput:
    return BlockInput(
        label=label,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": missing},
    )


class IdentityForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ("full_name", "birth_date", "gender", "category")
        help_texts = {"birth_date": DAY_HELP}


class PostForm(forms.Form):
    """One position: where, what, from when, leading or not."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị", empty_label="Chọn đơn vị")
    position = LineInput(label="Chức vụ", max_length=150)
    since = forms.DateField(label="Từ ngày", help_text=DAY_HELP)
    is_head = forms.BooleanField(label="Là người đứng đầu đơn vị", required=False)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units


class NewPersonForm(PostForm):
    """A person with the first position; `apart_from` are look-alikes said to be others."""

    field_order = ["full_name", "birth_date", "gender", "category"]
    full_name = LineInput(label="Họ và tên", max_length=100)
    birth_date = forms.DateField(label="Ngày sinh", required=False, help_text=DAY_HELP)
    gender = Person._meta.get_field("gender").formfield(required=False)
    category = Person._meta.get_field("category").formfield(required=False)
    apart_from = forms.TypedMultipleChoiceField(
        coerce=int, required=False, widget=forms.MultipleHiddenInput, label=""
    )

    def __init__(self, *args, alike=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["apart_from"].choices = [(person.pk, str(person)) for person in alike]


class MoveForm(PostForm):
    """A new position; the ticked ones end the day before."""

    leaves = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label="Thôi giữ từ ngày đó",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bỏ chọn nếu kiêm nhiệm.",
    )
    note = note_input("Căn cứ", "Ghi căn cứ, ví dụ: Quyết định số 15/QĐ-UBND ngày 01/12/2026.")

    def __init__(self, *args, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leaves"].queryset = posts
        self.fields["leaves"].initial = list(posts)
        self.fields["leaves"].label_from_instance = lambda post: f"{post.position}, {post.unit.name}"
        if not posts:
            del self.fields["leaves"]


class LeaveForm(forms.Form):
    last_day = forms.DateField(label="Ngày làm việc cuối cùng", help_text=DAY_HELP)
    note = note_input("Lý do", "Ghi lý do, ví dụ: nghỉ hưu theo Quyết định số 15/QĐ-UBND.")


class NumberForm(forms.Form):
    number = LineInput(label="Số định danh cá nhân", max_length=20, help_text="12 chữ số.")


class RevealForm(forms.Form):
    note = LineInput(
        label="Cần xem để làm gì",
        max_length=300,
        error_messages={"required": "Ghi việc cần xem số định danh."},
    )


class MergeForm(forms.Form):
    """Which other row is the same person."""

    other = forms.ModelChoiceField(
        Person.objects.none(), label="Dòng trùng", widget=forms.RadioSelect, empty_label=None
    )
    note = note_input("Căn cứ để biết là một người", "Ghi căn cứ để biết hai dòng là một người.")

    def __init__(self, *args, alike, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = alike


class HeadcountForm(forms.Form):
    year = forms.IntegerField(label="Năm", min_value=1945, max_value=2100)
    posts = forms.IntegerField(label="Biên chế (người)", min_value=0, max_value=100_000)
