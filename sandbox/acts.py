"""What the page can ask for: acts of people, and directions to whoever directs the demo."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.director import Director
from sandbox.errors import StageError
from sandbox.people import Person

Json = dict[str, Any]
LANGUAGES = ("zh", "en")


def _tap(person: Person, body: Json) -> str:
    message = person.chat.find(body["message"])
    rows = message.buttons if message else []
    row, column = body["row"], body["column"]
    if not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
        raise StageError("no such button on this message any more")
    button = rows[row][column]
    return person.taps(body["message"], button.data or button.text)


def _photos(person: Person, body: Json) -> list[int]:
    assets, caption = body["assets"], body.get("caption", "")
    return [person.sends_photo(assets[0], caption)] if len(assets) == 1 else person.sends_album(assets, caption)


def _block(person: Person, body: Json) -> None:
    person.blocks_bot() if body["blocked"] else person.unblocks_bot()


ACTS: dict[str, Callable[[Person, Json], object]] = {
    "say": lambda person, body: person.says(body["text"], body.get("reply_to")),
    "start": lambda person, body: person.starts(body.get("payload", "")),
    "tap": _tap,
    "key": lambda person, body: person.presses_key(body["label"]),
    "photos": _photos,
    "voice": lambda person, body: person.sends_voice(body["asset"]),
    "video": lambda person, body: person.sends_video(),
    "location": lambda person, body: person.sends_location(body["lat"], body["lon"]),
    "venue": lambda person, body: person.sends_venue(body["lat"], body["lon"], body["title"], body["address"]),
    "contact": lambda person, body: person.sends_contact(),
    "sticker": lambda person, body: person.sends_sticker(body.get("emoji", "👍")),
    "edit": lambda person, body: person.edits(body["message"], body["text"]),
    "react": lambda person, body: person.reacts(body["message"], *body.get("emojis", [])),
    "block": _block,
    "read": lambda person, body: person.reads(),
}
"""Acts of a person: the body names her by "person"; the result goes back to the page."""


def _advance(director: Director, body: Json) -> Awaitable[None]:
    if body.get("to") == "next":
        return director.advance(None)
    seconds = int(body["by"])
    if seconds <= 0:
        raise ValueError("the clock only goes forward")
    return director.advance(seconds)


def _language(director: Director, body: Json) -> Awaitable[None]:
    if body["language"] not in LANGUAGES:
        raise ValueError(f"the languages are {' and '.join(LANGUAGES)}")
    return director.language(body["language"])


DIRECTIONS: dict[str, Callable[[Director, Json], Awaitable[None]]] = {
    "clock": _advance,
    "reset": lambda director, body: director.reset(),
    "unplug": lambda director, body: director.unplug(),
    "language": _language,
}
"""Directions need a director; without one they are answered 501."""
