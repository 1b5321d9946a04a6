"""Work: the command menu of one chat, set on the platform to fit the person's roles and language."""

from __future__ import annotations

from channels.telegram.channel import Telegram
from channels.telegram.profile import Menu, Profile
from domain.people.person import Role
from handlers.families import FAMILIES
from handlers.texts.catalogue import TEXTS
from storage.transaction import Transaction
from storage.work import Job


def commands(roles: frozenset[str], language: str) -> tuple[tuple[str, str], ...]:
    """(name, explanation) of what these roles may type, daily things of the roles first."""
    found: dict[str, str] = {}
    offered = [command for family in FAMILIES for command in family.commands if command.menu is not None]
    for command in sorted(offered, key=lambda c: (c.role is None, c.role is Role.MEMBER)):
        if command.menu is not None and (command.role is None or command.role.value in roles):
            found.setdefault(command.name, TEXTS[command.menu.key][1 if language == "en" else 0])
    return tuple(found.items())


class Menus:
    """A bot.work.Kind; args: channel, account, roles (joined by commas), language."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def do(self, job: Job) -> None:
        account, roles, language = (str(job.args[name]) for name in ("account", "roles", "language"))
        menu = Menu(account, "", commands(frozenset(roles.split(",")), language))
        await self._telegram.introduce(Profile(menus=(menu,)))

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        """Nothing is kept: the menu lives on the platform."""

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """The person can still type every command."""
