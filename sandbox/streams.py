"""Server-sent events: the happenings of the world, streamed to every open page."""

import asyncio
import json

from aiohttp import web

from sandbox.happenings import Happening

KEEP_ALIVE = 15.0
"""Seconds of silence after which a comment is sent, so that nobody on the way closes the line."""


class Streams:
    """All open streams; a page that connects again reads the state anew, so nothing is replayed."""

    def __init__(self) -> None:
        self._open: set[asyncio.Queue[Happening | None]] = set()

    def spread(self, happening: Happening) -> None:
        """Send a happening to every page."""
        for stream in self._open:
            stream.put_nowait(happening)

    def close(self) -> None:
        """End every stream."""
        for stream in self._open:
            stream.put_nowait(None)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one page until it goes away."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        stream: asyncio.Queue[Happening | None] = asyncio.Queue()
        self._open.add(stream)
        try:
            await response.write(b": here\n\n")
            while (event := await _next_event(stream)) is not None:
                await response.write(event)
        except ConnectionError:
            pass  # the page went away; nothing is owed to it
        finally:
            self._open.discard(stream)
        return response


async def _next_event(stream: asyncio.Queue[Happening | None]) -> bytes | None:
    try:
        happening = await asyncio.wait_for(stream.get(), KEEP_ALIVE)
    except TimeoutError:
        return b": still here\n\n"
    if happening is None:
        return None
    return f"id: {happening.id}\ndata: {json.dumps(happening.as_json(), ensure_ascii=False)}\n\n".encode()
