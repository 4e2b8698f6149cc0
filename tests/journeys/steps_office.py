"""What the office and its council do, in the back office and on the page of the session."""

import datetime as dt

from thiduakt.clock import today

from .browser import Browser
from .steps_unit import COLLEAGUE, NOMINEE, STAFF, number_in

OFFICER, OFFICER2, SECRETARY = "bao", "linh", "vy"
WRONG = "Bản tóm tắt chưa nêu kết quả cả năm."
BETTER = "Cả năm giải quyết 240 hồ sơ, 100% đúng hạn, không có phản ánh của người dân."
COUNCIL = "Xét khen thưởng đợt bổ sung"


class OfficeSteps:
    def office_list(self, username: str) -> Browser:
        """The list of the back office: through its door, or by the path over the page one is on there."""
        inside = username in self.seats and self.at(username).url.startswith("/quan-tri/")
        seat = self.at(username) if inside else self.start(username).follow("Quản trị")
        return seat.follow("Hồ sơ đề nghị")

    def desk(self, username: str, name: str = NOMINEE) -> Browser:
        """The appraisal page of a dossier, by the list of the back office, searched by name."""
        seat = self.office_list(username)
        return seat.press("Tìm kiếm", q=name).follow("HS-")

    def accept_registration(self, name: str) -> Browser:
        """From the number in the inbox to the sentence that it is done."""
        seat = self.start(OFFICER).follow("đăng ký thi đua").press("Tìm kiếm", q=name)
        seat.follow(name, to="/change/")
        return seat.press("Tiếp nhận đăng ký").must_say("Đã tiếp nhận đăng ký của")

    def ask_for_supplement(self) -> Browser:
        """The summary is ticked wrong; the request begins with that note."""
        seat = self.desk(OFFICER).must_say("Chờ tiếp nhận")
        report, summary = paper_fields(seat)
        note = {f"paper_note_{number_of(summary)}": WRONG}
        seat.press("Trả lại để bổ sung", **{report: "ok", summary: "wrong"}, **note)
        form, _ = seat.button("Yêu cầu bổ sung")
        (point,) = form.names("text_p")
        assert form.named(point)[0].value == WRONG
        due = today() + dt.timedelta(days=7)
        return seat.press("Yêu cầu bổ sung", due_on=f"{due:%d/%m/%Y}").must_say("Đã yêu cầu bổ sung hồ sơ")

    def supplement(self) -> Browser:
        seat = self.start(STAFF).follow(f"Bổ sung hồ sơ của {NOMINEE}").must_say(WRONG)
        seat.follow("Bản tóm tắt thành tích").press("Lưu và về hồ sơ", text=BETTER)
        return seat.press("Gửi bổ sung").must_say("Đã gửi bổ sung hồ sơ")

    def receive(self) -> Browser:
        """The better summary is there, both papers are ticked, the dossier is taken in."""
        seat = self.desk(OFFICER).must_say("Đã bổ sung", "bản 1 → bản 2", BETTER)
        form, _ = seat.button("Tiếp nhận")
        ticks = dict.fromkeys(paper_fields(seat), "ok") | dict.fromkeys(point_fields(form), "done")
        return seat.press("Tiếp nhận", **ticks).must_say("Đã tiếp nhận hồ sơ")

    def receive_in_bulk(self) -> Browser:
        """Both are chosen: one goes, the one already received stays with its reason."""
        seat = self.office_list(OFFICER)
        keys = [self.row_of(seat, name) for name in (NOMINEE, COLLEAGUE)]
        self.office_list(OFFICER)
        seat.press("Xem trước", action="Tiếp nhận", _selected_action=keys)
        seat.must_say("Tiếp nhận: sẽ chuyển 1, bỏ qua 1")
        return seat.press("Chuyển 1 hồ sơ").must_say(
            "Đã tiếp nhận 1 hồ sơ. Tiếp theo: thẩm định. Bỏ qua 1 hồ sơ."
        )

    def row_of(self, seat: Browser, name: str) -> int:
        """The number of the one row that the list finds by name."""
        seat.press("Tìm kiếm", q=name)
        (row,) = {link.href for link in seat.page.links if link.text.startswith("HS-")}
        return number_in(row)

    def appraise(self, username: str, name: str) -> Browser:
        """Every criterion met, kept, and then the dossier is marked eligible."""
        seat = self.desk(username, name)
        form, _ = seat.button("Lưu")
        seat.press("Lưu", **dict.fromkeys(form.names("outcome_"), "met")).must_say("Đã lưu thẩm định")
        return seat.press("Đủ điều kiện").must_say("đủ điều kiện. Tiếp theo: trình Hội đồng.")

    def appraise_one(self) -> Browser:
        return self.appraise(OFFICER, NOMINEE)

    def appraise_the_other(self) -> Browser:
        return self.appraise(OFFICER2, COLLEAGUE)

    def plan_the_session(self) -> Browser:
        seat = self.start(OFFICER2).follow("Hội đồng").follow("Lập phiên họp")
        seat.press("Lập phiên họp", subject=COUNCIL, place="Phòng họp số 1")
        form, _ = seat.button("Đưa vào chương trình")
        seat.press("Đưa vào chương trình", keys=form.labelled(NOMINEE).value)
        return seat.must_say("Đã đưa 1 đề nghị vào chương trình họp.")

    def bring_to_the_session(self) -> Browser:
        """The colleague, from the list of the back office: the session is chosen in the preview."""
        seat = self.office_list(OFFICER2)
        key = self.row_of(seat, COLLEAGUE)
        seat.press("Xem trước", action="Trình Hội đồng", _selected_action=key)
        session = f"Hội đồng Thi đua – Khen thưởng xã Ninh Phước, ngày {today():%d/%m/%Y}: {COUNCIL}"
        return seat.press("Chuyển 1 hồ sơ", session=session).must_say("Đã đưa 1 hồ sơ vào chương trình họp")

    def hold_the_council(self) -> Browser:
        """The secretary counts; everybody is for both."""
        seat = self.at(SECRETARY).open("/hoi-dong/").follow(COUNCIL)
        return self.keep_the_minutes(seat).must_say("2 đề nghị", "Hội đồng đề nghị")


def paper_fields(seat: Browser) -> list[str]:
    """The choice fields of the papers, in their order."""
    form, _ = seat.button("Lưu")
    return [name for name in form.names("paper_") if not name.startswith("paper_note_")]


def point_fields(form) -> list[str]:
    """The choice fields of what was asked to be supplemented."""
    return [name for name in form.names("point_") if not name.startswith("point_note_")]


def number_of(field: str) -> str:
    return field.rpartition("_")[2]
