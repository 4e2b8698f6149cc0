"""Papers: CPU seconds of this process for one PDF or for reading one plan, warm."""

import copy
import resource
import time
from collections.abc import Callable, Iterator

from benchmarks.figures import Figure
from benchmarks.plans import plan_text
from campaigns.models import Campaign
from campaigns.plan_text.reading import read_plan
from campaigns.printing import plan_paper
from documents.models import IssuedDocument
from documents.pdf.render import pdf_of_pieces, render_pdf
from nominations.models import Award, CertificateRun
from nominations.printing.decisions import certificates_paper
from nominations.services import certificates
from thiduakt.clock import today
from thiduakt.memory import settle

PLAN_SECONDS, CERTIFICATES_SECONDS, READING_SECONDS = 0.15, 3, 0.2
THOUSAND, THOUSAND_SECONDS, THOUSAND_MB = 1000, 30, 400
LONG_SECONDS, LONG_PAGES = 1, 30
CERTIFICATES = 100
TEN_PAGES = 25_000
PAGE = 1_875  # characters that fill one


def measure() -> Iterator[Figure]:
    settle()  # as the server and the worker do
    plan, decision = Campaign.objects.get(issuer__code="HNP"), decision_of_2021()
    awards = many(list(decision.awards.select_related("award_type")))
    yield figure("PDF: plan 002", lambda: print_plan(plan), 20, PLAN_SECONDS)
    long = thirty_pages(plan)
    yield figure("PDF: a plan of 30 pages", lambda: render_pdf("plan.html", long), 5, LONG_SECONDS)
    yield figure("PDF: 100 giấy khen", lambda: print_certificates(decision, awards), 5, CERTIFICATES_SECONDS)
    yield thousand(decision, awards)
    text = ten_pages()
    yield figure("reading: a plan of 10 pages", lambda: read_plan(text), 20, READING_SECONDS)


def thousand(decision: IssuedDocument, awards: list[Award]) -> Figure:
    """A thousand certificates in one file as the worker prints them; the peak is the whole process's."""
    some = awards[: certificates.AT_A_TIME]
    run = CertificateRun(decision=decision)

    def act() -> None:
        images: dict = {}
        pdf_of_pieces(certificates.pages(run, some, images) for _ in range(THOUSAND // len(some)))

    certificates.pages(run, some, {})
    spent = [cpu_seconds(act)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"peak {peak:.0f} MB (≤ {THOUSAND_MB})"
    return Figure("PDF: 1,000 giấy khen in one file", spent, unit="CPU s", goal=THOUSAND_SECONDS, peer=told)


def ten_pages() -> str:
    """Plan 002 with its clauses over and over, in characters of ten pages."""
    head, once = plan_text(0), plan_text(1)
    return plan_text(-(-TEN_PAGES // (len(once) - len(head))))


def thirty_pages(plan: Campaign) -> dict:
    """Plan 002 with its clauses over and over, in as many characters as fill thirty pages."""
    paper = plan_paper(plan, on=today())
    length = sum(len(clause["text"] or clause["heading"] or "") for clause in paper["clauses"])
    return paper | {"clauses": paper["clauses"] * -(-PAGE * LONG_PAGES // length)}


def decision_of_2021() -> IssuedDocument:
    return Award.objects.filter(decision__unit__code="HNP").first().decision


def many(awards: list[Award]) -> list[Award]:
    """A hundred unsaved lines after the pattern of the real ones, each with its number."""
    found = [copy.copy(awards[place % len(awards)]) for place in range(CERTIFICATES)]
    for number, award in enumerate(found, start=1):
        award.gold_book_number = number
    return found


def print_plan(plan: Campaign) -> None:
    render_pdf("plan.html", plan_paper(plan, on=today()))


def print_certificates(decision: IssuedDocument, awards: list[Award]) -> None:
    render_pdf("certificates.html", certificates_paper(decision, awards))


def figure(what: str, act: Callable[[], None], times: int, goal: float) -> Figure:
    act()
    return Figure(what, [cpu_seconds(act) for _ in range(times)], unit="CPU s", goal=goal)


def cpu_seconds(act: Callable[[], None]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began
