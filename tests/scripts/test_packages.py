"""scripts/packages.sh on machines that this one is not, told by stand-ins for Debian's programs."""

import subprocess

import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.pure

DEMANDED = "python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-croscore poppler-utils"
STAND_INS = {
    "dpkg-query": 'case " $INSTALLED " in *" ${!#} "*) echo installed;; *) exit 1;; esac',
    "id": "echo $USER_ID",
    "apt-get": 'echo "apt-get $*" >&2; exit ${APT_STATUS:-0}',
}
SUDO = {"sudo": 'echo sudo >&2; exec "$@"'}


@pytest.fixture
def machine(tmp_path):
    """`machine(purpose, programs, **environment)` runs install_packages there: (status, what it said)."""

    def run(purpose="run", programs=STAND_INS, **environment):
        for name, body in programs.items():
            path = tmp_path / name
            path.write_text(f"#!/bin/bash\n{body}\n")
            path.chmod(0o755)
        (tmp_path / "env").symlink_to("/usr/bin/env")
        script = f"set -euo pipefail; . {ROOT}/scripts/packages.sh; install_packages {purpose}"
        done = subprocess.run(
            ["/bin/bash", "-c", script],
            env={"PATH": str(tmp_path), "USER_ID": "1000", "INSTALLED": "", **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    return run


def test_packages_all_there(machine):
    assert machine(INSTALLED=DEMANDED) == (0, "")


def test_packages_missing_without_root_or_sudo_prints_the_line(machine):
    status, said = machine(INSTALLED="python3-venv")
    line = f"su -c 'apt-get update && apt-get install -y --no-install-recommends {DEMANDED[13:]}'"
    assert status == 1
    assert [text.strip() for text in said.splitlines()][-2] == line


def test_packages_missing_as_root_are_installed(machine):
    status, said = machine("test", USER_ID="0", INSTALLED=f"{DEMANDED} postgresql")
    wanted = "apt-get install -q=2 -y --no-install-recommends chromium-headless-shell"
    said = said.splitlines()
    assert (status, said) == (0, ["setup: installing chromium-headless-shell", "apt-get update -q=2", wanted])


def test_packages_missing_with_sudo_are_installed(machine):
    status, said = machine(programs=STAND_INS | SUDO, INSTALLED=DEMANDED[13:])
    assert status == 0
    assert said.splitlines() == [
        "setup: installing python3-venv",
        "sudo",
        "apt-get update -q=2",
        "sudo",
        "apt-get install -q=2 -y --no-install-recommends python3-venv",
    ]


def test_packages_refused_by_apt_prints_the_line(machine):
    status, said = machine(programs=STAND_INS | SUDO, INSTALLED=DEMANDED[13:], APT_STATUS="100")
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv"
    assert status == 1
    assert [text.strip() for text in said.splitlines()][-2] == line


@pytest.mark.parametrize("situation", [{"USER_ID": "1000"}, {"USER_ID": "0", "APT_STATUS": "100"}])
@pytest.mark.parametrize("browser, status", [("chromium", 0), ("", 1)])
def test_packages_whole_browser_does_where_its_shell_cannot_be_had(machine, browser, status, situation):
    installed = f"{DEMANDED} postgresql {browser}"
    assert machine("test", INSTALLED=installed, **situation)[0] == status


def test_packages_whole_browser_stands_for_nothing_else(machine):
    assert machine("test", INSTALLED=f"{DEMANDED} chromium")[0] == 1


def test_packages_off_debian_only_named(machine):
    programs = {name: body for name, body in STAND_INS.items() if name != "dpkg-query"}
    status, said = machine(programs=programs)
    assert (status, said.startswith("setup: not Debian")) == (0, True)
