"""Who acts in a sentence: "Giao Phòng Nội vụ theo dõi …", "Văn phòng Sở tham mưu …"."""

import re

from .bodies import BODY, LEAD

NOUN_BEFORE = r"(?<!các )(?<!những )(?<!, )(?<!và )(?<!công tác )"
VERBS = (
    r"(?:tham mưu|xây dựng|triển khai|thực hiện|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|căn cứ|theo dõi"
    r"|hướng dẫn|kiểm tra|đôn đốc|tổng hợp"
    r"|tuyên truyền|gửi|báo cáo|tăng cường|đẩy mạnh|thường xuyên|chủ động|quán triệt|phát huy|vận động"
    r"|bố trí|phân công|đăng ký|nghiêm túc"
    r"|lựa chọn|phát hiện|cụ thể hóa|phổ biến|ban hành|lập|hoàn thành|tiếp nhận|thẩm định|trình|giúp"
    r"|là cơ quan|là đơn vị|là đầu mối|cung cấp|rà soát"
    r"|đưa tin|mở|biểu dương|giới thiệu|tập trung|bám sát|phấn đấu|tích cực|tiếp tục|kịp thời|đề xuất"
    r"|bình xét|xem xét|quản lý|đảm bảo|bảo đảm"
    r"|cân đối|chỉ đạo|lãnh đạo|tạo điều kiện|hưởng ứng|tham gia|giám sát|định kỳ|đánh giá|sơ kết"
    r"|tổng kết|nộp|phụ trách|cùng|phát động|lồng ghép"
    r"|phối hợp(?! với| cùng| chặt chẽ với)|khẩn trương|dựa|quy định|lấy|đồng thời"
    r"|(?<!các )(?<!những )(?<!, )(?<!và )tổ chức)"
)
VERB = re.compile(rf",?\s+(?:cần |phải |sẽ |đã |để |nghiêm túc )?(?={VERBS}(?:[\s,.;:]|$))")
ORDER = re.compile(
    r"^(?:giao(?: nhiệm vụ| trách nhiệm)?(?: cho)?|đề nghị|yêu cầu|phân công)\s+", re.IGNORECASE
)
SUBJECT = re.compile(rf"{LEAD}{BODY}", re.IGNORECASE)
LONGEST = 400


def actor_of(text: str) -> str | None:
    """The words that name who does it, as written; None when the sentence names nobody."""
    order = ORDER.match(text)
    if order:
        return up_to_verb(text, order.end())
    return subject_at(text, 0) or subject_after(text)


def subject_after(text: str) -> str | None:
    """ "Căn cứ vào …; các phòng, đơn vị tổ chức xét …"."""
    lead = re.match(
        r"(?:căn cứ|trên cơ sở|theo|sau khi)\b[^.;]{0,300}[;,]\s+(?=(?:các|[A-ZĐ]))", text, re.IGNORECASE
    )
    return subject_at(text, lead.end()) if lead else None


def subject_at(text: str, start: int) -> str | None:
    return up_to_verb(text, start) if SUBJECT.match(text, start) else None


def up_to_verb(text: str, start: int) -> str | None:
    verb = VERB.search(outside_brackets(text), start, start + LONGEST)
    name = text[start : verb.start()] if verb else None
    return name.rstrip(" ,:") if name and "." not in name else None


def outside_brackets(text: str) -> str:
    """Same length, bracketed words blotted out."""
    return re.sub(r"\([^()]*\)", lambda found: "#" * len(found[0]), text)
