"""The list of rows that are only shown: links that keep the filters, and a total that is counted once."""

from django.contrib.admin.views.main import ChangeList


class RowList(ChangeList):
    """Django's list resolves each row's address to see whether it may append the filters; ours always may."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.preserved_filters = self.preserved_filters, ""

    def url_for_result(self, result):
        url = super().url_for_result(result)
        return f"{url}?{self.kept}" if self.kept else url


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
