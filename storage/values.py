"""How values lie in columns: instants as fixed-width UTC text (so that they sort), lists and mappings as JSON text."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, overload


@overload
def at_text(at: datetime) -> str: ...
@overload
def at_text(at: None) -> None: ...
def at_text(at: datetime | None) -> str | None:
    """ "2025-01-31T08:00:00.000000Z"; raises ValueError for an instant without a zone."""
    if at is None:
        return None
    if at.tzinfo is None:
        raise ValueError(f"an instant without a zone: {at}")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def at_value(text: str) -> datetime:
    return datetime.fromisoformat(text)


def at_value_or_none(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_text(value: object) -> str:
    return _ENCODER.encode(value)


def json_value(text: str) -> Any:
    """Lists come back as tuples, as frozen values hold them."""
    return _tuples(json.loads(text))


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(v) for v in value)
    if isinstance(value, dict):
        return {k: _tuples(v) for k, v in value.items()}
    return value
