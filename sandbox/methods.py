"""The table of every method played here: its name, what it does, its parameters with kind and need."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox import methods_account as account
from sandbox import methods_edit as edit
from sandbox import methods_send as send
from sandbox.call import Call
from sandbox.parameters import Parameter, declare

Play = Callable[[Call], object | Awaitable[object]]


@dataclass(frozen=True)
class Method:
    """One method of the Bot API."""

    name: str
    play: Play
    parameters: tuple[Parameter, ...]


_TO = "chat_id!:chat message_thread_id:integer "
_SEND = _TO + "disable_notification:flag protect_content:flag reply_parameters:object reply_markup:object "
_CAPTION = "caption:text parse_mode:text caption_entities:list show_caption_above_media:flag "
_EDIT = "chat_id!:chat message_id:integer reply_markup:object "
_TEXT = "text!:text parse_mode:text entities:list link_preview_options:object "
_POINT = "latitude!:number longitude!:number "
_MEASURES = "duration:integer width:integer height:integer has_spoiler:flag thumbnail:file "
_ONE = "chat_id!:chat message_id!:integer "
_AGAIN = _SEND + "from_chat_id!:chat message_id!:integer "

_TABLE: tuple[tuple[str, Play, str], ...] = (
    ("getMe", account.get_me, ""),
    ("getFile", account.get_file, "file_id!:text"),
    ("sendMessage", send.send_message, _SEND + _TEXT),
    ("sendPhoto", send.send_photo, _SEND + _CAPTION + "photo!:file has_spoiler:flag"),
    ("sendVoice", send.send_voice, _SEND + _CAPTION + "voice!:file duration:integer"),
    (
        "sendAudio",
        send.send_audio,
        _SEND + _CAPTION + "audio!:file duration:integer performer:text title:text thumbnail:file",
    ),
    (
        "sendDocument",
        send.send_document,
        _SEND + _CAPTION + "document!:file thumbnail:file disable_content_type_detection:flag",
    ),
    ("sendVideo", send.send_video, _SEND + _CAPTION + _MEASURES + "video!:file supports_streaming:flag"),
    ("sendAnimation", send.send_animation, _SEND + _CAPTION + _MEASURES + "animation!:file"),
    ("sendVideoNote", send.send_video_note, _SEND + "video_note!:file duration:integer length:integer thumbnail:file"),
    ("sendSticker", send.send_sticker, _SEND + "sticker!:file emoji:text"),
    (
        "sendLocation",
        send.send_location,
        _SEND + _POINT + "horizontal_accuracy:number live_period:integer heading:integer",
    ),
    ("sendVenue", send.send_venue, _SEND + _POINT + "title!:text address!:text"),
    ("sendContact", send.send_contact, _SEND + "phone_number!:text first_name!:text last_name:text"),
    ("sendMediaGroup", send.send_media_group, _SEND.replace("reply_markup:object ", "") + "media!:list"),
    ("sendChatAction", send.send_chat_action, _TO + "action!:text"),
    ("copyMessage", send.copy_message, _AGAIN + _CAPTION),
    (
        "forwardMessage",
        send.forward_message,
        _TO + "disable_notification:flag protect_content:flag from_chat_id!:chat message_id!:integer",
    ),
    ("editMessageText", edit.edit_message_text, _EDIT + _TEXT),
    ("editMessageCaption", edit.edit_message_caption, _EDIT + _CAPTION),
    ("editMessageMedia", edit.edit_message_media, _EDIT + "media!:object"),
    ("editMessageReplyMarkup", edit.edit_message_reply_markup, _EDIT),
    ("deleteMessage", edit.delete_message, _ONE),
    ("deleteMessages", edit.delete_messages, "chat_id!:chat message_ids!:list"),
    (
        "answerCallbackQuery",
        edit.answer_callback_query,
        "callback_query_id!:text text:text show_alert:flag url:text cache_time:integer",
    ),
    ("setMessageReaction", edit.set_message_reaction, _ONE + "reaction:list is_big:flag"),
    ("pinChatMessage", edit.pin_chat_message, _ONE + "disable_notification:flag"),
    ("unpinChatMessage", edit.unpin_chat_message, "chat_id!:chat message_id:integer"),
    ("unpinAllChatMessages", edit.unpin_all_chat_messages, "chat_id!:chat"),
)

POLL_PARAMETERS = declare("offset:integer limit:integer timeout:integer allowed_updates:list")


def all_methods() -> dict[str, Method]:
    """Every method that needs nothing but the world, by its name in lower case."""
    return {name.lower(): Method(name, play, declare(declaration)) for name, play, declaration in _TABLE}
