"""What the page can ask for: acts of people, chores of the stage, and directions to whoever directs the demo."""

from base64 import b64decode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox.director import Director
from sandbox.errors import StageError, bad_request
from sandbox.newcomers import newcomer
from sandbox.parameters import Parameter, declare
from sandbox.people import Person
from sandbox.records import Json
from sandbox.world import World

LANGUAGES = ("zh", "en")
NAME_LIMIT = 64


@dataclass(frozen=True)
class Act:
    """Something a person does; the body has been checked against the fields."""

    fields: tuple[Parameter, ...]
    play: Callable[[Person, Json], object]


@dataclass(frozen=True)
class Chore:
    """Something the stage itself is asked for."""

    fields: tuple[Parameter, ...]
    play: Callable[[World, Json], object]


@dataclass(frozen=True)
class Direction:
    """Something the director is told."""

    fields: tuple[Parameter, ...]
    play: Callable[[Director, Json], Awaitable[None]]


def _act(fields: str, play: Callable[[Person, Json], object]) -> Act:
    return Act(declare(f"person!:integer {fields}"), play)


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
    if not all(isinstance(asset, str) for asset in assets):
        raise bad_request("assets are named by text")
    return [person.sends_photo(assets[0], caption)] if len(assets) == 1 else person.sends_album(assets, caption)


def _file(person: Person, body: Json) -> int:
    try:
        content = b64decode(body["content"], validate=True)
    except ValueError:
        raise bad_request("a file's content is written in base64") from None
    return person.sends_document(body["name"], content, body["mime"])


def _block(person: Person, body: Json) -> None:
    person.blocks_bot() if body["blocked"] else person.unblocks_bot()


def _react(person: Person, body: Json) -> None:
    person.reacts(body["message"], *([body["emoji"]] if body.get("emoji") else []))


def _forward(person: Person, body: Json) -> int | None:
    """to is the person's own id for the bot, a group's id, or another person's."""
    to = body["to"]
    if to == person.id:
        return person.forwards(body["message"])
    if to < 0:
        return person.forwards(body["message"], group=to)
    if to not in person.world.people:
        raise StageError(f"there is no person {to}")
    person.shows(body["message"], person.world.people[to])
    return None


def _join(world: World, body: Json) -> int:
    """A newcomer's own account; the same name is the same account, also after a new start of the sandbox."""
    name = body["name"].strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise StageError(f"a name has 1 to {NAME_LIMIT} characters")
    return newcomer(world, name, _language(body)).id


def _language(body: Json) -> str:
    if body["language"] not in LANGUAGES:
        raise bad_request(f"the languages are {' and '.join(LANGUAGES)}")
    return str(body["language"])


def _advance(director: Director, body: Json) -> Awaitable[None]:
    if body.get("to") == "next":
        return director.advance(None)
    if body.get("by", 0) <= 0:
        raise bad_request("the clock goes forward by some seconds, or to the next thing")
    return director.advance(body["by"])


def _speak(director: Director, body: Json) -> Awaitable[None]:
    return director.language(_language(body))


ACTS: dict[str, Act] = {
    "say": _act("text!:text reply_to:integer", lambda person, body: person.says(body["text"], body.get("reply_to"))),
    "start": _act("payload:text", lambda person, body: person.starts(body.get("payload", ""))),
    "tap": _act("message!:integer row!:integer column!:integer", _tap),
    "key": _act("label!:text", lambda person, body: person.presses_key(body["label"])),
    "photos": _act("assets!:list caption:text", _photos),
    "file": _act("name!:text mime!:text content!:text", _file),
    "voice": _act("asset!:text", lambda person, body: person.sends_voice(body["asset"])),
    "video": _act("", lambda person, body: person.sends_video()),
    "location": _act("lat!:number lon!:number", lambda person, body: person.sends_location(body["lat"], body["lon"])),
    "venue": _act(
        "lat!:number lon!:number title!:text address!:text",
        lambda person, body: person.sends_venue(body["lat"], body["lon"], body["title"], body["address"]),
    ),
    "contact": _act("", lambda person, body: person.sends_contact()),
    "sticker": _act("emoji!:text", lambda person, body: person.sends_sticker(body["emoji"])),
    "edit": _act("message!:integer text!:text", lambda person, body: person.edits(body["message"], body["text"])),
    "react": _act("message!:integer emoji:text", _react),
    "block": _act("blocked!:flag", _block),
    "read": _act("", lambda person, body: person.reads()),
    "forward": _act("message!:integer to!:integer", _forward),
}

HOUSEKEEPING: dict[str, Chore] = {
    "newcomer": Chore(declare("name!:text language!:text"), _join),
    "language": Chore(declare("language!:text"), lambda world, body: world.speak(_language(body))),
}
"""What a stage without a director sees to by itself."""

DIRECTIONS: dict[str, Direction] = {
    "clock": Direction(declare("by:integer to:text"), _advance),
    "reset": Direction((), lambda director, body: director.reset()),
    "unplug": Direction((), lambda director, body: director.unplug()),
    "language": Direction(declare("language!:text"), _speak),
}
"""Without a director these are answered 501."""
