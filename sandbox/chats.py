"""Chats and what people see in them: the reply keyboard, unread counts, answers to button presses."""

from dataclasses import dataclass, field
from typing import Literal

from sandbox.records import Json, Message

ChatKind = Literal["private", "group", "supergroup"]
BotStatus = Literal["member", "administrator", "left", "kicked"]


@dataclass(frozen=True)
class Toast:
    """What a person sees after pressing a button: a passing line, or a box to close when alert is set."""

    query: str
    text: str
    alert: bool
    url: str | None = None


@dataclass
class Query:
    """A button press waiting for its answer; pressed is a moment of the monotonic clock, in seconds."""

    id: str
    person: int
    chat_id: int
    message_id: int
    data: str
    pressed: float
    answered: bool = False


@dataclass
class Chat:
    """One chat with the bot in it; a private chat has the id of its person."""

    id: int
    kind: ChatKind
    title: str
    members: list[int]
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    keyboard: Json | None = None
    unread: int = 0
    started: bool = False
    blocked: bool = False
    bot_status: BotStatus = "member"
    migrated_to: int | None = None
    pinned: list[int] = field(default_factory=list)
    toasts: list[Toast] = field(default_factory=list)
    touched: float | None = None
    """The moment of the monotonic clock at which a person last wrote or pressed something here."""

    @property
    def private(self) -> bool:
        """True for a chat of one person with the bot."""
        return self.kind == "private"

    def find(self, message_id: int) -> Message | None:
        """The message with this id unless it was deleted or never was."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message
