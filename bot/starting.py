"""What `init` makes once everything is known: configuration, token, a first community. All of it or nothing."""

from __future__ import annotations

import asyncio
import os
import tomllib
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from telegram import User

from bot.clock import SystemClock
from bot.config import TOKEN_VARIABLE, Config, load_config
from bot.district import District
from bot.district import load as put_in_force
from bot.glance import place_of
from bot.operating import opened, opened_at
from bot.profile import profile
from bot.running import house_of
from bot.starting_config import Values, example, with_values
from channels.telegram.channel import API, Telegram
from channels.telegram.request import AiohttpRequest
from domain.areas import Area, AreaKind
from domain.people.person import Appointment, Person, Role
from handlers.people.invitations import invite
from handlers.telling import tell
from handlers.turn import Turn
from storage.database import engine_of
from storage.transaction import Transaction

TOKEN_FILE = "token.txt"  # noqa: S105 (the name of a file)
FOR_THE_OWNER = 0o600
WHOLE_COMMUNITY = ("全社区", "Whole community")


@dataclass(frozen=True, slots=True)
class Way:
    """How Telegram is reached: the token, the API's address, a proxy or ""."""

    token: str
    api: str = API
    proxy: str = ""

    def telegram(self) -> Telegram:
        """Not connected yet."""
        return Telegram(self.token, SystemClock(), api=self.api, request=AiohttpRequest(proxy=self.proxy or None))


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that is asked. `token_file` is where the token lies already, "" for one that was typed in; `district`
    and `street` may be "".
    """

    way: Way
    community: str
    telephone: str
    coordinator: str
    street: str = ""
    district: str = ""
    token_file: str = ""
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Laid:
    """What was made: the files, and how the coordinator joins ("" when she has joined already)."""

    written: tuple[Path, ...]
    invitation: str
    known_coordinator: bool = True
    """False when the database had a district before, in which she does not answer for any area."""
    fresh: bool = True
    """False when the database had a district before: it was left as it is."""


@dataclass(frozen=True, slots=True)
class Before:
    """The district that a database holds already: what the whole is called, and who sits at its first desk."""

    place: str
    coordinator: str


def before(url: str) -> Before | None:
    """Looked for ahead of all questions; None where there is no database yet, or no district in it.

    Raises StorageError for a database with which nothing can be done.
    """
    if engine_of(url) == "sqlite" and not Path(url.removeprefix("sqlite:///")).exists():
        return None
    return asyncio.run(_before(url))


async def _before(url: str) -> Before | None:
    database = await opened_at(url)
    try:
        return await database.read("init", _district_in)
    finally:
        await database.close()


def _district_in(tx: Transaction) -> Before | None:
    tree = tx.areas.tree()
    return Before(place_of(tree), next((p.name for p in _coordinators(tx)), "")) if tree.areas else None


async def greeted(way: Way) -> User:
    """Who the bot is. Raises Revoked for a wrong token, Unreachable or another DeliveryFailed."""
    telegram = way.telegram()
    try:
        return await telegram.greet()
    finally:
        await telegram.stop()


async def introduced(way: Way, desk: str) -> None:
    """Name, descriptions, menus and picture are set; what is refused is logged. Raises Revoked, DeliveryFailed."""
    telegram = way.telegram()
    try:
        await telegram.greet()
        await telegram.introduce(profile(desk))
    finally:
        await telegram.stop()


def laid(answers: Answers, path: Path, username: str, env: Mapping[str, str]) -> Laid:
    """Writes the configuration to `path`, the token beside it, the community into the database.

    An earlier configuration is kept as `.bak`. Whatever goes wrong on the way, Ctrl-C too, leaves all as it was.
    """
    with ExitStack() as undo:
        before = path.read_text("utf-8-sig") if path.exists() else ""
        text = before or example()
        written = [path, *_token_written(answers, path, undo, env)]
        _write(path, with_values(text, _changes(text, answers, env)), undo)
        if before:
            backup = path.with_name(path.name + ".bak")
            _write(backup, before, undo)
            written.append(backup)
        config = load_config(path, env)
        _forget_if_new(config, undo)
        made = asyncio.run(_founded(config, answers, username))
        undo.pop_all()
    return Laid(tuple(written), *made)


def _token_written(answers: Answers, path: Path, undo: ExitStack, env: Mapping[str, str]) -> list[Path]:
    if not _token_is_ours(answers, env):
        return []
    token = path.with_name(TOKEN_FILE)
    _write(token, answers.way.token + "\n", undo)
    return [token]


def _token_is_ours(answers: Answers, env: Mapping[str, str]) -> bool:
    """It was typed in, so it lies nowhere yet."""
    return not answers.token_file and env.get(TOKEN_VARIABLE) != answers.way.token


def _changes(text: str, answers: Answers, env: Mapping[str, str]) -> Values:
    """Where the answers differ from what the file says, or from what is usual where it says nothing."""
    wanted = {
        ("bot", "token_file"): (TOKEN_FILE if _token_is_ours(answers, env) else answers.token_file, ""),
        ("bot", "base_url"): (answers.way.api, API),
        ("bot", "proxy"): (answers.way.proxy, ""),
        ("place", "language"): (answers.language, "zh"),
        ("contacts", "desk"): (answers.telephone, ""),
    }
    said = tomllib.loads(text)
    return {
        (table, key): value
        for (table, key), (value, usual) in wanted.items()
        if said.get(table, {}).get(key, usual) != value
    }


def _write(path: Path, text: str, undo: ExitStack) -> None:
    """For the owner's eyes only, whole or not at all."""
    before = path.read_bytes() if path.exists() else None
    beside = path.with_name(f".{path.name}.new")
    undo.callback(beside.unlink, missing_ok=True)
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FOR_THE_OWNER), "w", encoding="utf-8") as file:
        file.write(text)
    if before is None:
        undo.callback(path.unlink, missing_ok=True)
    else:
        undo.callback(path.write_bytes, before)
    beside.replace(path)


