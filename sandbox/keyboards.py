"""Checking reply_markup: inline keyboards, reply keyboards, removal and forced replies."""

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.names import names
from sandbox.records import Json

INLINE_ACTIONS = names(
    "callback_data url web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay"
)
INLINE_DRESS = frozenset({"text", "style", "icon_custom_emoji_id"})
KEY_ACTIONS = frozenset(
    {"request_contact", "request_location", "request_users", "request_chat", "request_poll", "web_app"}
)
KEYBOARD_FIELDS = frozenset(
    {"keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"}
)
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
    if set(markup) <= {"remove_keyboard", "selective"} and markup.get("remove_keyboard") is True:
        return None
    unknown = set(markup) - KEYBOARD_FIELDS
    if unknown or "keyboard" not in markup:
        raise bad_request(f"can't parse reply keyboard markup JSON object: unknown fields {sorted(unknown)}")
    if len(markup.get("input_field_placeholder") or "") > 64:
        raise bad_request("input field placeholder is too long")
    for row in _rows(markup["keyboard"], "reply"):
        for key in row:
            _check_key(key, chat)
    return markup


def is_force_reply(markup: Json) -> bool:
    """True for ForceReply, which shows nothing lasting."""
    if markup.get("force_reply") is not True:
        return False
    if set(markup) - {"force_reply", "input_field_placeholder", "selective"}:
        raise bad_request("can't parse force reply JSON object")
    return True


def _rows(rows: Any, kind: str) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {kind} keyboard JSON object: array of arrays expected")
    filled = [
        [{"text": key} if isinstance(key, str) and kind == "reply" else key for key in row] for row in rows if row
    ]
    if any(len(row) > ROW[kind] for row in filled) or sum(len(row) for row in filled) > TOTAL[kind]:
        raise bad_request("reply markup is too long")
    for row in filled:
        for button in row:
            if not isinstance(button, dict) or not isinstance(button.get("text"), str):
                raise bad_request(f"can't parse {kind} keyboard button: Can't find field \"text\"")
            if not button["text"].strip():
                raise bad_request(f"can't parse {kind} keyboard button: text must be non-empty")
    return filled


def _check_inline(button: Json) -> None:
    unknown = set(button) - INLINE_ACTIONS - INLINE_DRESS
    if unknown:
        raise bad_request(f"can't parse inline keyboard button: unknown fields {sorted(unknown)}")
    actions = set(button) & INLINE_ACTIONS
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"can't parse inline keyboard button: exactly one of {sorted(actions)} is allowed")
    if button.get("style", "primary") not in STYLES:
        raise bad_request("can't parse inline keyboard button: invalid button style specified")
    if "callback_data" in button and not 1 <= len(_string(button, "callback_data").encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not _string(button, "url").startswith(("http://", "https://", "tg://", "tel:")):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_key(key: Json, chat: Chat) -> None:
    unknown = set(key) - KEY_ACTIONS - INLINE_DRESS
    if unknown or len(set(key) & KEY_ACTIONS) > 1:
        raise bad_request(f"can't parse keyboard button: unknown or too many fields {sorted(key)}")
    if key.get("request_contact") and not chat.private:
        raise bad_request("phone number can be requested in private chats only")
    if key.get("request_location") and not chat.private:
        raise bad_request("location can be requested in private chats only")


def _string(button: Json, name: str) -> str:
    value = button[name]
    if not isinstance(value, str):
        raise bad_request(f'can\'t parse inline keyboard button: Field "{name}" must be of type String')
    return value
