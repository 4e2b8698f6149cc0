"""A list of the back office as a file: every row that the filters of its address leave."""

from django.contrib.admin.options import IncorrectLookupParameters

ASKED = "tep"


class FiledList:
    """For a model's admin: `?tep=xlsx` or `csv` beside the filters; `file_of` says what stands in it.

    `beside`: more words of the address that are no filters.
    """

    beside: tuple[str, ...] = ()

    def file_of(self, request, rows):
        """The file of the rows, None when the address asks for none that there is."""
        raise NotImplementedError

    def changelist_view(self, request, extra_context=None):
        wanted = request.GET.get(ASKED) and self.has_view_permission(request)
        rows = self.shown_rows(request) if wanted else None
        file = None if rows is None else self.file_of(request, rows)
        return file or super().changelist_view(request, {"as_file": True} | (extra_context or {}))

    def shown_rows(self, request):
        """Every row that the filters of the address leave; None when they make no sense."""
        asked, request.GET = request.GET, request.GET.copy()
        for name in (ASKED, "p", *self.beside):
            request.GET.pop(name, None)
        try:
            return self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return None
        finally:
            request.GET = asked
