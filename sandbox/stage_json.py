"""From the world's records to the JSON the chat page reads."""

from dataclasses import asdict
from typing import Any

from sandbox.chats import Chat, Toast
from sandbox.records import Button, Entity, Media, Message

Json = dict[str, Any]


def message_json(message: Message) -> Json:
    """One message as the page shows it; coordinates are degrees, times ISO 8601, reply_to a message id."""
    return {
        "id": message.id,
        "chat_id": message.chat_id,
        "sender": message.sender,
        "out": message.out,
        "date": message.date.isoformat(),
        "kind": message.kind,
        "text": message.text,
        "entities": [entity_json(each) for each in message.entities],
        "caption": message.caption,
        "media": media_json(message.media) if message.media else None,
        "location": _known(asdict(message.location)) if message.location else None,
        "venue": asdict(message.venue) if message.venue else None,
        "contact": asdict(message.contact) if message.contact else None,
        "reply_to": message.reply_to,
        "buttons": [[button_json(button) for button in row] for row in message.buttons],
        "silent": message.silent,
        "protected": message.protected,
        "edited_at": message.edited_at.isoformat() if message.edited_at else None,
        "deleted": message.deleted,
        "album": message.album,
        "forwarded_from": message.forwarded_from,
        "reactions": [{"by": who, "emoji": emoji} for who, emojis in message.reactions.items() for emoji in emojis],
    }


def entity_json(entity: Entity) -> Json:
    """A marked stretch of text; offset and length count UTF-16 units, as JavaScript strings do."""
    return _known(asdict(entity))


def media_json(media: Media) -> Json:
    """A file of a message; its bytes are at /stage/file/<file_id>."""
    fields = asdict(media)
    fields.pop("sizes")
    return _known(fields)


def button_json(button: Button) -> Json:
    """An inline button: text and one of data, url, copy_text."""
    return _known(asdict(button))


def keyboard_json(chat: Chat) -> list[list[Json]] | None:
    """The reply keyboard as rows of keys, None when there is none."""
    if chat.keyboard is None:
        return None
    return [[{"text": key} if isinstance(key, str) else dict(key) for key in row] for row in chat.keyboard["keyboard"]]


def toast_json(toast: Toast) -> Json:
    """What a button press was answered with."""
    return {"text": toast.text, "alert": toast.alert, "url": toast.url}


def chat_json(chat: Chat) -> Json:
    """Everything the page needs to draw one chat; deleted messages are left out."""
    return {
        "messages": [message_json(message) for message in chat.messages.values() if not message.deleted],
        "keyboard": keyboard_json(chat),
        "unread": chat.unread,
        "blocked": chat.blocked,
        "started": chat.started,
        "pinned": list(chat.pinned),
        "title": chat.title,
        "members": list(chat.members),
    }


def _known(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value is not None}
