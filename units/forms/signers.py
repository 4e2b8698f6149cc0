"""Who signs a paper, chosen from those who may."""

from django import forms

from units.models import Person


class SignerField(forms.ModelChoiceField):
    """Head and deputies, by `offer`; where only one of them is there, he is chosen already."""

    def __init__(self):
        super().__init__(Person.objects.none(), label="Người ký", empty_label="Chọn người ký")

    def offer(self, people) -> None:
        """`people`: a queryset."""
        self.queryset = people
        few = list(people[:2])
        if len(few) == 1:
            self.initial = few[0].pk


class SignerForm(forms.Form):
    """Head or deputy of the deciding unit."""

    signer = SignerField()

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].offer(people)
