"""Awards from before the system, a whole file of them: each row one award of one decision."""

from difflib import get_close_matches

from criteria.models import AwardType
from nominations.models import PastAward
from nominations.services.past import enter_past_award
from thiduakt.sheets.columns import Column, Kind
from thiduakt.vietnamese.text import search_key
from units.models import Person, Unit
from units.registry import ListKind
from units.resources import HolderFinder, Line, ListResource, Misfit, blamed
from units.services.rights import keeps_any_unit

COLUMNS = (
    Column(
        "name",
        "Cá nhân, tập thể",
        required=True,
        also=("Họ và tên", "Tên cá nhân, tập thể", "Tập thể, cá nhân", "Tên ghi trong quyết định"),
        example="Nguyễn Văn An",
        longest=200,
        help="Họ tên người, hoặc mã hay tên đơn vị được khen.",
    ),
    Column(
        "birth_date",
        "Ngày sinh",
        Kind.DATE,
        also=("Năm sinh",),
        example="05/12/1980",
        year_is_enough=True,
        help="Để trống với tập thể. Cần khi có nhiều người cùng tên.",
    ),
    Column(
        "award",
        "Danh hiệu, hình thức",
        required=True,
        also=("Danh hiệu", "Hình thức", "Hình thức khen thưởng", "Danh hiệu thi đua"),
        example="Giấy khen",
        longest=200,
        help="Tên hoặc mã như trong danh mục.",
    ),
    Column("year", "Năm được khen", Kind.INTEGER, required=True, also=("Năm",), example="2020"),
    Column(
        "decision_number",
        "Số quyết định",
        required=True,
        also=("Quyết định số", "Số, ký hiệu quyết định"),
        example="315/QĐ-UBND",
        longest=60,
    ),
    Column("decision_date", "Ngày quyết định", Kind.DATE, also=("Ngày ký",), example="26/01/2021"),
    Column(
        "decision_issuer",
        "Cơ quan quyết định",
        required=True,
        also=("Cấp quyết định", "Cơ quan ban hành"),
        example="UBND huyện Ninh Phước",
        longest=200,
    ),
    Column(
        "unit_name",
        "Chức vụ, đơn vị ghi trong quyết định",
        also=("Chức vụ, đơn vị", "Đơn vị công tác"),
        example="Chuyên viên, Phòng Tài chính",
        longest=300,
    ),
    Column(
        "source",
        "Căn cứ để ghi",
        also=("Nguồn",),
        example="Bản gốc quyết định",
        longest=300,
        help="Để trống: theo danh sách Excel của đơn vị.",
    ),
)
SOURCE = "Danh sách Excel của đơn vị"


class PastAwardList(ListResource):
    """A row that stands there already is the same; nothing is corrected here, what was wrong is cancelled."""

    def __init__(self, **said):
        super().__init__(**said)
        people = Person.objects.kept_by(self.by, self.on).filter(merged_into__isnull=True)
        self.holder_called = HolderFinder(Unit.objects.kept_by(self.by, self.on), people)
        self.awards = {
            search_key(word): award for award in AwardType.objects.all() for word in words_of(award)
        }

    def award_called(self, text: str) -> AwardType:
        try:
            return self.awards[search_key(text)]
        except KeyError:
            near = get_close_matches(search_key(text), self.awards, 3, 0.5)
            names = dict.fromkeys(f"“{self.awards[key].name}”" for key in near)
            advice = f"Có phải {' hay '.join(names)}?" if names else "Ghi đúng tên hoặc mã."
            sentence = f"Danh mục không có danh hiệu, hình thức “{text}”. {advice}"
            raise Misfit("award", sentence) from None

    def nominee_called(self, values: dict) -> Person | Unit:
        return self.holder_called(values["name"], values.get("birth_date"))

    def known(self, values: dict) -> Line | None:
        nominee, award = self.nominee_called(values), self.award_called(values["award"])
        own = {"person": nominee} if isinstance(nominee, Person) else {"collective": nominee}
        past = PastAward.objects.filter(
            **own,
            award_type=award,
            year=values["year"],
            decision_number=values["decision_number"],
            is_live=True,
        ).first()
        return Line(dict(values), past) if past else None

    def write(self, line: Line, before: Line | None) -> None:
        values = dict(line.values)
        nominee, award = self.nominee_called(values), self.award_called(values.pop("award"))
        del values["name"], values["birth_date"]
        values["unit_name"], values["source"] = values["unit_name"] or "", values["source"] or SOURCE
        with blamed("decision_date" if values["decision_date"] else "year"):
            enter_past_award(nominee, award, by=self.by, **values)


def words_of(award: AwardType) -> tuple[str, str]:
    return search_key(award.code), search_key(award.name)


PAST_AWARDS = ListKind(
    "past-awards",
    "Khen thưởng trước đây",
    COLUMNS,
    PastAwardList,
    keeps_any_unit,
    "Khen thưởng từ trước khi dùng hệ thống: mỗi dòng một cá nhân hoặc tập thể của một quyết định.",
)
