"""The garbage collector of a process that stays: what was loaded at the start is not visited again."""

import gc

# Laying out a page makes hundreds of thousands of short-lived objects: the default of 700 looks at
# all of them again and again, a tenth of the time of a paper.
NEW_OBJECTS = 50_000


def settle() -> None:
    """Called once, when everything is imported. Memory between two collections grows by some megabytes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
