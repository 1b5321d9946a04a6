"""Files that the bot has made to be sent: named by what is in them, kept some days, then cleared away."""

from __future__ import annotations

import asyncio
import hashlib
import os
from datetime import datetime, timedelta
from pathlib import Path

from channels.telegram.sending import LOCAL

KEPT = timedelta(days=7)
"""A message that carries such a file must leave earlier (`Outbound.not_after`) or never."""

LEAVES = timedelta(minutes=30)
"""How long what was made may be on its way."""


class Made:
    """The folder `made` within the one for media."""

    def __init__(self, media: Path) -> None:
        self._folder = media.resolve() / "made"

    async def keep(self, content: bytes, ending: str, now: datetime, *, of: str = "") -> str:
        """Stores a file (`ending` is ".png") and returns the ref under which a Media sends it. Old ones are removed.

        `of`: the id of the person whom alone it speaks of.
        """
        return await asyncio.to_thread(self._keep, content, f"{of}{ending}", now)

    async def still(self, ref: str, now: datetime) -> bool:
        """Whether a file kept earlier is there yet; then it is kept anew from now on."""
        return await asyncio.to_thread(self._still, ref, now)

    async def clear(self, person_id: str, now: datetime) -> None:
        """What speaks of her alone goes, and everything that may speak of her and has had time to leave."""
        await asyncio.to_thread(self._clear_of, person_id, now)

    def _clear_of(self, person_id: str, now: datetime) -> None:
        for file in self._folder.iterdir() if self._folder.is_dir() else ():
            if person_id in file.name or file.stat().st_mtime < (now - LEAVES).timestamp():
                file.unlink(missing_ok=True)

    def _keep(self, content: bytes, ending: str, now: datetime) -> str:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._clear(now)
        path = self._folder / f"{hashlib.sha256(content).hexdigest()[:32]}{ending}"
        part = path.with_suffix(".part")
        part.write_bytes(content)
        os.utime(part, (now.timestamp(), now.timestamp()))
        part.replace(path)
        return f"{LOCAL}{path}"

    def _still(self, ref: str, now: datetime) -> bool:
        try:
            os.utime(ref.removeprefix(LOCAL), (now.timestamp(), now.timestamp()))
        except FileNotFoundError:
            return False
        return True

    def _clear(self, now: datetime) -> None:
        oldest = (now - KEPT).timestamp()
        for file in self._folder.iterdir():
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
