"""The site's side: the size first, then a child process reads the file and understands the plan."""

from thiduakt.confined import run_confined
from thiduakt.errors import Refused

MAX_BYTES = 2 * 1024 * 1024
# With what the page itself needs the answer is there within five.
SECONDS = 4
TOO_BIG = "Tệp lớn hơn 2 MB. Hãy bỏ bớt ảnh trong tệp, hoặc chép riêng phần chữ rồi nhập lại."
EMPTY = "Tệp rỗng, không có chữ nào."


def read_file(data: bytes) -> dict:
    """The plan JSON of a .txt, .md, .docx or .pdf.

    The content decides what the file is, never its name. Raises Refused with one sentence.
    """
    return confined("campaigns.files.plan:plan_of", data)


def read_text(data: bytes) -> str:
    """Its words alone: paragraphs with an empty line between them."""
    return confined("campaigns.files.content:text_of", data)


def confined(function: str, data: bytes):
    if len(data) > MAX_BYTES:
        raise Refused(TOO_BIG)
    if not data.strip():
        raise Refused(EMPTY)
    return run_confined(function, data, seconds=SECONDS)
