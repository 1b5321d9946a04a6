"""One-time links for those on the roster who have not joined yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from bot.config import Config
from bot.operating import opened
from bot.running import district_in, house_of
from bot.starting import Way, greeted
from domain.areas import Tree
from domain.errors import NotFound
from domain.people.person import INVITATION_LIFE, Person, Role
from handlers.people.invitations import invite
from handlers.turn import Turn
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Appointed:
    """Somebody on the roster: the names of her areas in map order, and whether she sits at a desk."""

    person: Person
    areas: tuple[str, ...]
    desk: bool


class NobodyCalled(NotFound):
    """Nobody on the roster has this name or code; `near` are the names that look like it."""

    def __init__(self, wanted: str, near: Sequence[str]) -> None:
        super().__init__(wanted)
        self.near = near


@dataclass(frozen=True, slots=True)
class Invited:
    """How somebody joins: the link works once, until `until` (aware, in UTC)."""

    who: Appointed
    link: str
    until: datetime


async def bot_link(config: Config) -> str:
    """Where the bot is opened, as Telegram says now. Raises Revoked, DeliveryFailed."""
    bot = config.bot
    me = await greeted(Way(bot.token.get_secret_value(), bot.base_url, bot.proxy.get_secret_value()))
    return f"https://t.me/{me.username}"


async def roster(config: Config) -> list[Appointed]:
    """Everybody on it, desks first, in map order. Raises EmptyDistrict."""
    database = await opened(config)
    try:
        await district_in(database)
        return await database.read("roster", lambda tx: _roster(tx, config.place.language))
    finally:
        await database.close()


async def invited(config: Config, wanted: str | None) -> list[Invited]:
    """Fresh links for whoever has this id or name, or for all who have not joined; earlier links of theirs run out.

    Raises NobodyCalled, EmptyDistrict, Revoked, DeliveryFailed.
    """
    database = await opened(config)
    try:
        district = await district_in(database)
        link = f"{await bot_link(config)}?start="
        house = house_of(config, district, link)

        def act(tx: Transaction) -> list[Invited]:
            chosen = _chosen(_roster(tx, config.place.language), wanted)
            until = tx.now + INVITATION_LIFE
            return [Invited(who, link + invite(Turn(tx, house), who.person), until) for who in chosen]

        return await database.transact("invite", act)
    finally:
        await database.close()


def _chosen(everybody: Sequence[Appointed], wanted: str | None) -> list[Appointed]:
    if wanted is None:
        return [who for who in everybody if not who.person.reachable]
    chosen = [who for who in everybody if wanted in (who.person.id, who.person.name, who.person.name_en)]
    if not chosen:
        names = [who.person.name for who in everybody]
        raise NobodyCalled(wanted, get_close_matches(wanted, names, n=3, cutoff=0.4))
    return chosen


def _roster(tx: Transaction, language: str) -> list[Appointed]:
    tree: Tree = tx.areas.tree()
    appointments = [a for a in tx.roster.all() if a.area_id in tree.areas]
    appointments.sort(key=lambda a: (a.role is not Role.COORDINATOR, tree.areas[a.area_id].order, a.rank, a.person_id))
    found: dict[str, tuple[list[str], bool]] = {}
    for appointment in appointments:
        areas, _ = found.setdefault(appointment.person_id, ([], appointment.role is Role.COORDINATOR))
        name = tree.areas[appointment.area_id].called(language)
        if name not in areas:
            areas.append(name)
    return [Appointed(tx.people.get(id), tuple(areas), desk) for id, (areas, desk) in found.items()]
