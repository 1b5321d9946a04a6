"""Importing what stays for life, out of the garbage collector's sight."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def for_life() -> Iterator[None]:
    """What is imported inside is never looked through for garbage.

    It is some 300,000 objects: looking through them while they are read takes a third of the start, and each full look
    later on would stop every turn for 75 ms.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
