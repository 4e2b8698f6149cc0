import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGES, ROOT, functions, python_files, relative

pytestmark = pytest.mark.pure

# WeasyPrint takes more than a second to import; only printing should wait for it.
INLINE = {"weasyprint"}


def test_imports_one_way():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def imported(node) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {(node.module or ".").split(".")[0]}
    return {name.name.split(".")[0] for name in node.names}


def inline_imports(path):
    for function in functions(path):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom) and not imported(node) <= INLINE:
                yield f"{relative(path)}:{node.lineno}"


def test_imports_inline_only_weasyprint():
    files = [path for path in python_files(*PACKAGES, "tests") if path.name != "apps.py"]
    assert [found for path in files for found in inline_imports(path)] == []


def test_modules_say_what_they_are():
    vague = {"utils.py", "helpers.py", "signals.py", "misc.py", "common.py"}
    assert [relative(path) for path in python_files(*PACKAGES) if path.name in vague] == []
