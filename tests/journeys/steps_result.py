"""From the council's word to the paper in the hand."""

from pypdf import PdfReader

from .browser import Browser
from .steps_office import OFFICER2
from .steps_unit import COLLEAGUE, NOMINEE, STAFF

OFFICE_HEAD, SIGNER, SIGNER_NAME, RECORDS = "phuoc", "tuan", "Lê Minh Tuấn", "nhung"


class ResultSteps:
    def decisions(self, username: str) -> Browser:
        return self.start(username).follow("Khen thưởng").follow("Quyết định khen thưởng")

    def claim_places(self) -> Browser:
        """Both are ticked as they are within the quota; the page says who goes before it moves."""
        seat = self.decisions(OFFICE_HEAD).follow("Trình ký")
        form, _ = seat.button("Xem trước danh sách trình ký")
        keys = [form.labelled(name).value for name in (NOMINEE, COLLEAGUE)]
        assert set(keys) <= set(form.data()["key"])
        seat.press("Xem trước danh sách trình ký", key=keys).must_say("Sẽ chuyển 2, bỏ qua 0")
        return seat.press("Trình ký 2 hồ sơ").must_say("Đã trình ký 2 hồ sơ.")

    def prepare_the_decision(self) -> Browser:
        seat = self.decisions(OFFICER2).follow("Lập quyết định").must_say(NOMINEE, COLLEAGUE)
        return seat.press("Lập dự thảo quyết định", signer=SIGNER_NAME).must_say("Đã lập dự thảo")

    def approve_the_decision(self) -> Browser:
        seat = self.at(SIGNER).open("/van-ban/").must_say("Chờ tôi duyệt").follow("Quyết định:")
        seat.follow("Duyệt dự thảo").must_say("tổng tiền thưởng", NOMINEE, COLLEAGUE)
        return seat.press("Duyệt dự thảo").must_say("Đã duyệt dự thảo.")

    def issue_the_decision(self) -> Browser:
        seat = self.at(RECORDS).open("/van-ban/").must_say("Chờ tôi cấp số").follow("Quyết định:")
        seat.follow("Cấp số, ban hành").must_say("Sắp ban hành Quyết định số 02/QĐ-UBND", NOMINEE)
        return seat.press("Cấp số, ban hành").must_say("Đã ban hành Quyết định số 02/QĐ-UBND")

    def certificates(self) -> PdfReader:
        return self.at(RECORDS).pdf("giấy khen")

    def result(self) -> Browser:
        """The nominee's way to the paper begins with the notice in the inbox."""
        return self.start(STAFF).follow("02/QĐ-UBND")
