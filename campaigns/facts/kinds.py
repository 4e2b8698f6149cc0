"""The kinds of rule that a person checks and corrects: their word in addresses, letter and colour."""

from dataclasses import dataclass

from django.db.models import Model

from campaigns.enums import HeadFact
from campaigns.models import (
    CampaignAward,
    CampaignRule,
    Clause,
    ClauseCriterion,
    Deadline,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Quota,
    TargetGroup,
    Task,
)


@dataclass(frozen=True)
class Kind:
    slug: str
    model: type[Model]
    letter: str
    css: str
    label: str

    @property
    def rows(self) -> str:
        """The related name of its rows at a campaign; a criterion hangs on the checklist instead."""
        return f"{self.model._meta.model_name}_set"


@dataclass(frozen=True)
class Reading:
    """One thing to check. `patterns`: where it stands in the clause, or in `paragraph` of the preamble."""

    name: str
    letter: str
    css: str
    title: str
    words: str
    unchecked: bool
    clause: Clause | None = None
    paragraph: int | None = None
    patterns: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return split_name(self.name)[0]

    @property
    def removable(self) -> bool:
        return self.kind != HEAD or self.row in OPTIONAL

    @property
    def row(self) -> str:
        return split_name(self.name)[1]


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("doi-tuong", TargetGroup, "Đ", "is-mute", "Đối tượng"),
        Kind("tieu-chi", ClauseCriterion, "C", "is-vote", "Tiêu chí"),
        Kind("thoi-han", Deadline, "T", "is-info", "Thời hạn"),
        Kind("khen-thuong", CampaignAward, "K", "is-ok", "Khen thưởng"),
        Kind("so-luong", Quota, "S", "is-ok", "Số lượng"),
        Kind("giay-to", PartRequirement, "G", "is-mute", "Giấy tờ"),
        Kind("nhiem-vu", Task, "N", "is-info", "Nhiệm vụ"),
        Kind("quy-dinh", CampaignRule, "Q", "is-vote", "Quy định"),
        Kind("chi-tieu", Objective, "M", "is-ok", "Chỉ tiêu"),
        Kind("theo-ke-hoach", Inheritance, "H", "is-mute", "Theo kế hoạch khác"),
        Kind("kinh-phi", Funding, "P", "is-mute", "Kinh phí"),
        Kind("can-cu", LegalBasis, "B", "is-mute", "Căn cứ"),
    )
}
CRITERION = "tieu-chi"
# Those whose rows hang on the campaign itself.
RULE_KINDS = [kind for kind in KINDS.values() if kind.slug != CRITERION]
HEAD = "dau"
HEAD_LETTER, HEAD_CSS = "V", "is-mute"
DOUBT_LETTER, DOUBT_CSS = "?", "is-bad"


# Of the head's facts those that a plan may do without.
OPTIONAL = {HeadFact.PERIOD, HeadFact.REGISTRATION}


def name_of(kind: str, key: int | str) -> str:
    """How a page names what is checked: `thoi-han_12`, `dau_period`."""
    return f"{kind}_{key}"


def split_name(name: str) -> tuple[str, str]:
    kind, _, key = name.partition("_")
    return kind, key
