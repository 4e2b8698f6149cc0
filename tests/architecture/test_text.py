import re
import unicodedata

import pytest

from tests.architecture.source import ROOT, relative, text_files

pytestmark = pytest.mark.pure

OURS = (".py", ".html", ".css", ".js", ".md", ".toml", ".sh", ".json", ".txt", "")
# A path of one machine, or work left lying about, helps nobody who reads this elsewhere.
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/\w")
LEFT = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")


def found(pattern, files):
    texts = ((path, path.read_text()) for path in files)
    return [f"{relative(path)}: {match[0]}" for path, text in texts for match in pattern.finditer(text)]


def files():
    return [path for path in text_files(*OURS) if path.relative_to(ROOT).parts[0][:1] != "."]


def test_text_names_no_machine():
    assert found(MACHINE, files()) == []


def test_text_leaves_nothing_for_later():
    assert found(LEFT, files()) == []


def test_text_is_composed_unicode():
    """Plans keep the letters of their source, hence not the fixtures."""
    ours = [path for path in files() if "fixtures" not in path.relative_to(ROOT).parts]
    assert [relative(path) for path in ours if not unicodedata.is_normalized("NFC", path.read_text())] == []
