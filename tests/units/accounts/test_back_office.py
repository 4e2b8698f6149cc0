"""What an administrator does to accounts, what stands of it in the log, and that nothing else is possible."""

import contextlib
import datetime as dt
import re

import pytest
from django.core import mail
from django.db import Error, connection, transaction
from django.test import Client

from thiduakt.clock import today
from thiduakt.events import ddl
from units.accounts.access import drop_old_lines, record
from units.accounts.factors import begin_factor
from units.accounts.mail import queue_mail, send_outbox
from units.models import AccessEvent, Invitation, Membership, OutboxMail, SecondFactor, User

from .conftest import PASSWORD

pytestmark = [pytest.mark.page, pytest.mark.django_db]

USERS = "/quan-tri/units/user/"


@pytest.fixture
def office(admin, sign_in):
    """The administrator at the back office."""
    return sign_in(name="phat")[0]


def page_of(user, act: str = "") -> str:
    return f"{USERS}{user.pk}/viec/{act}/" if act else f"{USERS}{user.pk}/change/"


def roles(*rows: dict, initial: int = 0) -> dict:
    """The form of the roles below an account, as the page sends it."""
    head = {"memberships-TOTAL_FORMS": len(rows), "memberships-INITIAL_FORMS": initial}
    return head | {
        f"memberships-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()
    }


def lines(**which) -> list[tuple]:
    found = AccessEvent.objects.filter(**which).exclude(kind="signed_in").order_by("pk")
    return list(found.values_list("kind", "account__username", "by__username", "note"))


def test_new_account_has_no_password_and_its_role(office, unit):
    role = {"unit": unit.pk, "role": "unit_clerk", "since": "01/12/2026"}
    typed = {"username": "moi", "full_name": "Người mới", "email": "", "person": ""}
    response = office.post(f"{USERS}add/", typed | roles(role))
    made = User.objects.get(username="moi")
    assert (response.status_code, made.has_usable_password()) == (302, False)
    assert lines(account=made) == [
        ("created", "moi", "phat", ""),
        ("role_granted", "moi", "phat", "Cán bộ đầu mối của đơn vị, UBND xã, từ 01/12/2026"),
    ]


def test_account_page_asks_for_nobodys_password(office, user):
    pages = [office.get(address).content.decode() for address in (f"{USERS}add/", page_of(user))]
    assert [page.count('type="password"') for page in pages] == [0, 0]


def test_correction_is_written_with_what_changed(office, user):
    typed = {"username": "oanh", "full_name": "Nguyễn Thị Oanh", "email": "o@np.gov.vn", "person": ""}
    office.post(page_of(user), typed | roles())
    assert lines() == [("changed", "oanh", "phat", "Họ và tên, Thư điện tử")]


@pytest.fixture
def held(user, unit):
    return Membership.objects.create(user=user, unit=unit, role="unit_clerk", since=today())


def test_role_that_was_given_only_ends(office, user, held, unit):
    """Its unit, role and first day stay, whatever is sent: acts were done by it."""
    typed = {"username": "oanh", "full_name": user.full_name, "email": user.email, "person": ""}
    row = {"id": held.pk, "user": user.pk, "unit": unit.pk, "role": "admin", "since": "01/01/2020"}
    office.post(page_of(user), typed | roles(row | {"until": f"{today():%d/%m/%Y}"}, initial=1))
    held.refresh_from_db()
    assert (held.role, held.since, held.until) == ("unit_clerk", today(), today())
    assert [line[0] for line in lines()] == ["role_changed"]


def test_change_of_a_role_ends_the_sessions(office, user, held, sign_in, unit):
    theirs, _ = sign_in()
    typed = {"username": "oanh", "full_name": user.full_name, "email": user.email, "person": ""}
    row = {
        "id": held.pk,
        "user": user.pk,
        "unit": unit.pk,
        "role": "unit_clerk",
        "since": f"{today():%d/%m/%Y}",
    }
    office.post(page_of(user), typed | roles(row | {"until": f"{today():%d/%m/%Y}"}, initial=1))
    assert theirs.get("/tai-khoan/").status_code == 302


