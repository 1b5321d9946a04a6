"""Work: digests for all at their hour, one digest for one reader, and the table behind one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple
from weakref import WeakValueDictionary

from bot.clock import Clock
from bot.digest_table import print_table, table_name
from bot.figures import Wanted, draw_digest, make_digest
from bot.made import KEPT, Made
from bot.press import ChildLost, JobFailed, Press
from bot.work import Hopeless
from domain.digests.figures import Digest, Span, SpanKind
from domain.errors import NotAllowed, NotFound
from domain.messages import Media, MediaKind, Op
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.digests.asking import MAKE_ONE
from handlers.digests.ports import DigestsTransaction
from handlers.digests.rights import must_read, scope_of
from handlers.digests.saying import send_digest
from handlers.roles import able
from handlers.speaking import send, take_back
from handlers.telling import tell
from handlers.turn import House, Turn
from storage.database import Database
from storage.digests import Written
from storage.transaction import Transaction
from storage.work import Job

_LOGGER = logging.getLogger(__name__)
ASKED_TRIES = 3
"""Somebody waits for it: after so many failures she is told."""
LEAVES_WITHIN = KEPT - timedelta(days=1)
DRAWN_KEPT = 100
KEPT_IN_ONE_ACT = 20
"""Portions of cases."""


@dataclass(frozen=True, slots=True)
class Room:
    """What all three kinds of work need. `url` is the database's, for the child process."""

    database: Database
    url: str
    press: Press
    made: Made
    clock: Clock
    house: Callable[[], House]

    def turn(self, tx: Transaction) -> Turn[DigestsTransaction]:
        fits: DigestsTransaction = tx
        return Turn(fits, self.house())


class ForAll:
    """A bot.work.Kind: finds out who is to get the digest of the hour; each gets it by a piece of work of its own."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> Sequence[tuple[str, list[str]]]:
        return await self._room.database.read("readers", self._readers)

    def _readers(self, tx: Transaction) -> list[tuple[str, list[str]]]:
        """(person, scope) of all coordinators who are there."""
        turn = self._room.turn(tx)
        ids = dict.fromkeys(a.person_id for a in tx.roster.all() if a.role is Role.COORDINATOR)
        people = [person for person in map(tx.people.get, ids) if able(turn, person)]
        return [(person.id, list(scope)) for person in people if (scope := scope_of(turn, person))]

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, list)
        for person_id, scope in result:
            tx.work.add(MAKE_ONE, f"person:{person_id}", {**job.args, "person": person_id, "scope": scope, "key": ""})

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """The log says so, and /digest still answers."""


class Ready(NamedTuple):
    """A digest as it can be sent; `picture` is the ref of its file, "" for none."""

    id: str
    digest: Digest
    picture: str


class ForOne:
    """A bot.work.Kind; args as in handlers.digests.asking. The same areas, span and minute are counted once, and drawn
    once for each language, also when all readers are served at the same time.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self._drawn: dict[tuple[str, str], str] = {}
        self._in_making: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()

    async def do(self, job: Job) -> Ready:
        room, scope, span = self._room, _texts(job.args["scope"]), _span(job.args)
        try:
            async with self._making((*scope, span)):
                digest_id = await room.database.read("digest", lambda tx: tx.digests.find(scope, span))
                if digest_id is None:
                    text = await room.press.run(make_digest, room.url, Wanted(scope, span, room.house().clocks))
                    digest_id = await _kept(room.database, scope, span, text)
        except (ChildLost, JobFailed) as error:
            if job.args["key"] and job.attempts >= ASKED_TRIES:
                raise Hopeless(str(error)) from error
            raise
        light, reader = await room.database.read("digest", lambda tx: (tx.digests.light(digest_id), _person(tx, job)))
        if light.empty:
            return Ready(digest_id, light, "")
        async with self._making((digest_id, reader.language)):
            return Ready(digest_id, light, await self._picture(digest_id, reader.language))

    def _making(self, what: Hashable) -> asyncio.Lock:
        """Whoever wants the same meanwhile waits for it."""
        lock = self._in_making.get(what)
        if lock is None:
            lock = self._in_making[what] = asyncio.Lock()
        return lock

    async def _picture(self, digest_id: str, language: str) -> str:
        """Drawn once for all readers of one language; a digest is told without it rather than not at all."""
        room = self._room
        zone, now = room.house().zone.key, room.clock.now()
        known = self._drawn.get((digest_id, language))
        if known is not None and await room.made.still(known, now):
            return known
        try:
            drawn = await room.press.run(draw_digest, room.url, digest_id, language, zone, now)
        except (ChildLost, JobFailed) as error:
            _LOGGER.error("the picture of a digest could not be drawn: %s", error)
            return ""
        ref = await room.made.keep(drawn, ".png", now)
        if len(self._drawn) >= DRAWN_KEPT:
            self._drawn.clear()
        self._drawn[digest_id, language] = ref
        return ref

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        """Told to whoever may read it now; at its hour not to those who are away."""
        assert isinstance(result, Ready)
        person, key = _person(tx, job), str(job.args["key"])
        turn = replace(self._room.turn(tx), maybe_repeat=bool(job.args.get("maybe_repeat")))
        if not _may_read(turn, person, result.id) or not (key or able(turn, person)):
            return
        if send_digest(turn, person, result.id, result.digest, key=key) and result.picture:
            _send_file(turn, person, Media(MediaKind.PHOTO, result.picture), "picture")

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        _tell_failed(self._room.turn(tx), job)


