"""A pre-printed blank: its size, the printer's offset, the places of its texts; and what to print on it."""

from django import forms

from nominations.models import Award, CertificateField, CertificateTemplate
from thiduakt.vietnamese.fields import LineInput
from units.models import Unit

SMALL = {"class": "form-control", "inputmode": "decimal", "autocomplete": "off", "size": 6}


class NewBlankForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Của đơn vị", empty_label=None)
    name = LineInput(label="Tên phôi", max_length=100, help_text="Ví dụ: Phôi giấy khen A4 năm 2026.")
    width = forms.DecimalField(
        label="Rộng (mm)", min_value=100, max_value=500, decimal_places=1, initial=297, localize=True
    )
    height = forms.DecimalField(
        label="Cao (mm)", min_value=100, max_value=500, decimal_places=1, initial=210, localize=True
    )

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units


class BlankForm(forms.ModelForm):
    class Meta:
        model = CertificateTemplate
        fields = ["name", "award_type", "width", "height", "offset_x", "offset_y"]
        localized_fields = ["width", "height", "offset_x", "offset_y"]
        help_texts = {
            "offset_x": "Số âm: sang trái. Đo trên tờ căn chỉnh.",
            "offset_y": "Số âm: lên trên.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["award_type"].empty_label = "Mọi danh hiệu, hình thức"
        for name, (least, most) in BOUNDS.items():
            field = self.fields[name]
            field.min_value, field.max_value = least, most
            field.validators += [
                forms.fields.validators.MinValueValidator(least),
                forms.fields.validators.MaxValueValidator(most),
            ]


BOUNDS = {"width": (100, 500), "height": (100, 500), "offset_x": (-50, 50), "offset_y": (-50, 50)}
RANGES = {"x": (0, 500), "y": (0, 500), "width": (10, 500), "size": (6, 72)}


class PlaceForm(forms.ModelForm):
    class Meta:
        model = CertificateField
        fields = ["shown", "x", "y", "width", "size", "align", "bold"]
        localized_fields = ["x", "y", "width", "size"]
        widgets = {name: forms.TextInput(attrs=SMALL) for name in RANGES}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["align"].widget.attrs["class"] = "form-select"
        for name, (least, most) in RANGES.items():
            self.fields[name].validators += [
                forms.fields.validators.MinValueValidator(least),
                forms.fields.validators.MaxValueValidator(most),
            ]


def place_forms(template: CertificateTemplate, data=None) -> list[PlaceForm]:
    return [PlaceForm(data, instance=field, prefix=field.key) for field in template.fields.all()]


class RunForm(forms.Form):
    """Which certificates, on what, and why once more."""

    template = forms.ModelChoiceField(
        CertificateTemplate.objects.none(),
        label="In trên",
        required=False,
        empty_label="Giấy trắng: in đủ khung, chữ",
    )
    awards = forms.ModelMultipleChoiceField(
        Award.objects.none(), error_messages={"required": "Chưa chọn bản nào để in."}
    )
    note = LineInput(
        label="Lý do in lại", max_length=300, required=False, help_text="Chỉ khi có bản đã in trước đây."
    )

    def __init__(self, *args, awards, templates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["awards"].queryset = awards
        self.fields["template"].queryset = templates