def test_locking_ends_the_sessions_and_closes_the_door(office, user, sign_in):
    theirs, _ = sign_in()
    assert office.post(page_of(user, "khoa"), {"note": "Chuyển công tác"})["Location"] == page_of(user)
    assert (theirs.get("/tai-khoan/").status_code, sign_in()[1].status_code) == (302, 200)
    assert lines()[0] == ("locked", "oanh", "phat", "Chuyển công tác")


def test_locking_wants_a_reason(office, user):
    page = office.post(page_of(user, "khoa"), {"note": " "}, follow=True).content.decode()
    assert ("Chưa ghi lý do." in page, User.objects.get(pk=user.pk).is_active) == (True, True)


def test_nobody_locks_himself_out(office, admin):
    page = office.post(page_of(admin, "khoa"), {"note": "thử"}, follow=True).content.decode()
    assert ("Không tự khóa tài khoản của chính mình" in page, User.objects.get(pk=admin.pk).is_active) == (
        True,
        True,
    )


def test_unlocking_opens_with_the_old_password(office, user, sign_in):
    User.objects.filter(pk=user.pk).update(is_active=False)
    office.post(page_of(user, "mo-khoa"), {"note": "Về lại đơn vị"})
    assert sign_in()[1].status_code == 302


def test_ending_all_sessions(office, user, sign_in):
    theirs, _ = sign_in()
    office.post(page_of(user, "phien"))
    assert (theirs.get("/tai-khoan/").status_code, lines()) == (
        302,
        [("sessions_ended", "oanh", "phat", "1 phiên")],
    )


def test_lost_phone_is_helped_by_the_administrator(office, user):
    SecondFactor.objects.filter(pk=begin_factor(user).pk).update(confirmed_at="2026-01-01T00:00:00Z")
    office.post(page_of(user, "hai-lop"), {"note": "Mất điện thoại, đã gặp mặt"})
    assert (SecondFactor.objects.count(), lines()) == (
        0,
        [("factor_off", "oanh", "phat", "Mất điện thoại, đã gặp mặt")],
    )


def test_slip_of_one_account_is_shown_once(office, user):
    page = office.post(page_of(user, "phieu")).content.decode()
    code = re.search(r"<code>([A-Z0-9-]{14})</code>", page)[1]
    assert (page.count('src="data:image/svg+xml'), "style=" in page) == (1, False)
    assert Client().post("/kich-hoat/", {"username": "oanh", "code": code}).status_code == 302
    assert code not in office.get(page_of(user, "phieu")).content.decode()


def test_slips_of_many_are_previewed_first(office, user, admin):
    locked = User.objects.create_user("khoa", full_name="Đã Khóa", is_active=False)
    chosen = {"action": "print_slips", "_selected_action": [user.pk, admin.pk, locked.pk]}
    preview = office.post(USERS, chosen).content.decode()
    assert ("<h2>2 tài khoản</h2>" in preview, "Bỏ qua 1 tài khoản đang khóa" in preview) == (True, True)
    assert Invitation.objects.count() == 0
    page = office.post(USERS, chosen | {"confirmed": "1"}).content.decode()
    assert (page.count('class="panel slip"'), Invitation.objects.count()) == (2, 2)


def test_links_of_many_go_to_who_has_an_address(office, user, admin):
    chosen = {"action": "send_links", "_selected_action": [user.pk, admin.pk], "confirmed": "1"}
    page = office.post(USERS, chosen, follow=True).content.decode()
    assert ("1 thư đã vào hàng chờ gửi." in page, send_outbox(), mail.outbox[0].to) == (
        True,
        1,
        ["oanh@np.gov.vn"],
    )


def test_without_a_mail_server_no_mail_is_offered(office, user, settings):
    settings.MAIL_ON = False
    assert office.get(page_of(user, "thu")).status_code == 404


def test_accounts_of_a_unit_are_found_by_its_name(office, user, held):
    page = office.get(USERS, {"q": "ninh phuoc"}).content.decode()
    assert [name for name in ("oanh", "phat") if f">{name}</a>" in page] == ["oanh", "phat"]


