"""Where the system uses a rule: told to whoever changes it."""

from campaigns.models import Campaign

USES = {
    "doi-tuong": ("Ai được lập hồ sơ: người, đơn vị ngoài đối tượng bị từ chối kèm điều khoản.",),
    "tieu-chi": (
        "Trang hồ sơ: từng tiêu chí được kiểm tra và báo đạt, không đạt.",
        "Báo cáo thành tích: mỗi tiêu chí là một mục.",
        "Trang thẩm định: kết luận theo từng tiêu chí.",
    ),
    "thoi-han": (
        "Hạn đăng ký, hạn gửi hồ sơ: quá hạn thì không nhận.",
        "Việc cần làm: nhắc theo số ngày còn lại.",
        "Trang kế hoạch: các mốc thời gian.",
    ),
    "khen-thuong": (
        "Lập hồ sơ: chỉ chọn được hình thức của kế hoạch.",
        "Tờ trình và quyết định khen thưởng.",
    ),
    "so-luong": ("Trình ký: không vượt số lượng này.", "Phiên họp Hội đồng: đường cắt danh sách."),
    "giay-to": ("Hồ sơ: thiếu giấy tờ này thì chưa gửi được.", "Báo cáo, bản tóm tắt: hệ thống soạn sẵn."),
    "nhiem-vu": ("Trang kế hoạch: việc theo quý, người chịu trách nhiệm.",),
    "quy-dinh": ("Nộp hồ sơ: chưa đăng ký thì bị từ chối hoặc được nhắc.",),
    "chi-tieu": ("Trang kế hoạch.",),
    "theo-ke-hoach": ("Trang kế hoạch: phần lấy theo kế hoạch cấp trên.",),
    "kinh-phi": ("Trang kế hoạch: mức thưởng, nguồn kinh phí.",),
    "can-cu": ("Phần mở đầu của văn bản in.",),
}


def uses_of(campaign: Campaign, kind: str) -> list[str]:
    """Pages and papers that follow the rule, then the plans made from this one, which keep their own copy."""
    copies = campaign.clones.count()
    kept = f"{copies} kế hoạch năm khác lập từ kế hoạch này giữ bản riêng, không đổi theo."
    return [*USES[kind], *([kept] if copies else [])]
