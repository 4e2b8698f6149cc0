"""How a rule stood before it was changed, in one line."""

from django.utils import timezone

from criteria.eligibility import Asked
from criteria.models import AwardRuleEvent, AwardType

SHOWN = {
    "authority": "thẩm quyền",
    "coefficient": "hệ số",
    "vote_percent": "tỷ lệ phiếu",
    "cap_percent": "tỷ lệ tối đa",
    "citation": "căn cứ",
}


def version_line(event: AwardRuleEvent) -> str:
    """`Đến 08:12 21/11/2026 (Lê Bảo sửa, lý do): hệ số 0.3; …`."""
    former = event.data["former"]
    at = timezone.localtime(event.at)
    who = event.by or "Hệ thống"
    note = f", {event.note}" if event.note else ""
    values = [f"{word} {former[name]}" for name, word in SHOWN.items() if former.get(name)]
    asked = "; ".join(asked_words(former["rule_keys"])) or "không"
    return f"Đến {at:%H:%M %d/%m/%Y} ({who} sửa{note}): {'; '.join(values)}; điều kiện: {asked}."


def asked_words(entries: list[dict]) -> list[str]:
    names = dict(AwardType.objects.values_list("code", "name"))
    return [f"{Asked.of(entry).title(names)} ({entry['citation']})" for entry in entries]
