"""A real little HTTP proxy: passes plain requests on, tunnels CONNECT, and can want a password or refuse."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from urllib.parse import urlsplit

_FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
_PASSWORD = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"


class Proxy:
    """`passed` are the hosts with ports that it was asked for and let through."""

    def __init__(self, user: str = "", *, refuses: bool = False) -> None:
        self._wanted = f"Basic {b64encode(user.encode()).decode()}" if user else ""
        self._refuses = refuses
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()
        self.passed: list[str] = []

    async def start(self) -> str:
        """Listens and returns its address, "127.0.0.1:port"."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            await self._pass(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # either side has gone, which is how connections end
        finally:
            self._open.discard(task)
            writer.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.decode("latin-1").split(" ", 2)
        if self._refuses or (self._wanted and self._wanted not in head.decode("latin-1")):
            writer.write(_FORBIDDEN if self._refuses else _PASSWORD)
            return
        address = urlsplit(target if "://" in target else f"//{target}")
        there, back = await asyncio.open_connection(address.hostname, address.port)
        self.passed.append(f"{address.hostname}:{address.port}")
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            back.write(head)
        try:
            await asyncio.gather(_pipe(reader, back), _pipe(there, writer))
        finally:
            back.close()


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65536):
        writer.write(piece)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()
