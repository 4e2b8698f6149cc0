"""Rows behind an object, whether they were fetched with others or not."""


def fetched(obj, name: str) -> bool:
    """Whether the rows behind a related name came with the object."""
    return name in getattr(obj, "_prefetched_objects_cache", {})


def has(obj, name: str) -> bool:
    """Whether what a key points to came with the object."""
    return obj._meta.get_field(name).is_cached(obj) and getattr(obj, name) is not None


def rows(obj, name: str, *related: str) -> list:
    """All rows behind a related name: those fetched together, else asked for with what they point to."""
    manager = getattr(obj, name)
    return list(manager.select_related(*related) if related and not fetched(obj, name) else manager.all())
