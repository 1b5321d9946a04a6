"""What comes in and what goes out, in words that every channel shares.

A channel parses its platform's payload into one `Inbound` and renders an `Outbound` as well as its `Caps` allow.
Nothing here names a platform: WeChat without buttons or edits must be able to carry the same values as Telegram with
both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TypeVar

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody can be reached: a channel's name ("telegram") and the account or chat id there, as text."""

    channel: str
    account: str


class MediaKind(StrEnum):
    PHOTO = "photo"
    VOICE = "voice"
    VIDEO = "video"
    ROUND_VIDEO = "round_video"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"


# ---- parts of an inbound -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words. Outbound, `style` is "plain", "strong" (a title) or "quote" (somebody else's words)."""

    value: str
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, voice note or video. `ref` is the channel's own id for it, `group` joins the parts of an album,
    `size` is in bytes.
    """

    kind: MediaKind
    ref: str
    caption: str = ""
    group: str = ""
    seconds: int = 0
    size: int = 0
    mime: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """A point as it was sent (degrees, in `datum` "WGS-84" or "GCJ-02"), with the venue's name and address in `label`
    if any.
    """

    lat: float
    lon: float
    datum: str = "WGS-84"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A telephone number; `own` is true only when the platform vouches that it is the sender's own."""

    phone: str
    own: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A pressed button: the prompt it belonged to and the value behind it."""

    prompt: str
    value: str


@dataclass(frozen=True, slots=True)
class ReplyTo:
    """The inbound answers this earlier message of ours (a platform message id within the address).

    `prompt` is that of the buttons which the message shows, as a press of them would bring it; "" where it has none.
    """

    handle: str
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """The person opened the chat; `scene` is the deep link's payload, empty when there was none."""

    scene: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """The person blocked or deleted the bot (`back` false) or came back (`back` true)."""

    back: bool = False


@dataclass(frozen=True, slots=True)
class Edited:
    """The other parts replace what the message with this handle said before."""

    handle: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """A light receipt on one of our messages; `emoji` is empty when it was taken away."""

    handle: str
    emoji: str


Part = Text | Media | Location | Contact | Choice | ReplyTo | Join | Leave | Edited | Reaction


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing that happened on a channel.

    `event_id` is unique per channel (duplicates are dropped by it), `handle` is the platform's id of the message,
    `sent_at` the instant the person sent it, `private` false in groups, `press` the id by which a button press is
    answered, `name`/`language` what the platform says of the sender.
    """

    address: Address
    event_id: str
    sent_at: datetime
    parts: tuple[Part, ...]
    handle: str = ""
    private: bool = True
    press: str = ""
    name: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The typed words, captions included, joined by line ends; empty when there are none."""
        words = [p.value if isinstance(p, Text) else p.caption for p in self.parts if isinstance(p, Text | Media)]
        return "\n".join(w for w in words if w).strip()

    @property
    def media(self) -> tuple[Media, ...]:
        return tuple(p for p in self.parts if isinstance(p, Media))

    def part(self, kind: type[P]) -> P | None:
        """The first part of this kind, or None."""
        return next((p for p in self.parts if isinstance(p, kind)), None)


# ---- what goes out -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    """A label in the reader's language and the value that comes back as `Choice.value`; with `url` it opens a link
    instead.
    """

    label: str
    value: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Buttons under a message. `prompt` comes back with the press; prompt and value together stay within 60 bytes of
    UTF-8.
    """

    prompt: str
    rows: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """The lasting keyboard: rows of labels that come back as plain text. No rows: take the keyboard away."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A one-tap way to send a thing: `what` is "location" or "contact". `keys` is the lasting keyboard to put back
    beneath it.
    """

    what: str
    label: str
    keys: tuple[tuple[str, ...], ...] = ()


Block = Text | Media | Location | Choices | Keys | Ask


class Urgency(IntEnum):
    """The order in which what waits is sent."""

    DANGER = 0
    TURN = 1
    REMINDER = 2
    NOTICE = 3


class Op(StrEnum):
    SEND = "send"
    UPDATE = "update"  # edit the message known by `key`; where there is none or it cannot be edited, send a new one
    DELETE = "delete"  # take back the message known by `key`


RING = "ring"
"""The purpose of what a resident is told of her matter: she waits for it, however many wait with her."""


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to one reader, already worded in the reader's language.

    `key` names the message for later updates, deletes and replies ("matter:<id>:<person>"); a later row with the same
    address and key replaces one that has not left yet. `about` is the subject (a matter's id) that a reply to this
    message speaks of.
    `reply_to` is the key of the message it should hang under. `dedupe` makes a second row with the same text
    impossible.
    """

    to: Address
    blocks: tuple[Block, ...]
    op: Op = Op.SEND
    purpose: str = ""
    urgency: Urgency = Urgency.TURN
    silent: bool = False
    protected: bool = False
    key: str = ""
    about: str = ""
    reply_to: str = ""
    dedupe: str = ""
    not_before: datetime | None = None
    not_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a turn answers at once to a pressed button (never stored); empty means only "seen"."""

    text: str = ""
    alert: bool = False
