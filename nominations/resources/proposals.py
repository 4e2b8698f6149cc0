"""Danh sách trình ký: the dossiers that an office chose in Excel, each by its code and name."""

from nominations.enums import StageState
from nominations.models import Dossier, DossierStage
from nominations.services.locking import lock_for
from nominations.services.steps import move_dossier
from thiduakt.errors import Refused
from thiduakt.sheets.columns import Column
from thiduakt.vietnamese.text import search_key
from units.enums import Role
from units.registry import ListKind
from units.resources import Line, ListResource

PROPOSERS = (Role.OFFICE_HEAD,)
# Headed as the office's own list of dossiers is: what was downloaded and shortened may come back.
COLUMNS = (
    Column(
        "name",
        "Tập thể, cá nhân",
        required=True,
        also=("Họ và tên", "Họ và tên, tên tập thể", "Tên tập thể, cá nhân"),
        example="Nguyễn Văn An",
        longest=200,
        help="Như ghi trên hồ sơ.",
    ),
    Column("code", "Mã hồ sơ", required=True, also=("Mã",), example="HS-00012", longest=20),
)


class ProposalList(ListResource):
    """Each row takes the step by its own service and by the same rules; one refused keeps all back."""

    def prepare(self, rows: list[dict]) -> None:
        """All that the rows will lock, at once and in the common order."""
        here = DossierStage.objects.current().filter(
            unit__in=self.by.acting_unit_ids(self.on, PROPOSERS),
            dossier__in={Dossier.pk_of(row["code"]) for row in rows},
            level__gte=1,
        )
        locks = lock_for("propose", here.values_list("dossier", flat=True))
        self.dossiers = {dossier.pk: dossier for dossier in locks.dossiers}

    def dossier_called(self, values: dict) -> Dossier:
        dossier = self.dossiers.get(Dossier.pk_of(values["code"]))
        if dossier is None:
            raise Refused(f"Không có hồ sơ mã “{values['code']}” ở cơ quan của anh/chị. Xem lại mã.")
        if search_key(dossier.nominee_name) != search_key(values["name"]):
            raise Refused(f"{dossier.code} là hồ sơ của {dossier.nominee_name}. Xem lại tên hoặc mã.")
        return dossier

    def known(self, values: dict) -> Line | None:
        dossier = self.dossier_called(values)
        return Line(dict(values), dossier) if dossier.stage.state == StageState.PROPOSED else None

    def write(self, line: Line, before: Line | None) -> None:
        move_dossier(self.dossier_called(line.values), "propose", by=self.by)


PROPOSALS = ListKind(
    "proposals",
    "Danh sách trình ký",
    COLUMNS,
    ProposalList,
    lambda by, on: bool(by.acting_unit_ids(on, PROPOSERS)),
    "Hồ sơ được Hội đồng đề nghị mà cơ quan chọn trình ký: mỗi dòng một hồ sơ. Quá số lượng của kế hoạch "
    "thì không dòng nào được trình.",
)
