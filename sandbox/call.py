"""One call of a method: its arguments, where it writes, and the steps every sending method shares."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sandbox import keyboards, wire
from sandbox.chats import Chat
from sandbox.entities import formatted
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.files import PHOTO_LIMIT, UPLOAD_LIMIT
from sandbox.parameters import Arguments, declare
from sandbox.records import Entity, Json, Media, Message
from sandbox.shapes import shaped
from sandbox.units import units
from sandbox.uploads import Upload

if TYPE_CHECKING:
    from sandbox.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PREVIEW = declare("is_disabled:flag url:text prefer_small_media:flag prefer_large_media:flag show_above_text:flag")
REPLY = declare(
    "message_id!:integer chat_id:chat allow_sending_without_reply:flag quote:text quote_parse_mode:text "
    "quote_entities:list quote_position:integer"
)


@dataclass(frozen=True)
class Call:
    """A request that passed its parameter check."""

    world: "World"
    args: Arguments

    def chat(self, name: str = "chat_id") -> Chat:
        """The chat named by a parameter, whether or not the bot may write there."""
        if "message_thread_id" in self.args:
            raise bad_request("message thread not found")
        chat_id = self.args.get(name)
        chat = self.world.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, reason, migrate_to_chat_id=chat.migrated_to)
        return chat

    def writable(self, name: str = "chat_id") -> Chat:
        """The chat named by a parameter; refused when the bot may not write there."""
        chat = self.chat(name)
        if chat.private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.private and chat.blocked:
            raise forbidden("bot was blocked by the user")
        kind = "supergroup" if chat.kind == "supergroup" else "group"
        if chat.bot_status == "kicked":
            raise forbidden(f"bot was kicked from the {kind} chat")
        if chat.bot_status == "left":
            raise forbidden(f"bot is not a member of the {kind} chat")
        return chat

    def formatted(self, name: str, marks: str, limit: int, too_long: str) -> tuple[str, list[Entity]]:
        """A text parameter with its formatting, measured after parsing in UTF-16 units."""
        text, entities = formatted(self.args.text(name), self.args.text("parse_mode"), self.args.list(marks))
        if units(text) > limit:
            raise bad_request(too_long)
        return text, entities

    def message_text(self, too_long: str = "message is too long") -> tuple[str, list[Entity]]:
        """The text of a message: 1 to 4096 units."""
        text, entities = self.formatted("text", "entities", TEXT_LIMIT, too_long)
        if not text:
            raise bad_request("text must be non-empty")
        return text, entities

    def preview(self) -> Json | None:
        """How a link in the text is previewed; None when nothing was said about it."""
        wanted = self.args.object("link_preview_options")
        return None if wanted is None else shaped(wanted, PREVIEW, "link preview options")

    def caption(self) -> tuple[str, list[Entity]]:
        """The caption of a file: up to 1024 units."""
        return self.formatted("caption", "caption_entities", CAPTION_LIMIT, "message caption is too long")

    def media(self, name: str, *kinds: str, **facts: Any) -> Media:
        """The file of a parameter: an upload, a part named by attach://, or the id of a file sent before."""
        return self.media_of(self.args.get(name), *kinds, **facts)

    def media_of(self, value: str | Upload | None, *kinds: str, **facts: Any) -> Media:
        """The same for a value found inside a JSON parameter."""
        if isinstance(value, str) and value.startswith("attach://"):
            value = self.args.uploads.get(value.removeprefix("attach://"))
            if value is None:
                raise bad_request("can't parse InputMedia: media not found")
        if value is None or value == "":
            raise bad_request(f"there is no {kinds[0].replace('_', ' ')} in the request")
        if isinstance(value, Upload):
            return self._uploaded(value, kinds[0], facts)
        if value.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        return self.world.files.media(value, *kinds)

    def _uploaded(self, upload: Upload, kind: str, facts: dict[str, Any]) -> Media:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo":
            return self.world.files.photo(upload.content, upload.mime)
        name = upload.name if kind == "document" else None
        stored = self.world.files.keep(kind, upload.content, upload.mime, name=name)
        return self.world.files.remember(Media(stored.file_id, kind, name=name, mime=upload.mime, **facts))

    def reply(self, chat: Chat) -> tuple[int | None, str | None]:
        """The message replied to and the quote from it; both None when there is no reply."""
        wanted = self.args.object("reply_parameters")
        if not wanted:
            return None, None
        shaped(wanted, REPLY, "reply parameters")
        if wanted.get("chat_id", chat.id) != chat.id:
            raise bad_request("the message can be replied in its own chat only")
        parent = chat.find(wanted["message_id"])
        if parent is None:
            if wanted.get("allow_sending_without_reply"):
                return None, None
            raise bad_request("message to be replied not found")
        quote, _ = formatted(wanted.get("quote", ""), wanted.get("quote_parse_mode", ""), wanted.get("quote_entities"))
        if quote and quote not in (parent.text or parent.caption):
            raise bad_request("QUOTE_TEXT_INVALID")
        return parent.id, quote or None

    def post(self, kind: str, **parts: Any) -> Json:
        """Send one message of a kind to chat_id; returns the Message object."""
        chat = self.writable()
        reply_to, quote = self.reply(chat)
        markup = self.args.object("reply_markup")
        message = self.message(chat, kind, reply_to=reply_to, quote=quote, **parts)
        keyboard: Json | None = None
        if markup and "inline_keyboard" in markup:
            message.markup = keyboards.inline_rows(markup)
        elif markup and not keyboards.is_force_reply(markup):
            keyboard = keyboards.reply_keyboard(markup, chat)
            message.keyboarded = keyboard is not None
        self.world.limits.spend(chat)
        self.world.put(message)
        if markup and ("keyboard" in markup or "remove_keyboard" in markup):
            self.world.set_keyboard(chat, keyboard)
        self.world.ring(message)
        return wire.message(self.world, message)

    def message(self, chat: Chat, kind: str, **parts: Any) -> Message:
        """A message of the bot, not yet in its chat."""
        message = Message(chat.id, self.world.bot.id, True, self.world.clock.now(), kind, **parts)
        message.silent = self.args.flag("disable_notification")
        message.protected = self.args.flag("protect_content")
        return message
