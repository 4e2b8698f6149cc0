"""A criterion by hand: every kind of measure that plans use, and the kind of record that answers it."""

import pytest

from campaigns.forms.criteria import CriterionForm
from criteria.measures import FactSet, Share, evaluate, overall
from criteria.models import Criterion

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        (
            {"new_kind": "none_of", "new_about": "ho_so_tre_hen"},
            {"kind": "none_of", "about": "ho_so_tre_hen"},
        ),
        ({"new_kind": "document_exists"}, {"kind": "document_exists"}),
        (
            {"new_kind": "indicator_or_rank", "new_indicators": "DDCI, PCI"},
            {"kind": "indicator_rise", "or_rank": True, "indicators": ["DDCI", "PCI"]},
        ),
        (
            {"new_kind": "share_of_units", "new_percent": 10},
            {"kind": "share_over", "of": "subordinate_units", "percent": 10, "exception": None},
        ),
        (
            {"new_kind": "any", "new_exception": "vì lý do chủ quan", "new_about": "vi_pham_ky_luat"},
            {"kind": "any", "of": None, "exception": "vì lý do chủ quan", "about": "vi_pham_ky_luat"},
        ),
        ({"new_kind": "below", "new_percent": 95, "new_about": "vi_pham_ky_luat"}, None),
    ],
)
def test_measure_is_added_with_what_it_is_about(typed, entry):
    form = CriterionForm({"group": "head", "text": "Tiêu chí", **typed})
    if entry is None:
        assert form.errors == {"new_about": ["Số liệu này không dùng cho phép đo đã chọn."]}
        return
    assert form.errors == {}
    [found] = [*form.values["measures"], *form.values["disqualifiers"]]
    assert {name: value for name, value in found.items() if name != "text"} == entry
    again = CriterionForm({"group": "head", "text": "x"}, instance=Tied([found]))
    about = [name for name in again.fields if name.startswith("about_")]
    assert about == (["about_measures_0"] if entry["kind"] in ("none_of", "any") else [])


class Tied:
    """The tie of a clause and a criterion with these measures."""

    pk, revision = 1, 0

    def __init__(self, measures):
        self.criterion = Criterion(group="head", text="x", measures=measures)


@pytest.mark.parametrize(
    ("typed", "figures", "outcome"),
    [
        ({"new_kind": "share_of_units", "new_percent": 10}, {"don_vi_vi_pham": Share(2, 10)}, "unmet"),
        ({"new_kind": "share_over", "new_percent": 10}, {"vi_pham_gio_giac": Share(2, 20)}, "met"),
        ({"new_kind": "any", "new_about": "ho_so_tre_hen"}, {"ho_so_tre_hen": 1}, "unmet"),
        ({"new_kind": "below", "new_percent": 95, "new_about": "giai_ngan"}, {"giai_ngan": 94}, "unmet"),
        ({"new_kind": "below", "new_percent": 95}, {"giai_ngan": 94}, "confirm"),
    ],
)
def test_measure_added_by_hand_is_computed(typed, figures, outcome):
    form = CriterionForm({"group": "collective", "text": "Tiêu chí", **typed})
    assert form.errors == {}
    made = form.values
    found = evaluate(made["measures"], made["disqualifiers"], FactSet(figures=figures), made["text"])
    assert str(overall(found)) == outcome
