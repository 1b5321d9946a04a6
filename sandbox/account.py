"""What the bot sets about itself: commands per scope and language, names, descriptions, menu button, photo."""

from dataclasses import dataclass, field

from sandbox.records import Json


@dataclass
class Account:
    """Settings by language code; "" is the default language. Commands are keyed by (scope, language)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    photo: str | None = None
