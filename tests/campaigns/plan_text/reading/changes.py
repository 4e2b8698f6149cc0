"""Ways to change a plan's text, each beside the same change of its JSON."""

import re
import textwrap
import unicodedata
from collections.abc import Callable

NAMES = {
    "Ninh Thuận": "Quảng Ngãi",
    "Ninh Phước": "Ba Tơ",
    "Gia Lai": "Tây Ninh",
    "Sở Công Thương": "Sở Du lịch",
    "Sở Tài chính": "Sở Xây dựng",
    "Sở Khoa học và Công nghệ": "Sở Giao thông vận tải",
    "Phòng Nội vụ": "Phòng Lao động",
    "Văn hóa – Thông tin": "Giáo dục và Đào tạo",
    "SKHCN": "SGTVT",
    "KH-SCT": "KH-SDL",
    "288/KH": "305/KH",
    "Phạm Đăng Thành": "Trần Văn Hậu",
    "Hồ Trọng Luật": "Đặng Thị Ánh Ngọc",
    "Bạch Văn Nguyên": "Lê Ích",
    "Lê Tiến Dũng": "Nguyễn Ngọc Quỳnh Như",
    "Đào Thị Thu Nguyệt": "Võ Hữu Đức",
}
# Quotas, shares, goals and days; the JSON has the numbers apart from their words.
NUMBERS = {
    "03 cá nhân và 03 tập thể": "15 cá nhân và 08 tập thể",
    "07 tập thể và 10 cá nhân": "02 tập thể và 24 cá nhân",
    "01 Tập thể và 01 cá nhân": "04 Tập thể và 06 cá nhân",
    "trên 10%": "trên 15%",
    "tăng 10 bậc": "tăng 7 bậc",
    "0,5-1 điểm": "1-2,5 điểm",
    "30/11/2021": "25/10/2021",
    "15 tháng 11 năm 2021": "05 tháng 10 năm 2021",
    "05/12": "09/11",
    "20/12/2020": "18/11/2020",
    "15/6/2020": "14/5/2020",
    "Trước 28/02/2020": "Chậm nhất ngày 27/01/2020",
    "Trong tháng 12/2020": "Trong tháng 11/2020",
    "**26**": "**127**",
}
LIMITS = {"IV.4": (15, 8), "III.1": (2, 24), "3.b": (4, 6)}
ISO_DAYS = {
    "2021-11-30": "2021-10-25",
    "2021-11-15": "2021-10-05",
    "--12-05": "--11-09",
    "2020-12-20": "2020-11-18",
    "2020-06-15": "2020-05-14",
    "2020-02-28": "2020-01-27",
}
YEARS = re.compile(r"(?<![\d:])20(\d\d)(?!\d)")
ROMANS = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"}


def deep(value, change: Callable):
    """`change` on every string and number of the plan, keys apart."""
    if isinstance(value, dict):
        return {key: deep(each, change) for key, each in value.items()}
    if isinstance(value, list):
        return [deep(each, change) for each in value]
    return change(value)


