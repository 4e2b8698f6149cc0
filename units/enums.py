"""Words of units, people and accounts."""

from django.db.models import TextChoices


class UnitKind(TextChoices):
    TINH = "tinh", "UBND tỉnh"
    SO = "so", "Sở, ban, ngành"
    HUYEN = "huyen", "UBND huyện"
    XA = "xa", "UBND xã, phường, thị trấn"
    PHONG = "phong", "Phòng, ban"
    DON_VI = "don_vi", "Đơn vị trực thuộc"
    DOAN_THE = "doan_the", "Mặt trận, đoàn thể"
    DOANH_NGHIEP = "doanh_nghiep", "Doanh nghiệp"
    NGOAI = "ngoai", "Ngoài hệ thống"


class SuccessionKind(TextChoices):
    MERGE = "merge", "Sáp nhập"
    SPLIT = "split", "Chia tách"
    RENAME = "rename", "Đổi tên"
    TRANSFER = "transfer", "Tiếp nhận"
    DISSOLVE = "dissolve", "Giải thể"


class ActKind(TextChoices):
    """Acts of organisation that the system records with their decision."""

    MERGE = "merge", "Sáp nhập, hợp nhất"
    SPLIT = "split", "Chia, tách"
    RENAME = "rename", "Đổi tên"
    DISSOLVE = "dissolve", "Giải thể"
    MOVE = "move", "Chuyển cơ quan quản lý"


class Gender(TextChoices):
    FEMALE = "nu", "Nữ"
    MALE = "nam", "Nam"


class Category(TextChoices):
    CAN_BO = "can_bo", "Cán bộ"
    CONG_CHUC = "cong_chuc", "Công chức"
    VIEN_CHUC = "vien_chuc", "Viên chức"
    NGUOI_LAO_DONG = "nguoi_lao_dong", "Người lao động"
    KHONG_CHUYEN_TRACH = "khong_chuyen_trach", "Người hoạt động không chuyên trách"


class Role(TextChoices):
    """What someone may do: the first seven by a Membership, the rest derived from rows."""

    UNIT_CLERK = "unit_clerk", "Cán bộ đầu mối của đơn vị"
    UNIT_HEAD = "unit_head", "Thủ trưởng đơn vị"
    OFFICER = "officer", "Cán bộ tiếp nhận, thẩm định"
    OFFICE_HEAD = "office_head", "Phụ trách cơ quan thường trực"
    SIGNER = "signer", "Người ký"
    RECORDS = "records", "Văn thư"
    ADMIN = "admin", "Quản trị"
    OWNER = "owner", "Người lập hồ sơ"
    SENDER = "sender", "Cơ quan đã trình lên"
    COUNCIL_CHAIR = "council_chair", "Chủ tịch Hội đồng"
    COUNCIL_SECRETARY = "council_secretary", "Thư ký Hội đồng"
    COUNCIL_MEMBER = "council_member", "Thành viên Hội đồng"


MEMBERSHIP_ROLES = (
    Role.UNIT_CLERK,
    Role.UNIT_HEAD,
    Role.OFFICER,
    Role.OFFICE_HEAD,
    Role.SIGNER,
    Role.RECORDS,
    Role.ADMIN,
)
# Keeping accounts and rights is nobody's to lend: another administrator is named instead.
LENT_ROLES = tuple(role for role in MEMBERSHIP_ROLES if role != Role.ADMIN)
SIGNING_ROLES = (Role.SIGNER, Role.UNIT_HEAD)
UNIT_ROLES = (Role.UNIT_CLERK, Role.UNIT_HEAD)
# Whose work lies in the back office: these see /quan-tri/.
OFFICE_ROLES = (Role.OFFICER, Role.OFFICE_HEAD, Role.RECORDS, Role.ADMIN)
# Who sees every dossier that reached their unit.
REVIEW_ROLES = (Role.OFFICER, Role.OFFICE_HEAD, Role.SIGNER, Role.RECORDS)
# Who keeps the people and the tree of the units below one's own; the administrator keeps all of them.
KEEPING_ROLES = (Role.OFFICER, Role.OFFICE_HEAD)


class AccessKind(TextChoices):
    """What the log of access tells of an account."""

    SIGNED_IN = "signed_in", "Đăng nhập"
    SIGNED_OUT = "signed_out", "Đăng xuất"
    FAILED = "failed", "Nhập sai"
    LOCKED_OUT = "locked_out", "Tạm chặn vì nhập sai nhiều lần"
    INVITED = "invited", "Cấp phiếu, thư đặt mật khẩu"
    RESET_ASKED = "reset_asked", "Xin đặt lại mật khẩu"
    PASSWORD_SET = "password_set", "Đặt mật khẩu"
    FACTOR_ON = "factor_on", "Bật xác thực hai lớp"
    FACTOR_OFF = "factor_off", "Tắt xác thực hai lớp"
    RECOVERY_MADE = "recovery_made", "Lập mã dự phòng"
    RECOVERY_USED = "recovery_used", "Dùng mã dự phòng"
    SESSIONS_ENDED = "sessions_ended", "Kết thúc phiên đăng nhập"
    CREATED = "created", "Lập tài khoản"
    CHANGED = "changed", "Sửa tài khoản"
    LOCKED = "locked", "Khóa tài khoản"
    UNLOCKED = "unlocked", "Mở khóa tài khoản"
    ROLE_GRANTED = "role_granted", "Giao vai trò"
    ROLE_CHANGED = "role_changed", "Sửa vai trò"
    DELEGATED = "delegated", "Ủy quyền"
    DELEGATION_ENDED = "delegation_ended", "Thôi ủy quyền"


class InvitationKind(TextChoices):
    SLIP = "slip", "Phiếu in"
    MAIL = "mail", "Thư mời"
    RESET = "reset", "Thư đặt lại mật khẩu"


class ImportState(TextChoices):
    """A list from Excel: read, shown to whoever sent it, then taken in or left."""

    READING = "reading", "Đang đọc tệp"
    SHOWN = "shown", "Chờ xác nhận"
    WRITING = "writing", "Đang nhập"
    DONE = "done", "Đã nhập"
    REFUSED = "refused", "Không nhập được"


class Fate(TextChoices):
    """What becomes of a row of a list."""

    NEW = "new", "Ghi mới"
    CHANGED = "changed", "Sửa"
    SAME = "same", "Không đổi"
    WRONG = "wrong", "Sai"
