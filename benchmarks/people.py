"""Finding somebody among 100,000 people, with and without marks, at gunicorn."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse

from benchmarks.browser import Browser
from benchmarks.figures import Figure
from benchmarks.pages import Page, logged_in, measured
from benchmarks.queries import Counter
from thiduakt.clock import today
from thiduakt.management.demo.files import read
from units.models import Appointment, Person, Unit

PEOPLE = 100_000
CHUNK = 5_000
SEARCH_MS, SEARCH_QUERIES = 100, 15
ADMIN, OFFICER = "phat", "bao"
FAMILIES = "Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Thập Báo Quảng".split()
MIDDLES = "Thị Văn Đức Ngọc Thị Kim Minh Quốc Hữu Thị Thanh Xuân Đình Công".split()


def load_people() -> None:
    """People of the demonstration's names in other orders, all working below the commune."""
    given = sorted({entry["full_name"].split()[-1] for entry in read("people.json")["people"]})
    units = list(Unit.objects.within([Unit.objects.get(code="XNP").pk], today()).order_by("pk"))
    missing = range(Person.objects.count(), PEOPLE)
    for start in range(missing.start, missing.stop, CHUNK):
        made = Person.objects.bulk_create(
            Person(full_name=name_of(number, given)) for number in range(start, min(start + CHUNK, PEOPLE))
        )
        Appointment.objects.bulk_create(
            Appointment(person=person, unit=units[place % len(units)], position="Chuyên viên", since=today())
            for place, person in enumerate(made)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def name_of(number: int, given: list[str]) -> str:
    family = FAMILIES[number % len(FAMILIES)]
    middle = MIDDLES[number // 7 % len(MIDDLES)]
    return f"{family} {middle} {given[number // 3 % len(given)]} {given[number // 11 % len(given)]}"


def asked() -> list[Page]:
    def path(words: str) -> str:
        return f"{reverse('units:people')}?{urlencode({'q': words})}"

    words = {"nguyen thi": "very many", "nguyen thi anh": "many", "Thập Báo": "none", "hồ đức oanh": "few"}
    return [
        Page(f"100,000 people, “{text}” ({how})", who, [path(text)], SEARCH_MS, SEARCH_QUERIES)
        for who in (ADMIN, OFFICER)
        for text, how in words.items()
    ]


def measure(port: int) -> Iterator[Figure]:
    print(f"Loading {PEOPLE:,} people …", flush=True)
    load_people()
    browsers: dict[str, Browser] = {name: logged_in(port, name) for name in (ADMIN, OFFICER)}
    counters = {name: Counter(name) for name in (ADMIN, OFFICER)}
    for page in asked():
        yield measured(page, browsers[page.who], counters[page.who])
