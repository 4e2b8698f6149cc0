"""Lists of a row of the catalogue typed as tables: conditions of every award, papers of a dossier."""

from django import forms
from django.core.exceptions import ValidationError

from criteria.rules import general, parts
from criteria.rules.general import COMMON
from criteria.rules.parts import PAPERS, PER

SPARE = 2
WORDS = ("citation", "text", "verified")
OF_PART = ("name", "paper", "per")


class CommonWidget(forms.Widget):
    """One line for each condition that holds for every award; without an article it is left out."""

    template_name = "admin/widgets/common_rules.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        kept = {entry["key"]: entry for entry in value or []}
        context["widget"]["lines"] = [
            {"prefix": f"{name}-{key}", "title": title, "verified": True} | kept.get(key, {})
            for key, title in COMMON.items()
        ]
        return context

    def value_from_datadict(self, data, files, name):
        typed = [(key, [data.get(f"{name}-{key}-{part}", "").strip() for part in WORDS]) for key in COMMON]
        return [common_entry(key, *words) for key, words in typed if any(words[:2])]

    def value_omitted_from_data(self, data, files, name):
        return not any(f"{name}-{key}-citation" in data for key in COMMON)


def common_entry(key: str, citation: str, text: str, verified: str) -> dict:
    entry = {"key": key, "citation": citation, "text": text}
    return entry if verified else entry | {"verified": False}


class CommonField(forms.Field):
    """The conditions of a regime for every award; one without its article is refused."""

    widget = CommonWidget

    def clean(self, value):
        value = super().clean(value) or []
        if found := general.faults(value):
            raise ValidationError(found)
        return value


class PartsWidget(forms.Widget):
    """One line for each paper and some empty ones; a line without a name is left out."""

    template_name = "admin/widgets/parts.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [*(value or []), *({} for _ in range(SPARE))]
        context["widget"]["lines"] = [
            {"prefix": f"{name}-{number}"} | entry for number, entry in enumerate(lines)
        ]
        context["papers"], context["pers"] = PAPERS.items(), PER.items()
        return context

    def value_from_datadict(self, data, files, name):
        found, number = [], 0
        while f"{name}-{number}-name" in data:
            typed = {part: data.get(f"{name}-{number}-{part}", "").strip() for part in OF_PART}
            found += [typed] if typed["name"] else []
            number += 1
        return found

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-0-name" not in data

    def id_for_label(self, id_):
        return f"{id_}-0-name" if id_ else id_


class PartsField(forms.Field):
    """The papers that an award asks for, where a plan names none."""

    widget = PartsWidget

    def clean(self, value):
        value = super().clean(value) or []
        if found := parts.faults(value):
            raise ValidationError(found)
        return value
