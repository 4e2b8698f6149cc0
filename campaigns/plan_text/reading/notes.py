"""What a person should look at: doubts in the text, and words that no field holds."""

import re
from collections.abc import Iterator
from itertools import pairwise

from . import grounds
from .awards import named_in
from .criteria import names_columns
from .dates import moments
from .head import STATE
from .labels import ROMAN
from .numerals import disagreeing
from .owners import owners_of
from .phrases import folded, is_caps
from .quotas import uncounted
from .slips import slips_in
from .tail import CAPACITY, SIGNED
from .tasks import WHEN, WHO, answer, dated_items, quarter_of

ROMANS = {"I": 1, "V": 5, "X": 10}
NUMERALS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
SENDS_BACK = re.compile(r"báo cáo về (?P<to>[A-ZĐ][^,;.()]{2,60}?)(?=\s(?:để|trước|theo)|[,;.(]|$)")
OF_TABLE = "bảng: mỗi hàng được giữ thành một đoạn, điểm và cột khác cần người xem"
# The head of a first column alone in its paragraph: a PDF gives a table's cells in any order.
LOST_TABLE = re.compile(r"(?:số )?s?tt|(?:số )?thứ tự", re.IGNORECASE)
OF_LOST_TABLE = "bảng không còn hàng, cột khi đọc tệp này; có tệp Word thì nhập lại từ tệp Word"
LETTERS = "abcdđeghiklmnopqrstuvxy"
END_WORDS = 5
UPPER_QUARTER = 3


def doubt(text: str, clause: str | None, why: str) -> dict:
    return {"kind": "doubt", "text": text, "clause": clause, "why": why}


def left_out(text: str, why: str) -> dict:
    return {"kind": "left_out", "text": text, "clause": None, "why": why}


def notes_of(plan, facts: dict) -> list[dict]:
    """`facts`: the plan JSON so far."""
    readers = (
        of_head,
        of_preamble,
        of_clauses,
        of_numbers,
        of_tasks,
        of_deadlines,
        of_inheritance,
        of_awards,
        of_end,
        of_tail,
    )
    return [note for reader in readers for note in reader(plan, facts)]


def of_head(plan, facts) -> Iterator[dict]:
    head = plan.head
    for text in head.unread:
        if why := why_above(text, plan):
            yield left_out(text, why)
    if head.number_text and head.number is None:
        yield doubt(head.number_text, None, "để trống số")
    if head.date_text and head.day is None:
        yield doubt(head.date_text, None, "để trống ngày")
    elif head.date_text and head.year and head.month and grounds.day_of(head) is None:
        yield doubt(head.date_text, None, "ngày này không có trong lịch")
    for text in [head.title]:
        yield from (doubt(words, None, why) for words, why in slips_in(text))


def why_above(text: str, plan) -> str | None:
    """None for a line of the issuer's own name, which stands in its field."""
    words = folded(text)
    if STATE.search(words):
        return "tiêu ngữ" if "tự do" in words and "cộng hòa" not in words else "quốc hiệu"
    if words in folded(plan.issuer or ""):
        return None
    return "cơ quan chủ quản" if is_caps(text) else "chữ thừa ở đầu văn bản"


def of_preamble(plan, facts) -> Iterator[dict]:
    for text in plan.head.preamble:
        found = [*slips_in(text), *grounds.doubts_of(text, grounds.day_of(plan.head))]
        yield from (doubt(words, None, why) for words, why in found)


def of_clauses(plan, facts) -> Iterator[dict]:
    signed = grounds.day_of(plan.head)
    general = {each["clause"] for each in facts["legal_bases"]}
    for clause in plan.clauses:
        cited = grounds.doubts_of(clause.words, signed) if clause.path in general else ()
        for words, why in [*slips_in(clause.whole), *cited, *disagreeing(clause.whole), *sent_back(clause)]:
            yield doubt(words, clause.path, why)
        if names_columns(clause):
            yield doubt(clause.words, clause.path, OF_TABLE)
        if clause.kind is None and LOST_TABLE.fullmatch(clause.words):
            yield doubt(clause.words, clause.path, OF_LOST_TABLE)
    for body, path, why in grounds.other_bodies(plan.head.preamble, plan.clauses):
        yield doubt(body, path, why)


