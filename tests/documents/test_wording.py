"""The free parts of a draft: what the office words, and that nothing else moves."""

import pytest

from documents.texts import body_key
from documents.wording import as_worded, compared, faults, reworded, usual, with_words

pytestmark = pytest.mark.pure

DECISION = {
    "grounds": ["Căn cứ Luật", "Theo đề nghị của Văn phòng"],
    "articles": [
        {"label": "Điều 1.", "text": "Tặng 02 cá nhân."},
        {"label": "Điều 2.", "text": "Thưởng 1.400.000 đồng."},
        {"label": "Điều 3.", "text": "Thủ trưởng thi hành"},
    ],
    "recipients": ["Như Điều 3", "Lưu: VT"],
    "annex": {"groups": [{"rows": [{"name": "Nguyễn Văn A", "bonus": 700_000}]}]},
}
LETTER = {
    "grounds": ["Căn cứ Kế hoạch"],
    "body": ["Kính trình cho 02 cá nhân, gồm:"],
    "groups": [{"heading": "I. Cá nhân", "rows": [{"name": "Nguyễn Văn A"}]}],
    "recipients": ["Như trên"],
    "closing": "Kính trình quyết định",
}
WORDS = {
    "grounds": "Căn cứ Quy chế",
    "closing": "Văn phòng thi hành",
    "recipients": "Như Điều 3\nLưu: VT, NV",
}


def test_words_of_a_decision_go_to_their_places_and_nowhere_else():
    made = reworded("decision.html", DECISION, WORDS)
    assert made["grounds"] == ["Căn cứ Luật", "Căn cứ Quy chế", "Theo đề nghị của Văn phòng"]
    assert made["articles"] == [
        *DECISION["articles"][:2],
        {"label": "Điều 3.", "text": "Văn phòng thi hành"},
    ]
    assert made["recipients"] == ["Như Điều 3", "Lưu: VT, NV"]
    assert (made["annex"], made["revision"]) == (DECISION["annex"], 1)


def test_words_of_a_letter_stand_before_what_the_system_counts():
    made = reworded("submission.html", LETTER, {"opening": "Thực hiện Kế hoạch.\nĐơn vị đã họp."})
    assert made["body"] == ["Thực hiện Kế hoạch.", "Đơn vị đã họp.", "Kính trình cho 02 cá nhân, gồm:"]
    assert {key: made[key] for key in LETTER if key != "body"} == {
        key: LETTER[key] for key in LETTER if key != "body"
    }
    assert reworded("submission.html", LETTER, {"closing": "Kính trình"})["closing"] == "Kính trình"


@pytest.mark.parametrize("words", [{}, {"closing": "", "grounds": "  "}, {"closing": "Thủ trưởng thi hành"}])
def test_empty_words_give_the_systems_back(words):
    made = reworded("decision.html", reworded("decision.html", DECISION, WORDS), words)
    assert {key: made[key] for key in DECISION} == DECISION
    assert (made["generated"], made["revision"]) == ({}, 2)


def test_what_is_no_free_part_is_not_taken():
    made = reworded("decision.html", DECISION, {"annex": "Tên khác", "articles": "Điều 1", "opening": "Thưa"})
    assert (made["typed"], made["annex"], made["articles"]) == ({}, DECISION["annex"], DECISION["articles"])
    assert usual("plan.html", {"body": []}) == {}


def test_draft_made_anew_takes_the_words_over():
    fewer = DECISION | {"annex": {"groups": []}}
    made = with_words("decision.html", fewer, reworded("decision.html", DECISION, WORDS)["typed"])
    assert as_worded("decision.html", made) == WORDS
    assert (made["annex"], with_words("decision.html", fewer, {})) == ({"groups": []}, fewer)


def test_paper_is_found_by_what_it_says_now():
    key = body_key(reworded("decision.html", DECISION, WORDS))
    assert ("van phong thi hanh" in key, "thu truong thi hanh" in key) == (True, False)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (WORDS, 0),
        ({"grounds": "Quy chế số 5"}, 1),
        ({"closing": "a" * 2001}, 1),
        ({"recipients": "x\n" * 21}, 1),
        ({"grounds": "Xét đề nghị của A\nTheo ý kiến của B"}, 0),
    ],
)
def test_words_that_may_not_stand(words, count):
    assert len(faults(words)) == count


def test_difference_is_told_word_by_word():
    assert compared("Thủ trưởng thi hành", "Văn phòng thi hành") == [
        ("gone", "Thủ trưởng"),
        ("new", "Văn phòng"),
        ("same", "thi hành"),
    ]
    assert (compared("", ""), compared("", "Căn cứ A")) == ([], [("new", "Căn cứ A")])