def replaced(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


def on_strings(change: Callable[[str], str]) -> Callable:
    return lambda plan: deep(plan, lambda each: change(each) if isinstance(each, str) else each)


def other_names(text: str) -> str:
    return replaced(text, NAMES)


def other_numbers(text: str) -> str:
    return replaced(text, NUMBERS)


def other_numbers_of_plan(plan: dict) -> dict:
    plan = on_strings(lambda text: replaced(replaced(text, NUMBERS), ISO_DAYS))(plan)
    for quota, limit in zip(plan["quotas"], limits_of(plan), strict=True):
        quota["limit"] = limit
    for each in [*plan["deadlines"], *plan["tasks"], plan["registration"]]:
        barely_in_time(each)
    for criterion in plan["criteria"]:
        for each in criterion["disqualifiers"]:
            each["percent"] = 15 if each["percent"] == 10 else each["percent"]
    for objective in plan["objectives"]:
        objective["change"] = {"10": "7", "0,5-1": "1-2,5"}[objective["change"]]
    plan["document"]["number"] = plan["document"]["number"] and 127
    return moved_to_november(plan)


def limits_of(plan: dict) -> list[int]:
    clauses = [quota["clause"] for quota in plan["quotas"]]
    return [LIMITS[clause][clauses[:place].count(clause)] for place, clause in enumerate(clauses)]


def barely_in_time(each: dict) -> None:
    """ "Trước 28/02" became "chậm nhất ngày 27/01"."""
    if "2020-01-27" in each.values():
        for key in {"inclusive", "due_inclusive"} & each.keys():
            each[key] = True


def moved_to_november(plan: dict) -> dict:
    """ "Trong tháng 12/2020" became November, the review of plan 000 stayed."""
    for task in plan["tasks"]:
        task["due"] = "2020-11" if task["due"] == "2020-12" else task["due"]
    return plan


def later(text: str) -> str:
    return YEARS.sub(lambda found: f"20{int(found[1]) + 4}", text)


def later_plan(plan: dict) -> dict:
    return deep(plan, lambda each: later(each) if isinstance(each, str) else four_more(each))


def four_more(each):
    return each + 4 if isinstance(each, int) and 2000 < each < 2100 else each


def without_markup(text: str) -> str:
    return re.sub(r"[*#]", "", text)


def with_markup(text: str) -> str:
    """Headings and labels set in bold and italics, as word processors export them."""
    plain = re.sub(r"[*#]", "", text)
    bold = re.sub(r"(?m)^([IVX]+\..*)$", r"## **\1**", plain)
    return re.sub(r"(?m)^(\d\.|[a-z]\)) (.*)$", r"***\1*** *\2*", bold)


def wrapped(text: str, width: int = 60) -> str:
    """A row of a table stays on its line."""
    rows = (line.startswith("|") for line in text.splitlines())
    lines = (
        [line] if row else textwrap.wrap(line, width, break_long_words=False) or [""]
        for row, line in zip(rows, text.splitlines(), strict=True)
    )
    return "\n".join(part for line in lines for part in line)


def wrapped_wide(text: str) -> str:
    return wrapped(text, 100)


def without_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def double_spaced(text: str) -> str:
    return text.replace("\n", "\n\n")


def indented(text: str) -> str:
    return re.sub(r"(?m)^(?=.)", "      ", text)


def tabs_behind_labels(text: str) -> str:
    return re.sub(r"(?m)^([-+]|\d+\.|[a-zđ]\)|[IVX]+\.) ", r"\1\t", text)


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def hard_blanks(text: str) -> str:
    """No-break spaces, double blanks, blanks at line ends, zero-width marks."""
    return re.sub(r" (?=\w)", "\u00a0", text.replace(", ", ",\u00a0 ")).replace("\n", " \u200b\n")


def arabic(text: str) -> str:
    """I. → 1., the 1. below it → 1.1., the 1.1. below that → 1.1.1."""
    section, lines = "", []
    for line in text.split("\n"):
        roman = re.match(r"(\W*)([IVX]+)\. ", line)
        number = re.match(r"(\W*)(\d+(?:\.\d+)*)\. ", line)
        if roman and roman[2] in ROMANS:
            section = ROMANS[roman[2]]
            line = f"{roman[1]}{section}. {line[roman.end() :]}"
        elif number and section:
            line = f"{number[1]}{section}.{number[2]}. {line[number.end() :]}"
        lines.append(line)
    return "\n".join(lines)


def arabic_plan(plan: dict) -> dict:
    for clause in plan["clauses"]:
        roman = re.match(r"[IVX]+", clause["path"])
        label = clause["label"] or ""
        if label.rstrip(".") in ROMANS:
            clause["label"] = f"{ROMANS[label.rstrip('.')]}."
        elif roman and re.match(r"\d", label):
            clause["label"] = f"{ROMANS[roman[0]]}.{label}"
    plan = repathed(plan, arabic_path)
    for task in plan["tasks"]:
        dotted = plan["kind"] == "annual_plan"
        task["number"] = f"3.{task['number']}" if dotted else task["clause"]
    return plan


def plain_arabic(text: str) -> str:
    """I. → 1., and the 1. below it stays: sections and what stands in them are numbered alike."""
    return re.sub(r"(?m)^(\W*)(I|II|III|IV|V)\. ", lambda found: f"{found[1]}{ROMANS[found[2]]}. ", text)


def plain_arabic_plan(plan: dict) -> dict:
    for clause in plan["clauses"]:
        name = (clause["label"] or "").rstrip(".")
        clause["label"] = f"{ROMANS[name]}." if name in ROMANS else clause["label"]
    plan = repathed(plan, arabic_path)
    for task in plan["tasks"]:
        task["number"] = task["number"] if plan["kind"] == "annual_plan" else task["clause"]
    return plan


def arabic_path(path: str) -> str:
    return re.sub(r"^[IVX]+", lambda found: ROMANS[found[0]], path)


def repathed(plan: dict, change: Callable[[str], str]) -> dict:
    if isinstance(plan, dict):
        return {
            key: change(each) if key in ("path", "clause") and each else repathed(each, change)
            for key, each in plan.items()
        }
    return [repathed(each, change) for each in plan] if isinstance(plan, list) else plan


def sections(text: str) -> list[str]:
    """What stands before the first Roman label, then each section, the last one with the end."""
    starts = [found.start() for found in re.finditer(r"(?m)^\W*[IVX]+\. ", text)]
    return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]


def swapped(text: str) -> str:
    """Sections I and II in the other order, their labels with them."""
    head, first, second, *rest = sections(text)
    return "".join([head, second, first, *rest])


def swapped_plan(plan: dict) -> dict:
    """All lists in the new reading order."""
    paths = [clause["path"] for clause in plan["clauses"]]
    order = sorted(
        paths, key=lambda path: 0 if section_of(path) == "II" else 1 if section_of(path) == "I" else 2
    )
    place = {path: at for at, path in enumerate(order)} | {None: -1}
    for key, found in plan.items():
        if isinstance(found, list) and found and isinstance(found[0], dict) and key != "notes":
            found.sort(key=lambda each: place[each["path"] if key == "clauses" else each["clause"]])
    return plan


def section_of(path: str) -> str:
    return re.match(r"[IVX']*", path)[0]