def sent_back(clause) -> Iterator[tuple[str, str]]:
    """Who reports to himself."""
    for found in SENDS_BACK.finditer(clause.text or ""):
        if (clause.text or "").startswith(f"Giao {found['to']}"):
            yield found[0], f"giao {found['to']} báo cáo về {found['to']}"


def of_numbers(plan, facts) -> Iterator[dict]:
    for clause in plan.clauses:
        if clause.path.endswith("'"):
            name = clause.label.strip("()").rstrip(".)/:-– ")
            word = "mục" if clause.kind == ROMAN else "số" if name[:1].isdigit() else "điểm"
            line = f"{clause.label} {clause.heading or clause.text or ''}".strip()
            yield doubt(line, clause.path, f"{word} {name} lặp lại, có thể là {following(clause, name)}")


def following(clause, name: str) -> str:
    if clause.kind == ROMAN and not name.isdigit():
        return roman(value(name) + 1)
    above, _, last = name.rpartition(".")
    if last.isdigit():
        return f"{above}.{int(last) + 1}" if above else str(int(last) + 1)
    return LETTERS[(LETTERS.find(last) + 1) % len(LETTERS)] if last in LETTERS else "số khác"


def value(name: str) -> int:
    numbers = [ROMANS[letter] for letter in name]
    return sum(-one if one < after else one for one, after in pairwise([*numbers, 0]))


