"""Acts that begin at the same moment, each on a connection of its own."""

import threading
from collections.abc import Callable

from django.db import connection

from thiduakt.errors import Refused

PATIENCE = 30  # seconds until a stuck barrier or thread fails the test


def at_once(acts: list[Callable]) -> list:
    """Run all acts together; the result of each, or the Refused it raised. Other errors propagate."""
    barrier = threading.Barrier(len(acts), timeout=PATIENCE)
    results: list = [None] * len(acts)

    def run(place: int, act: Callable) -> None:
        try:
            barrier.wait()
            results[place] = act()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, Refused):
            raise result
    return results


def refused(results: list) -> list[str]:
    return sorted(str(result) for result in results if isinstance(result, Refused))