def _forget_if_new(config: Config, undo: ExitStack) -> None:
    """A database that was not there before goes away again when something fails."""
    url = config.database.url.get_secret_value()
    path = Path(url.removeprefix("sqlite:///"))
    if engine_of(url) == "sqlite" and not path.exists():
        for tail in ("", "-wal", "-shm", ".lock"):
            undo.callback(partial(Path(f"{path}{tail}").unlink, missing_ok=True))


async def _founded(config: Config, answers: Answers, username: str) -> tuple[str, bool, bool]:
    database = await opened(config)
    try:
        return await database.transact("init", partial(_found, config=config, answers=answers, username=username))
    finally:
        await database.close()


def _found(tx: Transaction, *, config: Config, answers: Answers, username: str) -> tuple[str, bool, bool]:
    """(how the coordinator joins, whether she is on the roster, whether the district is new)."""
    fresh, link = not tx.areas.tree().areas, f"https://t.me/{username}?start="
    if fresh:
        put_in_force(tx, _first_district(tx, answers), config.place.zone)
    turn = Turn(tx, house_of(config, tx.areas.tree(), link))
    if fresh:
        tell(turn, "district", "RosterLoaded", added=len(tx.areas.tree().areas) + 1, changed=0, removed=0)
    person = next((p for p in _coordinators(tx) if p.name == answers.coordinator), None)
    if person is None or person.reachable:
        return "", person is not None, fresh
    return link + invite(turn, person), True, fresh


def _coordinators(tx: Transaction) -> list[Person]:
    return [tx.people.get(a.person_id) for a in tx.roster.all() if a.role is Role.COORDINATOR]


def _first_district(tx: Transaction, answers: Answers) -> District:
    """The community in what it lies in, one grid for all of it, and its coordinator."""
    line = [
        (AreaKind.DISTRICT, answers.district, ""), (AreaKind.STREET, answers.street, ""),
        (AreaKind.COMMUNITY, answers.community, ""), (AreaKind.GRID, *WHOLE_COMMUNITY),
    ]  # fmt: skip
    areas: list[Area] = []
    for order, (kind, name, name_en) in enumerate(named for named in line if named[1]):
        areas.append(Area(tx.new_id(), kind, areas[-1].id if areas else "", name, name_en, order=order))
    coordinator = Person(tx.new_id(), answers.coordinator, language=answers.language)
    desk = Appointment(coordinator.id, areas[-2].id, Role.COORDINATOR)
    return District(tuple(areas), (), (coordinator,), (desk,))
