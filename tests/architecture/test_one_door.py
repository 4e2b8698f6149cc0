import ast

import pytest

from tests.architecture.source import PACKAGES, nodes, python_files, relative

pytestmark = pytest.mark.pure

# Locked in one order by one function: campaign, quotas, number series, dossiers.
ORDERED = {"Campaign", "Quota", "NumberSeries", "Dossier", "DossierStage"}
# The campaign's own steps lock it alone, below nominations; numbers are taken where papers are issued.
DOORS = ("nominations/services/locking.py", "campaigns/services/locking.py", "documents/services/")
PAGES = {"views", "forms", "admin", "home", "inbox", "web", "flow_admin", "admin_site"}


def root_name(node) -> str:
    """`Quota` of `Quota.objects.filter(…).select_for_update()`; what cannot be told is empty."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node.id if isinstance(node, ast.Name) else ""


def locks(path):
    for call in nodes(path, ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "select_for_update":
            yield call.lineno, root_name(call.func)


def test_locks_taken_in_one_place():
    """Elsewhere a lock must name its model, so that it can be seen to be none of the ordered ones."""
    astray = [
        f"{relative(path)}:{line} {name or 'of an unnamed model'}"
        for path in python_files(*PACKAGES)
        if not relative(path).startswith(DOORS)
        for line, name in locks(path)
        if name in ORDERED or not name[:1].isupper()
    ]
    assert astray == []


def test_pages_never_say_what_time_it_is():
    """Services bound by a deadline ask the database's clock; a page that passes `at` could lie."""
    telling = [
        f"{relative(path)}:{call.lineno}"
        for path in python_files(*PACKAGES)
        if PAGES & {path.stem, *path.parent.parts}
        for call in nodes(path, ast.Call)
        if any(keyword.arg == "at" for keyword in call.keywords)
    ]
    assert telling == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("Quota.objects.filter(pk=1).select_for_update(no_key=True)", "Quota"),
        ("rows.select_for_update()", "rows"),
        ("self.queryset().select_for_update()", "self"),
    ],
)
def test_root_name_of_chain(code, name):
    assert root_name(ast.parse(code, mode="eval").body) == name
