"""Methods that look at chats, members and files, or leave."""

from sandbox import wire
from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.records import Json


def get_file(call: Call) -> Json:
    """Where a file can be downloaded; refused above 20 MB."""
    stored = call.world.files.find(call.args.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    named = {"file_id": stored.file_id, "file_unique_id": stored.unique_id}
    return named | {"file_size": stored.size, "file_path": stored.path}


def get_chat(call: Call) -> Json:
    """Everything about a chat."""
    chat = call.chat()
    seen = wire.chat(call.world, chat) | {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(GIFTS, False),
    }
    pinned = chat.find(chat.pinned[-1]) if chat.pinned else None
    return seen | ({"pinned_message": wire.message(call.world, pinned)} if pinned else {})


def get_chat_member(call: Call) -> Json:
    """How somebody stands in a chat."""
    chat, user_id = call.chat(), call.args.integer("user_id")
    if user_id == call.world.bot.id:
        return wire.member(call.world, user_id, chat.bot_status)
    if user_id not in call.world.people:
        raise bad_request("user not found")
    return wire.member(call.world, user_id, "member" if user_id in chat.members else "left")


def get_chat_member_count(call: Call) -> int:
    """How many are in a chat, the bot among them."""
    chat = call.writable()
    return len(chat.members) + 1


def leave_chat(call: Call) -> bool:
    """Leave a group."""
    chat = call.writable()
    if chat.private:
        raise bad_request("chat is not a group")
    call.world.bot_becomes(chat, "left", by=call.world.bot.id)
    return True


GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
