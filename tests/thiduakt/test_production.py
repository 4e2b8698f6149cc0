"""What production refuses to start with, and that nothing is left to say once it starts."""

import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT
from thiduakt.production import DEVELOPMENT_KEY, faults

pytestmark = pytest.mark.pure

KEY = "r8Zq-4vNw_7yLk2Tg9BxH3mDc6PfJs1AeUo5iXnMQtVbKdRWhG0z"
GOOD = {"production": True, "debug": False, "key": KEY, "hosts": ["thidua.ninhphuoc.gov.vn"]}
ENVIRONMENT = {
    "SITE_URL": "https://thidua.ninhphuoc.gov.vn",
    "SECRET_KEY": KEY,
    "DATABASE_URL": "postgresql://thidua@localhost/thidua",
    "PATH": os.environ["PATH"],
}


def test_production_as_it_should_be_has_no_fault():
    assert faults(**GOOD) == []


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        ({"debug": True}, "Không chạy hệ thống chính thức với DEBUG"),
        ({"key": ""}, "Chưa đặt SECRET_KEY"),
        ({"key": DEVELOPMENT_KEY}, "SECRET_KEY quá ngắn"),
        ({"key": "abc" * 30}, "SECRET_KEY quá ngắn"),
        ({"key": "django-insecure-" + KEY}, "SECRET_KEY quá ngắn"),
        ({"hosts": ["a.vn", "*"]}, "ALLOWED_HOSTS không được là *"),
        ({"hosts": ["*"], "production": False}, "ALLOWED_HOSTS không được là *"),
    ],
)
def test_production_refuses(given, begins):
    assert [sentence[: len(begins)] for sentence in faults(**GOOD | given)] == [begins]


def test_development_may_do_what_production_may_not():
    assert faults(production=False, debug=True, key=DEVELOPMENT_KEY, hosts=["*"]) == []


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "manage.py", *arguments]
    given = ENVIRONMENT | environment
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)


def test_check_deploy_has_nothing_to_say():
    done = run("check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "System check identified no issues (1 silenced).\n",
        "",
    )


def test_start_with_debug_is_refused():
    done = run("check", DEBUG="1")
    assert (done.returncode, "DEBUG: trang lỗi sẽ lộ" in done.stderr) == (1, True)


@pytest.mark.parametrize(("demo", "warned"), [("", 2), ("1", 0)])
def test_start_on_sqlite_without_https_warns(demo, warned):
    code = "import thiduakt.wsgi"
    given = ENVIRONMENT | {
        "DATABASE_URL": "sqlite://:memory:",
        "SITE_URL": "http://a.vn",
        "THIDUAKT_DEMO": demo,
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=True)
    assert done.stderr.count("Cảnh báo: ") == warned


SHOW = """
from django.conf import settings as s
print(s.SESSION_IDLE, s.PASSWORDS_KEPT, s.ADMIN_PASSWORD_DAYS, s.SECOND_FACTOR_ROLES, s.PROXY_COUNT)
"""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "3600 0 0 ['officer', 'office_head', 'signer', 'records', 'admin'] 1"),
        (
            {"PASSWORD_PROFILE": "tcvn", "SECOND_FACTOR_ROLES": "admin", "PROXY_COUNT": "2"},
            "900 10 60 ['admin'] 2",
        ),
    ],
)
def test_production_settings_follow_the_environment(given, said):
    """TCVN 14423:2026: 15 minutes idle, none of the last ten passwords, administrators' for two months."""
    code = f"import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'thiduakt.settings'{SHOW}"
    command = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=ROOT, env=ENVIRONMENT | given, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == said


def test_unknown_policy_is_refused():
    done = run("check", PASSWORD_PROFILE="khac")
    assert (done.returncode, "PASSWORD_PROFILE phải là asvs hoặc tcvn." in done.stderr) == (1, True)
