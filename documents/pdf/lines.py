"""Where a title breaks: lines about equally long, never inside a word of two syllables.

A rule below a title takes its length from the text, so the lines are cut here, not by the page.
"""

import functools
import math

TOO_LONG = 1_000_000
# What a break there costs, beside the square of the letters that a line misses or exceeds.
INSIDE_NAME, BETWEEN_WORDS, AFTER_MARK = 400, 60, 0
COMPOUNDS = set(
    "thi đua|khen thưởng|giấy khen|bằng khen|phong trào|phát động|cải cách|cách hành|hành chính|thành tích|"
    "xuất sắc|ủy ban|ban nhân|nhân dân|hội đồng|chủ tịch|giám đốc|công thương|tài chính|nội vụ|khoa học|"
    "công nghệ|văn hóa|thông tin|thể thao|giáo dục|đào tạo|nông nghiệp|môi trường|xây dựng|thị trấn|đơn vị|"
    "đề nghị|danh hiệu|tập thể|cá nhân|nhiệm vụ|triển khai|công tác|kế hoạch|chuyên môn|công chức|viên chức|"
    "văn phòng|kinh tế|công nghiệp|ven biển|thương mại|du lịch|quản lý|khoáng sản|lao động|xã hội".split("|")
)


@functools.lru_cache(maxsize=1_000)
def balanced(text: str, width: int) -> tuple[str, ...]:
    """The words on as few lines of `width` letters as they need, about equally long.

    Kept: what a thousand certificates are for is the same words.
    """
    words = _words(text)
    size = len(text) / max(1, math.ceil(len(text) / width))
    best: list[tuple[float, list[str]]] = [(0, [])]
    for end in range(1, len(words) + 1):
        best.append(min(_endings(words, end, best, size, width), key=lambda option: option[0]))
    return tuple(best[-1][1])


def _words(text: str) -> list[str]:
    # A lone dash stays with the word before it.
    return text.replace(" - ", "\u00a0- ").replace(" – ", "\u00a0– ").split(" ")


def _endings(words, end, best, size, width):
    """Every way to end a line after `words[:end]`: its cost so far, and its lines."""
    for start in range(end):
        line = " ".join(words[start:end])
        cost = best[start][0] + (len(line) - size) ** 2 + _break_cost(words, end)
        yield cost + (TOO_LONG if len(line) > width else 0), [*best[start][1], line]


def _break_cost(words: list[str], at: int) -> int:
    if at == len(words) or words[at - 1][-1:] in ",;:-–":
        return AFTER_MARK
    before, after = words[at - 1], words[at]
    name = before.istitle() and after.istitle()
    counted = before.lower() == "năm" and after[:1].isdigit()
    together = name or counted or f"{before} {after}".lower() in COMPOUNDS
    return INSIDE_NAME if together else BETWEEN_WORDS
