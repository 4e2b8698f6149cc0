"""The source as the architecture tests see it: files, parsed trees, functions."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Upward: each may use those before it, none those after it.
APPS = ["units", "documents", "councils", "criteria", "campaigns", "initiatives", "nominations"]
PACKAGES = ["thiduakt", *APPS]


@cache
def python_files(*folders: str) -> list[Path]:
    """Python files below the folders, without migrations (Django writes those)."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def nodes(path: Path, *kinds: type):
    return (node for node in ast.walk(parsed(path)) if isinstance(node, kinds))


def functions(path: Path):
    return nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)


def length(function) -> int:
    """Lines from `def` to the end, the docstring apart: words that explain are not length."""
    doc = function.body[0] if ast.get_docstring(function, clean=False) is not None else None
    said = doc.end_lineno - doc.lineno + 1 if doc else 0
    return function.end_lineno - function.lineno + 1 - said


def text_files(*suffixes: str) -> list[Path]:
    """The project's own text files, wherever they are; nothing that tools or the site wrote."""
    left_out = {".venv", ".state", ".git", "media", "staticfiles", "__pycache__"}
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.is_file() and path.suffix in suffixes and not left_out & set(path.relative_to(ROOT).parts)
    )
