"""The conditions of each award as a page for a jurist: regime, condition, article, effect, checked or not."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from criteria.eligibility.rules import EFFECTS, WHENS, Asked, When

from .general import COMMON

GROUPS = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
HEAD = """# Điều kiện xét khen thưởng

Trang này do `manage.py criteria_page` lập từ danh mục; không sửa bằng tay. Mỗi dòng là một điều kiện mà
hệ thống kiểm tra, theo chế độ pháp lý, kèm căn cứ. **Chưa kiểm chứng** nghĩa là chưa ai đối chiếu dòng
đó với văn bản gốc. Chế độ được chọn theo ngày hồ sơ được tiếp nhận để thẩm định; hồ sơ chưa tiếp nhận
thì theo ngày xem. Điều kiện mà chế độ mới chưa có dòng nào thì lấy của chế độ mà nó kế thừa. Mọi danh
hiệu, hình thức còn theo các điều kiện chung dưới đây, và theo kế hoạch: đúng đối tượng, đăng ký thi đua
nếu kế hoạch đòi.
"""
NOTHING = "Không có điều kiện do máy kiểm tra; người thẩm định xét."
COLUMNS = ("Chế độ", "Điều kiện", "Căn cứ", "Tác dụng", "Kiểm chứng")


def page(catalogue: dict) -> str:
    """Markdown from a dict shaped like `fixtures/catalogue.json`; a rule may name its `unit`."""
    names = {award["code"]: award["name"] for award in catalogue["award_types"]}
    order = list(names)
    rules = sorted(catalogue["award_rules"], key=lambda rule: (order.index(rule["award"]), rule["group"]))
    parts = [HEAD, *regimes(catalogue["regimes"]), *common(catalogue["regimes"])]
    for (award, group), rows in groupby(rules, key=lambda rule: (rule["award"], rule["group"])):
        parts.append(f"\n## {names[award]}, {GROUPS[group]}\n\n")
        parts += table(COLUMNS, conditions(list(rows), catalogue["regimes"], names))
    return "".join(parts)


def regimes(rows: Iterable[dict]) -> Iterator[str]:
    yield "\n## Chế độ pháp lý\n\n"
    lines = [
        (row["name"], days(row), row["instrument"], row["inherits"] or "", checked(row["verified"]))
        for row in rows
    ]
    yield from table(("Chế độ", "Hiệu lực", "Văn bản", "Kế thừa", "Kiểm chứng"), lines)


def common(rows: Iterable[dict]) -> Iterator[str]:
    """What holds for every award, by regime."""
    yield "\n## Điều kiện chung của mọi danh hiệu, hình thức\n\n"
    lines = [
        (
            row["name"],
            f"{COMMON[entry['key']]}. {entry.get('text', '')}".strip(),
            entry["citation"],
            checked(entry.get("verified", True) and row["verified"]),
        )
        for row in rows
        for entry in row["common_rules"]
    ]
    yield from table(("Chế độ", "Điều kiện", "Căn cứ", "Kiểm chứng"), lines)


def days(row: dict) -> str:
    first, last = shown(row["valid_from"]), row["valid_to"]
    return f"từ {first} đến hết {shown(last)}" if last else f"từ {first}"


def shown(day: str) -> str:
    return f"{dt.date.fromisoformat(day):%d/%m/%Y}"


def conditions(rows: list[dict], all_regimes: list[dict], names: dict) -> Iterator[tuple]:
    """One line for each condition of each regime, each condition once; then each unit's own."""
    for regime in all_regimes:
        here = [row for row in rows if row["regime"] == regime["code"]]
        if here:
            yield from once(line for row in here for line in of_rule(row, regime["name"], names))
        elif regime["inherits"]:
            yield regime["name"], "Như chế độ được kế thừa.", "", "", checked(regime["verified"])
    for row in rows:
        if row.get("unit"):
            yield from of_rule(row, f"Quy định riêng của {row['unit']}", names)


def once(lines: Iterable[tuple]) -> list[tuple]:
    found = list(dict.fromkeys(lines))
    return [line for line in found if line[1] != NOTHING] or found


def of_rule(row: dict, whose: str, names: dict) -> Iterator[tuple]:
    for entry in row["rule_keys"]:
        asked = Asked.of(entry)
        effect = EFFECTS[asked.effect]
        words = f"{effect}; {WHENS[asked.when].lower()}" if asked.when != When.ALWAYS else effect
        yield whose, asked.title(names), asked.citation, words, checked(asked.verified and row["verified"])
    if row["cap_percent"]:
        base = names.get(row.get("cap_base") or "", "")
        words = (
            f"Không quá {row['cap_percent']}% số người được tặng {base} của đơn vị trong năm (làm tròn xuống)"
        )
        yield whose, words, row["citation"], EFFECTS["propose"], checked(row["verified"])
    if not row["rule_keys"] and not row["cap_percent"]:
        yield whose, NOTHING, row["citation"], "", checked(row["verified"])


def checked(verified: bool) -> str:
    return "đã kiểm chứng" if verified else "**chưa kiểm chứng**"


def table(head: tuple, lines: Iterable[tuple]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}\n"
    for line in lines:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n"