def roman(number: int) -> str:
    text = ""
    for worth, letters in NUMERALS:
        text += letters * (number // worth)
        number %= worth
    return text


def of_tasks(plan, facts) -> Iterator[dict]:
    if plan.kind != "annual_plan":
        return
    items = dated_items(plan.clauses)
    for item in items:
        yield from other_quarter(plan, item)
    for before, item in pairwise(items):
        one, other = answer(before, WHO), answer(item, WHO)
        same = one and other and one[1] == other[1] and answer(before, WHEN)[1] == answer(item, WHEN)[1]
        if same and len(owners_of(one[1])) > 1:
            number = before.label.rstrip(".)")
            yield doubt(other[1], other[0].path, f"trách nhiệm trùng với việc {number}, có thể chép lại")


def other_quarter(plan, item) -> Iterator[dict]:
    below, text = answer(item, WHEN)
    quarter = quarter_of(item)
    for each in moments(text, plan.year):
        if quarter and each.on and re.match(r"\d{4}-\d\d", each.on):
            due = (int(each.on[5:7]) + 2) // UPPER_QUARTER
            if due != quarter:
                yield doubt(text, below.path, f"việc của quý {roman(quarter)} nhưng hạn ở quý {roman(due)}")


def of_deadlines(plan, facts) -> Iterator[dict]:
    signed = grounds.day_of(plan.head)
    paths = {each["clause"] for each in facts["deadlines"]}
    for clause in plan.clauses:
        found = moments(clause.says, plan.year) if clause.path in paths else ()
        for each in found:
            if why := why_of_day(plan, each, signed):
                early = why.startswith("sớm")
                words = each.text if early else re.sub(r"^\D*", "", each.text)
                yield doubt(words.strip(), clause.path, why)


def why_of_day(plan, each, signed: str | None) -> str | None:
    if each.on is None:
        return "ngày này không có trong lịch"
    day = f"{plan.year}{each.on[1:]}" if each.recurring and plan.year else each.on
    if signed and len(day) == len(signed) and day < signed:
        return f"sớm hơn ngày ký kế hoạch ({grounds.shown(signed)})"
    if each.recurring and plan.year and plan.kind == "campaign":
        word = re.search(r"h[àằ]ng năm", each.text, re.IGNORECASE)[0]
        return f"“{word}” trong kế hoạch của riêng năm {plan.year}"
    return None


def of_inheritance(plan, facts) -> Iterator[dict]:
    own = next((each["clause"] for each in facts["criteria"]), None)
    for each in facts["inherits"]:
        if each["what"] == "criteria" and own:
            clause = next(found for found in plan.clauses if found.path == each["clause"])
            words = clause.says[: clause.says.index(each["reference"]) + len(each["reference"])]
            section = re.split(r"[-+¶]", own)[0].split(".")[0]
            yield doubt(
                words,
                clause.path,
                f"dẫn tiêu chí của kế hoạch cấp trên, trong khi mục {section} đã nêu tiêu chí riêng",
            )


def of_awards(plan, facts) -> Iterator[dict]:
    for clause in plan.clauses:
        yield from (doubt(words, clause.path, why) for words, why in uncounted(plan, clause))
    at = {clause.path: clause for clause in plan.clauses}
    for each in facts["awards"]:
        if each["type"] is None:
            clause = at[each["clause"]]
            named = next(found for found in named_in(clause.whole) if found.form == each["form"])
            words = clause.whole[named.start : named.end]
            yield doubt(words, clause.path, "chưa rõ là loại nào trong danh mục khen thưởng")


def of_end(plan, facts) -> Iterator[dict]:
    last = plan.clauses[-1] if plan.clauses else None
    if last and not last.words.endswith("./."):
        yield doubt(" ".join(last.words.split()[-END_WORDS:]), last.path, "hết bản văn mà không có “./.”")


def of_tail(plan, facts) -> Iterator[dict]:
    tail = plan.tail
    for name, written in list(zip(tail.recipients, tail.written, strict=True))[:-1]:
        if not written.endswith(";"):
            yield doubt(name, None, "thiếu dấu “;” cuối dòng")
    for name in tail.recipients:
        yield from (doubt(words, None, why) for words, why in slips_in(name))
    yield from of_signature(plan, facts["signatory"])
    for text in plan.pages:
        yield left_out(text, "số trang")
    for text in tail.unread:
        if SIGNED.fullmatch(text):
            yield left_out(text, "dấu hiệu đã ký")
            continue
        near = "chữ thừa trước tên người ký, có thể do nhận dạng dấu chữ ký số"
        yield left_out(text, near if tail.name else "chữ thừa ở cuối văn bản")
    for text in tail.after:
        yield left_out(text, "sau tên người ký, ngoài nội dung kế hoạch")


def of_signature(plan, signatory: dict) -> Iterator[dict]:
    lines, position = signatory["lines"], signatory["position"]
    if signatory["name"] and not lines:
        yield doubt(signatory["name"], None, "thiếu chức vụ của người ký")
    for place, line in enumerate(lines):
        if whys := [*line_doubts(plan, line, first=place == 0)]:
            yield doubt(line, None, " và ".join(whys))
    if signatory["capacity"] == "KT." and position:
        yield from deputy_doubts(position.lower(), signatory)


def deputy_doubts(position: str, signatory: dict) -> Iterator[dict]:
    head = signatory["on_behalf_of"] or ""
    if not position.startswith("phó"):
        yield doubt(signatory["position"], None, "ký thay (KT.) nhưng chức vụ không phải cấp phó")
    elif not position.endswith(head.lower()):
        yield doubt(signatory["position"], None, f"chức vụ không khớp với dòng ký thay “{head}”")


def line_doubts(plan, line: str, first: bool) -> Iterator[str]:
    capacity = CAPACITY.match(line)
    if capacity and re.match(r"[A-Z]+\.\S", line):
        yield f"thiếu khoảng trắng sau “{capacity['capacity']}”"
    of_committee = re.match(r"(?:ủy ban nhân dân|ubnd)", folded(plan.issuer or ""))
    if first and capacity and capacity["capacity"].startswith("KT") and of_committee:
        yield "thiếu dòng “TM. ỦY BAN NHÂN DÂN”"
