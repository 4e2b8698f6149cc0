import re

import pytest

from tests.architecture.source import ROOT, relative, text_files

pytestmark = pytest.mark.pure

# Papers for WeasyPrint never reach a browser: they carry their style with them.
PAPERS = ROOT / "templates" / "documents"
SCRIPT = re.compile(r"<script\b[^>]*>(?!\s*</script>)", re.IGNORECASE)
HANDLER = re.compile(r"<[^>]*\s(on[a-z]+|hx-on[:\w-]*)\s*=", re.IGNORECASE)
ADDRESS = re.compile(r"""(href|src|action)\s*=\s*["']?\s*javascript:""", re.IGNORECASE)
STYLE = re.compile(r"<style\b|<[^>]*\sstyle\s*=", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"""<(script|link|img|iframe)\b[^>]*(src|href)\s*=\s*["']?(https?:)?//""", re.IGNORECASE
)


def inline(path):
    patterns = [SCRIPT, HANDLER, ADDRESS, ELSEWHERE]
    if PAPERS not in path.parents:
        patterns.append(STYLE)
    text = path.read_text()
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield f"{relative(path)}:{text.count(chr(10), 0, match.start()) + 1}"


def test_templates_hold_no_script_or_style():
    templates = [path for path in text_files(".html") if "docs" not in path.relative_to(ROOT).parts]
    assert [found for path in templates for found in inline(path)] == []


@pytest.mark.parametrize(
    ("pattern", "text", "caught"),
    [
        (SCRIPT, "<script>go()</script>", True),
        (SCRIPT, '<script src="x.js" defer></script>', False),
        (HANDLER, '<a href="#" onclick="go()">', True),
        (HANDLER, '<a href="?on=2026">', False),
        (HANDLER, '<div hx-on:click="go()">', True),
        (STYLE, '<p class="a" style="color:red">', True),
        (STYLE, '<link rel="stylesheet">', False),
        (ADDRESS, '<a href="javascript:go()">', True),
        (ELSEWHERE, '<script src="https://cdn.example/x.js">', True),
        (ELSEWHERE, '<a href="https://vbpl.vn">', False),
    ],
)
def test_pattern_catches(pattern, text, caught):
    assert bool(pattern.search(text)) is caught
