"""One raw update becomes one `Inbound`, or None when it concerns nobody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, Update, User
from telegram.constants import ChatType

from channels.base import Raw, Unreadable
from channels.telegram.media import media_of
from channels.wording import clean, pieces, visible
from domain.discreet import told
from domain.messages import (
    Address,
    Choice,
    Contact,
    Edited,
    Inbound,
    Join,
    Leave,
    Location,
    Part,
    Reaction,
    ReplyTo,
    Text,
)

CHANNEL = "telegram"
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
"""Always said to the server, which otherwise remembers what an earlier program asked for."""
_AWAY = ("left", "kicked")
_LONGEST_NAME = 64
"""Characters; more of a name would only push aside what is said of its bearer."""


def event_id(raw: Raw) -> str:
    """Names the update for ever: by its number, or by its contents when it has none."""
    number = raw.get("update_id")
    if isinstance(number, int):
        return f"u{number}"
    return "x" + hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()[:24]


def parse(raw: Raw, *, username: str, now: datetime) -> Inbound | None:
    """What the update means. `username` is the bot's own, `now` the date of button presses, which carry none.

    Every word in it is harmless already: it can be stored, shown and sent, whatever somebody put into it. Raises
    Unreadable, whatever the library stumbled over.
    """
    try:
        update = Update.de_json(_harmless(raw), None)
        return _inbound(update, event_id(raw), username.casefold(), now)
    except Exception as error:  # a payload that is not what it should be fails in any way at all
        raise Unreadable(event_id(raw), told(error)) from error


def _harmless(value: Any) -> Any:
    """The same payload with every text in it cleaned; most need no cleaning."""
    match value:
        case str():
            return value if value.isprintable() else clean(value)
        case Mapping():
            return {key: _harmless(each) for key, each in value.items()}
        case list():
            return [_harmless(each) for each in value]
    return value


def _inbound(update: Update, event: str, username: str, now: datetime) -> Inbound | None:
    if update.message is not None:
        return _message(update.message, event, username)
    if update.edited_message is not None:
        return _edited(update.edited_message, event)
    if update.callback_query is not None:
        return _press(update.callback_query, event, now)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, event)
    if update.message_reaction is not None:
        return _reaction(update.message_reaction, event)
    return None


def _message(message: Message, event: str, username: str) -> Inbound | None:
    parts = tuple(_words(message, username)) or tuple(_contents(message))
    if not parts and not _unknown_contents(message):
        return None  # somebody pinned, joined or renamed something, or spoke to another bot
    reply = message.reply_to_message
    if reply is not None:
        parts = (*parts, ReplyTo(str(reply.message_id), _prompt_below(reply)))
    return _from(message, event, parts, message.date)


def _prompt_below(message: Message) -> str:
    """Of the first button that tells us anything when it is pressed."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
    told = (str(button.callback_data).partition("|")[0] for row in rows for button in row if button.callback_data)
    return next(told, "")


def _edited(message: Message, event: str) -> Inbound | None:
    parts = tuple(_contents(message))
    if message.text:
        parts = (Text(message.text), *parts)
    return _from(message, event, (Edited(str(message.message_id)), *parts), message.edit_date or message.date)


def _from(message: Message, event: str, parts: tuple[Part, ...], sent_at: datetime) -> Inbound | None:
    sender = message.from_user
    if sender is None or sender.is_bot:
        return None
    return Inbound(
        Address(CHANNEL, str(message.chat.id)),
        event,
        sent_at,
        parts,
        handle=str(message.message_id),
        private=message.chat.type == ChatType.PRIVATE,
        **_who(sender),
    )


def _words(message: Message, username: str) -> Iterator[Part]:
    """The typed words. A command loses the bot's name; one for another bot is nothing; /start becomes Join."""
    if not message.text:
        return
    head, rest = [*message.text.split(maxsplit=1), "", ""][:2]
    command, _, to = head.partition("@")
    if not command.startswith("/"):
        yield Text(message.text)
    elif to and to.casefold() != username:
        return
    elif command == "/start":
        yield Join(rest.strip())
    else:
        yield Text(f"{command} {rest}".strip())


def _contents(message: Message) -> Iterator[Part]:
    """Pictures, voices, places and numbers."""
    media = media_of(message)
    if media is not None:
        yield media
    if message.venue is not None:
        place, venue = message.venue.location, message.venue
        label = ", ".join(words for words in (venue.title, venue.address) if words)
        yield Location(place.latitude, place.longitude, label=label)
    elif message.location is not None:
        yield Location(message.location.latitude, message.location.longitude)
    if message.contact is not None:
        sender = message.from_user
        own = sender is not None and message.contact.user_id == sender.id
        yield Contact(message.contact.phone_number, own)


def _unknown_contents(message: Message) -> bool:
    """Whether a person sent something that has no part here (a poll, a game, a story): it deserves an answer too."""
    return message.chat.type == ChatType.PRIVATE and bool(message.effective_attachment or message.story)


def _press(query: CallbackQuery, event: str, now: datetime) -> Inbound | None:
    if query.message is None:
        return None
    prompt, _, value = (query.data or "").partition("|")
    return Inbound(
        Address(CHANNEL, str(query.message.chat.id)),
        event,
        now,
        (Choice(prompt, value), ReplyTo(str(query.message.message_id))),
        private=query.message.chat.type == ChatType.PRIVATE,
        press=query.id,
        **_who(query.from_user),
    )


def _membership(change: ChatMemberUpdated, event: str) -> Inbound | None:
    before, after = change.old_chat_member.status in _AWAY, change.new_chat_member.status in _AWAY
    if before == after:
        return None
    return Inbound(
        Address(CHANNEL, str(change.chat.id)),
        event,
        change.date,
        (Leave(back=before),),
        private=change.chat.type == ChatType.PRIVATE,
        **_who(change.from_user),
    )


def _reaction(change: MessageReactionUpdated, event: str) -> Inbound | None:
    if change.user is None:
        return None  # an anonymous administrator of a group
    emoji = next((getattr(reaction, "emoji", "") for reaction in change.new_reaction), "")
    return Inbound(
        Address(CHANNEL, str(change.chat.id)),
        event,
        change.date,
        (Reaction(str(change.message_id), emoji),),
        private=change.chat.type == ChatType.PRIVATE,
        **_who(change.user),
    )


def _who(user: User) -> dict[str, str]:
    """A name on one line, cut where nothing is torn apart, and none rather than one that shows nothing."""
    name = next(pieces(" ".join((user.full_name or "").split()), _LONGEST_NAME, len))
    return {"name": name if visible(name) else "", "language": user.language_code or ""}
