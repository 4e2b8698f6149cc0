"""From one plain dict to a .docx: the copy that an office goes on working with. The PDF stays the paper."""

import datetime as dt
import io

from docx import Document

from documents.docx import papers
from documents.docx.sheet import add_page_numbers, clean, set_sheet
from documents.docx.styles import LANGUAGE, add_styles

# A template in templates/documents → who writes the same words into Word.
WRITERS = {
    "plan.html": papers.plan,
    "decision.html": papers.decision,
    "recognition.html": papers.decision,
    "submission.html": papers.submission,
    "minutes.html": papers.minutes,
    "report.html": papers.report,
    "summary.html": papers.summary,
    "appraisal.html": papers.appraisal,
}


def render_docx(template: str, paper: dict) -> bytes:
    """The paper as .docx, A4, Times New Roman, in named styles; `draft` sets DỰ THẢO on every page.

    The dict is the one of `render_pdf`. Raises KeyError for a kind that has no Word copy.
    """
    word = Document()
    add_styles(word)
    describe(word, paper)
    (section,) = word.sections
    set_sheet(section)
    add_page_numbers(section, word, draft=bool(paper.get("draft")))
    WRITERS[template](word, paper)
    kept = io.BytesIO()
    word.save(kept)
    return kept.getvalue()


def describe(word, paper: dict) -> None:
    """Title, author, language and day; nothing of whoever downloads it."""
    about = word.core_properties
    about.title = clean(f"{paper['type_line']} {paper['title']}")[:255]
    about.author = clean(" ".join((paper["issuer"] or {"lines": []})["lines"]))[:255]
    about.language, about.comments = LANGUAGE, ""
    about.created = about.modified = dt.datetime.fromisoformat(paper.get("created") or "1970-01-01")
