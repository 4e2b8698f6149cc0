"""Rows behind an object, whether they were fetched with others or not."""


def rows(obj, name: str, *related: str) -> list:
    """All rows behind a related name: those fetched together, else asked for with what they point to."""
    manager = getattr(obj, name)
    here = name in getattr(obj, "_prefetched_objects_cache", {})
    return list(manager.select_related(*related) if related and not here else manager.all())
