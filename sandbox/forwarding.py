"""What may be forwarded, and what is seen when a message goes to somebody in a chat without the bot."""

from typing import TYPE_CHECKING

from sandbox.errors import StageError
from sandbox.records import Message
from sandbox.stage_json import message_json

if TYPE_CHECKING:
    from sandbox.world import World


def allowed(message: Message) -> Message:
    """The same message; StageError when it is protected, or no message of anybody's."""
    if message.protected or message.event is not None:
        raise StageError("this message cannot be forwarded")
    return message


def pass_on(world: "World", message: Message, giver: int, taker: int) -> None:
    """The page shows the message on the taker's telephone as it comes in; the bot never hears of it."""
    world.happen("passed", taker, giver=giver, message=message_json(message))
    world.note(
        {
            "zh": f"{world.name(giver, 'zh')}转给{world.name(taker, 'zh')}一条消息",
            "en": f"{world.name(giver, 'en')} forwarded a message to {world.name(taker, 'en')}",
        }
    )
