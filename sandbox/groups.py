"""Groups the bot is in: adding and removing it, and the move to a supergroup."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.chats import BotStatus, Chat
from sandbox.errors import StageError
from sandbox.records import Json, Message

if TYPE_CHECKING:
    from sandbox.world import World


@dataclass(frozen=True, eq=False)
class Group:
    """A handle on one group; people write there with group=group.id."""

    world: "World"
    id: int

    @property
    def chat(self) -> Chat:
        """The group's chat."""
        return self.world.chats[self.id]

    @property
    def messages(self) -> list[Message]:
        """What was said there, oldest first, without what was deleted."""
        return [message for message in self.chat.messages.values() if not message.deleted]

    def adds_bot(self, by: int, *, administrator: bool = False) -> None:
        """Somebody adds the bot, or promotes it: it hears my_chat_member and, when it is new, a service message."""
        was = self.chat.bot_status
        status: BotStatus = "administrator" if administrator else "member"
        self.world.bot_becomes(self.chat, status, by)
        if was in ("left", "kicked"):
            bot = self.world.bot
            newcomer: Json = {"id": bot.id, "is_bot": True, "first_name": bot.first_name, "username": bot.username}
            self._service(by, {"new_chat_members": [newcomer]})

    def removes_bot(self, by: int) -> None:
        """Somebody removes the bot."""
        self.world.bot_becomes(self.chat, "kicked", by)

    def migrates(self, supergroup_id: int) -> "Group":
        """The group becomes a supergroup with another id; writing to the old one is refused from now on."""
        if self.chat.kind != "group" or supergroup_id >= 0 or supergroup_id in self.world.chats:
            raise StageError(f"{self.id} cannot become {supergroup_id}")
        by = self.chat.members[0]
        bigger = Chat(supergroup_id, "supergroup", self.chat.title, list(self.chat.members))
        bigger.bot_status = self.chat.bot_status
        self.world.chats[supergroup_id] = bigger
        self._service(by, {"migrate_to_chat_id": supergroup_id})
        self.chat.migrated_to = supergroup_id
        moved = Group(self.world, supergroup_id)
        moved._service(by, {"migrate_from_chat_id": self.id})
        return moved

    def _service(self, by: int, event: Json) -> None:
        self.world.hear(Message(self.id, by, False, self.world.clock.now(), "service", event=event))
