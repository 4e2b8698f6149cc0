"""The start page: what waits, how far the plans are, notices."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from nominations.services import steps
from tests import world as w
from thiduakt.inbox import waiting
from units.models import Notice

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def test_page_counts_in_title_and_menu(client, world):
    w.draft(world)
    client.force_login(world.staff)
    html = client.get("/").content.decode()
    badge = '<span class="n">1<span class="visually-hidden"> việc</span></span>'
    assert (html.count("<title>(1) Việc cần làm"), html.count(badge)) == (1, 2)


def test_page_of_somebody_new_teaches(client, world):
    client.force_login(world.admin)
    html = client.get("/").content.decode()
    assert (html.count("Không có việc nào đang chờ</h2>"), html.count("Tài khoản quản trị lo")) == (1, 1)


def test_page_is_for_those_who_signed_in(client, db):
    assert client.get("/").headers["Location"] == "/dang-nhap/?next=/"


def test_waiting_count_of_a_stranger_asks_nothing(django_assert_num_queries):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with django_assert_num_queries(0):
        assert waiting(request)["waiting_count"] == 0


def queries_of(client, user, django_assert_max_num_queries) -> int:
    client.force_login(user)
    with django_assert_max_num_queries(60) as counted:
        assert client.get("/").status_code == 200
    return len(counted)


@pytest.mark.parametrize("name", ["clerk", "head", "officer"])
def test_page_asks_the_same_for_one_and_for_three(client, world, name, django_assert_max_num_queries):
    user = getattr(world, name)

    def more(number):
        for n in range(number):
            w.draft(world, w.colleague(world, f"Nháp {number}{n}"))
            w.submitted(world, w.colleague(world, f"Nộp {number}{n}"))

    more(1)
    one = queries_of(client, user, django_assert_max_num_queries)
    more(2)
    three = queries_of(client, user, django_assert_max_num_queries)
    assert one == three


def test_office_page_asks_the_same_for_one_and_for_three(client, world, django_assert_max_num_queries):
    people = [w.colleague(world, f"Người {n}") for n in range(3)]
    first, *rest = w.arrived(world, *people)
    steps.move_dossier(first, "receive", by=world.officer)
    one = queries_of(client, world.officer, django_assert_max_num_queries)
    for dossier in rest:
        steps.move_dossier(dossier, "receive", by=world.officer)
    assert queries_of(client, world.officer, django_assert_max_num_queries) == one


def test_notice_is_shown_until_it_is_read(client, world):
    notice = Notice.objects.create(user=world.staff, text="Có kết quả.")
    other = Notice.objects.create(user=world.staff, text="Tin khác.")
    client.force_login(world.staff)
    assert client.post("/thong-bao/da-doc/", {"id": notice.pk}).headers["Location"] == "/"
    html = client.get("/").content.decode()
    assert (html.count("Có kết quả."), html.count(f'value="{other.pk}"')) == (0, 1)


def test_notices_are_read_all_at_once(client, world):
    for text in ("Một.", "Hai."):
        Notice.objects.create(user=world.staff, text=text)
    client.force_login(world.staff)
    client.post("/thong-bao/da-doc/")
    assert Notice.objects.filter(read_at__isnull=True).count() == 0


def test_notice_of_another_is_left_alone(client, world):
    notice = Notice.objects.create(user=world.staff, text="Riêng.")
    client.force_login(world.clerk)
    client.post("/thong-bao/da-doc/", {"id": notice.pk})
    assert Notice.objects.filter(read_at__isnull=True).count() == 1


def test_notice_read_by_get_is_refused(client, world):
    client.force_login(world.staff)
    assert client.get("/thong-bao/da-doc/").status_code == 405


def test_card_counts_what_the_unit_sent(client, world):
    people = [w.colleague(world, f"Người {n}") for n in range(2)]
    w.arrived(world, *people)
    w.draft(world)
    client.force_login(world.clerk)
    cards = client.get("/").context["cards"]
    assert [(card.done, card.total, card.step.kind) for card in cards] == [(2, 3, "write")]


def test_card_counts_what_the_office_finished(client, world):
    first, _ = w.arrived(world, w.colleague(world, "Một"), w.colleague(world, "Hai"))
    steps.move_dossier(first, "receive", by=world.officer)
    steps.move_dossier(first, "mark_ineligible", by=world.officer, note="Không đạt.")
    client.force_login(world.officer)
    cards = client.get("/").context["cards"]
    assert [(card.done, card.total) for card in cards] == [(1, 2)]


def test_read_time_is_kept(client, world):
    notice = Notice.objects.create(user=world.staff, text="Một.")
    before = timezone.now()
    client.force_login(world.staff)
    client.post("/thong-bao/da-doc/", {"id": notice.pk})
    notice.refresh_from_db()
    assert notice.read_at >= before


def menu_number(client) -> int:
    """What the menu of a page other than the list of tasks says."""
    return int(str(client.get(reverse("documents:list")).context["waiting_count"]))


def test_menu_number_lags_behind_others_and_follows_oneself(client, settings):
    settings.MENU_COUNT_SECONDS = 60
    world = w.make_world()
    client.force_login(world.clerk)
    w.draft(world)
    assert menu_number(client) == 1
    w.draft(world, w.colleague(world, "Người Khác"))
    assert menu_number(client) == 1
    client.post(reverse("notices_read"))
    assert menu_number(client) == 2


def test_list_of_tasks_is_never_behind(client, settings):
    settings.MENU_COUNT_SECONDS = 60
    world = w.make_world()
    client.force_login(world.clerk)
    w.draft(world)
    menu_number(client)
    w.draft(world, w.colleague(world, "Người Khác"))
    page = client.get(reverse("inbox"))
    assert (page.context["total"], int(str(page.context["waiting_count"]))) == (2, 2)
