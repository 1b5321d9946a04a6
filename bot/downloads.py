"""The first kind of work: an attachment's bytes are brought home before the platform forgets them."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.crafts.photos import as_it_is, for_keeping
from bot.crafts.recordings import bare_recording
from bot.press import ChildLost, JobFailed, Press
from bot.work import Hopeless
from channels.base import Channel
from domain.errors import DeliveryFailed
from domain.messages import MediaKind
from storage.transaction import Transaction
from storage.work import Job

DOWNLOAD = "download"
"""The kind's name. The job's subject is "file:<ref>", its args are channel, ref, sort (a MediaKind), by, about."""
NO_PICTURE = "there is no whole picture in it"
TRIES = 3
"""What the child process has not lived through so often is not tried again."""
PHOTOS = (b"\xff\xd8", b"\x89PNG")
"""How a photo begins, for jobs that an earlier release has left and that do not say what they bring."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file at home: `name` within the media directory is made from its contents, never from a sender's words."""

    name: str
    size: int


class Download:
    """`fetched` and `lost` hear, in the transaction that ends the job, what came of it: the file, or the reason.

    Of a photo only the picture comes home (`press` looks at those that somebody has to look at), one without is lost;
    of voice notes and films sound and pictures.
    """

    def __init__(
        self,
        channels: Mapping[str, Channel],
        directory: Path,
        press: Press,
        *,
        fetched: Callable[[Transaction, str, Fetched], None],
        lost: Callable[[Transaction, Job, str], None],
    ) -> None:
        self._channels = channels
        self._directory = directory
        self._press = press
        self._fetched = fetched
        self._lost = lost

    async def do(self, job: Job) -> Fetched:
        channel = self._channels.get(str(job.args["channel"]))
        if channel is None:
            raise Hopeless(f"there is no channel {job.args['channel']!r}")
        try:
            content = await channel.fetch(str(job.args["ref"]))
        except DeliveryFailed as failed:
            if failed.permanent:
                raise Hopeless(str(failed)) from None
            raise
        if job.args.get("sort", _guessed(content)) == MediaKind.PHOTO:
            content = await self._picture(job, content)
        else:
            content = await asyncio.to_thread(bare_recording, content)
        return await asyncio.to_thread(_store, self._directory, content)

    async def _picture(self, job: Job, content: bytes) -> bytes:
        """The photo without place, camera and comments. Most need no library to be read by."""
        plain = await asyncio.to_thread(as_it_is, content)
        if plain is not None:
            return plain
        try:
            kept = await self._press.run(for_keeping, content)
        except (ChildLost, JobFailed) as error:
            if job.attempts >= TRIES:
                raise Hopeless(NO_PICTURE) from error
            raise
        if kept is None:
            raise Hopeless(NO_PICTURE)
        return kept

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Fetched)
        self._fetched(tx, job.subject, result)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        self._lost(tx, job, reason)


def _guessed(content: bytes) -> str:
    return MediaKind.PHOTO if content.startswith(PHOTOS) else ""


def _store(directory: Path, content: bytes) -> Fetched:
    """Whole or not at all: a crash leaves at most a file that ends in .part."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = hashlib.sha256(content).hexdigest()
    part = directory / f"{name}.part"
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(directory / name)
    return Fetched(name, len(content))
