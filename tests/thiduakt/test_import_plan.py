"""The command that reads a plan's file: JSON alone on standard output, or a sentence and status 1."""

import json
import subprocess
import sys

import pytest
from django.core.management import call_command

from campaigns.models import Campaign
from campaigns.services.checking import unchecked_count
from tests.campaigns import plans
from tests.campaigns.files.word import docx, p
from tests.campaigns.plan_contract import FOLDER
from thiduakt.settings import BASE_DIR

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


def run(*words: str) -> subprocess.CompletedProcess:
    """As people run it, where no database answers."""
    environment = {
        "SECRET_KEY": "x",
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "PATH": "/usr/bin:/bin",
    }
    command = [sys.executable, "manage.py", "import_plan", *words]
    return subprocess.run(command, cwd=BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_json_needs_no_database_and_is_alone_on_standard_output():
    done = run(str(FOLDER / "002.txt"), "--json")
    plan, wanted = json.loads(done.stdout), plans.plan_json("002")
    assert (done.returncode, done.stderr) == (0, "")
    assert plan | {"notes": []} == wanted | {"notes": []}


def test_word_file_reads_as_its_text_does(tmp_path, capsys):
    text = (FOLDER / "001.txt").read_text()
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(docx(*(p(line) for line in text.splitlines() if line.strip())))
    call_command("import_plan", str(file), "--json")
    from_word = json.loads(capsys.readouterr().out)
    call_command("import_plan", str(FOLDER / "001.txt"))
    assert from_word == json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("content", [None, b"", b"\x89PNG\r\n\x1a\n\0\0", "Giấy mời họp.".encode()])
def test_what_is_no_plan_is_a_sentence_and_status_1(tmp_path, capsys, content):
    file = tmp_path / "tep.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SystemExit) as left:
        call_command("import_plan", str(file), "--save")
    told = capsys.readouterr()
    assert (left.value.code, told.out, told.err.count("\n"), Campaign.objects.count()) == (1, "", 1, 0)


def test_save_makes_the_draft_and_says_its_id_and_address(capsys, settings):
    issuer = plans.district()
    plans.catalogue()
    call_command("import_plan", str(FOLDER / "002.txt"), "--save")
    plan = Campaign.objects.get()
    assert (plan.issuer, plan.state, unchecked_count(plan)) == (issuer, "draft", 32)
    address = f"{settings.SITE_URL}{plan.get_absolute_url()}"
    assert capsys.readouterr().out.strip() == f"Đã lưu bản soạn thảo {plan.pk}: {address}"


def test_save_for_an_account_that_is_not_there_saves_nothing(capsys):
    with pytest.raises(SystemExit):
        call_command("import_plan", str(FOLDER / "002.txt"), "--save", by="khong-co")
    assert (capsys.readouterr().err.strip(), Campaign.objects.count()) == ("Không có tài khoản khong-co.", 0)
