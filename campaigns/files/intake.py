"""The site's side: the size first, then a child process reads the file."""

from thiduakt.confined import run_confined
from thiduakt.errors import Refused

MAX_BYTES = 2 * 1024 * 1024
TOO_BIG = "Tệp lớn hơn 2 MB. Hãy bỏ bớt ảnh trong tệp, hoặc chép riêng phần chữ rồi nhập lại."
EMPTY = "Tệp rỗng, không có chữ nào."


def read_text(data: bytes) -> str:
    """The words of a .txt, .md, .docx or .pdf: paragraphs with an empty line between them.

    The content decides what the file is, never its name. Raises Refused with one sentence.
    """
    if len(data) > MAX_BYTES:
        raise Refused(TOO_BIG)
    if not data.strip():
        raise Refused(EMPTY)
    return run_confined("campaigns.files.content:text_of", data)
