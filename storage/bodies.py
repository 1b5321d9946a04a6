"""Messages to be sent, as JSON text and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.messages import (
    Address,
    Ask,
    Block,
    Button,
    Choices,
    Keys,
    Location,
    Media,
    MediaKind,
    Op,
    Outbound,
    Text,
    Urgency,
)
from storage.values import at_text, at_value_or_none, json_value

NAMES: dict[type[Block], str] = {
    Text: "text",
    Media: "media",
    Location: "location",
    Choices: "choices",
    Keys: "keys",
    Ask: "ask",
}
KINDS = {name: kind for kind, name in NAMES.items()}


def encode(message: Outbound) -> str:
    return _ENCODER.encode(message)


def decode(body: str) -> Outbound:
    """What `encode` was given; fields that a later release added take their defaults."""
    raw = json_value(body)
    raw["to"] = Address(**raw["to"])
    raw["blocks"] = tuple(_block(block) for block in raw["blocks"])
    raw["op"] = Op(raw["op"])
    raw["urgency"] = Urgency(raw["urgency"])
    raw["not_before"] = at_value_or_none(raw["not_before"])
    raw["not_after"] = at_value_or_none(raw["not_after"])
    return Outbound(**raw)


def _plain(value: Any) -> object:
    if isinstance(value, datetime):
        return at_text(value)
    fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
    return {"block": NAMES[type(value)], **fields} if type(value) in NAMES else fields


_ENCODER = json.JSONEncoder(default=_plain, ensure_ascii=False, separators=(",", ":"))


def _block(raw: Mapping[str, Any]) -> Block:
    fields = dict(raw)
    kind = KINDS[fields.pop("block")]
    if kind is Media:
        fields["kind"] = MediaKind(fields["kind"])
    if kind is Choices:
        fields["rows"] = tuple(tuple(Button(**button) for button in row) for row in fields["rows"])
    return kind(**fields)
