import re
import tomllib
from itertools import pairwise

import pytest

from tests.architecture.source import APPS, ROOT

pytestmark = pytest.mark.pure

PINNED = re.compile(r"^[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*\s+# \S.+$")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_pinned_with_reason(name):
    lines = (ROOT / name).read_text().splitlines()
    packages = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert packages
    assert [line for line in packages if not PINNED.match(line)] == []


def test_contracts_name_every_app():
    """The contracts, and the other tests here, must not overlook an app that was added."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")} | {
        path.parent.name for path in ROOT.glob("*/models*") if path.parent.name.isidentifier()
    }
    assert apps - {"thiduakt"} == set(APPS)
    assert set(config["importlinter"]["root_packages"]) == {"thiduakt", *APPS}


def test_warnings_ignored_with_reason():
    """In pyproject.toml the line above each ignored warning is its reason."""
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    pairs = pairwise(lines)
    bare = [
        line
        for above, line in pairs
        if line.strip().startswith('"ignore') and not above.strip().startswith("#")
    ]
    assert bare == []
