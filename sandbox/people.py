"""People as they sit before their telephones: everything a person can do to the bot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox import wire
from sandbox.chats import Chat, Toast
from sandbox.detecting import with_detected
from sandbox.errors import ApiError, StageError
from sandbox.forwarding import allowed, pass_on
from sandbox.presses import data_of, press
from sandbox.records import Contact, Json, Location, Media, Message, Venue, content_of
from sandbox.stage_json import keyboard_json
from sandbox.units import units

if TYPE_CHECKING:
    from sandbox.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
TEXT_LIMIT = 4096
HERE = (36.0661, 103.7340)
"""Where a person is when a key asks for her location: latitude, longitude."""


@dataclass(frozen=True, eq=False)
class Person:
    """A handle on one account. Messages go to the private chat unless group names a group's id."""

    world: "World"
    id: int
    first_name: str
    last_name: str
    username: str | None
    language_code: str
    phone: str

    @property
    def chat(self) -> Chat:
        """Her private chat with the bot."""
        return self.world.chats[self.id]

    @property
    def messages(self) -> list[Message]:
        """Her private chat, oldest first, without what was deleted."""
        return [message for message in self.chat.messages.values() if not message.deleted]

    @property
    def keyboard(self) -> list[list[str]]:
        """The labels of the reply keyboard, row by row."""
        return [[key["text"] for key in row] for row in keyboard_json(self.chat) or []]

    @property
    def toasts(self) -> list[Toast]:
        """The answers to her button presses, oldest first."""
        return list(self.chat.toasts)

    def says(self, text: str, reply_to: int | None = None, group: int | None = None) -> int:
        """Write a line; a leading /command is marked as one. Returns the message id."""
        text = text.strip()
        if not 1 <= units(text) <= TEXT_LIMIT:
            raise StageError(f"a message has 1 to {TEXT_LIMIT} characters")
        return self._send("text", group, reply_to, text=text, entities=with_detected(text, []))

    def starts(self, payload: str = "") -> int:
        """Press Start, or open a deep link; unblocks the bot first."""
        if not PAYLOAD.fullmatch(payload):
            raise StageError("a start payload is at most 64 characters of A-Z a-z 0-9 _ -")
        self.unblocks_bot()
        return self.says(f"/start {payload}".rstrip())

    def sends_photo(
        self,
        asset: str,
        caption: str = "",
        group: int | None = None,
        reply_to: int | None = None,
        album: str | None = None,
    ) -> int:
        """Send one of the drawn photos; with album it is a late part of that one."""
        return self._send("photo", group, reply_to, media=self._media(asset, "photo"), caption=caption, album=album)

    def sends_picture(self, content: bytes, caption: str = "") -> int:
        """Send a photo of her own, byte by byte as her app hands it over, whatever stands in its file.

        StageError when it is no picture that the platform takes.
        """
        try:
            media = self.world.files.photo(content, "image/jpeg")
        except ApiError as refused:
            raise StageError(refused.description) from refused
        return self._send("photo", None, None, media=media, caption=caption)

    def sends_album(self, assets: Sequence[str], caption: str = "", group: int | None = None) -> list[int]:
        """Send 2 to 10 photos at once: separate messages sharing one album, the caption on the first."""
        if not 2 <= len(assets) <= 10:
            raise StageError("an album has 2 to 10 photos")
        album = self.world.fresh("1400000000000")
        captions = [caption] + [""] * (len(assets) - 1)
        return [
            self._send("photo", group, None, media=self._media(asset, "photo"), caption=line, album=album)
            for asset, line in zip(assets, captions, strict=True)
        ]

    def sends_voice(self, asset: str, group: int | None = None, reply_to: int | None = None) -> int:
        """Send one of the drawn voice notes."""
        return self._send("voice", group, reply_to, media=self._media(asset, "voice"))

    def sends_video(self, asset: str = "video", caption: str = "", group: int | None = None) -> int:
        """Send the short video."""
        return self._send("video", group, None, media=self._media(asset, "video"), caption=caption)

    def sends_video_note(self, asset: str = "video", group: int | None = None) -> int:
        """Send the short video as a round note."""
        asset_file = self.world.assets.get(asset)
        stored = self.world.files.keep("video_note", asset_file.content, asset_file.mime)
        media = Media(stored.file_id, "video_note", asset_file.seconds, asset, 240, 240, mime=asset_file.mime)
        return self._send("video_note", group, None, media=self.world.files.remember(media))

    def sends_document(
        self, name: str, content: bytes, mime: str, caption: str = "", group: int | None = None, size: int | None = None
    ) -> int:
        """Send a file; size may claim more bytes than content has, for files over the download limit."""
        stored = self.world.files.keep("document", content, mime, name=name, size=size)
        media = self.world.files.remember(Media(stored.file_id, "document", name=name, mime=mime))
        return self._send("document", group, None, media=media, caption=caption)

    def sends_location(self, lat: float, lon: float, live_period: int | None = None, group: int | None = None) -> int:
        """Send a point in degrees; with live_period (seconds) it can move afterwards."""
        return self._send("location", group, None, location=Location(lat, lon, live_period=live_period))

    def moves(self, message_id: int, lat: float, lon: float) -> None:
        """Move a live location: the bot hears an edited message."""
        message = self._own(message_id)
        if message.location is None or message.location.live_period is None:
            raise StageError("only a live location moves")
        message.location = Location(lat, lon, live_period=message.location.live_period)
        self.world.hear_again(message)

    def sends_venue(self, lat: float, lon: float, title: str, address: str, group: int | None = None) -> int:
        """Send a named place."""
        return self._send("venue", group, None, venue=Venue(lat, lon, title, address))

    def sends_contact(self, own: bool = True, group: int | None = None) -> int:
        """Send a telephone number: her own, or one of somebody who has no account."""
        card = (
            Contact(self.phone, self.first_name, self.last_name, self.id) if own else Contact("+8610000000000", "小刘")
        )
        return self._send("contact", group, None, contact=card)

    def sends_sticker(self, emoji: str = "👍", group: int | None = None) -> int:
        """Send a sticker."""
        stored = self.world.files.keep("sticker", emoji.encode(), "image/webp")
        media = self.world.files.remember(Media(stored.file_id, "sticker", emoji=emoji))
        return self._send("sticker", group, None, media=media)

    def edits(self, message_id: int, text: str, group: int | None = None) -> None:
        """Change one of her own messages: its text, or the caption of a file."""
        message = self._own(message_id, group)
        if message.kind == "text":
            message.text, message.entities = text, with_detected(text, [])
        else:
            message.caption, message.entities = text, with_detected(text, [])
        self.world.hear_again(message)

    def forwards(self, message_id: int, group: int | None = None) -> int:
        """Forward a message of her private chat to the bot itself, or to a group she is in, under her own name."""
        message = allowed(self._there(message_id))
        origin = {"forwarded_from": message.forwarded_from or message.sender, "forwarded_at": message.date}
        return self._send(message.kind, group, None, **content_of(message), **origin)

    def shows(self, message_id: int, other: "Person") -> None:
        """Forward a message to another person, in a chat without the bot, which therefore never hears of it."""
        pass_on(self.world, allowed(self._there(message_id)), self.id, other.id)

    def taps(self, message_id: int, button: str, group: int | None = None) -> str:
        """Press an inline button by its label or its data. Returns the query's id; StageError for a link."""
        message = self._there(message_id, group)
        return press(self.world, self.id, message, data_of(message, button)).id

    def taps_late(self, message_id: int, data: str, group: int | None = None) -> str:
        """Press a button an edit took away in that very moment. Returns the query's id."""
        return press(self.world, self.id, self._there(message_id, group), data).id

    def presses_key(self, label: str) -> int:
        """Press a key of the reply keyboard: sends its text, or her location or number when the key asks for it."""
        keyboard = self.chat.keyboard
        keys = [key for row in keyboard_json(self.chat) or [] for key in row if key["text"] == label]
        if not keys or keyboard is None:
            raise StageError(f"no key {label!r}; there are: {self.keyboard}")
        if keyboard.get("one_time_keyboard"):
            self.world.set_keyboard(self.chat, None)
        if keys[0].get("request_location"):
            return self.sends_location(*HERE)
        return self.sends_contact() if keys[0].get("request_contact") else self.says(label)

    def blocks_bot(self) -> None:
        """Block the bot; nothing reaches her any more."""
        if not self.chat.blocked:
            self.chat.blocked = True
            self.world.bot_becomes(self.chat, "kicked", by=self.id)

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        if self.chat.blocked:
            self.chat.blocked = False
            self.world.bot_becomes(self.chat, "member", by=self.id)

    def reacts(self, message_id: int, *emojis: str, group: int | None = None) -> None:
        """Set her reactions to a message; none takes them back."""
        message = self._there(message_id, group)
        old = message.reactions.pop(self.id, [])
        if emojis:
            message.reactions[self.id] = list(emojis)
        chat = self.world.chats[message.chat_id]
        payload = {
            "chat": wire.chat(self.world, chat),
            "message_id": message_id,
            "user": wire.user(self.world, self.id),
            "date": int(self.world.clock.now().timestamp()),
            "old_reaction": _reactions(old),
            "new_reaction": _reactions(emojis),
        }
        self.world.changed(message)
        if not chat.private and chat.bot_status != "administrator":
            return  # only an administrator hears of reactions in a group
        self.world.updates.push("message_reaction", payload, queue=f"chat {chat.id}")

    def reads(self) -> None:
        """Look at the chat: nothing is unread any more."""
        self.chat.unread = 0

    def _send(self, kind: str, group: int | None, reply_to: int | None, **parts: Any) -> int:
        chat = self.world.chat_of(self.id, group)
        if chat.private and chat.blocked:
            raise StageError(f"{self.first_name} has blocked the bot")
        if reply_to is not None:
            self._there(reply_to, group)
        chat.started = True
        if parts.get("caption") and "entities" not in parts:
            parts["entities"] = with_detected(parts["caption"], [])
        message = Message(chat.id, self.id, False, self.world.clock.now(), kind, reply_to=reply_to, **parts)
        return self.world.hear(message).id

    def _media(self, asset: str, kind: str) -> Media:
        found = self.world.assets.get(asset)
        if found.kind != kind:
            raise StageError(f"{asset!r} is no {kind}")
        return self.world.files.person_sends(found)

    def _there(self, message_id: int, group: int | None = None) -> Message:
        message = self.world.chat_of(self.id, group).find(message_id)
        if message is None:
            raise StageError(f"no message {message_id} in this chat")
        return message

    def _own(self, message_id: int, group: int | None = None) -> Message:
        message = self._there(message_id, group)
        if message.sender != self.id:
            raise StageError("only one's own messages can be changed")
        return message


def _reactions(emojis: Sequence[str]) -> list[Json]:
    return [{"type": "emoji", "emoji": emoji} for emoji in emojis]
