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


class Made:
    """The folder `made` within the one for media."""

    def __init__(self, media: Path) -> None:
        self._folder = media.resolve() / "made"

    async def keep(self, content: bytes, ending: str, now: datetime) -> str:
        """Stores a file (`ending` is ".png") and returns the ref under which a Media sends it. Old ones are removed."""
        return await asyncio.to_thread(self._keep, content, ending, now)

    async def still(self, ref: str, now: datetime) -> bool:
        """Whether a file kept earlier is there yet; then it is kept anew from now on."""
        return await asyncio.to_thread(self._still, ref, now)

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
