"""What must hold of every Vietnamese text, over all vowels with all tones and a fixed shower of names."""

import itertools
import random
import unicodedata

import pytest

from thiduakt.vietnamese.text import TONES, clean_text, name_sort_key, search_key, text_sort_key

pytestmark = pytest.mark.pure

VOWELS = "aăâeêioôơuưy"
# ngang, huyền, hỏi, ngã, sắc, nặng: as the dictionary has them.
MARKS = ("", *TONES)
BARE = dict(zip(VOWELS, "aaaeeiooouuy", strict=True))
SPELLED = [unicodedata.normalize("NFC", vowel + mark) for vowel in VOWELS for mark in MARKS]
# The same syllable with its tone on either letter.
TWO_PLACES = [("òa", "oà"), ("óa", "oá"), ("ỏe", "oẻ"), ("ũy", "uỹ"), ("ụy", "uỵ"), ("ùy", "uỳ")]
ONSETS = ("", "b", "ch", "d", "đ", "gi", "kh", "ng", "nh", "qu", "th", "tr", "x")
ENDS = ("", "c", "n", "ng", "nh", "t", "m")


def syllable(chance: random.Random) -> str:
    return chance.choice(ONSETS) + chance.choice(SPELLED) + chance.choice(ENDS)


def shower(count: int = 400) -> list[str]:
    """Names of two to four syllables, the same in every run."""
    chance = random.Random(2026)
    return [
        " ".join(syllable(chance).capitalize() for _ in range(chance.randint(2, 4))) for _ in range(count)
    ]


NAMES = shower()


def spellings(name: str) -> list[str]:
    """One name as keyboards, Windows and macOS hand it over."""
    composed = unicodedata.normalize("NFC", name)
    apart = unicodedata.normalize("NFD", name)
    blanks = composed.replace(" ", "\u00a0 ")
    return [composed, apart, f"  {blanks}\u200b ", apart.replace(" ", "\t")]


def test_clean_text_is_one_for_all_spellings_and_stays():
    for name in NAMES:
        cleaned = {clean_text(spelt) for spelt in spellings(name)}
        assert cleaned == {name}
        assert clean_text(clean_text(name)) == unicodedata.normalize("NFC", name)


def test_search_key_is_one_for_all_spellings_and_cases():
    for name in NAMES:
        written = [*spellings(name), name.upper(), name.lower(), search_key(name)]
        assert len({search_key(clean_text(text)) for text in written}) == 1


def test_search_key_holds_no_mark():
    assert {search_key(letter) for letter in SPELLED} == set(BARE.values())
    assert set("".join(search_key(name) for name in NAMES)) <= set("abcdefghijklmnopqrstuvwxyz ")


@pytest.mark.parametrize("new, old", TWO_PLACES)
def test_tone_on_either_letter_is_found_and_sorted_alike(new, old):
    for onset, case in itertools.product(("h", "th", ""), (str.lower, str.upper, str.title)):
        one, two = case(onset + new), case(onset + old)
        assert search_key(one) == search_key(two)
        assert text_sort_key(one) == text_sort_key(two)
        assert name_sort_key(f"Trần {one}") == name_sort_key(f"Trần {two}")


def rank(word: str) -> tuple:
    """The place of a syllable by the rules of the dictionary: letters first, the tone when they are equal."""
    apart = unicodedata.normalize("NFD", word.lower())
    letters = unicodedata.normalize("NFC", "".join(c for c in apart if c not in TONES))
    tones = [TONES.index(c) + 1 for c in apart if c in TONES]
    alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    return [alphabet.index(c) for c in letters], tones[0] if tones else 0


def test_syllables_sort_as_the_dictionary_has_them():
    chance = random.Random(30)
    words = list(dict.fromkeys(syllable(chance) for _ in range(800)))
    assert sorted(words, key=text_sort_key) == sorted(words, key=rank)


def test_names_sort_by_given_name_then_by_the_rest():
    def by_rule(name: str) -> list:
        *others, given = name.split()
        letters, tones = zip(*[rank(word) for word in others], strict=True)
        return [rank(given), list(letters), list(tones)]

    shuffled = random.Random(1).sample(NAMES, len(NAMES))
    assert sorted(shuffled, key=name_sort_key) == sorted(NAMES, key=name_sort_key)
    given = [name.split()[-1] for name in sorted(shuffled, key=name_sort_key)]
    assert [rank(word) for word in given] == sorted(rank(word) for word in given)
    few = sorted((name for name in NAMES if len(name.split()) == 3), key=name_sort_key)
    assert [by_rule(name)[:2] for name in few] == sorted(by_rule(name)[:2] for name in few)


def test_sort_keys_order_alike_as_text_and_as_bytes():
    keys = [name_sort_key(name) for name in NAMES]
    assert sorted(keys) == sorted(keys, key=str.encode)
    assert set("".join(keys)) <= set("0123456789abcdef")
