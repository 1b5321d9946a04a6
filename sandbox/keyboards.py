"""Checking reply_markup: inline keyboards, reply keyboards, removal and forced replies."""

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.names import names
from sandbox.parameters import declare
from sandbox.records import Json
from sandbox.shapes import shaped

BUTTON = declare(
    "text!:text style:text icon_custom_emoji_id:text callback_data:text url:text web_app:object login_url:object "
    "switch_inline_query:text switch_inline_query_current_chat:text switch_inline_query_chosen_chat:object "
    "copy_text:object callback_game:object pay:flag"
)
KEY = declare(
    "text!:text style:text icon_custom_emoji_id:text request_contact:flag request_location:flag request_users:object "
    "request_chat:object request_poll:object web_app:object"
)
KEYBOARD = declare(
    "keyboard!:list is_persistent:flag resize_keyboard:flag one_time_keyboard:flag input_field_placeholder:text "
    "selective:flag"
)
REMOVAL = declare("remove_keyboard!:flag selective:flag")
FORCED = declare("force_reply!:flag input_field_placeholder:text selective:flag")
COPIED = declare("text!:text")
DRESS = names("text style icon_custom_emoji_id")
STYLES = frozenset({"danger", "success", "primary"})
ROW = {"inline": 8, "reply": 12}
TOTAL = {"inline": 100, "reply": 300}


def inline_rows(markup: Json | None) -> list[list[Json]] | None:
    """The rows of an inline keyboard, None when there are none; refused when it is another kind of markup."""
    if not markup:
        return None
    if set(markup) != {"inline_keyboard"}:
        raise bad_request("inline keyboard expected")
    rows = _rows(markup["inline_keyboard"], "inline")
    for row in rows:
        for button in row:
            _check_inline(button)
    return rows or None


def reply_keyboard(markup: Json, chat: Chat) -> Json | None:
    """The checked reply keyboard, None for a removal; refused when it asks a group for a number or a place."""
    if "remove_keyboard" in markup:
        shaped(markup, REMOVAL, "reply keyboard remove")
        return None
    shaped(markup, KEYBOARD, "reply keyboard markup")
    if len(markup.get("input_field_placeholder") or "") > 64:
        raise bad_request("input field placeholder is too long")
    for row in _rows(markup["keyboard"], "reply"):
        for key in row:
            _check_key(key, chat)
    return markup


def is_force_reply(markup: Json) -> bool:
    """True for ForceReply, which shows nothing lasting."""
    if "force_reply" in markup:
        shaped(markup, FORCED, "force reply")
    return "force_reply" in markup


def _rows(rows: Any, kind: str) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {kind} keyboard JSON object: array of arrays expected")
    filled = [
        [{"text": key} if isinstance(key, str) and kind == "reply" else key for key in row] for row in rows if row
    ]
    if any(len(row) > ROW[kind] for row in filled) or sum(len(row) for row in filled) > TOTAL[kind]:
        raise bad_request("reply markup is too long")
    for button in (button for row in filled for button in row):
        shaped(button, BUTTON if kind == "inline" else KEY, f"{kind} keyboard button")
        if not button["text"].strip():
            raise bad_request(f"can't parse {kind} keyboard button: text must be non-empty")
    return filled


def _check_inline(button: Json) -> None:
    actions = set(button) - DRESS
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: exactly one of {sorted(actions)} is allowed")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://", "tel:")):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "copy_text" in button and not 1 <= len(shaped(button["copy_text"], COPIED, "CopyTextButton")["text"]) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_key(key: Json, chat: Chat) -> None:
    if len(set(key) - DRESS) > 1:
        raise bad_request(f"can't parse reply keyboard button: exactly one of {sorted(set(key) - DRESS)} is allowed")
    if key.get("request_contact") and not chat.private:
        raise bad_request("phone number can be requested in private chats only")
    if key.get("request_location") and not chat.private:
        raise bad_request("location can be requested in private chats only")
