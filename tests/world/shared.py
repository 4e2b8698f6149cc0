"""What takes long to build is built once in a run, and put back row by row wherever else it is asked for."""

import fcntl
import hashlib
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from criteria.models import AwardType, LegalRegime
from thiduakt.clock import today
from thiduakt.management.demo.seed import seed

from .ground import catalogue
from .kept import follow_on, keys, new_rows, put_back


def demonstration() -> None:
    """Everything that `seed_demo` makes, on a database that holds the catalogue at most."""
    catalogue()
    once_in_a_run("demonstration", lambda: list(seed(today())))


def once_in_a_run(name: str, build: Callable[[], object]) -> object:
    """What `build` makes: by itself for the first of the run's processes, on its rows for the others.

    It may hold rows and whatever else can be pickled; files it stored come back with it.
    """
    with for_one_at_a_time(name):
        kept = Path(settings.RUN_FOLDER) / f"{name}-{connection.vendor}-{ground()}"
        if kept.exists():
            made, rows, files = pickle.loads(kept.read_bytes())
            put_back(rows)
            follow_on(rows)
            write_files(files)
        else:
            before = keys()
            made = build()
            kept.write_bytes(pickle.dumps((made, new_rows(before), made_files())))
    return made


def ground() -> str:
    """What the rows stand on: the day, and the keys that the catalogue has in this database."""
    rows = [model.objects.order_by("pk").values_list("pk", "code") for model in (AwardType, LegalRegime)]
    return hashlib.sha256(repr((today(), *map(list, rows))).encode()).hexdigest()


@contextmanager
def for_one_at_a_time(name: str) -> Iterator[None]:
    """The processes of a run share what is kept: the second waits until the first has it."""
    with (Path(settings.RUN_FOLDER) / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_files() -> dict[Path, bytes]:
    root = Path(settings.MEDIA_ROOT)
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def write_files(files: dict[Path, bytes]) -> None:
    for name, data in files.items():
        path = Path(settings.MEDIA_ROOT) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
