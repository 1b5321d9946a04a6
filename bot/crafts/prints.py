"""What is printed: QR codes of deep links, as SVG for pages and posters and as PNG for chats, as text for terminals."""

from __future__ import annotations

from io import BytesIO, StringIO

import segno

QUIET_ZONE = 4
"""Modules of white around the code, as the standard asks for."""


LIGHT_ON_DARK, PLAIN = "\x1b[97;40m", "\x1b[0m"


def qr_svg(link: str) -> str:
    """A whole <svg> text, black on white, that fills what it is put into. ValueError if the link is too long."""
    out = BytesIO()
    _code(link).save(out, kind="svg", xmldecl=False, omitsize=True, border=QUIET_ZONE, light="white", nl=False)
    return out.getvalue().decode()


def qr_png(link: str, module: int = 12) -> bytes:
    """A PNG, each module `module` pixels wide. ValueError if the link is too long for a code."""
    out = BytesIO()
    _code(link).save(out, kind="png", scale=module, border=QUIET_ZONE)
    return out.getvalue()


def qr_terminal(link: str, *, coloured: bool) -> str:
    """Half-block characters, light on dark; `coloured` says so to the terminal, whichever colours it has otherwise.

    ValueError if the link is too long for a code.
    """
    out = StringIO()
    _code(link, error="l").terminal(out, compact=True, border=QUIET_ZONE)
    lines = out.getvalue().splitlines()
    return "\n".join(f"{LIGHT_ON_DARK}{line}{PLAIN}" if coloured else line for line in lines)


def _code(link: str, error: str = "q") -> segno.QRCode:
    """Error correction Q: a quarter of a poster may be dirty or torn."""
    if not link:
        raise ValueError("an empty code leads nowhere")
    return segno.make_qr(link, error=error, boost_error=False)
