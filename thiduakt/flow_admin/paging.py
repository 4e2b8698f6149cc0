"""Pages of a long list: keys first, then only the rows of the page."""

from django.core.paginator import Paginator


class KeysFirst(Paginator):
    """Sorts and skips narrow keys; with 10,000 joined rows the last page would sort them all on disk."""

    def page(self, number):
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows = self.object_list
        keys = list(rows.select_related(None).values_list("pk", flat=True)[start : start + self.per_page])
        found = {row.pk: row for row in rows.order_by().filter(pk__in=keys)}
        return self._get_page([found[key] for key in keys], number, self)
