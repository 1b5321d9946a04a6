"""What the bot sets about itself: commands per scope and language, names, descriptions, menu button, photo."""

from dataclasses import dataclass, field

from sandbox.records import Json

SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def scope_key(scope: Json) -> str | None:
    """A BotCommandScope as text, such as "chat 42"; None when its type or fields are wrong."""
    fields = SCOPES.get(str(scope.get("type")))
    if fields is None or set(scope) != {"type", *fields}:
        return None
    return " ".join([scope["type"], *(str(scope[name]) for name in fields)])


@dataclass
class Account:
    """Settings by language code; "" is the default language. Commands are keyed by (scope, language)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    photo: str | None = None

    def commands_for(self, person_id: int, language: str) -> list[Json]:
        """What a person's command menu shows in her private chat: the narrowest scope that was set."""
        for scope in (f"chat {person_id}", "all_private_chats", "default"):
            for code in (language[:2], ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []
