"""The world of people, chats and messages around the bot, and everything that changes in it."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox import wire
from sandbox.account import Account
from sandbox.chats import BotStatus, Chat, ChatKind, Query, Toast
from sandbox.clock import Clock
from sandbox.errors import StageError
from sandbox.files import Assets, Files
from sandbox.groups import Group
from sandbox.happenings import Happening, Listener
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.records import BotAccount, Json, Message
from sandbox.stage_json import keyboard_json, message_json
from sandbox.updates import Update, Updates

FIRST_UPDATE = 700_000_001
LOG_LENGTH = 20
IN_HAND = 8.0
"""Seconds for which a person looks at the telephone she has just used: what comes meanwhile is an answer, no ring."""


@dataclass
class State:
    """All that changes and is therefore part of a snapshot."""

    chats: dict[int, Chat] = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    account: Account = field(default_factory=Account)
    log: list[Json] = field(default_factory=list)
    last_message: int = 0


@dataclass(frozen=True)
class Snapshot:
    """A remembered moment; opaque to callers."""

    state: State
    pending: tuple[Update, ...]


class World:
    """People, groups and their chats with one bot. Everything is synchronous and happens at once."""

    def __init__(self, bot: BotAccount, clock: Clock, assets: Assets, names: Mapping[int, Mapping[str, str]]) -> None:
        self.bot = bot
        self.clock = clock
        self.assets = assets
        self.files = Files()
        self.updates = Updates(clock, FIRST_UPDATE)
        self.limits = Limits(clock)
        self.people: dict[int, Person] = {}
        self.state = State()
        self.language = "zh"
        self.undecided = False
        """True while the page may take its first visitor's language: nobody has chosen one or done anything."""
        self._names = names
        self._listeners: list[Listener] = []
        self._serial = 0
        self._happened = 0

    @property
    def chats(self) -> dict[int, Chat]:
        """Every chat by its id."""
        return self.state.chats

    @property
    def account(self) -> Account:
        """What the bot set about itself: commands, names, descriptions."""
        return self.state.account

    def add_person(
        self,
        person_id: int,
        first_name: str,
        last_name: str = "",
        username: str | None = None,
        language_code: str = "zh-hans",
        phone: str | None = None,
    ) -> Person:
        """Add a person and her private chat with the bot; chat.id == person id."""
        if person_id in self.people or person_id <= 0:
            raise ValueError(f"{person_id} is taken or no person's id")
        phone = phone or f"+86100{person_id % 100_000_000:08d}"
        person = Person(self, person_id, first_name, last_name, username, language_code, phone)
        self.people[person_id] = person
        self.chats[person_id] = Chat(person_id, "private", first_name, [person_id])
        return person

    def add_group(self, group_id: int, title: str, member_ids: list[int], *, supergroup: bool = False) -> Group:
        """Add a group the bot is in; the id is negative. The bot hears of it as my_chat_member."""
        unknown = [member for member in member_ids if member not in self.people]
        if group_id >= 0 or group_id in self.chats or unknown or not member_ids:
            raise ValueError(f"no group {group_id} with {member_ids}")
        kind: ChatKind = "supergroup" if supergroup else "group"
        self.chats[group_id] = Chat(group_id, kind, title, list(member_ids), bot_status="left")
        group = Group(self, group_id)
        group.adds_bot(by=member_ids[0])
        return group

    def fresh(self, prefix: str = "") -> str:
        """A new unique name for an album, a press or a file."""
        self._serial += 1
        return f"{prefix}{self._serial}"

    def put(self, message: Message) -> Message:
        """Give a message its id and show it in its chat."""
        chat = self.chats[message.chat_id]
        if chat.kind == "supergroup":
            chat.last_id += 1
            message.id = chat.last_id
        else:
            self.state.last_message += 1
            message.id = self.state.last_message
        chat.messages[message.id] = message
        chat.unread = chat.unread + 1 if message.out else 0
        self.happen("message", chat.id, message=message_json(message))
        return message

    def hear(self, message: Message) -> Message:
        """A person's message: show it and queue it for the bot, where the bot may read it."""
        self.undecided = False
        self.chats[message.chat_id].touched = self.clock.monotonic()
        self.put(message)
        if self._bot_reads(message):
            self.updates.push("message", wire.message(self, message), queue=f"chat {message.chat_id}")
        return message

    def hear_again(self, message: Message) -> None:
        """A person changed her message: show it and queue it as an edited message."""
        message.edited_at = self.clock.now()
        self.changed(message)
        if self._bot_reads(message):
            self.updates.push("edited_message", wire.message(self, message), queue=f"chat {message.chat_id}")

    def changed(self, message: Message) -> None:
        """A message was edited."""
        self.happen("edited", message.chat_id, message=message_json(message))

    def remove(self, message: Message) -> None:
        """Delete a message for everybody."""
        message.deleted = True
        self.happen("deleted", message.chat_id, message_id=message.id)

    def ring(self, message: Message) -> None:
        """A bot message reached a telephone: it rings unless it was sent silently.

        The log tells of rings that nobody is looking at, on the telephones of the cast.
        """
        self.happen("ring", message.chat_id, silent=message.silent)
        touched = self.chats[message.chat_id].touched
        in_hand = touched is not None and self.clock.monotonic() - touched < IN_HAND
        seen = message.chat_id in (self._names or self.people)
        if not message.silent and not in_hand and seen:
            self.note(
                {
                    "zh": f"{self.name(message.chat_id, 'zh')}的手机响了",
                    "en": f"{self.name(message.chat_id, 'en')}'s phone rang",
                }
            )

    def set_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Show or take away the reply keyboard."""
        chat.keyboard = keyboard
        self.happen("keyboard", chat.id, keyboard=keyboard_json(chat))

    def toast(self, query: Query, toast: Toast) -> None:
        """Answer a button press on the presser's screen."""
        query.answered = True
        self.chats[query.person].toasts.append(toast)
        self.happen("toast", query.person, message=query.message_id, text=toast.text, alert=toast.alert, url=toast.url)

    def bot_becomes(self, chat: Chat, status: BotStatus, by: int) -> None:
        """The bot is blocked, unblocked, added or removed: the bot hears of it as my_chat_member."""
        before = wire.member(self, self.bot.id, chat.bot_status)
        chat.bot_status = status
        payload = {
            "chat": wire.chat(self, chat),
            "from": wire.user(self, by),
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": before,
            "new_chat_member": wire.member(self, self.bot.id, status),
        }
        self.updates.push("my_chat_member", payload, queue=f"chat {chat.id}")

    def name(self, person_id: int, language: str) -> str:
        """How a person is called in a language: the cast's name, else the account's."""
        names = self._names.get(person_id, {})
        return names.get(language) or self.people[person_id].first_name

    def note(self, text: Mapping[str, str]) -> None:
        """Write a line into the log of the stage, in both languages."""
        line = {"at": self.clock.now().isoformat(), "text": dict(text)}
        self.state.log = [*self.state.log, line][-LOG_LENGTH:]
        self.happen("log", None, **line)

    def speak(self, language: str) -> None:
        """Switch the language of the page."""
        self.language, self.undecided = language, False
        self.happen("language", None, language=language)

    def clock_moved(self, coming: tuple[datetime, Mapping[str, str]] | None) -> None:
        """Tell the page the new time and the next due thing with its label in both languages."""
        following = {"at": coming[0].isoformat(), "label": dict(coming[1])} if coming else None
        self.happen("clock", None, now=self.clock.now().isoformat(), next=following)

    def bot_state(self, state: str) -> None:
        """Tell the page whether the bot is "up", "down" or "starting"."""
        self.happen("bot", None, state=state)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener at every happening; returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def happen(self, kind: str, chat: int | None, **detail: Any) -> None:
        """Tell every subscriber."""
        self._happened += 1
        happening = Happening(self._happened, kind, chat, detail)
        for listener in list(self._listeners):
            listener(happening)

    def snapshot(self) -> Snapshot:
        """Remember this moment: chats, keyboards, the bot's settings, updates on their way."""
        return Snapshot(copy.deepcopy(self.state), tuple(self.updates.waiting()))

    def restore(self, snapshot: Snapshot) -> None:
        """Go back to a remembered moment; people added since are forgotten, update ids go on counting."""
        self.state = copy.deepcopy(snapshot.state)
        self.people = {key: person for key, person in self.people.items() if key in self.state.chats}
        self.updates.replace(list(snapshot.pending))
        self.limits.forget()
        self.happen("reset", None)

    def chat_of(self, person_id: int, group: int | None = None) -> Chat:
        """Where a person writes: her private chat, or a group she is in."""
        chat = self.chats.get(person_id if group is None else group)
        if chat is None or person_id not in chat.members or chat.migrated_to is not None:
            raise StageError(f"{person_id} cannot write to chat {group}")
        return chat

    def _bot_reads(self, message: Message) -> bool:
        chat = self.chats[message.chat_id]
        if chat.private or self.bot.can_read_all_group_messages or chat.bot_status == "administrator":
            return True
        if chat.bot_status != "member":
            return False
        parent = chat.find(message.reply_to) if message.reply_to else None
        called = any(mark.type == "bot_command" for mark in message.entities) or f"@{self.bot.username}" in message.text
        return called or message.event is not None or (parent is not None and parent.out)
