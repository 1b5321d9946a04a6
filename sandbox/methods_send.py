"""Methods that put a new message into a chat."""

from dataclasses import replace
from typing import Any

from sandbox import wire
from sandbox.call import CAPTION_LIMIT, Call
from sandbox.entities import formatted
from sandbox.errors import bad_request
from sandbox.names import names
from sandbox.parameters import declare
from sandbox.records import Contact, Json, Location, Media, Message, Venue, content_of
from sandbox.shapes import shaped
from sandbox.units import units

ACTIONS = names(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
)
ALBUM = declare(
    "type!:text media!:text caption:text parse_mode:text caption_entities:list show_caption_above_media:flag "
    "has_spoiler:flag thumbnail:text width:integer height:integer duration:integer supports_streaming:flag "
    "disable_content_type_detection:flag performer:text title:text"
)
ALBUM_KINDS = ("photo", "video", "document", "audio")


def send_message(call: Call) -> Json:
    """A text."""
    text, entities = call.message_text()
    return call.post("text", text=text, entities=entities, preview=call.preview())


def send_photo(call: Call) -> Json:
    """A picture with a caption."""
    return _captioned(call, "photo", call.media("photo", "photo"))


def send_voice(call: Call) -> Json:
    """A voice note."""
    return _captioned(call, "voice", call.media("voice", "voice", duration=call.args.integer("duration")))


def send_audio(call: Call) -> Json:
    """A piece of music."""
    facts = {"duration": call.args.integer("duration"), "performer": call.args.get("performer")}
    return _captioned(call, "audio", call.media("audio", "audio", title=call.args.get("title"), **facts))


def send_document(call: Call) -> Json:
    """Any file."""
    return _captioned(call, "document", call.media("document", "document"))


def send_video(call: Call) -> Json:
    """A video."""
    return _captioned(call, "video", call.media("video", "video", **_measures(call)))


def send_animation(call: Call) -> Json:
    """A short video without sound."""
    return _captioned(call, "animation", call.media("animation", "animation", **_measures(call)))


def send_video_note(call: Call) -> Json:
    """A round video."""
    facts = {"duration": call.args.integer("duration"), "width": call.args.integer("length", 240)}
    return call.post("video_note", media=call.media("video_note", "video_note", **facts))


def send_sticker(call: Call) -> Json:
    """A sticker."""
    return call.post("sticker", media=call.media("sticker", "sticker", emoji=call.args.get("emoji")))


def send_location(call: Call) -> Json:
    """A point; live when live_period is given."""
    live = call.args.get("live_period")
    if live is not None and not (60 <= live <= 86_400 or live == 0x7FFFFFFF):
        raise bad_request("wrong live location period specified")
    lat, lon = _point(call)
    accuracy = call.args.get("horizontal_accuracy")
    return call.post("location", location=Location(lat, lon, accuracy, live, call.args.get("heading")))


def send_venue(call: Call) -> Json:
    """A named point."""
    lat, lon = _point(call)
    return call.post("venue", venue=Venue(lat, lon, call.args.text("title"), call.args.text("address")))


def send_contact(call: Call) -> Json:
    """A telephone number card."""
    args = call.args
    return call.post(
        "contact", contact=Contact(args.text("phone_number"), args.text("first_name"), args.text("last_name"))
    )


def send_media_group(call: Call) -> list[Json]:
    """An album of 2 to 10 photos and videos, or documents, or pieces of music."""
    items = call.args.list("media") or []
    if len(items) < 2:
        raise bad_request("too few messages to send as an album")
    if len(items) > 10:
        raise bad_request("too many messages to send as an album")
    chat = call.writable()
    reply_to, quote = call.reply(chat)
    parts = [album_item(call, item) for item in items]
    kinds = {part["media"].kind for part in parts}
    if len(kinds) > 1 and kinds != {"photo", "video"}:
        raise bad_request("can't use the media of the specified type in the album")
    call.world.limits.spend(chat, len(parts))
    album = call.world.fresh("1390000000000")
    sent = []
    for part in parts:
        kind = part["media"].kind
        sent.append(call.world.put(call.message(chat, kind, album=album, reply_to=reply_to, quote=quote, **part)))
    call.world.ring(sent[0])
    return [wire.message(call.world, message) for message in sent]


def send_chat_action(call: Call) -> bool:
    """Show "typing…" for some seconds."""
    if call.args.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.happen("typing", call.writable().id)
    return True


def copy_message(call: Call) -> Json:
    """Send the same content again without naming its sender."""
    message = _source(call, "copy")
    parts = content_of(message)
    if "caption" in call.args:
        caption, entities = call.caption()
        parts |= {"caption": caption, "entities": entities}
    return {"message_id": call.post(message.kind, **parts)["message_id"]}


def forward_message(call: Call) -> Json:
    """Send the same content again, naming its sender."""
    message = _source(call, "forward")
    origin = {"forwarded_from": message.forwarded_from or message.sender, "forwarded_at": message.date}
    return call.post(message.kind, **content_of(message), **origin)


def album_item(call: Call, item: Any) -> dict[str, Any]:
    """The media, caption and marks of one InputMedia object."""
    kind = shaped(item, ALBUM, "InputMedia")["type"]
    if kind not in ALBUM_KINDS:
        raise bad_request("can't parse InputMedia: unsupported type specified")
    facts = {name: item[name] for name in ("duration", "width", "height", "performer", "title") if name in item}
    media = call.media_of(item.get("media"), kind, **({} if kind in ("photo", "document") else facts))
    caption, entities = formatted(item.get("caption", ""), item.get("parse_mode", ""), item.get("caption_entities"))
    if units(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return {"media": media, "caption": caption, "entities": entities}


def _captioned(call: Call, kind: str, media: Media) -> Json:
    caption, entities = call.caption()
    above = call.args.flag("show_caption_above_media")
    media = replace(media, spoiler=call.args.flag("has_spoiler"))
    return call.post(kind, media=media, caption=caption, entities=entities, caption_above=above)


def _measures(call: Call) -> dict[str, int]:
    return {name: call.args.integer(name) for name in ("duration", "width", "height")}


def _point(call: Call) -> tuple[float, float]:
    lat, lon = call.args.number("latitude"), call.args.number("longitude")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return lat, lon


def _source(call: Call, verb: str) -> Message:
    chat = call.chat("from_chat_id")
    message = chat.find(call.args.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message.protected or message.event is not None:
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message
