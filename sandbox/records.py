"""What the world is made of: accounts, messages and what hangs on them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Json = dict[str, Any]
"""One JSON object of the Bot API, already checked."""


@dataclass(frozen=True)
class BotAccount:
    """The bot as BotFather made it."""

    id: int
    first_name: str
    username: str
    can_join_groups: bool = True
    can_read_all_group_messages: bool = False


@dataclass(frozen=True)
class Entity:
    """A marked stretch of text; offset and length count UTF-16 units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user: int | None = None
    custom_emoji_id: str | None = None


@dataclass(frozen=True)
class PhotoSize:
    """One of the resolutions a photo is kept in."""

    file_id: str
    width: int
    height: int


@dataclass(frozen=True)
class Media:
    """A file inside a message. duration is in whole seconds, size in bytes; sizes are a photo's, smallest first."""

    file_id: str
    kind: str
    duration: int = 0
    asset: str | None = None
    width: int = 0
    height: int = 0
    name: str | None = None
    mime: str | None = None
    emoji: str | None = None
    title: str | None = None
    performer: str | None = None
    spoiler: bool = False
    size: int = 0
    sizes: tuple[PhotoSize, ...] = ()


@dataclass(frozen=True)
class Location:
    """A point in degrees (WGS-84); live_period in seconds when it moves."""

    lat: float
    lon: float
    accuracy: float | None = None
    live_period: int | None = None
    heading: int | None = None
    proximity_alert_radius: int | None = None


@dataclass(frozen=True)
class Venue:
    """A named point on the map."""

    lat: float
    lon: float
    title: str
    address: str


@dataclass(frozen=True)
class Contact:
    """A telephone number card; user is set when the number belongs to an account."""

    phone: str
    first_name: str
    last_name: str = ""
    user: int | None = None


@dataclass(frozen=True)
class Button:
    """One inline button: data comes back to the bot, url opens a page, copy_text fills the clipboard."""

    text: str
    data: str | None = None
    url: str | None = None
    copy_text: str | None = None


@dataclass
class Message:
    """One message of one chat, from the bot (out) or to it."""

    chat_id: int
    sender: int
    out: bool
    date: datetime
    kind: str
    id: int = 0
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    caption: str = ""
    caption_above: bool = False
    media: Media | None = None
    location: Location | None = None
    venue: Venue | None = None
    contact: Contact | None = None
    reply_to: int | None = None
    quote: str | None = None
    markup: list[list[Json]] | None = None
    keyboarded: bool = False
    preview: Json | None = None
    silent: bool = False
    protected: bool = False
    edited_at: datetime | None = None
    deleted: bool = False
    album: str | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)
    forwarded_from: int | None = None
    forwarded_at: datetime | None = None
    event: Json | None = None

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard as rows of buttons; empty when there is none."""
        return [[_button(raw) for raw in row] for row in self.markup or []]


def _button(raw: Json) -> Button:
    copied = raw.get("copy_text")
    return Button(raw["text"], raw.get("callback_data"), raw.get("url"), copied["text"] if copied else None)


CONTENT = ("text", "entities", "caption", "media", "location", "venue", "contact", "preview")


def content_of(message: Message) -> dict[str, Any]:
    """What a copy or a forwarded message takes along: everything but its chat, sender, buttons and marks."""
    return {name: getattr(message, name) for name in CONTENT}
