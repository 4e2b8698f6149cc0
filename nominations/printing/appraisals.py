"""Phiếu thẩm định: every verdict with its article, the facts behind it and the appraiser's word."""

import datetime as dt

from django.conf import settings

from nominations.enums import Outcome, StageState
from nominations.models import Assessment, DossierStage

from .reports import particulars
from .wording import conferred, head

HEADINGS = {
    "law": "Quy định của pháp luật",
    "plan": "Tiêu chí của kế hoạch",
    "general": "Điều kiện chung",
}
ROMAN = ("II", "III", "IV", "V")
CONCLUSIONS = {
    StageState.INELIGIBLE: "Không đủ điều kiện",
    StageState.RECEIVED: "Đang thẩm định",
    StageState.ARRIVED: "Chưa tiếp nhận",
    StageState.RESUBMITTED: "Đang thẩm định",
    StageState.CHANGES_REQUESTED: "Yêu cầu bổ sung",
    StageState.ON_HOLD: "Đang tạm dừng xét",
    StageState.WITHDRAWN: "Đã rút",
    StageState.AWAITED: "Chờ kết quả của cấp trên",
    StageState.UPPER_DECLINED: "Cấp trên không khen thưởng",
}
# Only what was found so and went on from there.
APPRAISED = (
    StageState.ELIGIBLE,
    StageState.IN_COUNCIL,
    StageState.COUNCIL_APPROVED,
    StageState.COUNCIL_REJECTED,
    StageState.PROPOSED,
    StageState.FORWARDED,
    StageState.AWARDED,
    StageState.REVOKED,
)


def appraisal_paper(stage: DossierStage, rows: list[dict], *, on: dt.date, draft: bool = False) -> dict:
    """The sheet as a dict for appraisal.html; `rows` as the stage keeps them."""
    dossier = stage.dossier
    marks = {mark.criterion_id: mark for mark in stage.assessments.select_related("appraised_by")}
    judged = groups(rows, marks)
    named = sorted({str(mark.appraised_by) for mark in marks.values()})
    return {
        **head(
            stage.unit,
            on=on,
            type_line="PHIẾU THẨM ĐỊNH",
            title=f"Hồ sơ đề nghị tặng {conferred(dossier.campaign, dossier)}",
            recipients=[],
        ),
        "day": on.day,
        "particulars": [
            *particulars(dossier, on),
            {"label": "Mã hồ sơ", "value": dossier.code},
            {"label": "Đơn vị đề nghị", "value": dossier.frozen_unit_name or dossier.unit.name},
        ],
        "groups": judged,
        "last_heading": f"{ROMAN[len(judged)]}. KẾT LUẬN",
        "conclusion": f"Hồ sơ: {conclusion(stage.state)}",
        "confirmation": {"lines": ["NGƯỜI THẨM ĐỊNH"], "name": named[0] if len(named) == 1 else None},
        "signature": {"lines": ["PHỤ TRÁCH THẨM ĐỊNH"], "name": None},
        "draft": draft,
    }


def conclusion(state: str) -> str:
    """`đủ điều kiện` only of a dossier that was found so; else what it waits for, or how it ended."""
    return "đủ điều kiện" if state in APPRAISED else CONCLUSIONS.get(state, "Đang thẩm định").lower()


def groups(rows: list[dict], marks: dict[int, Assessment]) -> list[dict]:
    """[{"heading", "results"}]: law, plan, general, each line with all that it rests on."""
    found = []
    for kind, words in HEADINGS.items():
        here = [row for row in rows if row.get("kind", "plan") == kind]
        if here:
            results = [result(row, marks.get(row.get("criterion"))) for row in here]
            found.append({"heading": f"{ROMAN[len(found)]}. {words.upper()}", "results": results})
    return found


def result(row: dict, mark: Assessment | None) -> dict:
    lines = [f"{Outcome(row['outcome']).label}. {' '.join(row['say'])}", f"Căn cứ: {cited(row)}."]
    if facts := [fact_line(fact) for fact in row.get("facts", [])]:
        lines.append(f"Số liệu: {'; '.join(facts)}.")
    if row.get("caveat"):
        lines.append(row["caveat"])
    elif not row.get("verified", True):
        lines.append("Quy định này chưa được đối chiếu với văn bản gốc.")
    if mark:
        note = f": {mark.note}" if mark.note else ""
        lines.append(f"Người thẩm định ({mark.appraised_by}): {mark.get_outcome_display().lower()}{note}.")
    said = {"criterion": row.get("title", "").rstrip(".;"), "result": "\n".join(lines)}
    return said | {"links": links(row)}


def links(row: dict) -> list[dict]:
    """Where the article and each fact open; rows kept before addresses were kept have none."""
    facts = [("Số liệu:", fact["what"], fact["url"]) for fact in row.get("facts", [])]
    found = [("Căn cứ:", row["citation"], row.get("url")), *facts]
    return [
        {"line": line, "text": text, "url": f"{settings.SITE_URL}{url}"} for line, text, url in found if url
    ]


def cited(row: dict) -> str:
    return f"{row['citation']} ({row['basis']})" if row.get("basis") else row["citation"]


def fact_line(fact: dict) -> str:
    """`Xếp loại … năm 2026: hoàn thành tốt nhiệm vụ (nguồn: …, nhập 05/12/2026)`."""
    behind = ", ".join(filter(None, (fact["source"] and f"nguồn: {fact['source']}", fact["version"])))
    return f"{fact['what']}: {fact['value']}" + (f" ({behind})" if behind else "")
