"""From the world's records to the objects of the Bot API."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sandbox.chats import Chat
from sandbox.names import names
from sandbox.records import Contact, Entity, Json, Location, Media, Message, Venue

if TYPE_CHECKING:
    from sandbox.world import World

RIGHTS = names(
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members "
    "can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories can_pin_messages"
)


def user(world: "World", user_id: int) -> Json:
    """A User object: the bot or a person."""
    if user_id == world.bot.id:
        return {"id": user_id, "is_bot": True, "first_name": world.bot.first_name, "username": world.bot.username}
    person = world.people[user_id]
    known = {
        "id": user_id,
        "is_bot": False,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language_code,
    }
    return _without_blanks(known)


def chat(world: "World", which: Chat) -> Json:
    """A Chat object."""
    if not which.private:
        return {"id": which.id, "type": which.kind, "title": which.title}
    person = world.people[which.id]
    known = {"id": which.id, "type": "private", "first_name": person.first_name, "last_name": person.last_name}
    return _without_blanks(known | {"username": person.username})


def member(world: "World", user_id: int, status: str) -> Json:
    """A ChatMember object."""
    seen: Json = {"user": user(world, user_id), "status": status}
    if status == "kicked":
        seen["until_date"] = 0
    if status == "administrator":
        seen |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(RIGHTS, True)
    return seen


def message(world: "World", record: Message, *, with_reply: bool = True) -> Json:
    """A Message object; the message replied to is shown one level deep."""
    which = world.chats[record.chat_id]
    seen: Json = {
        "message_id": record.id,
        "from": user(world, record.sender),
        "chat": chat(world, which),
        "date": int(record.date.timestamp()),
    }
    if record.edited_at is not None:
        seen["edit_date"] = int(record.edited_at.timestamp())
    if record.album is not None:
        seen["media_group_id"] = record.album
    if record.protected:
        seen["has_protected_content"] = True
    seen |= _forward(world, record) | _body(world, record)
    if record.markup is not None:
        seen["reply_markup"] = {"inline_keyboard": record.markup}
    parent = which.find(record.reply_to) if record.reply_to and with_reply else None
    if parent is not None:
        seen["reply_to_message"] = message(world, parent, with_reply=False)
    if record.quote is not None:
        seen["quote"] = {"text": record.quote, "position": 0, "is_manual": True}
    return seen


def _forward(world: "World", record: Message) -> Json:
    if record.forwarded_from is None or record.forwarded_at is None:
        return {}
    date = int(record.forwarded_at.timestamp())
    origin = {"type": "user", "sender_user": user(world, record.forwarded_from), "date": date}
    return {"forward_origin": origin}


def _body(world: "World", record: Message) -> Json:
    body: Json = dict(record.event or {})
    marks = [entity(world, each) for each in record.entities]
    if record.kind == "text":
        body |= {"text": record.text} | ({"entities": marks} if marks else {})
        return body | ({"link_preview_options": record.preview} if record.preview else {})
    if record.caption:
        body |= {"caption": record.caption} | ({"caption_entities": marks} if marks else {})
        body |= {"show_caption_above_media": True} if record.caption_above else {}
    if record.media is not None:
        body |= {record.media.kind: media(world, record.media)}
        body |= {"has_media_spoiler": True} if record.media.spoiler else {}
    if record.venue is not None:
        body |= {"venue": venue(record.venue), "location": location(Location(record.venue.lat, record.venue.lon))}
    if record.location is not None:
        body["location"] = location(record.location)
    if record.contact is not None:
        body["contact"] = contact(record.contact)
    return body


def entity(world: "World", mark: Entity) -> Json:
    """A MessageEntity object."""
    seen: Json = {"type": mark.type, "offset": mark.offset, "length": mark.length}
    for name in ("url", "language", "custom_emoji_id"):
        value = getattr(mark, name)
        if value is not None:
            seen[name] = value
    if mark.user is not None:
        seen["user"] = user(world, mark.user)
    return seen


def location(point: Location) -> Json:
    """A Location object."""
    known = {"latitude": point.lat, "longitude": point.lon, "horizontal_accuracy": point.accuracy}
    moving = {
        "live_period": point.live_period,
        "heading": point.heading,
        "proximity_alert_radius": point.proximity_alert_radius,
    }
    return {name: value for name, value in (known | moving).items() if value is not None}


def venue(place: Venue) -> Json:
    """A Venue object."""
    point = {"latitude": place.lat, "longitude": place.lon}
    return {"location": point, "title": place.title, "address": place.address}


def contact(card: Contact) -> Json:
    """A Contact object."""
    known = {
        "phone_number": card.phone,
        "first_name": card.first_name,
        "last_name": card.last_name,
        "user_id": card.user,
    }
    return _without_blanks(known)


def media(world: "World", item: Media) -> Json | list[Json]:
    """The object of a media kind: a list of sizes for a photo."""
    if item.kind == "photo":
        return [_file(world, size.file_id) | {"width": size.width, "height": size.height} for size in item.sizes]
    return _file(world, item.file_id) | _SHAPES[item.kind](item)


def _file(world: "World", file_id: str) -> Json:
    stored = world.files.get(file_id)
    return {"file_id": file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}


def _voice(item: Media) -> Json:
    return {"duration": item.duration, "mime_type": item.mime or "audio/ogg"}


def _video(item: Media) -> Json:
    return {
        "width": item.width,
        "height": item.height,
        "duration": item.duration,
        "mime_type": item.mime or "video/mp4",
    }


def _video_note(item: Media) -> Json:
    return {"length": item.width or 240, "duration": item.duration}


def _document(item: Media) -> Json:
    return _without_blanks({"file_name": item.name, "mime_type": item.mime})


def _audio(item: Media) -> Json:
    return {"duration": item.duration} | _without_blanks(
        {"performer": item.performer, "title": item.title, "mime_type": item.mime}
    )


def _sticker(item: Media) -> Json:
    shape = {"type": "regular", "width": item.width or 512, "height": item.height or 512}
    return shape | {"is_animated": False, "is_video": False} | _without_blanks({"emoji": item.emoji})


def _without_blanks(known: Json) -> Json:
    return {name: value for name, value in known.items() if value not in (None, "")}


_SHAPES: dict[str, Callable[[Media], Json]] = {
    "voice": _voice,
    "video": _video,
    "animation": _video,
    "video_note": _video_note,
    "document": _document,
    "audio": _audio,
    "sticker": _sticker,
}
