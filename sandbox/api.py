"""The Bot API over HTTP: token, method, parameters, planned faults, and the answer's envelope."""

import asyncio
import hmac
import inspect
import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.call import Call
from sandbox.errors import ApiError, bad_request
from sandbox.faults import DONE_FIRST, Fault
from sandbox.methods import Method
from sandbox.parameters import read
from sandbox.uploads import Upload, file_name

if TYPE_CHECKING:
    from sandbox.server import Sandbox

BODY_LIMIT = 60 * 1024 * 1024
HOLD = 120
"""Seconds a stalled answer is held before the connection is dropped; every client gives up sooner."""
PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"

log = logging.getLogger(__name__)


class BotApi:
    """Answers /bot<token>/<method> and /file/bot<token>/<path>."""

    def __init__(self, sandbox: "Sandbox", methods: Mapping[str, Method]) -> None:
        self._sandbox = sandbox
        self._methods = methods

    def routes(self) -> list[web.RouteDef]:
        """The routes to add to the application."""
        return [
            web.route("*", "/bot{token}/{method}", self._answer),
            web.get("/file/bot{token}/{path:.+}", self._download),
        ]

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        fault = None
        try:
            method = self._method(request)
            fault = self._sandbox.faults.next_for(method.name)
            if fault is not None and fault.kind not in DONE_FIRST:
                return await self._fail(request, fault)
            result = await self._play(method, request)
        except ApiError as error:
            return refusal(error)
        if fault is not None:
            return await self._fail(request, fault)
        return web.json_response({"ok": True, "result": result})

    async def _play(self, method: Method, request: web.Request) -> object:
        raw, uploads = await _read_request(request)
        call = Call(self._sandbox.world, read(method.parameters, raw, uploads))
        result = method.play(call)
        return await result if inspect.isawaitable(result) else result

    def _method(self, request: web.Request) -> Method:
        if request.method not in ("GET", "POST"):
            raise ApiError(405, "Method Not Allowed")
        self._check_token(request)
        method = self._methods.get(request.match_info["method"].lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        return method

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not self._sandbox.token_valid or not hmac.compare_digest(token.encode(), self._sandbox.token.encode()):
            raise ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            fault = self._sandbox.faults.next_for("download")
            if fault is not None:
                return await self._fail(request, fault)
            stored = self._sandbox.world.files.at(request.match_info["path"])
            if stored is None:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return refusal(error)
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.kind == "refuse":
            return refusal(ApiError(fault.code, fault.description))
        if fault.kind == "429":
            seconds = fault.retry_after
            return refusal(ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds))
        if fault.kind == "500":
            return refusal(ApiError(500, "Internal Server Error"))
        if fault.kind == "html":
            return web.Response(status=502, text=PROXY_PAGE, content_type="text/html")
        if fault.kind in ("timeout", "stall"):
            await asyncio.sleep(HOLD)
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


def refusal(error: ApiError) -> web.Response:
    """An error in Telegram's envelope; the HTTP status repeats its code."""
    body: dict[str, Any] = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        body["parameters"] = error.parameters
    headers = {"Retry-After": str(error.parameters["retry_after"])} if "retry_after" in error.parameters else None
    return web.json_response(body, status=error.code, headers=headers)


async def _read_request(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    raw: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        raw |= _json_body(await request.text())
        return raw, uploads
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    for name, value in form.items():
        if isinstance(value, web.FileField):
            with value.file as file:
                content = file.read()
            called = file_name(value.headers.get("Content-Disposition", ""))
            if called is None:
                raw[name] = content.decode(errors="replace")
            else:
                uploads[name] = Upload(called, content, value.content_type)
        else:
            raw[name] = value if isinstance(value, str) else bytes(value).decode()
    return raw, uploads


def _json_body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text) if text.strip() else {}
    except ValueError:
        raise bad_request("can't parse request JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse request JSON object")
    return body
