"""The first kind of work: an attachment's bytes are brought home before the platform forgets them."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.work import Hopeless
from channels.base import Channel
from domain.errors import DeliveryFailed
from storage.transaction import Transaction
from storage.work import Job

DOWNLOAD = "download"
"""The kind's name. The job's subject is the content's id, its args are {"channel": …, "ref": …}."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file at home: `name` within the media directory is made from its contents, never from a sender's words."""

    name: str
    size: int


class Download:
    """`fetched` and `lost` hear, in the transaction that ends the job, the content's id and the file or the reason."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        directory: Path,
        *,
        fetched: Callable[[Transaction, str, Fetched], None],
        lost: Callable[[Transaction, str, str], None],
    ) -> None:
        self._channels = channels
        self._directory = directory
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
        return await asyncio.to_thread(_store, self._directory, content)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        assert isinstance(result, Fetched)
        self._fetched(tx, job.subject, result)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        self._lost(tx, job.subject, reason)


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
