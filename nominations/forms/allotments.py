"""How a pool is allotted: a number beside each unit or kind of unit, and the most for each single one."""

from django import forms

from campaigns.models import Quota
from campaigns.quota import Share
from units.enums import UnitKind
from units.models import Unit

MOST = 9_999


class AllotmentForm(forms.Form):
    """An empty field allots nothing. `each`: the most for any unit, whatever else is allotted."""

    def __init__(self, *args, quota: Quota, units: list[Unit], **kwargs):
        super().__init__(*args, **kwargs)
        kinds = {unit.kind: UnitKind(unit.kind).label for unit in units}
        self.whose: dict[str, dict] = {
            **{f"unit_{unit.pk}": {"words": unit.short_name, "unit": unit.pk} for unit in units},
            **{
                f"kind_{kind}": {"words": f"các đơn vị loại {label.lower()}", "kind": kind}
                for kind, label in kinds.items()
            },
            "each": {"words": "mỗi đơn vị"},
        }
        now = {key_of(row): row.limit for row in quota.allotments.all()}
        for name, whose in self.whose.items():
            self.fields[name] = forms.IntegerField(
                label=whose["words"][:1].upper() + whose["words"][1:],
                required=False,
                min_value=0,
                max_value=MOST,
                initial=now.get(name),
                error_messages={"invalid": "Ghi số chỗ bằng chữ số, hoặc để trống."},
            )

    def parts(self) -> list[tuple[str, list]]:
        """(heading, fields) in the order in which they are filled in."""
        rows = {name: self[name] for name in self.fields}
        return [
            ("Theo đơn vị", [row for name, row in rows.items() if name.startswith("unit_")]),
            ("Hoặc theo loại đơn vị", [row for name, row in rows.items() if name.startswith("kind_")]),
            ("Nhiều nhất cho mỗi đơn vị", [rows["each"]]),
        ]

    def shares(self) -> list[Share]:
        found = self.cleaned_data
        return [Share(found[name], **whose) for name, whose in self.whose.items() if found[name] is not None]


def key_of(row) -> str:
    if row.unit_id:
        return f"unit_{row.unit_id}"
    return f"kind_{row.unit_kind}" if row.unit_kind else "each"
