"""The trails: each step begins where the one before ended, and ends where the object is."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import OuterRef, Subquery

from nominations.enums import StageState
from nominations.models import DossierEvent, DossierStage
from thiduakt.events.base import Event


def event_models() -> list[type[Event]]:
    """Every kind of trail, in order of its label."""
    found = (model for model in apps.get_models() if issubclass(model, Event))
    return sorted(found, key=lambda model: model._meta.label)


def event_states() -> Iterator[str]:
    for model in event_models():
        yield from broken_states(model)


def broken_states(model: type[Event]) -> Iterator[str]:
    """Rows whose `from_state` is not the last `to_state` of the same object (of the same stage)."""
    key = "stage" if model is DossierEvent else model.SUBJECT
    rows = model.objects.order_by(model.SUBJECT, "seq").values_list(
        "pk", key, "seq", "action", "from_state", "to_state"
    )
    last: dict[int, str] = {}
    for pk, subject, seq, action, was, now in rows.iterator(chunk_size=2000):
        before = last.get(subject, was)
        if was and was != before:
            yield f"{model._meta.label} {pk}: dòng {seq} ({action}) từ {was}, dòng trước đến {before}"
        last[subject] = now


# The states in which a stage may be opened, by its level; from the second on it may be only waited for.
BEGINS = {
    0: (StageState.DRAFT,),
    1: (StageState.ARRIVED, StageState.AWAITED),
    2: (StageState.ARRIVED, StageState.AWAITED),
}


def states_match_trail() -> Iterator[str]:
    """A stage is in the state that its last step wrote; without a step, in the one it began with."""
    latest = DossierEvent.objects.filter(stage=OuterRef("pk")).order_by("-seq").values("to_state")[:1]
    stages = DossierStage.objects.annotate(written=Subquery(latest)).order_by("pk")
    for pk, level, state, written in stages.values_list("dossier", "level", "state", "written"):
        began = BEGINS.get(level, BEGINS[2])
        if state not in ((written,) if written else began):
            yield f"hồ sơ {pk}, cấp {level}: đang là {state}, vết ghi {written or began[0]}"
