"""Methods about the bot itself: its names, its commands, its face."""

import re
from collections.abc import Callable
from typing import Any

from sandbox import wire
from sandbox.account import scope_key
from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.parameters import declare
from sandbox.records import Json
from sandbox.shapes import shaped

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
BOT_COMMAND = declare("command!:text description!:text")
LANGUAGE = re.compile(r"([a-z]{2})?")
MENU_BUTTONS = ("commands", "default", "web_app")


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


def set_my_commands(call: Call) -> bool:
    """The commands of one scope in one language; an empty list deletes them."""
    commands = call.args.list("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    key = _scope(call), _language(call)
    if commands:
        call.world.account.commands[key] = commands
    else:
        call.world.account.commands.pop(key, None)
    return True


def get_my_commands(call: Call) -> list[Json]:
    """The commands set for exactly this scope and language."""
    return call.world.account.commands.get((_scope(call), _language(call)), [])


def delete_my_commands(call: Call) -> bool:
    """Forget the commands of one scope in one language."""
    call.world.account.commands.pop((_scope(call), _language(call)), None)
    return True


def texts(kind: str, parameter: str, limit: int) -> tuple[Callable[[Call], bool], Callable[[Call], Json]]:
    """The setter and the getter of a text per language; a text not set is read in the default language."""

    def put(call: Call) -> bool:
        text, language = call.args.text(parameter), _language(call)
        if len(text) > limit:
            raise bad_request(f"{parameter.replace('_', ' ')} is too long")
        per_language: dict[str, str] = getattr(call.world.account, kind)
        per_language[language] = text
        return True

    def get(call: Call) -> Json:
        per_language: dict[str, str] = getattr(call.world.account, kind)
        fallback = call.world.bot.first_name if kind == "names" else ""
        return {parameter: per_language.get(_language(call)) or per_language.get("") or fallback}

    return put, get


def set_my_profile_photo(call: Call) -> bool:
    """A still picture in JPEG."""
    photo = call.args.object("photo") or {}
    if photo.get("type") != "static" or set(photo) != {"type", "photo"}:
        raise bad_request("can't parse InputProfilePhoto: only static photos are played here")
    if not str(photo["photo"]).startswith("attach://"):
        raise bad_request("can't parse InputProfilePhoto: profile photos can't be reused and must be uploaded")
    media = call.media_of(photo["photo"], "photo")
    if not call.world.files.get(media.file_id).content.startswith(b"\xff\xd8"):
        raise bad_request("PHOTO_EXT_INVALID")
    call.world.account.photo = media.file_id
    return True


def remove_my_profile_photo(call: Call) -> bool:
    """Back to no picture."""
    call.world.account.photo = None
    return True


def get_user_profile_photos(call: Call) -> Json:
    """The bot's own picture; people here have none."""
    photo = call.world.account.photo
    if photo is None or call.args.integer("user_id") != call.world.bot.id:
        return {"total_count": 0, "photos": []}
    return {"total_count": 1, "photos": [wire.media(call.world, call.world.files.media(photo, "photo"))]}


def set_chat_menu_button(call: Call) -> bool:
    """The button beside the text field, of one private chat or of all."""
    button = call.args.object("menu_button") or {"type": "default"}
    if button.get("type") not in MENU_BUTTONS:
        raise bad_request("can't parse menu button: unsupported type specified")
    call.world.account.menu_buttons[_private(call)] = button
    return True


def get_chat_menu_button(call: Call) -> Json:
    """The button of a chat, else that of all chats."""
    buttons = call.world.account.menu_buttons
    return buttons.get(_private(call)) or buttons.get(0) or {"type": "commands"}


def _private(call: Call) -> int:
    if "chat_id" not in call.args:
        return 0
    chat = call.chat()
    if not chat.private:
        raise bad_request("chat not found")
    return chat.id


def _check_command(command: Any) -> None:
    shaped(command, BOT_COMMAND, "BotCommand")
    if not COMMAND.fullmatch(command["command"]):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command["description"]) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _scope(call: Call) -> str:
    scope = call.args.object("scope") or {"type": "default"}
    key = scope_key(scope)
    if key is None:
        raise bad_request("can't parse BotCommandScope: unsupported type or wrong fields specified")
    if "chat_id" in scope and scope["chat_id"] not in call.world.chats:
        raise bad_request("chat not found")
    return key


def _language(call: Call) -> str:
    language = call.args.text("language_code")
    if not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language
