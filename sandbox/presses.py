"""Pressing inline buttons: finding the one meant and telling the bot."""

from typing import TYPE_CHECKING

from sandbox import wire
from sandbox.chats import Query
from sandbox.errors import StageError
from sandbox.records import Message

if TYPE_CHECKING:
    from sandbox.world import World


def press(world: "World", person_id: int, message: Message, data: str) -> Query:
    """Queue the press of a button with this data, whether or not the message still shows it."""
    query = Query(world.fresh(str(person_id)), person_id, message.chat_id, message.id, data, world.clock.monotonic())
    world.state.queries[query.id] = query
    world.chats[message.chat_id].touched = query.pressed
    payload = {
        "id": query.id,
        "from": wire.user(world, person_id),
        "message": wire.message(world, message),
        "chat_instance": str(abs(message.chat_id) * 7919),
        "data": data,
    }
    world.updates.push("callback_query", payload, queue=f"user {person_id}")
    return query


def data_of(message: Message, wanted: str) -> str:
    """The data of the button with this label or data; StageError when there is none or it is a link."""
    buttons = [button for row in message.buttons for button in row]
    for button in buttons:
        if wanted in (button.text, button.data):
            if button.data is None:
                raise StageError(f"{button.text!r} opens {button.url} and tells the bot nothing")
            return button.data
    raise StageError(f"no button {wanted!r}; there are: {[button.text for button in buttons]}")
