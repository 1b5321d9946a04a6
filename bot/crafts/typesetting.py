"""Pages and pictures set with Typst from the templates beside this module; values go in as data, never as source."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from bot.crafts.printable import printable

if TYPE_CHECKING:
    import typst

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
_TEMPLATES = _HERE / "templates"
DOTS_PER_INCH = 144


class Unsettable(Exception):
    """The template and the values do not go together: a fault of ours, not of what somebody wrote."""


def set_pdf(template: str, values: Mapping[str, Any]) -> bytes:
    """A PDF of `templates/<template>.typ`, which finds `values` (JSON) as `values` in templates/house.typ.

    Raises Unsettable.
    """
    return _set(template, values, "pdf")


def set_pictures(template: str, values: Mapping[str, Any], *, dots_per_inch: float = DOTS_PER_INCH) -> list[bytes]:
    """One PNG for each page: a page `w` points wide becomes `w * dots_per_inch / 72` pixels. Raises Unsettable."""
    pages = _set(template, values, "png", dots_per_inch)
    return pages if isinstance(pages, list) else [pages]


@overload
def _set(template: str, values: Mapping[str, Any], format: Literal["pdf"]) -> bytes: ...
@overload
def _set(
    template: str, values: Mapping[str, Any], format: Literal["png"], dots_per_inch: float
) -> bytes | list[bytes]: ...
def _set(
    template: str, values: Mapping[str, Any], format: Literal["pdf", "png"], dots_per_inch: float | None = None
) -> Any:
    given = {"values": json.dumps(_cleaned(values), ensure_ascii=False)}
    try:
        return _compiler().compile(
            str(_TEMPLATES / f"{template}.typ"), format=format, ppi=dots_per_inch, sys_inputs=given
        )
    except RuntimeError as error:  # the library's own error is one
        raise Unsettable(f"{template}: {error}") from error


@functools.cache
def _compiler() -> typst.Compiler:
    """Kept, because it has read the fonts. The library is loaded only where pages are set: in the child process."""
    import typst

    return typst.Compiler(root=str(_TEMPLATES), font_paths=[str(_FONTS)], ignore_system_fonts=True)


def _cleaned(value: Any) -> Any:
    """The same values with every text made printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {str(key): _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value
