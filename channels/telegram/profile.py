"""What people see of the bot before they write to it: name, descriptions, commands, picture. Sets only what differs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InputProfilePhotoStatic,
    MenuButtonCommands,
)

from channels.telegram.errors import decided
from domain.errors import DeliveryFailed

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Introduction:
    """How the bot presents itself in one language; "" is for everybody else.

    `name` up to 64 characters, `description` (in the empty chat) up to 512, `about` (on the profile page) up to 120.
    """

    language: str
    name: str
    description: str
    about: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands offered: `scope` is "private", "groups" or a chat's id, `commands` are (name, explanation)."""

    scope: str
    language: str
    commands: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All of it. `picture` is a square JPEG, set only while the bot has none."""

    introductions: tuple[Introduction, ...] = ()
    menus: tuple[Menu, ...] = ()
    picture: Path | None = None


async def introduce(bot: Bot, profile: Profile) -> list[str]:
    """Brings the platform's copy up to date and returns what was changed ("name zh"); a refusal is logged, not raised.

    Raises Revoked.
    """
    changed: list[str] = []
    for words in profile.introductions:
        changed += await _attempt(_name(bot, words))
        changed += await _attempt(_description(bot, words))
        changed += await _attempt(_about(bot, words))
    for menu in profile.menus:
        changed += await _attempt(_commands(bot, menu))
    if profile.menus:
        changed += await _attempt(_menu_button(bot))
    if profile.picture is not None:
        changed += await _attempt(_picture(bot, profile.picture))
    return changed


async def _attempt(step: Awaitable[list[str]]) -> list[str]:
    try:
        with decided():
            return await step
    except DeliveryFailed as failed:  # a name may be changed a few times a day only; the bot works without
        _LOGGER.warning("the profile could not be brought up to date: %s", failed)
        return []


async def _name(bot: Bot, words: Introduction) -> list[str]:
    if (await bot.get_my_name(words.language or None)).name == words.name:
        return []
    await bot.set_my_name(words.name, language_code=words.language or None)
    return [f"name {words.language}".strip()]


async def _description(bot: Bot, words: Introduction) -> list[str]:
    if (await bot.get_my_description(words.language or None)).description == words.description:
        return []
    await bot.set_my_description(words.description, language_code=words.language or None)
    return [f"description {words.language}".strip()]


async def _about(bot: Bot, words: Introduction) -> list[str]:
    if (await bot.get_my_short_description(words.language or None)).short_description == words.about:
        return []
    await bot.set_my_short_description(words.about, language_code=words.language or None)
    return [f"about {words.language}".strip()]


async def _commands(bot: Bot, menu: Menu) -> list[str]:
    wanted = tuple(BotCommand(name, explanation) for name, explanation in menu.commands)
    scope, language = _scope(menu.scope), menu.language or None
    if await bot.get_my_commands(scope, language) == wanted:
        return []
    if wanted:
        await bot.set_my_commands(wanted, scope, language)
    else:
        await bot.delete_my_commands(scope, language)
    return [f"commands {menu.scope} {menu.language}".strip()]


async def _menu_button(bot: Bot) -> list[str]:
    if isinstance(await bot.get_chat_menu_button(), MenuButtonCommands):
        return []
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    return ["menu button"]


async def _picture(bot: Bot, picture: Path) -> list[str]:
    me = await bot.get_me()
    if (await bot.get_user_profile_photos(me.id, limit=1)).total_count:
        return []
    await bot.set_my_profile_photo(InputProfilePhotoStatic(await asyncio.to_thread(picture.read_bytes)))
    return ["picture"]


def _scope(scope: str) -> BotCommandScope:
    match scope:
        case "private":
            return BotCommandScopeAllPrivateChats()
        case "groups":
            return BotCommandScopeAllGroupChats()
    return BotCommandScopeChat(int(scope))
