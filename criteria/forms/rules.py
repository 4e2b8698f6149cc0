"""The rules of the catalogue typed row by row: known names to choose from, parameters in words."""

from django import forms
from django.core.exceptions import ValidationError

from criteria.eligibility.rules import EFFECTS, RULES, WHENS
from criteria.models import AwardRule, AwardType, LegalRegime
from criteria.rules.entries import faults
from criteria.rules.words import asked_for, read, written
from criteria.services.rules import calendar_faults, neighbour
from units.enums import UnitKind

from .tables import CommonField, PartsField

SPARE = 3
PARTS = ("key", "parameters", "citation", "effect", "when", "verified")


class RulesWidget(forms.Widget):
    """A table: one line for each rule and some empty ones; a line without a rule is left out."""

    template_name = "admin/widgets/rules.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        lines = [*(value or []), *({} for _ in range(SPARE))]
        context["widget"]["lines"] = [line(f"{name}-{number}", entry) for number, entry in enumerate(lines)]
        context["rules"] = [(key, rule.words, asked_for(key)) for key, rule in RULES.items()]
        context["effects"], context["whens"] = EFFECTS.items(), WHENS.items()
        return context

    def value_from_datadict(self, data, files, name):
        found, number = [], 0
        while f"{name}-{number}-key" in data:
            typed = {part: data.get(f"{name}-{number}-{part}", "").strip() for part in PARTS}
            if typed["key"]:
                found.append(entry_of(typed))
            number += 1
        return found

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-0-key" not in data

    def id_for_label(self, id_):
        return f"{id_}-0-key" if id_ else id_


def line(prefix: str, entry: dict) -> dict:
    """What one line of the table shows."""
    return {
        "prefix": prefix,
        "key": entry.get("key", ""),
        "parameters": written(entry.get("parameters", {})),
        "citation": entry.get("citation", ""),
        "effect": entry.get("effect", ""),
        "when": entry.get("when", ""),
        "verified": entry.get("verified", True),
    }


def entry_of(typed: dict) -> dict:
    """The entry as the catalogue keeps it: only what differs from the rule's own way."""
    entry = {
        "key": typed["key"],
        "parameters": read(typed["key"], typed["parameters"]),
        "citation": typed["citation"],
    }
    entry |= {part: typed[part] for part in ("effect", "when") if typed[part]}
    return entry if typed["verified"] else entry | {"verified": False}


class RulesField(forms.Field):
    """The rules of one row; an unknown rule, or a parameter that it does not take, is refused."""

    widget = RulesWidget

    def clean(self, value):
        value = super().clean(value) or []
        if found := faults(value, set(AwardType.objects.values_list("code", flat=True))):
            raise ValidationError(found)
        return value


class AwardRuleForm(forms.ModelForm):
    rule_keys = RulesField(label="Điều kiện xét", required=False)
    unit_kinds = forms.MultipleChoiceField(
        label="Loại đơn vị quyết định",
        required=False,
        choices=UnitKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    proposing_kinds = forms.MultipleChoiceField(
        label="Loại đơn vị trình cũng phải đạt tỷ lệ phiếu",
        required=False,
        choices=UnitKind.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Hội đồng của đơn vị chỉ trình lên cũng phải đạt tỷ lệ này, cũng bỏ phiếu kín.",
    )
    required_parts = PartsField(label="Thành phần hồ sơ", required=False)
    change_note = forms.CharField(
        label="Lý do sửa", required=False, max_length=300, help_text="Được lưu cùng bản cũ của quy định."
    )

    class Meta:
        model = AwardRule
        fields = (
            "award_type",
            "group",
            "regime",
            "unit",
            "unit_kinds",
            "authority",
            "coefficient",
            "vote_percent",
            "ballot_required",
            "proposing_kinds",
            "cap_percent",
            "cap_base",
            "required_parts",
            "rule_keys",
            "citation",
            "verified",
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("cap_percent") and not cleaned.get("cap_base"):
            self.add_error("cap_base", "Ghi tỷ lệ này tính trên số người được tặng danh hiệu nào.")
        return cleaned


class RegimeForm(forms.ModelForm):
    common_rules = CommonField(
        label="Điều kiện chung",
        required=False,
        help_text="Áp dụng cho mọi danh hiệu, hình thức. Để trống căn cứ: lấy của chế độ được kế thừa.",
    )
    change_note = forms.CharField(
        label="Lý do sửa", required=False, max_length=300, help_text="Được lưu cùng bản cũ của chế độ."
    )

    class Meta:
        model = LegalRegime
        fields = (
            "code",
            "name",
            "instrument",
            "valid_from",
            "valid_to",
            "women_percent",
            "women_citation",
            "common_rules",
            "inherits",
            "verified",
        )

    def clean(self):
        """One regime for each day; the one before gives way where it stood next to this one."""
        cleaned = super().clean()
        if not self.errors:
            for fault in faults_with(self.instance, cleaned):
                self.add_error("valid_from", fault)
        return cleaned


def faults_with(instance: LegalRegime, cleaned: dict) -> list[str]:
    rows = list(LegalRegime.objects.all())
    former = next((row for row in rows if row.pk == instance.pk), None)
    regime = LegalRegime(
        pk=instance.pk, name=cleaned["name"], valid_from=cleaned["valid_from"], valid_to=cleaned["valid_to"]
    )
    others = [row for row in rows if row.pk != instance.pk]
    neighbour(regime, former, others)
    if cleaned.get("inherits") and cleaned["inherits"].valid_from >= regime.valid_from:
        return ["Chế độ chỉ kế thừa chế độ có trước nó."]
    return calendar_faults([regime, *others])
