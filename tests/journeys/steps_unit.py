"""What the unit does, from the plan on the wall to the tờ trình on its way."""

import re

from thiduakt.clock import today

from .browser import Browser

STAFF, CLERK, HEAD = "thinh", "oanh", "quoc"
NOMINEE, COLLEAGUE = "Nguyễn Đức Thịnh", "Phan Quốc Đạt"
PLAN = "Phát động phong trào thi đua cải cách hành chính xã Ninh Phước"
WRITTEN = "Đã tham mưu 12 văn bản, đúng hạn 100%, nhiều hơn năm trước 03 văn bản."
SUMMARY = "Chuyên viên Phòng Kinh tế, hoàn thành xuất sắc nhiệm vụ cải cách hành chính trong năm."


def number_in(url: str) -> int:
    return int(re.search(r"/(\d+)/", url).group(1))


class UnitSteps:
    """Steps of the unit; `at(username)` gives the browser of an account, logged in."""

    def dossier(self, username: str, name: str = NOMINEE) -> Browser:
        """The dossier as that account finds it: by its list, searched by name."""
        seat = self.at(username).open("/ho-so/")
        return seat.press("Tìm", q=name).follow(name)

    def read_the_plan(self, username: str) -> Browser:
        seat = self.start(username).follow(PLAN)
        return seat.must_say(
            "Chủ tịch Ủy ban nhân dân xã tặng Giấy khen tối đa cho 07 tập thể và 10 cá nhân.",
            "Biên bản họp Hội đồng Thi đua – Khen thưởng của cơ quan, đơn vị",
        )

    def register(self, username: str, name: str) -> Browser:
        """From the plan's page: who, for what, and off to the office."""
        seat = self.read_the_plan(username).follow("Đăng ký", to="/dang-ky/moi/")
        nominee = option_of(seat, "nominee", name)
        seat.press("Lập đăng ký", nominee=nominee, commitment="Không để hồ sơ nào quá hạn.")
        return seat.press("Gửi đăng ký")

    def write_the_report(self) -> Browser:
        """From the inbox to the last criterion, each saved by its own button, then the summary."""
        seat = self.start(STAFF).follow(f"Viết tiếp hồ sơ của {NOMINEE}")
        seat.must_say("Đã viết 2/4 tiêu chí; còn tiêu chí 3, 4").follow("Báo cáo thành tích")
        seat.must_say("Báo cáo thành tích, tiêu chí 3").press("Lưu và sang tiêu chí 4", text=WRITTEN)
        seat.press("Lưu và về hồ sơ", text=WRITTEN).must_say("Đã viết 4/4 tiêu chí")
        return seat.follow("Bản tóm tắt thành tích").press("Lưu và về hồ sơ", text=SUMMARY)

    def hand_in(self) -> Browser:
        """On the dossier's own page, where the last paper leads back to."""
        return self.at(STAFF).press("Nộp cho đơn vị").must_say("Đã nộp hồ sơ")

    def propose(self) -> Browser:
        seat = self.start(HEAD).follow(f"Quyết định việc đề nghị {NOMINEE}")
        return seat.press("Đơn vị đề nghị").must_say("Đơn vị đã đề nghị hồ sơ")

    def open_the_list(self) -> Browser:
        """The clerk's tờ trình of the running plan, by the menu over the page one is on."""
        seat = self.at(CLERK).follow("Tờ trình")
        return seat.press("Mở tờ trình").must_say("Tờ trình đề nghị khen thưởng của Phòng Kinh tế")

    def hold_the_session(self) -> Browser:
        """Attendance, counts and the end of the unit's own session."""
        seat = self.open_the_list().follow("Lập phiên họp Hội đồng")
        seat.press("Lập phiên họp", held_on=f"{today():%d/%m/%Y}", place="Phòng họp đơn vị")
        return self.keep_the_minutes(seat)

    def keep_the_minutes(self, seat: Browser) -> Browser:
        """On the page of a session: everybody is there and says yes to each."""
        seat.press(
            "Lưu điểm danh, diễn biến",
            starts_at="14:00",
            ends_at="15:30",
            discussion="Các thành viên thống nhất với báo cáo thành tích.",
            conclusion="Thống nhất đề nghị khen thưởng.",
        )
        seat.press("Lưu số phiếu", **everybody_for(seat))
        return seat.press("Kết thúc phiên họp").must_say("Đã kết thúc phiên họp")

    def prepare_the_letter(self) -> Browser:
        seat = self.open_the_list().press("Lập dự thảo tờ trình")
        return seat.must_say("Đã lập dự thảo tờ trình. Tiếp theo: thủ trưởng duyệt.")

    def approve_the_letter(self) -> Browser:
        seat = self.at(HEAD).open("/van-ban/").must_say("Chờ tôi duyệt").follow("Tờ trình:")
        seat.follow("Duyệt dự thảo").must_say("đề nghị khen thưởng").press("Duyệt dự thảo")
        return seat.must_say("Đã duyệt dự thảo. Tờ trình được cấp số khi đơn vị gửi đi.")

    def send_the_list(self) -> Browser:
        seat = self.open_the_list().follow("Gửi tờ trình").must_say(NOMINEE)
        return seat.press("Gửi tờ trình").must_say("Đã gửi tờ trình.")


def everybody_for(seat: Browser) -> dict[str, str]:
    """All votes yes: those who take part, but for each item those who may not vote."""
    form, _ = seat.button("Lưu số phiếu")
    present = int(re.search(r"tham gia biểu quyết: (\d+)", seat.page.text).group(1))
    return {name: str(present) for name in form.names("yes_")}


def option_of(seat: Browser, field: str, text: str) -> str:
    """The words of the option that begins with the text."""
    controls = [c for form in seat.page.forms for c in form.named(field)]
    found = [o.label for c in controls for o in c.options if o.label.startswith(text)]
    assert found, f"{field} offers no {text}: {[o.label for c in controls for o in c.options]}"
    return found[0]
