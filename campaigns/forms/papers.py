"""A paper of the register, chosen by number, day and title."""

from django import forms

from documents.models import IssuedDocument


class PaperChoice(forms.ModelChoiceField):
    """`queryset` is set by the form that knows its reader."""

    def __init__(self, **kwargs):
        super().__init__(IssuedDocument.objects.none(), **kwargs)

    def label_from_instance(self, document):
        return f"{document} ngày {document.issued_on:%d/%m/%Y}: {document.title}"
