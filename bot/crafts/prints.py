"""What is printed: QR codes of deep links, as SVG for pages and posters and as PNG for chats."""

from __future__ import annotations

from io import BytesIO

import segno

QUIET_ZONE = 4
"""Modules of white around the code, as the standard asks for."""


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


def _code(link: str) -> segno.QRCode:
    """Error correction Q: a quarter of a poster may be dirty or torn."""
    if not link:
        raise ValueError("an empty code leads nowhere")
    return segno.make_qr(link, error="q", boost_error=False)
