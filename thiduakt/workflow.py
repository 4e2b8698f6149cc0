"""A workflow is a table of steps: buttons, checks, the inbox, the tests and the docs all read it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thiduakt.errors import Reason


@dataclass(frozen=True)
class Step:
    """One row of a flow.

    `sources` are the states it may leave, `target` the state it reaches (`None`: back to the state
    the object was held in), `roles` who may take it, `guards` the names of the rules asked before.
    `deadline` names the kind of deadline that binds it; `claims` is +1 when the step takes a slot
    of the quota and -1 when it gives one back; `ends`: what the levels below hold of the quota is given
    back too, or taken again. `form` names the extra data the step asks for.
    """

    action: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    roles: tuple[str, ...]
    guards: tuple[str, ...] = ()
    needs_note: bool = False
    deadline: str = ""
    claims: int = 0
    ends: bool = False
    danger: bool = False
    direct: bool = True


class Flow:
    """Steps in the order in which they are offered."""

    def __init__(self, *steps: Step):
        self.steps = steps

    def __iter__(self):
        return iter(self.steps)

    def named(self, action: str) -> list[Step]:
        return [step for step in self.steps if step.action == action]

    def find(self, state: str, action: str) -> Step | None:
        """The row for an action in a state; at most one, which a test of each flow proves."""
        return next((step for step in self.named(action) if state in step.sources), None)

    def available(self, state: str, roles: Iterable[str]) -> list[Step]:
        """Steps that state and role allow; guards are asked when the step is checked."""
        held = set(roles)
        return [step for step in self.steps if state in step.sources and held & set(step.roles)]

    def label(self, action: str) -> str:
        found = self.named(action)
        return found[0].label if found else action


def refusals(
    flow: Flow,
    *,
    state: str,
    state_label: str,
    action: str,
    roles: Iterable[str],
    guard: Callable[[str], str | None],
) -> list[str]:
    """Why a step may not be taken, in sentences; empty when it may. Nothing is written.

    State first, then role, then every guard: who may not act is not told what else is missing.
    A guard's sentence is a `Reason` and knows its guard.
    """
    step = flow.find(state, action)
    if step is None:
        return [f"Không thể “{flow.label(action)}” khi đang ở trạng thái “{state_label}”."]
    if not set(roles) & set(step.roles):
        return [f"Anh/chị không có quyền “{step.label}” ở bước này."]
    return [Reason(sentence, name) for name in step.guards if (sentence := guard(name))]
