"""Methods that change, answer or remove what is already in a chat."""

from datetime import timedelta
from typing import Any

from sandbox import keyboards, wire
from sandbox.call import Call
from sandbox.chats import Chat, Toast
from sandbox.errors import bad_request
from sandbox.methods_send import album_item
from sandbox.names import names
from sandbox.parameters import declare
from sandbox.records import Json, Message
from sandbox.shapes import shaped
from sandbox.units import units
from sandbox.updates import PRESS_LIFE

DELETE_WINDOW = timedelta(hours=48)
TOAST_LIMIT = 200
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
REACTION = declare("type!:text emoji!:text")
REACTIONS = names(
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 💯 🤝 ✍ 🤗 🫡 👀 🆒 😇 😨 🤨 😐 😴 😭"
)


def edit_message_text(call: Call) -> Json:
    """Replace the text of a text message."""
    message = _editable(call)
    text, entities = call.message_text("MESSAGE_TOO_LONG")
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _apply(call, message, text=text, entities=entities, preview=call.preview())


def edit_message_caption(call: Call) -> Json:
    """Replace the caption of a file."""
    message = _editable(call)
    caption, entities = call.caption()
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return _apply(call, message, caption=caption, entities=entities)


def edit_message_media(call: Call) -> Json:
    """Put another file in the place of one."""
    message = _editable(call)
    parts = album_item(call, call.args.object("media"))
    if message.media is None and message.kind != "text":
        raise bad_request("message can't be edited")
    return _apply(call, message, kind=parts["media"].kind, text="", **parts)


def edit_message_reply_markup(call: Call) -> Json:
    """Replace or take away the inline keyboard."""
    return _apply(call, _editable(call))


def delete_message(call: Call) -> bool:
    """Delete one message for everybody."""
    chat = call.chat()
    message = chat.find(call.args.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(call, chat, message)
    call.world.remove(message)
    return True


def delete_messages(call: Call) -> bool:
    """Delete up to a hundred messages; those not found are skipped."""
    chat = call.chat()
    ids = call.args.list("message_ids") or []
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    found = [message for message_id in ids if (message := chat.find(message_id)) is not None]
    for message in found:
        _check_deletable(call, chat, message)
    for message in found:
        call.world.remove(message)
    return True


def answer_callback_query(call: Call) -> bool:
    """Answer a button press: a toast, an alert, or nothing but the end of the waiting."""
    world, args = call.world, call.args
    query = world.state.queries.get(args.text("callback_query_id"))
    if query is None or query.answered or world.clock.monotonic() - query.pressed >= PRESS_LIFE:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if units(args.text("text")) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if args.text("url"):
        raise bad_request("URL_INVALID")
    world.toast(query, Toast(query.id, args.text("text"), args.flag("show_alert")))
    return True


def set_message_reaction(call: Call) -> bool:
    """Put at most one emoji under a message, or take it away."""
    chat = call.writable()
    message = chat.find(call.args.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    wanted = call.args.list("reaction") or []
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emojis = [_emoji(reaction) for reaction in wanted]
    message.reactions.pop(call.world.bot.id, None)
    if emojis:
        message.reactions[call.world.bot.id] = emojis
    call.world.changed(message)
    return True


def pin_chat_message(call: Call) -> bool:
    """Pin a message at the top of its chat."""
    chat = call.writable()
    message = chat.find(call.args.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if not chat.private and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != message.id), message.id]
    return True


def unpin_chat_message(call: Call) -> bool:
    """Unpin one message, or the newest pinned one."""
    chat = call.writable()
    wanted = call.args.get("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    return True


def unpin_all_chat_messages(call: Call) -> bool:
    """Unpin everything."""
    call.writable().pinned.clear()
    return True


def _editable(call: Call) -> Message:
    if "message_id" not in call.args:
        raise bad_request("message identifier is not specified")
    message = call.writable().find(call.args.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.out or message.keyboarded or message.forwarded_from is not None:
        raise bad_request("message can't be edited")
    return message


def _apply(call: Call, message: Message, **new: Any) -> Json:
    new["markup"] = keyboards.inline_rows(call.args.object("reply_markup"))
    if all(getattr(message, name) == value for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    message.edited_at = call.world.clock.now()
    call.world.changed(message)
    return wire.message(call.world, message)


def _check_deletable(call: Call, chat: Chat, message: Message) -> None:
    if not message.out and not chat.private and chat.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    if call.world.clock.now() - message.date >= DELETE_WINDOW:
        raise bad_request("message can't be deleted for everyone")


def _emoji(reaction: Any) -> str:
    shaped(reaction, REACTION, "reaction type")
    if reaction["type"] != "emoji" or reaction["emoji"] not in REACTIONS:
        raise bad_request("REACTION_INVALID")
    return str(reaction["emoji"])
