"""The stage over HTTP: what people do, what the page shows, and the stream of happenings."""

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.acts import ACTS, DIRECTIONS, HOUSEKEEPING, Act, Chore, Direction
from sandbox.errors import ApiError, StageError, bad_request
from sandbox.records import Json
from sandbox.shapes import shaped
from sandbox.stage_json import chat_json
from sandbox.streams import Streams

if TYPE_CHECKING:
    from sandbox.server import Sandbox

PAGE = Path(__file__).parent / "page"


class Stage:
    """Answers /stage/… and serves the chat page."""

    def __init__(self, sandbox: "Sandbox") -> None:
        self._sandbox = sandbox
        self._streams = Streams()
        sandbox.world.subscribe(self._streams.spread)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The routes to add to the application; the page's only when it is there."""
        routes: list[web.AbstractRouteDef] = [
            web.get("/stage/cast", self._cast),
            web.get("/stage/state", self._state),
            web.get("/stage/events", self._streams.serve),
            web.get("/stage/file/{file_id}", self._file),
            web.get("/page/assets/{asset}", self._asset),
            web.post("/stage/{act}", self._do),
        ]
        if PAGE.is_dir():
            routes += [web.get("/", self._page), web.static("/page", PAGE)]
        return routes

    def close(self) -> None:
        """End every stream."""
        self._streams.close()

    def state(self) -> Json:
        """Everything the page needs to draw itself anew."""
        world, director = self._sandbox.world, self._sandbox.director
        coming = director.next_thing() if director else None
        return {
            "now": world.clock.now().isoformat(),
            "next": {"at": coming[0].isoformat(), "label": coming[1]} if coming else None,
            "language": world.language,
            "undecided": world.undecided,
            "directed": director is not None,
            "bot": director.bot_state() if director else "up",
            "chats": {str(chat.id): chat_json(chat) | self._menu(chat.id) for chat in world.chats.values()},
            "log": world.state.log,
        }

    def _menu(self, chat_id: int) -> Json:
        world = self._sandbox.world
        person = world.people.get(chat_id)
        return {"commands": world.account.commands_for(chat_id, person.language_code) if person else []}

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _cast(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(dict(self._sandbox.cast))

    async def _state(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(self.state())

    async def _file(self, request: web.Request) -> web.StreamResponse:
        stored = self._sandbox.world.files.find(request.match_info["file_id"])
        if stored is None:
            return _error(404, "no such file")
        return web.Response(body=stored.content, content_type=stored.mime, headers=_as_sent(stored.kind))

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        asset = self._sandbox.world.assets.find(request.match_info["asset"])
        if asset is None:
            return _error(404, "no such asset")
        return web.Response(body=asset.content, content_type=asset.mime)

    async def _do(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["act"]
        if not _from_here(request):
            return _error(403, "another site may not act here")
        try:
            if name in ACTS:
                return web.json_response({"result": self._act(ACTS[name], await _body(request))})
            if name in HOUSEKEEPING and self._sandbox.director is None:
                return web.json_response({"result": self._see_to(HOUSEKEEPING[name], await _body(request))})
            if name in DIRECTIONS:
                return await self._direct(DIRECTIONS[name], await _body(request))
        except StageError as error:
            return _error(409, str(error))
        except ApiError as error:
            return _error(error.code, error.description)
        return _error(404, "no such act")

    def _act(self, act: Act, body: object) -> object:
        fields = shaped(body, act.fields, "request")
        person = self._sandbox.world.people.get(fields["person"])
        if person is None:
            raise StageError(f"there is no person {fields['person']}")
        return act.play(person, fields)

    def _see_to(self, chore: Chore, body: object) -> object:
        return chore.play(self._sandbox.world, shaped(body, chore.fields, "request"))

    async def _direct(self, direction: Direction, body: object) -> web.StreamResponse:
        if self._sandbox.director is None:
            return _error(501, "nobody directs this stage")
        await direction.play(self._sandbox.director, shaped(body, direction.fields, "request"))
        return web.json_response({"result": None})


async def revalidated(request: web.Request, response: web.StreamResponse) -> None:
    """Signal: the page's parts are asked for anew each time, so that an upgrade never mixes old modules with new."""
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers["Cache-Control"] = "no-cache"


def _from_here(request: web.Request) -> bool:
    """False when a page of another site, open in the same browser, posts here."""
    origin = request.headers.get("Origin")
    return origin is None or origin.removeprefix("http://").removeprefix("https://") == request.host


def _as_sent(kind: str) -> dict[str, str]:
    """A document is saved, never opened as a page of ours, whatever it says it is."""
    safe = {"X-Content-Type-Options": "nosniff"}
    return safe | {"Content-Disposition": "attachment"} if kind == "document" else safe


async def _body(request: web.Request) -> object:
    try:
        return await request.json() if request.can_read_body else {}
    except ValueError:
        raise bad_request("the body is no JSON") from None


def _error(status: int, text: str) -> web.Response:
    return web.json_response({"error": text}, status=status)
