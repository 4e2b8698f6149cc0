"""Rows that the back office shows and never edits."""

from functools import reduce
from operator import or_

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from thiduakt.clock import today
from thiduakt.vietnamese.text import search_key

from .changelist import RowList
from .paging import KeysFirst

FILTERS = "_changelist_filters"


class SeenAdmin(admin.ModelAdmin):
    """A row that one may not see is 404, a page for other roles 403; Django would send to its index."""

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        if not self.has_view_permission(request):
            raise PermissionDenied
        raise Http404

    def get_search_results(self, request, queryset, search_term):
        """Every word, with or without its marks; `search_fields` are columns of keys."""
        for word in search_key(search_term).split() if self.search_fields else ():
            held = (Q(**{f"{field}__contains": word}) for field in self.search_fields)
            queryset = queryset.filter(reduce(or_, held))
        return queryset, False


class ReadOnlyAdmin(SeenAdmin):
    """Rows of `visible_to`; nobody adds, edits or deletes one here. What one may not see is 404."""

    list_per_page = 50
    paginator = KeysFirst
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ()
    # What the page of one row reads beside it.
    page_select_related = ()

    def get_changelist(self, request, **kwargs):
        return RowList

    def get_queryset(self, request):
        """Put together once in a request: list, counts and sidebar start from the same rows."""
        made = request.__dict__.setdefault("rows_of_admin", {})
        if self.model not in made:
            made[self.model] = super().get_queryset(request).visible_to(request.user, today())
        return made[self.model].all()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def object_or_404(self, request: HttpRequest, object_id: str):
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.get_queryset(request)
        if self.page_select_related:
            rows = rows.select_related(*self.page_select_related)
        try:
            return rows.get(pk=self.opts.pk.to_python(unquote(object_id)))
        except (self.model.DoesNotExist, ValidationError) as missing:
            raise Http404 from missing

    def admin_url(self, page: str, *args) -> str:
        return reverse(
            f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{page}", args=args
        )

    def list_url(self, filters: str = "") -> str:
        return self.admin_url("changelist") + (f"?{filters}" if filters else "")

    def object_url(self, pk, filters: str = "") -> str:
        return self.admin_url("change", pk) + (f"?{urlencode({FILTERS: filters})}" if filters else "")

    def page(self, request: HttpRequest, template: str, context: dict) -> TemplateResponse:
        shared = self.admin_site.each_context(request) | {"opts": self.opts}
        return TemplateResponse(request, template, shared | context)
