"""docs/architecture.md lists each rule with the module that holds it and the test that shows it."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, parsed

pytestmark = pytest.mark.pure

HEAD = re.compile(r"^\|\s*rule\s*\|\s*module\s*\|\s*test\s*\|\s*$", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*(?:,|;|<br>|·)\s*")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def table(lines) -> list[list[str]]:
    """Rows below the first `| rule | module | test |`, up to the first line that is no row."""
    lines = iter(lines)
    for line in lines:
        if HEAD.match(line):
            break
    rows = []
    for line in lines:
        if not line.startswith("|"):
            break
        rows.append(cells(line))
    return rows[1:]


def names(cell: str) -> list[str]:
    return [name for name in SEPARATOR.split(cell.replace("`", "")) if name]


def defined(path) -> set[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(parsed(path)) if isinstance(node, kinds)}


def file_of(parts: list[str]):
    """The module's file, or a package's `__init__.py`; None when there is neither."""
    base = ROOT.joinpath(*parts)
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def module_exists(name: str) -> bool:
    """`campaigns.quota`, `campaigns/quota.py` or `campaigns.quota.fits`."""
    if "/" in name:
        return (ROOT / name).exists()
    parts = name.split(".")
    if file_of(parts):
        return True
    path = file_of(parts[:-1])
    return bool(path) and parts[-1] in defined(path)


def test_exists(name: str) -> bool:
    """`tests/campaigns/test_quota.py` or the same with `::test_name`."""
    path, _, function = name.partition("::")
    file = ROOT / path
    return file.exists() and (not function or function.split("[")[0] in defined(file))


test_exists.__test__ = False


def rules():
    return table((ROOT / "docs" / "architecture.md").read_text().splitlines())


def test_rules_have_module_and_test():
    rows = rules()
    assert rows
    assert [row for row in rows if len(row) != 3 or not all(row)] == []


def test_rules_modules_are_there():
    assert [name for row in rules() for name in names(row[1]) if not module_exists(name)] == []


def test_rules_tests_are_there():
    assert [name for row in rules() for name in names(row[2]) if not test_exists(name)] == []


def test_table_reads_rows():
    lines = [
        "| a | b |",
        "",
        "| rule | module | test |",
        "|---|---|---|",
        "| x | `m.n`, `o` | `t` |",
        "",
        "| y |",
    ]
    assert table(lines) == [["x", "`m.n`, `o`", "`t`"]]
    assert names("`m.n`, `o`") == ["m.n", "o"]


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("thiduakt.errors", True),
        ("thiduakt.errors.Refused", True),
        ("thiduakt.nowhere", False),
        ("manage.py/x", False),
    ],
)
def test_module_exists_when(name, there):
    assert module_exists(name) is there
