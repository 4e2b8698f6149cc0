"""For how many an award may be given: pools of forms, a group and a limit."""

import re

from . import topics
from .awards import Named, named_in
from .bodies import level_of
from .phrases import folded

COUNT = re.compile(
    r"(?<![\d/.,])(?P<limit>\d{1,4})(?![\d/.,]?\d|\s?%)(?:\s*\((?P<word>[^\W\d_]+(?:\s[^\W\d_]+){0,4})\))?\s+"
    r"(?P<unit>tập thể|cá nhân|cơ quan|đơn vị|phòng|trường|tổ|người|công chức|viên chức|cán bộ"
    r"|giáo viên|đảng viên|đoàn viên|học sinh|chi bộ|công đoàn|chi đoàn|doanh nghiệp|hợp tác xã|lớp"
    r"|khoa|xã|phường|thôn|khu dân cư)\b",
    re.IGNORECASE,
)
INDIVIDUALS = {
    *(
        "cá nhân",
        "người",
        "công chức",
        "viên chức",
        "cán bộ",
        "giáo viên",
        "đảng viên",
        "đoàn viên",
        "học sinh",
    ),
}
MOST = re.compile(r"tối đa|không quá|không vượt quá|nhiều nhất|không nhiều hơn")
ASKED = re.compile(r"đề nghị|đăng ký|trình|đề xuất")


EACH = re.compile(
    r"\b(?:mỗi|từng|một)\s+(?:cơ quan|đơn vị|phòng|xã|phường|thôn|trường|tổ|khối|cụm"
    r"|chi bộ|công đoàn|chi đoàn|doanh nghiệp|hợp tác xã|ban|sở|huyện|lớp|(?P<time>đợt|quý|tháng))\b"
)
# "10 tập thể, trong đó xã không quá 02 tập thể": counted in the ten.
WITHIN = re.compile(r"\btrong đó\b|\bgồm có\b")
NEAR = 30
HOUSEHOLDS = re.compile(r"\d{1,4}\s+hộ(?: gia đình)?\b")
SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%")


def counts_in(text: str) -> list[re.Match]:
    """Numbers of a whole pool: one "mỗi đơn vị" may ask for, or a part of a pool, is none."""
    whole = (found for found in COUNT.finditer(text) if not for_each(text, found))
    return [found for found in whole if not within(text, found)]


def within(text: str, found: re.Match) -> bool:
    """Behind "trong đó" of the same sentence, after a number that it is a part of."""
    start = text.rfind(". ", 0, found.start()) + 1
    said = WITHIN.search(folded(text[start : found.start()]))
    return said is not None and COUNT.search(text, start, start + said.start()) is not None


def for_each(text: str, found: re.Match) -> bool:
    return share_of(text, found) is not None


def share_of(text: str, found: re.Match) -> str | None:
    """For each what the number is: "đơn vị", or a span of time ("đợt"); None for a number of the whole."""
    around = (
        part_before(text, found.start()) + " " + folded(text[found.end() : found.end() + NEAR]).split(",")[0]
    )
    each = EACH.search(around)
    return each and (each["time"] or "đơn vị")


def part_before(text: str, place: int) -> str:
    start = max(text.rfind(mark, 0, place) for mark in (";", ". ")) + 1
    return folded(text[start:place])


def limits_awards(plan, clause) -> bool:
    """A number under "Hình thức", "Số lượng", or beside a form's own name."""
    if not clause.says or not counts_in(clause.says):
        return False
    return plan.topics.has(clause, topics.AWARDS, topics.QUOTAS) or bool(named_in(clause.says))


def quotas_of(plan, awards: list[dict]) -> list[dict]:
    found = []
    for clause in plan.clauses:
        if limits_awards(plan, clause) and not elsewhere(plan, clause):
            found += quotas_in(plan, clause, awards)
    return found


def quotas_in(plan, clause, awards: list[dict]) -> list[dict]:
    forms = named_in(clause.whole)
    shift = len(clause.whole) - len(clause.says)
    return [
        {
            "forms": forms_at(forms, count.start() + shift, clause, awards),
            "group": "individual" if count["unit"].lower() in INDIVIDUALS else "collective",
            "limit": int(count["limit"]),
            "kind": kind_at(plan, clause, count.start() + shift, forms, awards),
            "clause": clause.path,
        }
        for count in counts_in(clause.says)
    ]


def forms_at(forms: list[Named], place: int, clause, awards: list[dict]) -> list[str]:
    """The form named last before the number, else the one after it, else all that the plan gives."""
    if forms:
        return [nearest(forms, place).form]
    above = next((names for up in clause.up() if (names := named_in(up.heading or ""))), [])
    return unique([each.form for each in above] or [award["form"] for award in awards])


def nearest(forms: list[Named], place: int) -> Named:
    before = [each for each in forms if each.start < place]
    return before[-1] if before else forms[0]


def unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def kind_at(plan, clause, place: int, forms: list[Named], awards: list[dict]) -> str:
    words = folded(clause.whole)
    start = max(words.rfind(mark, 0, place) for mark in (";", ". ")) + 1
    if asked(plan, words[start:place], clause, nearest(forms, place) if forms else None, awards):
        return "requested"
    return "max" if MOST.search(words, start, place) else "exact"


def asked(plan, words: str, clause, form: Named | None, awards: list[dict]) -> bool:
    """ "Đề nghị …", "đăng ký …" for an award of a body above the issuer."""
    heading = folded(clause.heading or "")
    if form is None or not (ASKED.search(words) or ASKED.search(heading)):
        return False
    given = (award["authority"] for award in awards if award["form"] == form.form and award["authority"])
    authority = form.authority or next(given, None)
    return higher(plan.issuer, authority) if authority else "tặng" in words


def higher(issuer: str | None, authority: str | None) -> bool:
    own, other = level_of(issuer or ""), level_of(authority or "")
    return own is not None and other is not None and other < own


def uncounted(plan, clause) -> list[tuple[str, str]]:
    """(words, why) of limits that are no number of the whole pool: a share, or so many for each unit."""
    if (
        not clause.says
        or not plan.topics.has(clause, topics.AWARDS, topics.QUOTAS)
        or elsewhere(plan, clause)
    ):
        return []
    found = [(each[0], "tỷ lệ phần trăm, chưa thành số lượng") for each in SHARE.finditer(clause.says)]
    found += [
        (each[0], "số lượng cho hộ gia đình, ngoài tập thể và cá nhân")
        for each in HOUSEHOLDS.finditer(clause.says)
    ]
    found += [
        (each[0], "một phần của số lượng nêu trước đó, không cộng thêm")
        for each in COUNT.finditer(clause.says)
        if within(clause.says, each)
    ]
    return found + [
        (each[0], f"số lượng cho từng {share_of(clause.says, each)}, không phải cho cả phong trào")
        for each in COUNT.finditer(clause.says)
        if for_each(clause.says, each)
    ]


def elsewhere(plan, clause) -> bool:
    return plan.topics.has(clause, topics.CRITERIA, topics.DOSSIER, topics.TARGETS, topics.FUNDING)
