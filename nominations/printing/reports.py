"""Báo cáo thành tích and bản tóm tắt, written criterion by criterion on the page."""

import datetime as dt

from campaigns.enums import Paper
from criteria.enums import Group
from nominations.facts import criteria_of
from nominations.models import Award, Dossier, DossierPart
from thiduakt.vietnamese.days import short_date

from .wording import conferred, detail_of, head, movement, name_of

PLEDGE = "Tôi cam đoan những nội dung báo cáo trên là đúng sự thật"
PLEDGE_OF_UNIT = "Đơn vị cam đoan những nội dung báo cáo trên là đúng sự thật"


def newest_part(dossier: Dossier, paper: str) -> DossierPart | None:
    found = dossier.parts.filter(requirement__paper=paper)
    return found.select_related("requirement").order_by("-version").first()


def report_paper(dossier: Dossier, *, on: dt.date, draft: bool = False) -> dict:
    """The report as a dict for report.html: the nominee's words under each criterion of the plan."""
    part = newest_part(dossier, Paper.REPORT)
    rows = criteria_of(dossier)
    results = [
        {"criterion": row.text, "result": part.text_for(row.pk) if part else None} for row in rows
    ] or [{"criterion": "", "result": part.content.get("text") if part else None}]
    return {
        **head(
            dossier.unit,
            on=on,
            type_line="BÁO CÁO THÀNH TÍCH",
            title=f"Đề nghị tặng {conferred(dossier.campaign, dossier)}",
            recipients=[],
        ),
        "particulars": particulars(dossier, on),
        "results": results,
        **honours(dossier),
        "pledge": PLEDGE if dossier.person_id else PLEDGE_OF_UNIT,
        **signatures(dossier),
        "draft": draft,
    }


def summary_paper(dossier: Dossier, *, on: dt.date, draft: bool = False) -> dict:
    """The summary as a dict for summary.html."""
    part = newest_part(dossier, Paper.SUMMARY)
    listed = honours(dossier)
    return {
        **head(
            dossier.unit,
            on=on,
            type_line="BẢN TÓM TẮT THÀNH TÍCH",
            title=f"Trong {movement(dossier.campaign)}",
            recipients=[],
        ),
        "particulars": particulars(dossier, on),
        "results": [{"criterion": "", "result": part.content.get("text") if part else None}],
        "honours": listed["titles"] + listed["forms"],
        "proposed": conferred(dossier.campaign, dossier),
        **signatures(dossier),
        "draft": draft,
    }


def particulars(dossier: Dossier, on: dt.date) -> list[dict]:
    """Who it is about; a blank stays to be filled in by hand."""
    if dossier.group == Group.COLLECTIVE:
        unit = dossier.collective
        above = unit.ancestor_spans.on(on).filter(depth=1).select_related("ancestor").first()
        return [
            {"label": "Tên tập thể", "value": name_of(dossier)},
            {"label": "Trực thuộc", "value": above.ancestor.name if above else None},
            {"label": "Địa danh", "value": unit.place_name or None},
        ]
    person = dossier.person
    return [
        {"label": "Họ và tên", "value": name_of(dossier)},
        {"label": "Sinh ngày", "value": short_date(person.birth_date) if person.birth_date else None},
        {"label": "Giới tính", "value": person.get_gender_display() or None},
        {"label": "Chức vụ, đơn vị công tác", "value": detail_of(dossier, on)},
    ]


def honours(dossier: Dossier) -> dict:
    """Earlier awards on record, titles and forms apart."""
    rows = Award.objects.filter(person=dossier.person, collective=dossier.collective, revoked_by__isnull=True)
    found = {"titles": [], "forms": []}
    for award in rows.exclude(dossier=dossier).select_related("award_type", "decision__unit"):
        key = "titles" if award.award_type.category == "danh_hieu" else "forms"
        found[key].append(honour(award))
    return found


def honour(award: Award) -> dict:
    decision = award.decision
    issued = f"{decision.reference}, {short_date(decision.issued_on)}, {decision.issuer_name}"
    return {"year": decision.issued_on.year, "name": award.award_type.name, "decision": issued}


def signatures(dossier: Dossier) -> dict:
    """The head confirms on the left, the reporter signs on the right; a unit's head does both in one."""
    head_block = {"lines": ["THỦ TRƯỞNG ĐƠN VỊ"], "name": None}
    if dossier.group == Group.COLLECTIVE:
        return {"confirmation": None, "signature": head_block}
    return {
        "confirmation": head_block,
        "signature": {"lines": ["NGƯỜI BÁO CÁO"], "name": name_of(dossier)},
    }
