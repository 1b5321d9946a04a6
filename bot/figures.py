"""Counting and drawing a digest: what runs in the child process, on a snapshot beside the writer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.digest_picture import print_digest
from domain.clocks import Clocks
from domain.digests.counting import count
from domain.digests.course import Course
from domain.digests.courses import read_course
from domain.digests.figures import Digest, Span
from domain.digests.spans import read_from
from storage.digests import Written, written
from storage.reading import reading
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Wanted:
    """The figures of these areas (ids) over this span."""

    scope: Sequence[str]
    span: Span
    clocks: Clocks


def make_digest(url: str, wanted: Wanted) -> Written:
    """Counted, as it is to be stored. Raises storage's errors."""
    with reading(url, wanted.span.until_at) as tx:
        return written(counted(tx, wanted))


def counted(tx: Transaction, wanted: Wanted) -> Digest:
    zone = wanted.clocks.zone
    return count(_courses(tx, wanted), wanted.span, wanted.scope, tx.areas.tree(), zone)


def _courses(tx: Transaction, wanted: Wanted) -> Iterator[Course]:
    """One by one: a year of a district is not to lie in memory at once."""
    span = wanted.span
    ids = tx.digests.touched(wanted.scope, read_from(span, wanted.clocks.zone))
    for matter_id, events in tx.digests.histories(ids):
        course = read_course(matter_id, events, wanted.clocks, span.until_at)
        if course is not None:
            yield course


def draw_digest(url: str, digest_id: str, language: str, zone: str, now: datetime) -> bytes:
    """The picture of a stored digest as a PNG. Raises NotFound and storage's errors."""
    with reading(url, now) as tx:
        digest = tx.digests.light(digest_id)
    return print_digest(digest, language, zone)
