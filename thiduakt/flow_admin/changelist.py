"""The list of rows that are only shown: links that keep the filters, and a total that is counted once."""

from django.contrib.admin.utils import quote
from django.contrib.admin.views.main import ChangeList
from django.urls import reverse
from django.utils.functional import cached_property

KEY = "KEY"


class RowList(ChangeList):
    """Django's list resolves each row's address to see whether it may append the filters; ours always may."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.preserved_filters = self.preserved_filters, ""

    @cached_property
    def address(self) -> str:
        """Of any row, with KEY in place of its key: resolved once for all lines of the page."""
        url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=(KEY,))
        return f"{url}?{self.kept}" if self.kept else url

    def url_for_result(self, result):
        return self.address.replace(KEY, str(quote(result.pk)), 1)


class CountedList(RowList):
    """With the counts by state above it, which give the total too.

    `counts_of(request, changelist)` of the model's admin counts within every filter but the state's, as
    {state: {"n": …}}. `list_unread` names wide columns that no line shows.
    """

    def get_queryset(self, request, **kwargs):
        return super().get_queryset(request, **kwargs).defer(*self.model_admin.list_unread)

    def get_results(self, request):
        request.by_state = self.model_admin.counts_of(request, self)
        super().get_results(request)
