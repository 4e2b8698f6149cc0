"""Names of bodies in running text: where one starts, how high it stands, who acts in a sentence."""

import re

from .phrases import folded

# The first words of a body's name or of who speaks for one; each excludes the words that only look like it.
BODY = (
    r"(?:sở(?! hữu)|thanh tra|ủy ban|uỷ ban|ubnd|hđnd|phòng(?! chống| ngừa| tránh| trào)|văn phòng"
    r"|ban(?! hành)"
    r"|hội đồng|trung tâm"
    r"|chi cục|cục|tổng cục|vụ|viện|trường(?! hợp)|bệnh viện|trạm|công đoàn|liên đoàn|đoàn(?! kết)|đội"
    r"|chi đoàn|chi bộ"
    r"|đảng ủy|đảng bộ|huyện ủy|tỉnh ủy|thành ủy|mặt trận|hội(?! nghị| thi| thảo| đồng)|cơ quan|đơn vị"
    r"|báo(?! cáo)|đài"
    r"|công an|quân sự|bộ(?! tiêu| chỉ số)|tổ(?! chức)|khối(?! lượng| đại)|cụm|bộ phận|thường trực"
    r"|thủ trưởng|giám đốc"
    r"|chủ tịch|hiệu trưởng|trưởng|phó|người đứng đầu|lãnh đạo|tập thể|cá nhân|công chức|cán bộ"
    r"|viên chức|giáo viên"
    r"|nhà trường|doanh nghiệp|công ty|quỹ|thôn|địa phương|xã|phường|các tổ chức|ngành)\b"
)
LEAD = r"(?:(?:các|những|toàn thể|tất cả(?: các)?)\s+)?"
STARTS = re.compile(rf"{LEAD}{BODY}", re.IGNORECASE)

LEVELS = (
    (
        0,
        r"trung ương|chính phủ|thủ tướng|quốc hội|bộ chính trị|tổng cục"
        r"|(?<!cán )(?<!đảng )\bbộ\b(?! phận| chỉ)",
    ),
    (4, r"trường (?!ban|phòng)|trường$"),
    (3, r"\bxã\b|phường|thị trấn|đặc khu|phòng|chi cục|trung tâm|bệnh viện"),
    (2, r"sở\b|huyện|quận|thị xã|ban quản lý|văn phòng"),
    (1.5, r"thành phố"),
    (1, r"tỉnh"),
)
SIGNS = (
    (0, r"-(?:CP|TTg|TW|QH\d*|B[A-Z]{1,6}|BTĐKT)$"),
    (2, r"-(?:S[A-Z]{1,6}|BQL\w*)$"),
)


def level_of(name: str) -> float | None:
    """0 central, 1 province, 2 sở or huyện, 3 xã or phòng, 4 school; None when the words do not say."""
    words = folded(name).replace("thị xã", "thị-xã")
    words = re.sub(r"\bthuộc\b.*|\bcấp xã\b", "", words)
    if re.search(r"ban (?:thi đua|tđkt)", words) and "trung ương" not in words:
        return 1
    if words.startswith(("sở", "giám đốc sở")):
        return 2
    found = (level for level, pattern in LEVELS if re.search(pattern.replace("thị xã", "thị-xã"), words))
    return next(found, None)


def is_body(title: str) -> bool:
    return STARTS.match(title) is not None
