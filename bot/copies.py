"""Work: somebody's own data as a page and as a file for programs, made in the child process and sent to her alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from bot.clock import Clock
from bot.crafts.copies import page
from bot.made import KEPT, Made
from bot.press import ChildLost, JobFailed, Press
from bot.work import Hopeless
from domain.messages import Media, MediaKind
from domain.people.copy import Copy
from domain.phrases import phrase
from handlers.safety.copying import page_of, record_of, refs_of
from handlers.safety.me import copy_failed, send_copy
from handlers.safety.ports import SafetyTransaction
from handlers.speaking import voice_of
from handlers.turn import Turn
from storage.database import Database
from storage.transaction import Transaction
from storage.work import Job

TRIES = 3
"""She waits for it: after so many failures she is told."""


class Read(NamedTuple):
    copy: Copy
    record: dict[str, object]
    files: dict[str, Path]
    name: str


class Ready(NamedTuple):
    page: Media
    record: Media


class Copies:
    """A bot.work.Kind; subject "person:<id>", args: key. `media` has the photos."""

    def __init__(
        self,
        database: Database,
        turn: Callable[[Transaction], Turn[SafetyTransaction]],
        press: Press,
        made: Made,
        media: Path,
        clock: Clock,
    ) -> None:
        self._database, self._turn, self._press = database, turn, press
        self._made, self._media, self._clock = made, media, clock

    async def do(self, job: Job) -> Ready:
        read = await self._database.read("copy", lambda tx: self._read(tx, job))
        try:
            html = await self._press.run(page, read.copy, read.files)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(str(error)) from error
            raise
        record = json.dumps(read.record, ensure_ascii=False, indent=1).encode()
        return Ready(await self._kept(job, html, read.name, ".html"), await self._kept(job, record, read.name, ".json"))

    async def _kept(self, job: Job, content: bytes, name: str, ending: str) -> Media:
        ref = await self._made.keep(content, ending, self._clock.now(), of=job.subject.partition(":")[2])
        return Media(MediaKind.DOCUMENT, ref, name=name + ending)

    def _read(self, tx: Transaction, job: Job) -> Read:
        turn = self._turn(tx)
        person = tx.people.get(job.subject.partition(":")[2])
        copy = page_of(turn, person)
        at_home = {ref: tx.notes.get(f"file:{ref}") for ref in refs_of(copy)}
        files = {ref: self._media / name for ref, name in at_home.items() if name}
        name = f"{voice_of(turn, person).say(phrase('copy.file'))}-{turn.today}"
        return Read(copy, record_of(turn, person), files, name)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Ready)
        turn, person = self._turn(tx), tx.people.get(job.subject.partition(":")[2])
        send_copy(turn, person, str(job.args["key"]), result.page, result.record, turn.now + KEPT / 2)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        copy_failed(self._turn(tx), tx.people.get(job.subject.partition(":")[2]), str(job.args["key"]))
