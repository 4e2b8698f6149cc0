"""Long lists, a page at a time."""

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest


def paginate(request: HttpRequest, queryset, per_page: int = 50) -> Page:
    """The page that `?page=` asks for, with `total` and `window` (numbers to show, the gaps as …).

    Raises Http404 for a page that is not there. The queryset must be ordered.
    """
    paginator = Paginator(queryset, per_page)
    try:
        page = paginator.page(request.GET.get("page") or 1)
    except InvalidPage as error:
        raise Http404("no such page") from error
    page.total = paginator.count
    page.window = list(paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))
    return page
