"""What the papers of a campaign must say, counted once more from its trails and its plan alone: no database.

Written beside the product, not with it: states, money and shares are spelled out again on purpose.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

HOLDS = {"proposed", "forwarded", "awarded"}
LOST = {
    "withdrawn",
    "unit_declined",
    "ineligible",
    "council_rejected",
    "upper_declined",
    "revoked",
}
RESULTS = {"council_approve": "approved", "council_reject": "rejected"}
GROUPS = {"tập thể": "collective", "cá nhân": "individual"}


@dataclass(frozen=True)
class Printed:
    """A paper's words: `kind` is one of READERS; `key` as in the trails."""

    kind: str
    key: int
    text: str


@dataclass(frozen=True)
class Line:
    """One line of a decision."""

    number: int
    name: str
    group: str
    bonus: int


@dataclass
class Counted:
    """`places`, `limits` by group; `votes` {session: [(title, yes, total)]}; by paper: who is `registered`
    [(group, name)], the places `asked` [(group, number)], `lines`, `taken_back`."""

    places: Counter = field(default_factory=Counter)
    limits: dict[str, int] = field(default_factory=dict)
    registered: dict[int, list[tuple]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[int, list[tuple]] = field(default_factory=dict)
    votes: dict[int, list[tuple]] = field(default_factory=dict)
    lines: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    taken_back: dict[int, list[Line]] = field(default_factory=lambda: defaultdict(list))
    references: dict[int, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def recompute(log: list[dict], plan: dict) -> Counted:
    counted = Counted()
    chained(log, counted)
    results = sessions(log, counted)
    numbers(log, counted)
    registrations(log, plan, counted)
    dossiers(log, plan, results, counted)
    return counted


def by_subject(log: list[dict], of: str) -> dict[int, list[dict]]:
    found = defaultdict(list)
    for row in log:
        if row["of"] == of:
            found[row["key"]].append(row)
    return {key: sorted(rows, key=lambda row: row["seq"]) for key, rows in found.items()}


def chained(log: list[dict], counted: Counted) -> None:
    """Numbered from 1 without a gap, each step from where the one before it ended."""
    for of in ("campaign", "registration", "submission", "dossier", "session", "document"):
        for key, rows in by_subject(log, of).items():
            if [row["seq"] for row in rows] != list(range(1, len(rows) + 1)):
                counted.faults.append(f"{of} {key}: a row is missing")
            last = {}
            for row in rows:
                if row["was"] and last.get(row.get("stage"), row["was"]) != row["was"]:
                    counted.faults.append(f"{of} {key}: {row['action']} begins elsewhere")
                last[row.get("stage")] = row["to"]


def sessions(log: list[dict], counted: Counted) -> dict[str, str]:
    """{item: result} by the votes that were typed and the share of all members that was needed."""
    results = {}
    for key, rows in by_subject(log, "session").items():
        typed = {}
        for row in rows:
            typed |= row["data"].get("votes", {}) if row["action"] in ("votes", "count") else {}
        for row in (row for row in rows if row["action"] == "close"):
            total, told = row["data"]["total"], []
            for item, (title, percent, result) in row["data"]["items"].items():
                yes = typed[item]["yes"]
                results[item] = "approved" if yes * 100 >= percent * total else "rejected"
                told.append((title, yes, total))
                if (row["data"]["votes"][item][0], result) != (yes, results[item]):
                    counted.faults.append(f"session {key}: {title} was closed with other votes")
            counted.votes[key] = told
    return results


def numbers(log: list[dict], counted: Counted) -> None:
    """Each register counted from 1 in the order in which its papers were issued."""
    last = Counter()
    for row in (row for row in log if row["of"] == "document" and row["action"] == "issue"):
        told = row["data"]
        series = told["unit"], told["kind"], told["day"][:4]
        last[series] += 1
        counted.references[row["key"]] = f"{last[series]:02d}/{told['reference'].split('/')[1]}"


def registrations(log: list[dict], plan: dict, counted: Counted) -> None:
    """Whom each list named, what was asked with it, and the places that there are since the answer."""
    for row in log:
        if row["action"] in ("send_list", "forward_list") and row["of"] == "registration":
            counted.registered[row["data"]["paper"]].append((row["data"]["group"], row["data"]["name"]))
        elif row["action"] in ("send_list", "forward_list"):
            counted.asked[row["data"]["paper"]] = [tuple(pair) for pair in row["data"]["asked"]]
    granted = (row["data"] for row in log if row["action"] == "set_limit")
    counted.limits = {pool["group"]: pool["limit"] for pool in plan["quotas"]}
    counted.limits |= {told["group"]: told["now"] for told in granted}


def dossiers(log: list[dict], plan: dict, results: dict[str, str], counted: Counted) -> None:
    for rows in by_subject(log, "dossier").values():
        told, item, state, line = {}, "", {}, None
        for row in rows:
            state[row["stage"]] = row["to"]
            if row["action"] == "send":
                told = row["data"]
            elif row["action"] == "to_council":
                item = str(row["data"]["item"])
            elif results.get(item) != RESULTS.get(row["action"], results.get(item)):
                counted.faults.append(f"{told['name']}: {row['action']} against the votes")
            elif row["action"] == "award":
                line = line_of(row["data"], told, counted)
                counted.lines[row["data"]["decision"]].append(line)
            elif row["action"] == "revoke":
                counted.taken_back[row["data"]["decision"]].append(line)
        if told and holds_place(told, list(state.values()), plan):
            counted.places[told["group"]] += 1
    for group, limit in counted.limits.items():
        if counted.places[group] > limit:
            counted.faults.append(f"{group}: more than {limit}")


def line_of(data: dict, told: dict, counted: Counted) -> Line:
    """The money once more: coefficient × base salary, up to the next ten thousand."""
    hundredths = int(Decimal(data["coefficient"]) * 100)
    bonus = -(-hundredths * data["base_salary"] // 1_000_000) * 10_000
    if bonus != data["bonus"]:
        counted.faults.append(f"{told['name']}: {data['bonus']} is not {bonus}")
    return Line(data["gold_book_number"], told["name"], told["group"], bonus)


def holds_place(told: dict, states: list[str], plan: dict) -> bool:
    """Of the plan's own places, once at whatever level; a number asked above binds only the sending."""
    kinds = {award["type"]: award["form"] for award in plan["awards"]}
    fits = [
        pool
        for pool in plan["quotas"]
        if pool["group"] == told["group"] and kinds[told["award"]] in pool["forms"]
    ]
    own = states[1] if len(states) > 1 else states[0]
    if not fits or LOST & set(states) or own not in HOLDS:
        return False
    return own == "forwarded" or fits[0]["kind"] != "requested"


def compare(counted: Counted, papers: list[Printed]) -> list[str]:
    """What the papers say otherwise than the trails; empty when both agree."""
    found = list(counted.faults)
    for paper in papers:
        found += READERS[paper.kind](counted, paper)
    printed = Counter()
    for paper in papers:
        sign = {"decision": 1, "revocation": -1}.get(paper.kind, 0)
        for group, number in named(paper.text).items() if sign else ():
            printed[group] += sign * number
    if +printed != +counted.places:
        found.append(f"places: {dict(counted.places)} in the trails, {dict(printed)} on paper")
    told = {key for key, lines in (counted.lines | counted.taken_back).items() if lines}
    read = {paper.key for paper in papers if paper.kind in ("decision", "revocation")}
    return found + [f"no paper {key}" for key in sorted(told ^ read)]


def named(text: str) -> dict[str, int]:
    """`cho 01 tập thể và 03 cá nhân` of the first article."""
    article = re.search(r"Điều 1\..*?có danh sách kèm theo", text)
    return by_group(re.findall(r"(\d+) (tập thể|cá nhân)", article[0] if article else ""))


def money(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def decision(counted: Counted, paper: Printed) -> list[str]:
    return listed(counted, paper, counted.lines[paper.key])


def revocation(counted: Counted, paper: Printed) -> list[str]:
    return listed(counted, paper, counted.taken_back[paper.key])


def listed(counted: Counted, paper: Printed, lines: list[Line]) -> list[str]:
    """Number, every line in its order, the sum; and as many lines as were counted."""
    annex = paper.text.split("DANH SÁCH")[-1]
    wanted = [rf"{line.number:02d} {re.escape(line.name)} .*?{money(line.bonus)}" for line in lines]
    in_order = re.search(".*?".join(wanted), annex)
    total = f"Tổng cộng {money(sum(line.bonus for line in lines))}"
    counts = Counter(line.group for line in lines)
    return [
        f"{paper.kind} {paper.key}: {what}"
        for what, said in (
            ("its number", f"Số: {counted.references.get(paper.key)}" in paper.text),
            ("its lines", bool(in_order)),
            ("its sum", total in annex),
            ("how many", named(paper.text) == dict(counts)),
        )
        if not said
    ]


def certificates(counted: Counted, paper: Printed) -> list[str]:
    """One sheet for each line, in the order of the gold book."""
    sheets = paper.text.split("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")[1:]
    lines = sorted(counted.lines[paper.key], key=lambda line: line.number)
    if len(sheets) != len(lines):
        return [f"certificates {paper.key}: {len(sheets)} for {len(lines)} awards"]
    reference = counted.references.get(paper.key)
    return [
        f"certificates {paper.key}: {line.name}"
        for line, sheet in zip(lines, sheets, strict=True)
        for words in (line.name, f"Số quyết định: {reference}", f"Số sổ vàng: {line.number:02d}")
        if words not in sheet
    ]


def minutes(counted: Counted, paper: Printed) -> list[str]:
    return [
        f"minutes {paper.key}: {title}"
        for title, yes, total in counted.votes.get(paper.key, [])
        if not re.search(rf"\d\d {re.escape(title)} [^/]*? {yes}/{total} ", paper.text)
    ]


def registration_list(counted: Counted, paper: Printed) -> list[str]:
    """Its number, how many it names, every name, the places that it asks for."""
    people = counted.registered[paper.key]
    head, _, asks = paper.text.partition("cho số lượng khen thưởng:")
    counts = re.findall(r"(\d+) (tập thể|cá nhân)", head.partition("gồm")[2].partition(":")[0])
    asked = re.findall(r"(\d+) (tập thể|cá nhân),", asks)
    return [
        f"{paper.kind} {paper.key}: {what}"
        for what, said in (
            ("its number", f"Số: {counted.references.get(paper.key)}" in paper.text),
            ("how many", by_group(counts) == Counter(group for group, _ in people)),
            ("its names", all(re.search(rf"\d\d {re.escape(name)} ", paper.text) for _, name in people)),
            ("what it asks", by_group(asked) == dict(counted.asked[paper.key])),
        )
        if not said
    ]


def by_group(found: list[tuple[str, str]]) -> dict[str, int]:
    return {GROUPS[word]: int(number) for number, word in found}


READERS = {
    "registrations": registration_list,
    "decision": decision,
    "revocation": revocation,
    "certificates": certificates,
    "minutes": minutes,
}
