"""What is typed of a session: when it is, who came, what was said, the counts, the chair's order."""

from django import forms

from councils.enums import Presence
from councils.models import Council, CouncilMember, CouncilSession, SessionItem
from thiduakt.clock import today
from thiduakt.vietnamese.fields import LineInput
from units.models import Person

TIME = {"placeholder": "14:00", "inputmode": "numeric", "autocomplete": "off"}
COUNT = {"inputmode": "numeric", "autocomplete": "off"}
MOST = 999


class NewSessionForm(forms.Form):
    """A session of one of the councils one may plan for."""

    council = forms.ModelChoiceField(Council.objects.none(), label="Hội đồng", empty_label=None)
    held_on = forms.DateField(label="Ngày họp", help_text="Ghi ngày/tháng/năm, ví dụ 03/12/2026.")
    subject = LineInput(
        label="Nội dung họp",
        max_length=300,
        help_text="Ghi như trong biên bản, ví dụ: xét khen thưởng năm 2026.",
    )
    place = LineInput(label="Địa điểm", max_length=200, required=False)

    def __init__(self, *args, councils, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils
        self.fields["held_on"].initial = f"{today():%d/%m/%Y}"


class WriteForm(forms.ModelForm):
    """Attendance of every member, and the plain facts of the meeting."""

    class Meta:
        model = CouncilSession
        fields = ["starts_at", "ends_at", "place", "discussion", "conclusion"]
        widgets = {"starts_at": forms.TimeInput(attrs=TIME), "ends_at": forms.TimeInput(attrs=TIME)}

    def __init__(self, *args, attendances, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["discussion"].widget.attrs["rows"] = 4
        self.fields["conclusion"].widget.attrs["rows"] = 4
        self.fields["conclusion"].help_text = "Để trống thì biên bản ghi kết quả theo số phiếu."
        self.marks = [(row, self.add_mark(row), self.add_note(row)) for row in attendances]

    def add_mark(self, row):
        name = f"presence_{row.member_id}"
        self.fields[name] = forms.ChoiceField(
            label=row.member.person.full_name, choices=marks_for(row), initial=row.presence
        )
        self.fields[name].widget.attrs["class"] = "form-select"
        return self[name]

    def add_note(self, row):
        """Why he is away, or the paper of his opinion; the paper that sends a substitute has its own form."""
        if row.presence == Presence.SUBSTITUTE:
            return None
        name = f"note_{row.member_id}"
        self.fields[name] = LineInput(
            label=f"{row.member.person.full_name}: lý do vắng, văn bản gửi ý kiến",
            max_length=200,
            required=False,
            initial=row.note,
        )
        self.fields[name].widget.attrs |= {
            "class": "form-control",
            "placeholder": "lý do vắng, văn bản ý kiến",
        }
        return self[name]

    @property
    def plain(self):
        return [self[name] for name in self._meta.fields]

    def presences(self) -> dict[int, str]:
        return {row.member_id: self.cleaned_data[bound.name] for row, bound, _ in self.marks}

    def notes(self) -> dict[int, str]:
        return {row.member_id: self.cleaned_data[note.name] for row, _, note in self.marks if note}

    def written(self) -> dict:
        """What the service takes: presences, notes and the plain facts."""
        facts = {name: self.cleaned_data[name] for name in self._meta.fields}
        return facts | {"presences": self.presences(), "notes": self.notes()}


def marks_for(row) -> list[tuple[str, str]]:
    """A substitute is named in a form of his own: here he only stays."""
    kept = row.presence == Presence.SUBSTITUTE
    return [mark for mark in Presence.choices if kept or mark[0] != Presence.SUBSTITUTE]


class SubstituteForm(forms.Form):
    """Who comes for a member, and by which paper."""

    member = forms.ModelChoiceField(
        CouncilMember.objects.none(), label="Thành viên vắng", empty_label="Chọn thành viên"
    )
    person = forms.ModelChoiceField(Person.objects.none(), label="Người dự thay", empty_label="Chọn người")
    authority = LineInput(
        label="Văn bản ủy quyền", max_length=200, help_text="Số, ngày; ví dụ: Giấy ủy quyền số 12 ngày 03/12."
    )

    def __init__(self, *args, session, people, **kwargs):
        super().__init__(*args, **kwargs)
        members = CouncilMember.objects.filter(attendances__session=session).select_related("person")
        self.fields["member"].queryset = members
        self.fields["person"].queryset = people


class VotesForm(forms.Form):
    """Counts per item; an item without a yes is not counted yet."""

    def __init__(self, *args, items: list[SessionItem], **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = [(item, [self.count(item, name) for name in ("yes", "no", "blank")]) for item in items]

    def count(self, item: SessionItem, name: str):
        words = SessionItem._meta.get_field(name).verbose_name
        field = f"{name}_{item.pk}"
        self.fields[field] = forms.IntegerField(
            label=f"{item.title}: {words}",
            required=False,
            min_value=0,
            max_value=MOST,
            initial=getattr(item, name),
            widget=forms.TextInput(attrs=COUNT | {"class": "form-control", "size": 3, "maxlength": 3}),
        )
        return self[field]

    def counts(self) -> dict[int, dict[str, int]]:
        """{item key: {"yes", "no", "blank"}} of those with a yes; what is left empty beside it is 0."""
        typed = self.cleaned_data
        return {
            item.pk: {name: typed[f"{name}_{item.pk}"] or 0 for name in ("yes", "no", "blank")}
            for item, _ in self.rows
            if typed[f"yes_{item.pk}"] is not None
        }


class ChairForm(forms.Form):
    """The chair's order among equal votes: 1, 2, 3 …, each once, and why."""

    def __init__(self, *args, items: list[SessionItem], **kwargs):
        super().__init__(*args, auto_id=f"id_{items[0].pk}_%s", **kwargs)
        self.items = items
        for item in items:
            self.fields[f"rank_{item.pk}"] = forms.TypedChoiceField(
                label=item.title,
                coerce=int,
                choices=[("", "Chọn thứ tự"), *((n, f"Thứ {n}") for n in range(1, len(items) + 1))],
                help_text=f"Ưu tiên: {item.preferred}" if item.preferred else "",
            )
        self.fields["note"] = LineInput(label="Lý do", max_length=300, help_text="In trong biên bản họp.")

    def clean(self):
        ranks = list(self.ranks().values())
        if len(set(ranks)) != len(ranks):
            raise forms.ValidationError("Mỗi thứ tự chỉ dùng cho một đề nghị.")
        return self.cleaned_data

    def ranks(self) -> dict[int, int]:
        typed = ((item.pk, self.cleaned_data.get(f"rank_{item.pk}")) for item in self.items)
        return {pk: number for pk, number in typed if number}


class AgendaForm(forms.Form):
    """What to put on the agenda."""

    keys = forms.TypedMultipleChoiceField(
        label="Đưa vào chương trình họp",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chưa chọn hồ sơ nào."},
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(one.key, label_of(one)) for one in candidates]


def label_of(candidate) -> str:
    return f"{candidate.label} ({candidate.detail})" if candidate.detail else candidate.label
