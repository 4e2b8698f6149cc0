"""What a plan says of itself as forms: number and day, period, registration."""

import datetime as dt

from django import forms

from campaigns.enums import CampaignKind, RegistrationMode
from campaigns.models import Campaign
from thiduakt.vietnamese.fields import BlockInput, LineInput

from .rules import FIRST_YEAR, LAST_YEAR, inclusive

HIGHEST_NUMBER = 99_999
BLANK = "Để trống nếu văn bản để trống."


class HeadFactForm(forms.Form):
    """`revision`: the one whose values were shown; `values`: columns of the campaign for the service."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args, campaign: Campaign, **kwargs):
        super().__init__(*args, **kwargs)
        self.campaign = campaign
        self.initial = {"revision": campaign.head_revision} | self.shown(campaign)

    def shown(self, campaign: Campaign) -> dict:
        return {name: getattr(campaign, name) for name in self.fields if name != "revision"}

    @property
    def values(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class PeriodForm(HeadFactForm):
    period_from_issue = forms.BooleanField(label="Từ ngày ban hành kế hoạch", required=False)
    period_from = forms.DateField(label="Từ ngày", required=False, help_text="Để trống nếu từ ngày ban hành.")
    period_until = forms.DateField(label="Đến ngày", required=False)
    period_until_inclusive = inclusive()

    def clean(self):
        start, end = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_until")
        if start and end and end < start:
            self.add_error("period_until", "Ngày kết thúc phải sau ngày bắt đầu.")
        return self.cleaned_data


class RegistrationForm(HeadFactForm):
    registration_mode = forms.ChoiceField(label="Đăng ký thi đua", choices=RegistrationMode.choices)
    registration_to = LineInput(label="Đăng ký về", required=False, max_length=200)


class DocumentForm(HeadFactForm):
    title = LineInput(label="Trích yếu", max_length=500)
    kind = forms.ChoiceField(label="Loại", choices=CampaignKind.choices)
    year = forms.IntegerField(label="Năm", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    number = forms.IntegerField(
        label="Số", required=False, min_value=1, max_value=HIGHEST_NUMBER, help_text=BLANK
    )
    symbol = LineInput(label="Ký hiệu", required=False, max_length=40, help_text="Ví dụ KH-UBND.")
    place = LineInput(label="Địa danh", required=False, max_length=60)
    day = forms.IntegerField(label="Ngày", required=False, min_value=1, max_value=31, help_text=BLANK)
    month = forms.IntegerField(label="Tháng", required=False, min_value=1, max_value=12)
    preamble = BlockInput(label="Phần mở đầu, mỗi đoạn một dòng", required=False, max_length=20_000)
    recipients = BlockInput(label="Nơi nhận, mỗi nơi một dòng", required=False, max_length=5_000)
    document_year = forms.IntegerField(
        label="Năm ban hành", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    def shown(self, campaign: Campaign) -> dict:
        written = campaign.document
        head = {name: written.get(name) for name in ("number", "symbol", "place", "day", "month")}
        own = {"title": campaign.title, "kind": campaign.kind, "year": campaign.year}
        lists = {"preamble": "\n".join(campaign.preamble)}
        lists["recipients"] = "\n".join(recipient.text for recipient in campaign.recipients.all())
        return own | head | lists | {"document_year": written.get("year")}

    def clean(self):
        chosen = self.cleaned_data
        try:
            if chosen.get("day") and chosen.get("month"):
                dt.date(chosen.get("document_year") or LAST_YEAR, chosen["month"], chosen["day"])
        except ValueError:
            self.add_error("day", "Không có ngày này trong tháng.")
        return chosen

    @property
    def values(self) -> dict:
        chosen = self.cleaned_data
        head = {name: chosen[name] or None for name in ("number", "symbol", "place", "day", "month")}
        document = self.campaign.document | head | {"year": chosen["document_year"]}
        own = {name: chosen[name] for name in ("title", "kind", "year")}
        lists = {"preamble": chosen["preamble"].splitlines()}
        # The paper sets the dash of each line itself.
        lists["recipients"] = [line.lstrip("-–+ ") for line in chosen["recipients"].splitlines()]
        return own | lists | {"document": document}
