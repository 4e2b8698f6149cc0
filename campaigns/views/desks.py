"""What lies before someone who corrects one thing of a draft: its form, its clause, who was faster."""

from django import forms
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from campaigns.enums import HeadFact
from campaigns.facts.heads import head_reading
from campaigns.facts.kinds import HEAD, KINDS, Reading, name_of
from campaigns.facts.readings import reading
from campaigns.facts.uses import uses_of
from campaigns.forms import FORMS, DocumentForm, PeriodForm, RegistrationForm
from campaigns.models import Campaign
from campaigns.services.checking import correct_head, rows_of_kind
from campaigns.services.locking import Newer
from campaigns.services.ruling import correct_rule
from thiduakt.errors import Refused

HEAD_FORMS = {
    HeadFact.DOCUMENT: DocumentForm,
    HeadFact.PERIOD: PeriodForm,
    HeadFact.REGISTRATION: RegistrationForm,
}


class Desk:
    """`newer` holds what someone else saved meanwhile, to be shown beside the refused words."""

    newer: Reading | None = None

    def open(self, request: HttpRequest) -> forms.BaseForm:
        self.form_shown = self.form(request.POST or None)
        return self.form_shown

    def shown(self) -> dict:
        """What the page shows of it."""
        shown = {"form": self.form_shown, "clause": self.clause, "said": self.said(), "newer": self.newer}
        return shown | {"campaign": self.campaign, "uses": self.uses}

    def save(self, form: forms.BaseForm, request: HttpRequest) -> bool:
        """Whether the service took it; else `form_shown` holds the same words with the refusal on top."""
        try:
            self.write(form, form.cleaned_data["revision"] or 0, request.user)
            return True
        except Newer as refused:
            self.reload()
            self.newer = self.said()
            self.form_shown = self.again(request)
            self.form_shown.add_error(None, refused.reasons)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        return False

    def again(self, request: HttpRequest) -> forms.BaseForm:
        """The refused words with the mark of the newer ones: saving once more is then a decision."""
        data = request.POST.copy()
        data["revision"] = self.revision
        form = self.form(data)
        form.is_valid()
        return form


class RuleDesk(Desk):
    """One rule of a plan; 404 when the plan has none of that kind and key."""

    def __init__(self, campaign: Campaign, kind: str, key: str):
        if kind not in KINDS or not key.isdecimal():
            raise Http404("no such rule")
        self.campaign, self.kind, self.key = campaign, kind, int(key)
        self.reload()
        self.uses = uses_of(campaign, kind)

    def reload(self) -> None:
        rows = rows_of_kind(self.campaign, self.kind).select_related("clause")
        self.row = get_object_or_404(rows, pk=self.key)
        self.clause, self.revision = self.row.clause, self.row.revision

    def said(self) -> Reading:
        return reading(KINDS[self.kind], self.row)

    def form(self, data) -> forms.BaseForm:
        return FORMS[self.kind](data, instance=self.row)

    def write(self, form, revision: int, by) -> None:
        name, words = name_of(self.kind, self.key), self.said().words
        correct_rule(self.campaign, name, form.values, revision=revision, words=words, by=by)


class HeadDesk(Desk):
    """One thing that a plan says of itself."""

    uses = ()

    def __init__(self, campaign: Campaign, kind: str, key: str):
        if key not in HEAD_FORMS:
            raise Http404("no such fact")
        self.campaign, self.fact = campaign, HeadFact(key)
        self.reload()

    def reload(self) -> None:
        self.campaign.refresh_from_db()
        self.revision = self.campaign.head_revision
        self.clause = self.said().clause

    def said(self) -> Reading:
        return head_reading(self.campaign, self.fact)

    def form(self, data) -> forms.BaseForm:
        return HEAD_FORMS[self.fact](data, campaign=self.campaign)

    def write(self, form, revision: int, by) -> None:
        correct_head(self.campaign, self.fact.value, form.values, revision=revision, by=by)


def desk_for(campaign: Campaign, kind: str, key: str) -> Desk:
    return (HeadDesk if kind == HEAD else RuleDesk)(campaign, kind, key)
