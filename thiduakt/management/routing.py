"""Every address of the site with what can be told of it without asking it."""

from collections.abc import Iterator

from django.apps import apps
from django.urls import NoReverseMatch, Resolver404, URLPattern, URLResolver, get_resolver, resolve

from units.enums import OFFICE_ROLES
from units.permissions import PERMISSIONS

BACK_OFFICE = "quan-tri/"
PUBLIC = "public"
ANY_METHOD = ["GET", "POST"]


def routes() -> list[dict]:
    """[{"name", "pattern", "methods", "model", "role", "public"}] in the order in which they are tried.

    `model` is the label of the model whose page this is, or ""; `role` is `public`, `signed-in`, or the
    roles that are let in, with a comma between; "" where nobody has said.
    """
    models = models_by_pattern()
    return [route(name, pattern, view, models) for name, pattern, view in walk(get_resolver())]


def walk(resolver: URLResolver, space: str = "", prefix: str = "") -> Iterator[tuple]:
    """(name with its namespace, pattern, view)."""
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield (f"{space}{entry.name}" if entry.name else ""), pattern, entry.callback
        else:
            yield from walk(entry, f"{space}{entry.namespace}:" if entry.namespace else space, pattern)


def route(name: str, pattern: str, view, models: dict[str, str]) -> dict:
    public = getattr(view, "login_required", True) is False
    return {
        "name": name,
        "pattern": f"/{pattern}",
        "methods": methods_of(view),
        "model": model_of(view, pattern, models),
        "role": role_of(view, pattern, public),
        "public": public,
    }


def methods_of(view) -> list[str]:
    """As its decorators or its class say; a plain function takes both."""
    if found := declared_methods(view):
        return sorted(found)
    of_class = getattr(view, "view_class", None)
    if of_class is None:
        return ANY_METHOD
    handlers = of_class.http_method_names
    return sorted(name.upper() for name in handlers if name != "options" and hasattr(of_class, name))


def declared_methods(view) -> list[str]:
    """The list that `require_http_methods` and its kin keep in their closure, wherever it is wrapped."""
    while view is not None:
        names = getattr(getattr(view, "__code__", None), "co_freevars", ())
        if "request_method_list" in names:
            return list(view.__closure__[names.index("request_method_list")].cell_contents)
        view = getattr(view, "__wrapped__", None)
    return []


def model_of(view, pattern: str, models: dict[str, str]) -> str:
    of_admin = getattr(view, "model_admin", None)
    if of_admin is not None:
        return of_admin.model._meta.label
    own = [known for known in models if pattern.startswith(known)]
    return models[max(own, key=len)] if own else ""


def role_of(view, pattern: str, public: bool) -> str:
    if public:
        return PUBLIC
    if pattern.startswith(BACK_OFFICE):
        return ",".join(office_roles(view))
    return ",".join(getattr(view, "roles", ()))


def office_roles(view) -> list[str]:
    """Who enters the back office; of a model's pages, who may look at its rows."""
    of_admin = getattr(view, "model_admin", None)
    if of_admin is None:
        return [str(role) for role in OFFICE_ROLES]
    look = f"{of_admin.opts.app_label}.view_{of_admin.opts.model_name}"
    return [str(role) for role in OFFICE_ROLES if look in PERMISSIONS.get(role, ())]


def models_by_pattern() -> dict[str, str]:
    """The pattern of each model's own page, and of the list above it: `ho-so/<int:pk>/`, `ho-so/`."""
    found: dict[str, str] = {}
    for model in apps.get_models():
        if pattern := own_page(model):
            found[pattern] = model._meta.label
            above = pattern.rstrip("/").rpartition("/")[0]
            if above:
                found.setdefault(f"{above}/", model._meta.label)
    return found


def own_page(model) -> str:
    """The route that `get_absolute_url` of a row leads to; empty for a model without one."""
    if not hasattr(model, "get_absolute_url"):
        return ""
    try:
        return resolve(model(pk=1).get_absolute_url().partition("#")[0]).route
    except (NoReverseMatch, Resolver404, AttributeError):
        return ""
