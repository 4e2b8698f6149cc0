"""What is said after a step, for every step that somebody takes by a button."""

import pytest

from nominations.facts.done import DOSSIER_DONE, REGISTRATION_DONE, dossier_done
from nominations.flow import DOSSIER_FLOW, REGISTRATION_FLOW

pytestmark = pytest.mark.pure

# Offered in the list of the back office: the agenda, though the step has a page of its own, and the
# colleague whose work it is, which is no step of the flow.
LISTED = {"to_council", "assign"}


@pytest.mark.parametrize(
    ("flow", "sentences", "more"),
    [(DOSSIER_FLOW, DOSSIER_DONE, LISTED), (REGISTRATION_FLOW, REGISTRATION_DONE, set())],
)
def test_every_step_by_a_button_has_its_sentence(flow, sentences, more):
    assert set(sentences) == {step.action for step in flow if step.direct} | more


def test_sentence_says_what_happened_and_what_is_next():
    assert dossier_done("receive", "12 hồ sơ") == "Đã tiếp nhận 12 hồ sơ. Tiếp theo: thẩm định."
