"""Lists of the flow as rows of a file: what their pages show, one row after the other."""

from collections.abc import Iterator

from django.db.models import Count

from thiduakt.clock import vietnam_day

from .dossier_rows import dossier_rows, for_rows

AT_A_TIME = 1_000
HEAD = ("STT", "Cá nhân, tập thể", "Đối tượng", "Danh hiệu, hình thức", "Đơn vị", "Kế hoạch")
DOSSIER_HEADINGS = (*HEAD, "Mã hồ sơ", "Tình trạng", "Chi tiết", "Hạn")
REGISTRATION_HEADINGS = (*HEAD, "Tình trạng", "Gửi ngày")
LETTER_HEADINGS = (
    *("STT", "Đơn vị gửi", "Nơi nhận", "Kế hoạch", "Số, ký hiệu", "Ngày văn bản", "Số lượng"),
    *("Tình trạng", "Gửi ngày"),
)
DECISION_HEADINGS = (
    *("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Người ký"),
    *("Số khen thưởng", "Tình trạng"),
)


def dossier_lines(dossiers) -> Iterator[tuple]:
    """In the five words that a unit sees."""
    for number, row in enumerate(dossier_rows(for_rows(dossiers).iterator(AT_A_TIME)), start=1):
        yield (*head_of(number, row.dossier), row.dossier.code, row.word.label, row.detail, row.due)


def registration_lines(registrations) -> Iterator[tuple]:
    for number, row in enumerate(registrations.iterator(AT_A_TIME), start=1):
        sent = row.sent_at and vietnam_day(row.sent_at)
        yield (*head_of(number, row), row.get_state_display(), sent)


def letter_lines(submissions, carried: str) -> Iterator[tuple]:
    """`carried`: what they list, `stages__dossier` or `registrations`; of a draft what it has so far."""
    rows = submissions.annotate(count=Count(carried, distinct=True)).iterator(AT_A_TIME)
    for number, row in enumerate(rows, start=1):
        yield (
            number,
            row.unit.name,
            row.to_unit.name,
            row.campaign.title,
            row.paper.reference if row.paper_id else "",
            row.paper.issued_on if row.paper_id else None,
            row.count,
            row.get_state_display(),
            row.sent_at and vietnam_day(row.sent_at),
        )


def decision_lines(decisions) -> Iterator[tuple]:
    """With `award_count` and `listed`: a draft lists dossiers, an issued decision gave awards."""
    for number, row in enumerate(decisions.iterator(AT_A_TIME), start=1):
        yield (
            number,
            row.reference,
            row.issued_on,
            row.title,
            row.unit.name,
            row.signer_name,
            row.award_count if row.issued_on else row.listed,
            row.get_state_display(),
        )


def head_of(number: int, row) -> tuple:
    who = (row.nominee_name, row.get_group_display(), row.award_type.name)
    return (number, *who, row.unit.name, row.campaign.title)
