"""Lists of the office kept under a name by whoever uses them."""

from django.http import QueryDict

from nominations.models import SavedFilter
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text

MOST = 20


@change
def save_filter(name: str, query: str, names, *, by) -> SavedFilter:
    """Keep the filters of an address; `names` are those that count. The same name is written over."""
    name, query = clean_text(name), only(query, names)
    longest = SavedFilter._meta.get_field("name").max_length
    if not name:
        raise Refused("Chưa đặt tên danh sách.")
    if len(name) > longest:
        raise Refused(f"Tên danh sách dài nhất {longest} chữ.")
    if not query:
        raise Refused("Chưa lọc gì nên không có gì để lưu: chọn bộ lọc trước.")
    own = SavedFilter.objects.filter(owner=by)
    if own.count() >= MOST and not own.filter(name=name).exists():
        raise Refused(f"Mỗi người lưu nhiều nhất {MOST} danh sách; xóa bớt danh sách không dùng.")
    return own.update_or_create(owner=by, name=name, defaults={"query": query})[0]


def only(query: str, names) -> str:
    """What of an address are filters, in the order of `names`; nothing else is kept."""
    asked, kept = QueryDict(query), QueryDict(mutable=True)
    for name in names:
        if value := asked.get(name, "")[:100].replace("\0", ""):
            kept[name] = value
    return kept.urlencode()


@change
def drop_filter(saved: SavedFilter) -> None:
    saved.delete()
