"""The library's requests over one aiohttp session: cheaper than its own, and clear about what has left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, DummyCookieJar, FormData, TCPConnector
from aiohttp.client_exceptions import (
    ClientConnectorError,
    ClientHttpProxyError,
    ConnectionTimeoutError,
    InvalidURL,
    ServerTimeoutError,
)
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from channels.telegram.errors import NoAnswer, NotSent, TooLarge
from channels.telegram.obstacles import obstacle_of

Seconds = Any
"""A number, None, or the library's own mark for "the default"."""
LARGEST = 20 * 1024 * 1024
"""What bots may download, in bytes."""
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to get a connection, to send an upload, to wait for the answer."""

    connect: float = 10.0
    write: float = 60.0
    read: float = 20.0


class AiohttpRequest(BaseRequest):
    """`BaseRequest` over one `ClientSession`. `proxy` is an http:// address, `connections` the pool's size.

    `dated` hears with each good answer what time it is where the answer came from.
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        timeouts: Timeouts | None = None,
        proxy: str | None = None,
        dated: Callable[[datetime], None] = lambda said: None,
    ) -> None:
        self._dated = dated
        self._connections = connections
        self._timeouts = timeouts or Timeouts()
        self._proxy = proxy
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections, ttl_dns_cache=300),
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent, NoAnswer or another NetworkError; none of them quotes the address."""
        if self._session is None:
            raise NetworkError("the connection to the platform is not open")
        uploads = request_data is not None and request_data.contains_files
        times = self._times(read_timeout, write_timeout, connect_timeout, uploads=uploads)
        try:
            async with self._session.request(
                method, url, data=_form(request_data), timeout=times, proxy=self._proxy, allow_redirects=False
            ) as response:
                self._hear(response)
                return response.status, await _body(response)
        except (ClientConnectorError, ClientHttpProxyError, ConnectionTimeoutError) as error:
            raise NotSent(obstacle_of(error)) from None
        except InvalidURL:
            raise NetworkError("the platform's address in the settings is not a URL") from None
        except (ServerTimeoutError, TimeoutError):
            raise NoAnswer("sent, but no answer came in time") from None
        except (ClientError, OSError) as error:
            raise NoAnswer(f"the connection broke after sending: {type(error).__name__}") from None

    def _hear(self, response: ClientResponse) -> None:
        """What time it is; a page of something between us and the platform has no say."""
        if response.ok and (said := _date(response)) is not None:
            self._dated(said)

    def _times(self, read: Seconds, write: Seconds, connect: Seconds, *, uploads: bool) -> ClientTimeout:
        wait = _given(read, self._timeouts.read)
        if uploads:
            wait += _given(write, self._timeouts.write)
        connecting = _given(connect, self._timeouts.connect)
        return ClientTimeout(total=None, connect=connecting, sock_connect=connecting, sock_read=wait)


def _given(value: Seconds, default: float) -> float:
    return default if value is BaseRequest.DEFAULT_NONE or value is None else float(value)


def _date(response: ClientResponse) -> datetime | None:
    try:
        said = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return None
    return said if said.tzinfo is not None else None


def _form(data: RequestData | None) -> FormData | dict[str, str] | None:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    form = FormData(quote_fields=False)  # file names are Chinese
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        readable = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, readable, filename=filename, content_type=mime)
    return form


async def _body(response: ClientResponse) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(_CHUNK):
        size += len(part)
        if size > LARGEST:
            raise TooLarge("the file is larger than 20 MB")
        parts.append(part)
    return b"".join(parts)
