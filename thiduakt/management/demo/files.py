"""The demonstration's data, read from fixtures/demo."""

import json

from django.conf import settings

FOLDER = settings.BASE_DIR / "fixtures"


def read(name: str) -> dict:
    return json.loads((FOLDER / "demo" / name).read_text())


def read_plan(number: str) -> dict:
    return json.loads((FOLDER / "plans" / f"{number}.json").read_text())
