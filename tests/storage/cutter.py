"""Stands between us and a PostgreSQL server, can swallow the answer to a COMMIT and let no more lines through."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, urlsplit

SOCKET = ".s.PGSQL.5432"


class Cutter:
    """`swallow` is how many answers to COMMIT never arrive: the server has committed, the line is dead.

    `most` is how many new lines are still let through; the others are cut at once.
    """

    def __init__(self, url: str, folder: Path) -> None:
        self._behind = Path(parse_qs(urlsplit(url).query)["host"][0]) / SOCKET
        self._socket = folder / SOCKET
        self.url = url.replace(str(self._behind.parent), str(folder), 1)
        self.swallow = 0
        self.most = 100
        self.swallowed = 0
        self._lines: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Cutter:
        self._listening = await asyncio.start_unix_server(self._serve, self._socket)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.close()
        await asyncio.gather(*self._lines)

    async def _serve(self, client: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        self._lines.append(cast("asyncio.Task[None]", asyncio.current_task()))
        self.most -= 1
        if self.most < 0:
            answers.close()
            return
        server, requests = await asyncio.open_unix_connection(self._behind)
        back = asyncio.create_task(forward(server, answers))
        while data := await client.read(65536):
            lost = b"COMMIT\0" in data and self.swallow > 0
            if lost:
                back.cancel()
                await asyncio.gather(back, return_exceptions=True)
            requests.write(data)
            if lost:
                self.swallow -= 1
                await server.read(65536)  # the server says that it has committed
                self.swallowed += 1
                break
        for writer in (requests, answers):
            writer.close()
        await asyncio.gather(back, requests.wait_closed(), answers.wait_closed(), return_exceptions=True)


async def forward(server: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
    while data := await server.read(65536):
        answers.write(data)