async def _kept(database: Database, scope: Sequence[str], span: Span, text: Written) -> str:
    """In several acts, none of which may take long; the last one makes it known."""
    new_id: str = await database.transact("digest", lambda tx: tx.new_id())
    for some in _portions(text):
        await database.transact("digest", partial(_keep_cases, new_id, some))
    return await database.transact("digest", lambda tx: tx.digests.add(new_id, scope, span, text))


def _portions(text: Written) -> Iterator[Sequence[tuple[str, int, str]]]:
    """(figure, number, cases) of as many as one act may keep."""
    all_ = [(figure, n, cases) for figure, portions in text.figures.items() for n, cases in enumerate(portions)]
    for first in range(0, len(all_), KEPT_IN_ONE_ACT):
        yield all_[first : first + KEPT_IN_ONE_ACT]


def _keep_cases(digest_id: str, portions: Sequence[tuple[str, int, str]], tx: Transaction) -> None:
    for figure, number, cases in portions:
        tx.digests.add_cases(digest_id, figure, number, [cases])


class Table:
    """A bot.work.Kind; args as in handlers.digests.asking."""

    def __init__(self, room: Room) -> None:
        self._room = room

    async def do(self, job: Job) -> Media:
        room, digest_id, now = self._room, str(job.args["digest"]), self._room.clock.now()
        digest, reader = await room.database.read("table", lambda tx: (tx.digests.light(digest_id), _person(tx, job)))
        zone = room.house().zone
        try:
            made = await room.press.run(print_table, room.url, digest_id, reader.language, zone.key, now)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= ASKED_TRIES:
                raise Hopeless(str(error)) from error
            raise
        ref = await room.made.keep(made, ".xlsx", now)
        return Media(MediaKind.DOCUMENT, ref, name=f"{table_name(digest, reader.language, zone)}.xlsx")

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Media)
        turn, person = self._room.turn(tx), _person(tx, job)
        take_back(turn, person, str(job.args["key"]))
        if _may_read(turn, person, str(job.args["digest"])):
            tell(turn, f"person:{person.id}", "TableSent", by=person.id, digest=str(job.args["digest"]))
            _send_file(turn, person, result, "table")

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        _tell_failed(self._room.turn(tx), job)


def _texts(value: object) -> list[str]:
    assert isinstance(value, list | tuple)
    return [str(each) for each in value]


def _span(args: Mapping[str, object]) -> Span:
    since, until = (datetime.fromisoformat(str(args[name])) for name in ("from", "until"))
    return Span(SpanKind(str(args["kind"])), since, until)


def _person(tx: Transaction, job: Job) -> Person:
    return tx.people.get(str(job.args["person"]))


def _may_read(turn: Turn[DigestsTransaction], person: Person, digest_id: str) -> bool:
    try:
        must_read(turn, person, digest_id)
    except (NotAllowed, NotFound):
        return False
    return True


def _send_file(turn: Turn[DigestsTransaction], person: Person, media: Media, purpose: str) -> None:
    send(turn, person, media, purpose=purpose, silent=True, not_after=turn.now + LEAVES_WITHIN)


def _tell_failed(turn: Turn[DigestsTransaction], job: Job) -> None:
    person, key = turn.tx.people.get(str(job.args["person"])), str(job.args["key"])
    send(turn, person, phrase("digest.failed"), op=Op.UPDATE if key else Op.SEND, key=key, silent=True)
