"""Methods about the bot itself, its chats and its files."""

from sandbox import wire
from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_LIMIT
from sandbox.records import Json


def get_me(call: Call) -> Json:
    """The bot's own account."""
    bot = call.world.bot
    return wire.user(call.world, bot.id) | {
        "can_join_groups": bot.can_join_groups,
        "can_read_all_group_messages": bot.can_read_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(call: Call) -> Json:
    """Where a file can be downloaded; refused above 20 MB."""
    stored = call.world.files.find(call.args.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    named = {"file_id": stored.file_id, "file_unique_id": stored.unique_id}
    return named | {"file_size": stored.size, "file_path": stored.path}
