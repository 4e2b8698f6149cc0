"""What each account of the demonstration can open, and what stays closed to it."""

import re
from urllib.parse import urldefrag, urlencode, urljoin, urlsplit

import pytest

from thiduakt.clock import today
from thiduakt.management.demo.accounts import account_table

from .browser import Browser
from .steps_office import OFFICER, SECRETARY
from .steps_unit import CLERK, HEAD, STAFF

pytestmark = pytest.mark.journey

STRANGER = "hien"
# One account of each role: staff, clerk, head, officer, signer, records clerk, council's secretary, admin.
WALKERS = (STAFF, CLERK, HEAD, OFFICER, "tuan", "nhung", SECRETARY, "phat")


def addresses(seat: Browser) -> frozenset[str]:
    """Where the links of the page lead."""
    return frozenset(urldefrag(link.href).url for link in seat.page.links) - {""}


def test_every_account_finds_open_doors(journey):
    """Each kind of page that a start page offers opens to the first and the last account it is offered to.

    `make crawl` follows every link of every role.
    """
    usernames = [line.split()[0] for line in account_table(today())[3:]]
    seats = [Browser().login(username) for username in usernames]
    offers = [(shape(url), url, seat) for seat in seats for url in sorted(addresses(seat))]
    first = {kind: (url, seat) for kind, url, seat in reversed(offers)}
    last = {kind: (url, seat) for kind, url, seat in offers}
    answers = {(url, seat.status_of(url)) for url, seat in {*first.values(), *last.values()}}
    assert (len(usernames), [answer for answer in answers if answer[1] != 200]) == (23, [])


def shape(url: str) -> str:
    return re.sub(r"\d+", "N", urlsplit(url).path)


def part_of(url: str) -> str:
    """The kind of page a link stands on; the back office counts as one, its pages being alike."""
    return "/quan-tri/" if url.startswith("/quan-tri/") else shape(url)


def ways_on(seat: Browser) -> set[str]:
    """Addresses of this site that the page leads to."""
    found = {urljoin(seat.url, url) for url in addresses(seat)}
    return {url for url in found if url.startswith("/") and not url.startswith("/static/")}


def closed_doors(username: str) -> list[tuple[int, str, str]]:
    """(status, address, page that offers it), from each kind of page to each other kind once."""
    seat, waiting, seen, pairs, closed = Browser().login(username), [("/", "")], {"/"}, set(), []
    while waiting:
        url, offered_on = waiting.pop(0)
        seat.arrived(seat.client.get(url, follow=True), None)
        if seat.status != 200:
            closed.append((seat.status, url, offered_on))
            continue
        for way in sorted(ways_on(seat) - seen):
            if (pair := (part_of(url), shape(way))) not in pairs:
                pairs.add(pair)
                seen.add(way)
                waiting.append((way, url))
    return closed


@pytest.mark.crawl
@pytest.mark.parametrize("username", WALKERS)
def test_no_link_leads_to_a_closed_door(demonstration, db, username):
    """A link is shown to those only who may open what stands behind it."""
    assert closed_doors(username) == []


def test_others_find_nothing(journey):
    """A stranger's account meets 404 at the dossier and all its pages; the office's pages are closed."""
    url = journey.dossier(STAFF).url
    pages = ("", "bao-cao/", "tom-tat/", "in/report/", "buoc/submit/", "buoc/withdraw/")
    answers = {page: journey.at(STRANGER).status_of(url + page) for page in pages}
    assert answers == dict.fromkeys(pages, 404)
    stage = journey.at(OFFICER).open("/quan-tri/").follow("Hồ sơ đề nghị").link("HS-").href
    office = ("/quan-tri/", "/quan-tri/nominations/dossierstage/", stage, "/khen-thuong/quyet-dinh/")
    for username in (STAFF, CLERK, HEAD):
        answers = {page: journey.at(username).status_of(page) for page in office}
        assert answers == dict.fromkeys(office, 403)


def test_own_case_offers_no_step(journey):
    """Who heads the nominated collective reads its dossier at the office and may do nothing there."""
    seat = journey.desk("hanh", "Phòng Văn hóa").must_say("Hồ sơ này của chính anh/chị")
    offered = [button.text for form in seat.page.forms for button in form.buttons]
    assert offered == ["Đăng xuất"]


def test_logged_out_is_led_to_the_door(journey):
    url = journey.dossier(STAFF).url
    seat = journey.at(STAFF).press("Đăng xuất").open(url)
    assert seat.url == f"/dang-nhap/?{urlencode({'next': url})}"
