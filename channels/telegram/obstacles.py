"""What stands between us and the platform, in words that say where to look."""

from __future__ import annotations

import socket
from enum import StrEnum

from aiohttp.client_exceptions import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientHttpProxyError,
    ClientProxyConnectionError,
)

_PASSWORD_WANTED = 407


class Obstacle(StrEnum):
    """Why the request could not leave."""

    NAME = "name"
    REFUSED = "refused"
    SILENT = "silent"
    CUT = "cut"
    TLS = "tls"
    PROXY = "proxy"
    PROXY_PASSWORD = "proxy_password"  # noqa: S105 (a name, no password)
    PROXY_REFUSES = "proxy_refuses"


WORDS: dict[Obstacle, tuple[str, str]] = {
    Obstacle.NAME: (
        "查不到这个名字的地址（DNS）。看看这台机器上不上得了网，DNS 设得对不对",
        "its name cannot be looked up (DNS). Is this machine online, and its DNS set?",
    ),
    Obstacle.REFUSED: (
        "那头拒绝连接。看看防火墙，或 base_url 写得对不对",
        "the connection was refused. Look at the firewall, and at base_url",
    ),
    Obstacle.SILENT: (
        "等了很久没有回音，多半是路上不通。看看防火墙；这里直连不了 Telegram 的话，要用代理",
        "no answer at all, so the way is probably blocked. Look at the firewall, or go through a proxy",
    ),
    Obstacle.CUT: (
        "连到一半断了，多半是路上有东西挡着。看看防火墙；这里直连不了 Telegram 的话，要用代理",
        "the connection was cut on the way. Look at the firewall, or go through a proxy",
    ),
    Obstacle.TLS: (
        "证书对不上，路上有东西冒充它。看看本机时间对不对，再看代理和防火墙",
        "the certificate is not right: something on the way pretends to be it. Look at this machine's date, then at "
        "proxy and firewall",
    ),
    Obstacle.PROXY: (
        "代理连不上。看看代理开着没有，主机和端口写得对不对",
        "the proxy itself cannot be reached. Is it running, are host and port right?",
    ),
    Obstacle.PROXY_PASSWORD: (
        '代理要用户名和密码，写成 "http://用户:密码@主机:端口"',
        'the proxy wants a user and a password: "http://user:password@host:port"',
    ),
    Obstacle.PROXY_REFUSES: (
        "代理在，但不放我们过去。看看代理的规则",
        "the proxy is there but does not let us through. Look at its rules",
    ),
}
"""(Chinese, English): what is in the way, and what to look at."""


def obstacle_of(error: BaseException) -> Obstacle:
    """What a failure to connect means; `SILENT` for a time-out."""
    match error:
        case ClientHttpProxyError():
            return Obstacle.PROXY_PASSWORD if error.status == _PASSWORD_WANTED else Obstacle.PROXY_REFUSES
        case ClientProxyConnectionError():
            return Obstacle.PROXY
        case ClientConnectorCertificateError() | ClientConnectorSSLError():
            return Obstacle.TLS
        case ClientConnectorDNSError() | ClientConnectorError(os_error=socket.gaierror()):
            return Obstacle.NAME
        case ClientConnectorError(os_error=ConnectionRefusedError()):
            return Obstacle.REFUSED
        case ClientConnectorError():
            return Obstacle.CUT
    return Obstacle.SILENT