def test_account_is_found_by_its_own_name_without_marks(office, user):
    """Also where no person stands behind it; and so are its lines in the log."""
    name = "kim oanh"
    record("failed", user, address="10.1.2.4")
    page = office.get(USERS, {"q": name}).content.decode()
    lines_of = office.get("/quan-tri/units/accessevent/", {"q": name}).content.decode()
    assert (user.person_id, ">oanh</a>" in page, "10.1.2.4" in lines_of) == (None, True, True)


@pytest.mark.parametrize("act", ["khoa", "phieu", "phien"])
def test_acts_are_for_administrators(user, unit, sign_in, act):
    Membership.objects.create(user=user, unit=unit, role="officer", since=today())
    client, _ = sign_in()
    answers = [client.get(page_of(user, act)).status_code, client.post(page_of(user, act)).status_code]
    assert answers == [403, 403]


def test_act_that_is_not_offered_is_not_there(office, user):
    assert [office.get(page_of(user, act)).status_code for act in ("mo-khoa", "hai-lop", "xoa")] == [404] * 3


def test_log_is_read_by_administrators_and_changed_by_nobody(office, user):
    line = record("failed", user, address="10.1.2.3")
    address = f"/quan-tri/units/accessevent/{line.pk}/change/"
    page = office.get("/quan-tri/units/accessevent/", {"q": "10.1.2.3"}).content.decode()
    assert page.count("10.1.2.3</td>") == 1
    assert [office.post(address, {"note": "x"}).status_code, office.get(address).status_code] == [403, 200]


@pytest.mark.parametrize(
    "statement", ["UPDATE units_accessevent SET note = 'x'", "DELETE FROM units_accessevent"]
)
def test_log_is_kept_by_the_database(user, statement):
    record("failed", user)
    with pytest.raises(Error, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_log_is_kept_for_its_time(user, settings):
    """What is older leaves with the worker's hour; the database lets no line go before 90 days."""
    settings.ACCESS_LOG_DAYS = 365
    ages = (0, 89, 364, 366, 800)
    with connection.cursor() as cursor, freed(cursor):
        for days in ages:
            line = record("failed", user, note=f"{days}")
            cursor.execute(
                "UPDATE units_accessevent SET at = %s WHERE id = %s",
                [line.at - dt.timedelta(days=days), line.pk],
            )
    assert (drop_old_lines(), [line[3] for line in lines()]) == (2, ["0", "89", "364"])
    settings.ACCESS_LOG_DAYS = 80
    with pytest.raises(Error, match="append-only"), transaction.atomic():
        drop_old_lines()


@contextlib.contextmanager
def freed(cursor):
    """The log without what keeps it, to date its lines back."""
    ddl.disarm(connection, ["units_accessevent"])
    yield
    ddl.arm(connection, ["units_accessevent"])


def test_mail_page_never_shows_the_body(office, user):
    row = queue_mail(key="mot", to="a@b.vn", subject="Thư", body="duong-dan-bi-mat", secret=True)
    row.attempts = 9
    row.save()
    pages = [
        office.get(f"/quan-tri/units/outboxmail/{tail}").content.decode()
        for tail in ("", f"{row.pk}/change/")
    ]
    assert [("a@b.vn" in page, "duong-dan-bi-mat" in page) for page in pages] == [(True, False)] * 2
    office.post("/quan-tri/units/outboxmail/", {"action": "again", "_selected_action": [row.pk]})
    assert OutboxMail.objects.get().attempts == 0


def test_pages_of_other_packages_are_not_there(office):
    answers = {path: office.get(f"/quan-tri/{path}/").status_code for path in ("axes", "otp_totp", "auth")}
    assert answers == {"axes": 404, "otp_totp": 404, "auth": 404}


def test_password_is_not_among_what_is_kept_of_tries(user, sign_in):
    sign_in(password="sai-" + PASSWORD)
    with connection.cursor() as cursor:
        cursor.execute("SELECT post_data, get_data FROM axes_accessattempt")
        kept = cursor.fetchall()
    assert (len(kept), [row for row in kept if PASSWORD in "".join(row)]) == (1, [])
