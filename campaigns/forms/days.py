"""A date of a plan as people type it: a day, a month, a year, or a day of every year."""

import datetime as dt
import re

from django import forms

from thiduakt.vietnamese.fields import LineInput

DAY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
MONTH = re.compile(r"^(\d{1,2})[/.-](\d{4})$")
YEARLY = re.compile(r"^(\d{1,2})[/.-](\d{1,2})$")
YEAR = re.compile(r"^\d{4}$")
LEAP_YEAR = 2000
HELP = "Ghi 30/11/2026, hoặc 11/2026 cho cả tháng, 2026 cho cả năm, 05/12 cho ngày ấy hằng năm."
WRONG = f"Ngày chưa đúng. {HELP}"


def typed(on: str) -> str:
    """`2021-11-30`, `2020-12`, `--12-05` of the plan JSON as people type them."""
    return "/".join(reversed(on.removeprefix("--").split("-"))) if on else ""


def parsed(text: str) -> str:
    """What people type as the plan JSON has it. Raises ValueError for no such day."""
    if found := DAY.match(text):
        return dt.date(int(found[3]), int(found[2]), int(found[1])).isoformat()
    if found := MONTH.match(text):
        return dt.date(int(found[2]), int(found[1]), 1).isoformat()[:7]
    if found := YEARLY.match(text):
        return f"--{dt.date(LEAP_YEAR, int(found[2]), int(found[1])):%m-%d}"
    if YEAR.match(text):
        return f"{dt.date(int(text), 1, 1):%Y}".zfill(4)
    raise ValueError(text)


class PlanDayField(LineInput):
    """Holds the date as the plan JSON has it."""

    def __init__(self, **kwargs):
        super().__init__(**({"help_text": HELP, "max_length": 10} | kwargs))

    def prepare_value(self, value):
        return typed(value) if value and "-" in str(value) else value

    def clean(self, value):
        value = super().clean(value)
        try:
            return parsed(value) if value else ""
        except ValueError as error:
            raise forms.ValidationError(WRONG) from error
