"""What Telegram can show, and its keyboards."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from channels.base import Caps
from channels.render import Call, buttons
from channels.wording import utf16_units
from domain.messages import Ask, Button, MediaKind

CAPS = Caps(
    text_limit=4096,
    count=utf16_units,
    caption_limit=1024,
    buttons=True,
    edits=True,
    keys=True,
    asks=frozenset({"location", "contact"}),
    media=frozenset(MediaKind),
    captioned=frozenset(MediaKind) - {MediaKind.ROUND_VIDEO, MediaKind.STICKER},
    album=10,
    pins=True,
)
_DATA_LIMIT = 64
"""Bytes of callback data."""

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class ButtonTooLong(ValueError):
    """A prompt and its value do not fit into the 64 bytes that Telegram gives back with a press."""


def keyboard(call: Call) -> Markup | None:
    """The one keyboard of a message."""
    if call.choices:
        return inline(call)
    if call.ask is not None:
        return _lasting(((_asking(call.ask),), *_keys(call.ask.keys)))
    if call.keys is None:
        return None
    return _lasting(_keys(call.keys.rows)) if any(call.keys.rows) else ReplyKeyboardRemove()


def inline(call: Call) -> InlineKeyboardMarkup:
    """The buttons alone; none of them takes earlier ones away when a message is edited. Raises ButtonTooLong."""
    return InlineKeyboardMarkup([[_button(prompt, button) for prompt, button in row] for row in buttons(call)])


def _button(prompt: str, button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    data = f"{prompt}|{button.value}"
    if len(data.encode()) > _DATA_LIMIT:
        raise ButtonTooLong(f"a button would send {data!r}, more than {_DATA_LIMIT} bytes")
    return InlineKeyboardButton(button.label, callback_data=data)


def _asking(ask: Ask) -> KeyboardButton:
    if ask.what == "location":
        return KeyboardButton(ask.label, request_location=True)
    return KeyboardButton(ask.label, request_contact=True)


def _keys(rows: Sequence[Sequence[str]]) -> tuple[tuple[KeyboardButton, ...], ...]:
    return tuple(tuple(KeyboardButton(label) for label in row) for row in rows if row)


def _lasting(rows: Sequence[Sequence[KeyboardButton]]) -> ReplyKeyboardMarkup:
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)
