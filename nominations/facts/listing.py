"""Awards as rows of a file."""

from collections.abc import Iterator

AT_A_TIME = 1_000
AWARD_HEADINGS = (
    "STT",
    "Tập thể, cá nhân",
    "Chức vụ, đơn vị",
    "Đối tượng",
    "Danh hiệu, hình thức",
    "Thành tích",
    "Số quyết định",
    "Ngày quyết định",
    "Cơ quan quyết định",
    "Phong trào",
    "Số sổ vàng",
    "Tiền thưởng (đồng)",
    "Đã hủy bỏ",
)


def award_rows(awards) -> Iterator[tuple]:
    """As printed in the decisions; `awards` with award_type, decision, its unit and the campaign at hand."""
    for number, award in enumerate(awards.iterator(AT_A_TIME), start=1):
        yield (
            number,
            award.name,
            award.position,
            award.get_group_display(),
            award.award_type.name,
            award.achievement,
            award.decision.reference,
            award.decision.issued_on,
            award.decision.issuer_name,
            award.dossier.campaign.title if award.dossier_id else "",
            award.gold_book_number,
            award.bonus,
            award.revoked_by_id is not None,
        )
