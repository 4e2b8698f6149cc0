"""Public check of a paper by the code printed on it: is it ours, and does it stand?"""

import re

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from documents.enums import DocumentState
from documents.facts import answers_to, standing_of
from documents.models import IssuedDocument

# As token_urlsafe writes it; anything else is not looked up at all.
CODE = re.compile(r"[A-Za-z0-9_-]{8,40}")


@never_cache
@login_not_required
@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """/tra-cuu/?ma=…: the form, or on to the paper's own address."""
    typed = "".join(request.GET.get("ma", "").split())
    if not typed:
        return render(request, "home/lookup.html")
    if not CODE.fullmatch(typed):
        return not_found(request, typed)
    return redirect("lookup_code", code=typed)


@never_cache
@login_not_required
@require_safe
def lookup_code(request: HttpRequest, code: str) -> HttpResponse:
    """Number, day, title, issuer, whether it stands, sha256; of its list and its people nothing."""
    paper = issued_paper(code)
    if paper is None:
        return not_found(request, code)
    answers = answers_to(paper)
    context = {"paper": paper, "answers": answers, "standing": standing_of(answers)}
    return render(request, "home/paper.html", context)


def issued_paper(code: str) -> IssuedDocument | None:
    if not CODE.fullmatch(code):
        return None
    issued = IssuedDocument.objects.filter(state=DocumentState.ISSUED, lookup_code=code)
    return issued.select_related("unit").defer("snapshot").first()


def not_found(request: HttpRequest, typed: str) -> HttpResponse:
    return render(request, "home/lookup.html", {"typed": typed[:60]}, status=404)
