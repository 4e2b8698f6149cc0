"""Lists of dossiers and registrations as rows of a file: what their pages show, one row after the other."""

from collections.abc import Iterator

from thiduakt.clock import vietnam_day

from .dossier_rows import dossier_rows, for_rows

AT_A_TIME = 1_000
HEAD = ("STT", "Cá nhân, tập thể", "Đối tượng", "Danh hiệu, hình thức", "Đơn vị", "Kế hoạch")
DOSSIER_HEADINGS = (*HEAD, "Mã hồ sơ", "Tình trạng", "Chi tiết", "Hạn")
REGISTRATION_HEADINGS = (*HEAD, "Tình trạng", "Gửi ngày")


def dossier_lines(dossiers) -> Iterator[tuple]:
    """In the five words that a unit sees."""
    for number, row in enumerate(dossier_rows(for_rows(dossiers).iterator(AT_A_TIME)), start=1):
        yield (*head_of(number, row.dossier), row.dossier.code, row.word.label, row.detail, row.due)


def registration_lines(registrations) -> Iterator[tuple]:
    for number, row in enumerate(registrations.iterator(AT_A_TIME), start=1):
        sent = row.sent_at and vietnam_day(row.sent_at)
        yield (*head_of(number, row), row.get_state_display(), sent)


def head_of(number: int, row) -> tuple:
    who = (row.nominee_name, row.get_group_display(), row.award_type.name)
    return (number, *who, row.unit.name, row.campaign.title)
