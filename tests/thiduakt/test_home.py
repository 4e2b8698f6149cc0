"""The public check of a paper, and whether the server is well."""

import pytest
from django.db import connection

from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from thiduakt.clock import today
from thiduakt.home.health import CHECKS, database_fault, media_fault, migrations_fault
from units.models import Unit

pytestmark = [pytest.mark.page, pytest.mark.django_db]
CODE = "Ab3_-xyzAb3_-xyzAb3_-xyz"


@pytest.fixture
def paper():
    unit = Unit.objects.create(
        code="np", name="Ủy ban nhân dân xã Ninh Phước", short_name="UBND xã", kind="xa", valid_from=today()
    )
    return IssuedDocument.objects.create(
        kind=Kind.QUYET_DINH,
        state=DocumentState.ISSUED,
        unit=unit,
        title="Về việc tặng Giấy khen",
        number=7,
        symbol="QĐ-UBND",
        issued_on=today(),
        lookup_code=CODE,
        sha256="ab" * 32,
        snapshot={"lines": [{"name": "Nguyễn Văn Kín"}]},
        signer_name="Bạch Văn Nguyên",
    )


def test_lookup_leads_to_the_paper(client, paper):
    assert client.get("/tra-cuu/", {"ma": f" {CODE} "}).headers["Location"] == f"/tra-cuu/{CODE}/"


def test_lookup_shows_what_is_printed_on_the_paper(client, paper):
    html = client.get(f"/tra-cuu/{CODE}/").content.decode()
    said = ("07/QĐ-UBND", "Về việc tặng Giấy khen", "Ủy ban nhân dân xã Ninh Phước", "ab" * 32)
    assert [word for word in said if word not in html] == []


def test_lookup_shows_nobody_of_the_list(client, paper):
    assert "Nguyễn Văn Kín" not in client.get(f"/tra-cuu/{CODE}/").content.decode()


@pytest.mark.parametrize("code", ["khong-co-ma-nay", "x", "%20", "a" * 41])
def test_lookup_of_nothing_is_not_found(client, code):
    assert client.get(f"/tra-cuu/{code}/").status_code == 404


def test_lookup_of_a_draft_is_not_found(client, paper):
    IssuedDocument.objects.filter(pk=paper.pk).update(state=DocumentState.DISCARDED, number=None)
    assert client.get(f"/tra-cuu/{CODE}/").status_code == 404


def test_lookup_without_a_code_is_a_form(client):
    html = client.get("/tra-cuu/").content.decode()
    assert html.count('name="ma"') == 1


def test_healthz_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


def test_readyz_names_every_check(client):
    response = client.get("/readyz")
    lines = response.content.decode().splitlines()
    names = [line.partition(":")[0] for line in lines if not line.startswith("Cảnh báo")]
    assert (response.status_code, names) == (200, [name for name, _ in CHECKS])


def test_readyz_warns_of_sqlite_in_production(client):
    warned = "Cảnh báo: đang dùng SQLite" in client.get("/readyz").content.decode()
    assert warned == (connection.vendor == "sqlite")


def test_readyz_warns_of_a_role_that_is_not_there(client, settings):
    settings.SECOND_FACTOR_ROLES = ["admin", "giam_doc"]
    assert "SECOND_FACTOR_ROLES có tên vai trò không có" in client.get("/readyz").content.decode()


def test_readyz_fails_when_files_cannot_be_written(client, settings, tmp_path):
    blocked = tmp_path / "tep"
    blocked.write_text("")
    settings.MEDIA_ROOT = str(blocked)
    response = client.get("/readyz")
    said = "Thư mục lưu tệp: không ghi được" in response.content.decode()
    assert (response.status_code, said, bool(media_fault())) == (503, True, True)


def test_readyz_counts_migrations_that_wait(recorder):
    assert migrations_fault() == ""
    recorder.migration_qs.filter(app="sessions").delete()
    assert migrations_fault() == "còn 1 bước chưa chạy, chạy lệnh: manage.py migrate"


def test_database_that_answers_has_no_fault():
    assert database_fault() == ""


def test_logout_by_get_is_refused(client):
    assert client.get("/dang-xuat/").status_code == 405
