"""The table of every method played here: its name, what it does, its parameters with kind and need."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sandbox import methods_account as account
from sandbox import methods_chat as chat
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
_NAME = account.texts("names", "name", 64)
_DESCRIPTION = account.texts("descriptions", "description", 512)
_SHORT = account.texts("short_descriptions", "short_description", 120)

_TABLE: tuple[tuple[str, Play, str], ...] = (
    ("getMe", account.get_me, ""),
    ("setMyCommands", account.set_my_commands, "commands!:list scope:object language_code:text"),
    ("getMyCommands", account.get_my_commands, "scope:object language_code:text"),
    ("deleteMyCommands", account.delete_my_commands, "scope:object language_code:text"),
    ("setMyName", _NAME[0], "name:text language_code:text"),
    ("getMyName", _NAME[1], "language_code:text"),
    ("setMyDescription", _DESCRIPTION[0], "description:text language_code:text"),
    ("getMyDescription", _DESCRIPTION[1], "language_code:text"),
    ("setMyShortDescription", _SHORT[0], "short_description:text language_code:text"),
    ("getMyShortDescription", _SHORT[1], "language_code:text"),
    ("setMyProfilePhoto", account.set_my_profile_photo, "photo!:object"),
    ("removeMyProfilePhoto", account.remove_my_profile_photo, ""),
    ("getUserProfilePhotos", account.get_user_profile_photos, "user_id!:integer offset:integer limit:integer"),
    ("setChatMenuButton", account.set_chat_menu_button, "chat_id:chat menu_button:object"),
    ("getChatMenuButton", account.get_chat_menu_button, "chat_id:chat"),
    ("getFile", chat.get_file, "file_id!:text"),
    ("getChat", chat.get_chat, "chat_id!:chat"),
    ("getChatMember", chat.get_chat_member, "chat_id!:chat user_id!:integer"),
    ("getChatMemberCount", chat.get_chat_member_count, "chat_id!:chat"),
    ("leaveChat", chat.leave_chat, "chat_id!:chat"),
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


def all_methods(*more: tuple[str, Play, str]) -> dict[str, Method]:
    """Every method by its name in lower case: those that need only the world, and more."""
    return {name.lower(): Method(name, play, declare(declaration)) for name, play, declaration in (*_TABLE, *more)}
