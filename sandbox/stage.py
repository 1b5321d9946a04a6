"""The stage over HTTP: what people do, what the page shows, and the stream of happenings."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.errors import StageError
from sandbox.happenings import Happening
from sandbox.people import Person
from sandbox.stage_json import chat_json

if TYPE_CHECKING:
    from sandbox.server import Sandbox

PAGE = Path(__file__).parent / "page"
KEEP_ALIVE = 15.0
Json = dict[str, Any]
Act = Callable[[Person, Json], object]


def _tap(person: Person, body: Json) -> str:
    message = person.chat.find(body["message"])
    rows = message.buttons if message else []
    row, column = body["row"], body["column"]
    if not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
        raise StageError("no such button on this message any more")
    button = rows[row][column]
    return person.taps(body["message"], button.data or button.text)


def _photos(person: Person, body: Json) -> list[int]:
    assets, caption = body["assets"], body.get("caption", "")
    return [person.sends_photo(assets[0], caption)] if len(assets) == 1 else person.sends_album(assets, caption)


def _block(person: Person, body: Json) -> None:
    person.blocks_bot() if body["blocked"] else person.unblocks_bot()


ACTS: dict[str, Act] = {
    "say": lambda person, body: person.says(body["text"], body.get("reply_to")),
    "start": lambda person, body: person.starts(body.get("payload", "")),
    "tap": _tap,
    "key": lambda person, body: person.presses_key(body["label"]),
    "photos": _photos,
    "voice": lambda person, body: person.sends_voice(body["asset"]),
    "video": lambda person, body: person.sends_video(),
    "location": lambda person, body: person.sends_location(body["lat"], body["lon"]),
    "venue": lambda person, body: person.sends_venue(body["lat"], body["lon"], body["title"], body["address"]),
    "contact": lambda person, body: person.sends_contact(),
    "sticker": lambda person, body: person.sends_sticker(body.get("emoji", "👍")),
    "edit": lambda person, body: person.edits(body["message"], body["text"]),
    "react": lambda person, body: person.reacts(body["message"], *body.get("emojis", [])),
    "block": _block,
    "read": lambda person, body: person.reads(),
}


class Stage:
    """Answers /stage/… and serves the chat page."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._streams: set[asyncio.Queue[Happening | None]] = set()
        sandbox.world.subscribe(self._spread)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes to add to the application."""
        routes: list[web.AbstractRouteDef] = [
            web.get("/stage/cast", self._cast),
            web.get("/stage/state", self._state),
            web.get("/stage/events", self._events),
            web.get("/stage/file/{file_id}", self._file),
            web.post("/stage/clock", self._direct(self._clock)),
            web.post("/stage/reset", self._direct(self._reset)),
            web.post("/stage/unplug", self._direct(self._unplug)),
            web.post("/stage/language", self._direct(self._language)),
            web.post("/stage/{act}", self._act),
        ]
        if PAGE.is_dir():
            routes += [web.get("/", self._page), web.static("/page", PAGE)]
        return routes

    def close(self) -> None:
        """End every stream."""
        for stream in self._streams:
            stream.put_nowait(None)

    def _spread(self, happening: Happening) -> None:
        for stream in self._streams:
            stream.put_nowait(happening)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _cast(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(dict(self._sandbox.cast))

    async def _state(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(self.state())

    def state(self) -> Json:
        """Everything the page needs to draw itself anew."""
        world, director = self._sandbox.world, self._sandbox.director
        coming = director.next_thing() if director else None
        return {
            "now": world.clock.now().isoformat(),
            "next": {"at": coming[0].isoformat(), "label": coming[1]} if coming else None,
            "language": world.state.language,
            "bot": director.bot_state() if director else "up",
            "chats": {str(chat.id): chat_json(chat) | self._menu(chat.id) for chat in world.chats.values()},
            "log": world.state.log,
        }

    def _menu(self, chat_id: int) -> Json:
        world = self._sandbox.world
        person = world.people.get(chat_id)
        return {"commands": world.account.commands_for(chat_id, person.language_code) if person else []}

    async def _act(self, request: web.Request) -> web.StreamResponse:
        act = ACTS.get(request.match_info["act"])
        if act is None:
            return _error(404, "no such act")
        try:
            body = await _body(request)
            person = self._sandbox.world.people.get(body["person"])
            if person is None:
                raise StageError(f"there is no person {body['person']}")
            return web.json_response({"result": act(person, body)})
        except StageError as error:
            return _error(409, str(error))
        except (KeyError, TypeError, IndexError) as error:
            return _error(400, f"the request is incomplete: {error!r}")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self._sandbox.world.files.find(request.match_info["file_id"])
        if stored is None:
            return _error(404, "no such file")
        return web.Response(body=stored.content, content_type=stored.mime)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
        await response.prepare(request)
        stream: asyncio.Queue[Happening | None] = asyncio.Queue()
        self._streams.add(stream)
        try:
            await response.write(b": here\n\n")
            while (happening := await _next(stream)) is not None:
                await response.write(_event(happening))
        except ConnectionError:
            pass  # the page went away; nothing is owed to it
        finally:
            self._streams.discard(stream)
        return response

    def _direct(self, act: Callable[[Json], Awaitable[None]]) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def answer(request: web.Request) -> web.StreamResponse:
            if self._sandbox.director is None:
                return _error(501, "nobody directs this stage")
            try:
                await act(await _body(request))
            except (KeyError, TypeError, ValueError, StageError) as error:
                return _error(400, str(error))
            return web.json_response({"result": None})

        return answer

    async def _clock(self, body: Json) -> None:
        assert self._sandbox.director is not None
        await self._sandbox.director.advance(None if body.get("to") == "next" else int(body["by"]))

    async def _reset(self, body: Json) -> None:
        assert self._sandbox.director is not None
        await self._sandbox.director.reset()

    async def _unplug(self, body: Json) -> None:
        assert self._sandbox.director is not None
        await self._sandbox.director.unplug()

    async def _language(self, body: Json) -> None:
        assert self._sandbox.director is not None
        await self._sandbox.director.language(body["language"])


async def _next(stream: asyncio.Queue[Happening | None]) -> Happening | str | None:
    try:
        return await asyncio.wait_for(stream.get(), KEEP_ALIVE)
    except TimeoutError:
        return "still here"


def _event(happening: Happening | str) -> bytes:
    if isinstance(happening, str):
        return f": {happening}\n\n".encode()
    return f"id: {happening.id}\ndata: {json.dumps(happening.as_json(), ensure_ascii=False)}\n\n".encode()


async def _body(request: web.Request) -> Json:
    try:
        body = await request.json() if request.can_read_body else {}
    except ValueError:
        raise StageError("the body is no JSON") from None
    if not isinstance(body, dict):
        raise StageError("the body is no JSON object")
    return body


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)
