"""A plan at its office: written, checked for form, signed, launched, extended, replaced."""

import datetime as dt

from thiduakt.clock import today

from .browser import Browser

WRITER, SIGNER, SIGNER_NAME, RECORDS, OFFICE_HEAD = "linh", "tuan", "Lê Minh Tuấn", "nhung", "phuoc"
TITLE = "Phát động thi đua số hóa hồ sơ xã Ninh Phước"
GROUND = (
    "Thực hiện Chương trình công tác của Ủy ban nhân dân xã, Ủy ban nhân dân xã ban hành kế hoạch như sau:"
)
ENDS = "Các đơn vị triển khai thực hiện./."
RECIPIENTS = "- Các đơn vị thuộc xã;\n- Lưu: VT."


def due(days: int) -> str:
    return f"{today() + dt.timedelta(days=days):%d/%m/%Y}"


class PlanSteps:
    """Steps of a plan; `at(username)` gives the browser of an account, logged in."""

    def plan(self, username: str, title: str = TITLE) -> Browser:
        return self.at(username).open("/ke-hoach/").follow(title)

    def begin_the_plan(self) -> Browser:
        seat = self.at(WRITER).open("/ke-hoach/").follow("Soạn kế hoạch mới")
        return seat.press("Bắt đầu soạn", title=TITLE, year=today().year, kind="thematic")

    def write_the_clauses(self) -> Browser:
        """Three sections with what they set, numbered as the page proposes."""
        seat = self.begin_the_plan()
        self.clause(seat, "ĐỐI TƯỢNG", "Cán bộ, công chức các đơn vị thuộc xã.")
        self.clause(seat, "KHEN THƯỞNG", f"Giấy khen tối đa 03 cá nhân, hồ sơ gửi chậm nhất ngày {due(30)}.")
        self.clause(seat, "TỔ CHỨC THỰC HIỆN", ENDS)
        words = "Giấy khen của Chủ tịch Ủy ban nhân dân xã"
        self.rule(seat, "Mục I", "Đối tượng", group="individual")
        self.rule(seat, "Mục II", "Khen thưởng", form=words, award_type="Giấy khen")
        self.rule(seat, "Mục II", "Số lượng", group="individual", limit="3")
        self.rule(seat, "Mục II", "Thời hạn", what="dossier", on=due(30))
        return seat.must_say("Giấy khen: tối đa 3 cá nhân", f"Gửi hồ sơ: chậm nhất {due(30)}")

    def clause(self, seat: Browser, heading: str, text: str) -> Browser:
        seat.follow("Thêm mục ở cuối").press("Thêm điều khoản", heading=heading, text=text)
        return seat.must_say(heading, text)

    def rule(self, seat: Browser, clause: str, kind: str, **values) -> Browser:
        """By the clause's own page, and back to the tree."""
        seat.follow(f"Sửa {clause}").follow(kind, to="/them/")
        seat.press("Lưu", **values).must_say(f"Đã thêm vào {clause}")
        return seat.follow("Soạn điều khoản")

    def name_the_signer(self, title: str = TITLE) -> Browser:
        seat = self.plan(WRITER, title).follow("Sửa cơ quan ban hành, người ký")
        return seat.press("Lưu", signer=SIGNER_NAME, lines="").must_say("Đã ghi cơ quan ban hành, người ký.")

    def write_the_head(self) -> Browser:
        seat = self.at(WRITER).follow("Sửa phần đầu, nơi nhận")
        return seat.press("Lưu", preamble=GROUND, recipients=RECIPIENTS).must_say("Đã sửa")

    def check_the_form(self) -> Browser:
        """On the plan's page, where naming the signer leads back to."""
        seat = self.at(WRITER).follow("Kiểm tra thể thức xong").must_say("Không có ngày nào đã qua.")
        return seat.press("Kiểm tra thể thức xong").must_say("Đã khóa lời văn, lập dự thảo trình ký.")

    def approve_the_plan(self) -> Browser:
        seat = self.start(SIGNER).follow("Duyệt dự thảo kế hoạch")
        return seat.follow("Duyệt dự thảo").press("Duyệt dự thảo").must_say("Đã duyệt dự thảo.")

    def launch_the_plan(self) -> Browser:
        seat = self.start(RECORDS).follow("ban hành kế hoạch").follow("Cấp số, ban hành kế hoạch")
        return seat.press("Cấp số, ban hành kế hoạch").must_say("Đã ban hành Kế hoạch số")

    def extend_the_deadline(self) -> Browser:
        seat = self.plan(OFFICE_HEAD).follow("Thời hạn, gia hạn, nhận muộn").follow("Gia hạn")
        seat.press("Gia hạn", until=due(45), reason="Hệ thống số hóa bàn giao muộn.")
        return seat.must_say(f"Gia hạn đến hết {due(45)}", "Hệ thống số hóa bàn giao muộn.", due(30))

    def carry_over(self, title: str) -> Browser:
        """The plan of another year, from last year's."""
        seat = self.plan(WRITER, title).follow("Lập cho năm khác")
        seat.press("Lập bản soạn thảo", year=today().year + 1)
        return seat.must_say("Đã lập dự thảo kế hoạch năm")

    def replace_the_plan(self, by: str) -> Browser:
        seat = self.plan(OFFICE_HEAD).follow("Thay thế, thu hồi")
        document = next(label for label in seat.options("document") if by in label)
        seat.press("Ghi nhận", document=document, kind="replaces", reason="Gộp vào kế hoạch năm sau.")
        return seat.must_say("Đã ghi. Các đơn vị đã được báo.", "đã được thay thế bằng")
