"""Thirty-two dossiers that ask for five places at the same moment, by every door there is.

A list counts as many acts as it names: the page of the ranking, the office's list with its preview, one
row of it, a list from Excel, the service for many and the one for one.
"""

import contextlib
import random
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign, Quota
from nominations.enums import StageState
from nominations.models import Dossier, DossierStage
from nominations.services import steps
from thiduakt.errors import Refused
from thiduakt.sheets.writing import workbook
from units.models import Person, User
from units.services.imports import upload_list

from .together import PATIENCE

PLACES, TAKERS, SEEDS = 5, 32, 100
ALL_DOORS_EVERY = 25
DESK = "/quan-tri/nominations/dossierstage/"


@dataclass
class Contest:
    """`head` proposes; `host` is a name by which the site answers."""

    campaign: Campaign
    pool: Quota
    dossiers: list[Dossier]
    head: User
    host: str = "testserver"
    clients: list[Client] = field(default_factory=list)

    def __post_init__(self):
        self.clients = [Client(SERVER_NAME=self.host) for _ in range(4)]
        for client in self.clients:
            client.force_login(self.head)

    def begin(self) -> None:
        """All are approved by the council, no place is taken."""
        self.stages().update(state=StageState.COUNCIL_APPROVED)
        Quota.objects.filter(pk=self.pool.pk).update(limit=PLACES, used=0)

    def stages(self):
        return DossierStage.objects.filter(dossier__in=self.dossiers, level=1)

    def taken(self) -> tuple[int, int]:
        """(dossiers that have a place, places that the pool counts)."""
        used = Quota.objects.values_list("used", flat=True).get(pk=self.pool.pk)
        return self.stages().filter(state=StageState.PROPOSED).count(), used


def approved_rows(campaign: Campaign, people: list[Person], **common) -> list[Dossier]:
    """Many dossiers that the council approved, written in bulk."""
    dossiers = Dossier.objects.bulk_create(
        Dossier(campaign=campaign, person=who, group="individual", frozen_name=who.full_name, **common)
        for who in people
    )
    levels = ((0, common["unit"], StageState.SENT), (1, campaign.issuer, StageState.COUNCIL_APPROVED))
    DossierStage.objects.bulk_create(
        DossierStage(dossier=dossier, unit=unit, level=level, state=state)
        for dossier in dossiers
        for level, unit, state in levels
    )
    return dossiers


def by_list(contest: Contest, keys: list[int]) -> Callable:
    return lambda: steps.move_many(keys, "propose", by=contest.head)


def by_one(contest: Contest, keys: list[int]) -> Callable:
    dossier = Dossier(pk=keys[0])
    return lambda: steps.move_dossier(dossier, "propose", by=contest.head)


def by_page(contest: Contest, keys: list[int]) -> Callable:
    url, sent = reverse("nominations:propose", args=[contest.campaign.pk]), {"key": keys, "confirmed": "1"}
    return lambda: contest.clients[0].post(url, sent)


def by_row(contest: Contest, keys: list[int]) -> Callable:
    stage = DossierStage.objects.get(dossier=keys[0], level=1)
    return lambda: contest.clients[1].post(f"{DESK}{stage.pk}/buoc/propose/")


def by_action(contest: Contest, keys: list[int]) -> Callable:
    """The bulk action of the office's list: chosen and looked at before, pressed together with the others."""
    rows = DossierStage.objects.filter(dossier__in=keys, level=1).values_list("pk", flat=True)
    begun = contest.clients[2].post(DESK, {"action": "propose", "_selected_action": list(rows)})
    contest.clients[2].get(begun.url)
    return lambda: contest.clients[2].post(begun.url)


def by_import(contest: Contest, keys: list[int]) -> Callable:
    """A list from Excel, looked at before: all that it names, or nobody where they find no place."""
    found = Dossier.objects.select_related("person").filter(pk__in=keys)
    lines = [[dossier.code, dossier.nominee_name] for dossier in found]
    book = workbook("Trình ký", ["Mã hồ sơ", "Tập thể, cá nhân"], lines)
    job = upload_list("proposals", SimpleUploadedFile("trinh-ky.xlsx", book), by=contest.head)
    return lambda: contest.clients[3].post(reverse("units:import-confirm", args=[job.pk]))


SECOND = (*[(by_one, 1), (by_list, 8)] * 4, (by_row, 1), (by_page, 4))


def acts(contest: Contest, seed: int) -> list[Callable]:
    """Who comes by which door: the list and one more in turn; every twenty-fifth time all are open."""
    keys = [dossier.pk for dossier in contest.dossiers]
    random.Random(seed).shuffle(keys)
    if seed % ALL_DOORS_EVERY == 0:
        cuts = ((by_page, 8), (by_action, 8), (by_list, 9), (by_import, 3), (by_row, 1), *[(by_one, 1)] * 3)
    else:
        second, number = SECOND[seed % len(SECOND)]
        cuts = ((by_list, TAKERS - number), (second, number))
    found, first = [], 0
    for door, number in cuts:
        found.append(door(contest, keys[first : first + number]))
        first += number
    return found


class Crew:
    """Threads that keep their connections from one race to the next."""

    def __init__(self, most: int = 8):
        self.most, self.pool = most, ThreadPoolExecutor(most)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.at_once([lambda: connection.close()] * self.most)
        self.pool.shutdown()

    def at_once(self, together: list[Callable]) -> None:
        """All begin together; a refusal is an answer, every other error propagates."""
        barrier = threading.Barrier(len(together), timeout=PATIENCE)

        def run(act: Callable) -> None:
            barrier.wait()
            with contextlib.suppress(Refused):
                act()

        for waiting in [self.pool.submit(run, act) for act in together]:
            waiting.result(PATIENCE)


def race(contest: Contest, seeds) -> list[tuple[int, int]]:
    """What was taken after each seed."""
    found = []
    with Crew() as crew:
        for seed in seeds:
            contest.begin()
            crew.at_once(acts(contest, seed))
            found.append(contest.taken())
    return found
