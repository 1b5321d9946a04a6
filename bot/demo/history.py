"""Lets the three weeks happen: the seeded matters go through the real handlers, at the instants at which they were told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.demo.people import LI, NEIGHBOURS, PHONES
from bot.demo.stories import TOLD, End, Told
from domain.areas import Area, AreaKind, Spot
from domain.matters.draft import Draft
from domain.matters.kinds import KINDS
from domain.matters.matter import Cause, Matter, State
from domain.messages import Address, Keys
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.families import FAMILIES
from handlers.keyboard import lasting_keys
from handlers.matters.accepting import taken
from handlers.matters.assigning import anybody, assign
from handlers.matters.closing import close
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.judging import agree, disagree, grade
from handlers.matters.ports import MattersTransaction
from handlers.people.menu import set_menu
from handlers.roles import desk_for
from handlers.speaking import Line, send
from handlers.ticking import tick
from handlers.turn import House, Turn
from storage.database import Database
from storage.transaction import Transaction

Act = Callable[[Turn[MattersTransaction]], None]
LANGUAGES = ("zh", "en")


class PastClock:
    """Says whatever instant the history has reached."""

    def __init__(self, start: datetime) -> None:
        self.instant = start

    def now(self) -> datetime:
        return self.instant


@dataclass(order=True, slots=True)
class Step:
    at: datetime
    order: int
    act: Act = field(compare=False)


class History:
    """Seeds one database up to `opening`; afterwards nothing waits to be sent."""

    def __init__(self, database: Database, clock: PastClock, house: House, opening: datetime, language: str) -> None:
        self._database, self._clock, self._house, self._opening = database, clock, house, opening
        self._language = language
        self._steps: list[Step] = []
        self._filed: dict[int, str] = {}

    async def happen(self) -> None:
        for index, told in enumerate(TOLD):
            self._plan(index, told)
        for step in sorted(self._steps):
            await self._pass(step.at)
            await self._do(step.act)
        await self._pass(self._opening)
        await self._database.transact("seeded", lambda tx: tx.outbox.discard_waiting("the demo's past"))

    async def _pass(self, until: datetime) -> None:
        """Lets everything that falls due before this instant happen at its own instant."""
        while True:
            due = await self._database.read("next", lambda tx: tx.schedule.next_at())
            if due is None or due > until:
                break
            self._clock.instant = max(due, self._clock.instant)
            await self._database.transact("tick", lambda tx: tick(self._turn(tx), FAMILIES, 100))
        self._clock.instant = max(until, self._clock.instant)

    async def _do(self, act: Act) -> None:
        await self._database.transact("seed", lambda tx: act(self._turn(tx)))

    def _turn(self, tx: Transaction) -> Turn[MattersTransaction]:
        return Turn(tx, self._house)

    # ---- what each matter goes through -----------------------------------------------------------------------------

    def _plan(self, index: int, told: Told) -> None:
        local = self._opening.astimezone(self._house.zone)
        day = local - timedelta(days=told.days)
        at = day.replace(hour=int(told.hour), minute=int(told.hour % 1 * 60) + index % 10, second=0, microsecond=0)
        start = min(at.astimezone(self._opening.tzinfo), self._opening - timedelta(minutes=30 + index % 7))
        self._add(start, index, lambda turn: self._file(turn, index, told))
        if told.end is End.WAITING:
            return
        if told.end is End.RETURNED:
            self._add(start + timedelta(minutes=20), index, self._with(index, _give_back))
            return
        self._add(start + timedelta(minutes=15 + index % 20), index, self._with(index, _take))
        if told.end in (End.TAKEN, End.OVERDUE):
            return
        hours = 3 + index * 7 % 30
        line = told.line[LANGUAGES.index(self._language)]
        cause = {End.EXPLAINED: Cause.EXPLAINED, End.HANDED: Cause.HANDED_OVER}.get(told.end, Cause.SOLVED)
        done = start + timedelta(hours=hours)
        self._add(done, index, self._with(index, lambda turn, matter: _finish(turn, matter, cause, line)))
        if told.end is End.AGAIN:
            words = ("还是不行", "Still not right")[LANGUAGES.index(self._language)]
            self._add(
                done + timedelta(hours=4), index, self._with(index, lambda turn, matter: _again(turn, matter, words))
            )
            self._add(done + timedelta(hours=5), index, self._with(index, _take))
            done += timedelta(hours=20)
            self._add(done, index, self._with(index, lambda turn, matter: _finish(turn, matter, cause, line)))
        if told.end not in (End.SILENT, End.REPORTED):
            self._add(
                done + timedelta(hours=2),
                index,
                self._with(index, lambda turn, matter: _good(turn, matter, 5 - index % 2)),
            )

    def _add(self, at: datetime, index: int, act: Act) -> None:
        if at < self._opening:
            self._steps.append(Step(at, index, act))

    def _with(self, index: int, act: Callable[[Turn[MattersTransaction], Matter], Any]) -> Act:
        return lambda turn: act(turn, turn.tx.matters.get(self._filed[index])) and None

    def _file(self, turn: Turn[MattersTransaction], index: int, told: Told) -> None:
        buildings = [area for area in turn.tx.areas.tree().areas.values() if area.kind is AreaKind.BUILDING]
        building = sorted(buildings, key=lambda area: area.id)[told.building % len(buildings)]
        words = told.words[LANGUAGES.index(self._language)]
        draft = Draft(turn.now, turn.now).with_words("", words, turn.now)
        spot = _spot(turn, building, self._language, told.end)
        resident = turn.tx.people.get(f"resident-{(index * 3) % (len(NEIGHBOURS) + 1)}")
        matter = file_matter(turn, resident, FileMatter(draft, told.kind, KINDS[told.kind].tier, spot, words))
        self._filed[index] = matter.id
        turn.tx.notes.set(f"demo:{matter.id}", str(index))


def _spot(turn: Turn[MattersTransaction], building: Area, language: str, end: End) -> Spot:
    tree = turn.tx.areas.tree()
    grid = tree.grid_of(building.id)
    return Spot(grid, building.called(language), building.lat, building.lon)


def _give_back(turn: Turn[MattersTransaction], matter: Matter) -> None:
    desks = desk_for(turn, matter.spot.grid_id)
    assign(turn, matter, desks[0] if desks else anybody(turn), by=matter.owner_id, why="return")


def _take(turn: Turn[MattersTransaction], matter: Matter) -> None:
    if matter.state is State.WAITING:
        taken(turn, turn.tx.people.get(matter.owner_id), matter)


def _finish(turn: Turn[MattersTransaction], matter: Matter, cause: Cause, line: str) -> None:
    owner = turn.tx.people.get(matter.owner_id)
    close(turn, owner, OpenDialog(owner.id, "close", matter.id), (cause, {"text": line, "media": []}))


def _again(turn: Turn[MattersTransaction], matter: Matter, words: str) -> None:
    dialog = OpenDialog(matter.reporter_id, "reopen", matter.id)
    disagree(turn, turn.tx.people.get(matter.reporter_id), dialog, {"text": words, "media": []})


def _good(turn: Turn[MattersTransaction], matter: Matter, given: int) -> None:
    resident = turn.tx.people.get(matter.reporter_id)
    agree(turn, resident, matter)
    grade(turn, resident, turn.tx.matters.get(matter.id), given)


# ---- people --------------------------------------------------------------------------------------------------------


def settle_people(tx: Transaction, language: str) -> None:
    """Members have joined already; the residents of the past are known; the grandmother is new."""
    for index, (name, name_en) in enumerate((LI.name, *NEIGHBOURS)):
        tx.people.save(Person(f"resident-{index}", name, language, name_en=name_en, welcomed=True))
    tx.people.bind("resident-0", Address("telegram", str(LI.account)))
    accounts = {phone.name[0]: phone.account for phone in PHONES}
    spare = iter(range(301, 399))
    for area in sorted(tx.areas.tree().areas.values(), key=lambda a: a.id):
        for role in Role:
            for appointment in tx.roster.of_area(area.id, role):
                person = tx.people.get(appointment.person_id)
                if not person.reachable:
                    account = accounts.get(person.name) or next(spare)
                    tx.people.bind(person.id, Address("telegram", str(account)))
                    tx.people.save(replace(person, language=language, welcomed=True))


def greet(turn: Turn[MattersTransaction]) -> None:
    """What lies in the telephones of those who are known when the demo opens."""
    for phone in PHONES:
        person = turn.tx.people.at(Address("telegram", str(phone.account)))
        if person is None:
            continue
        line: Line = phrase("help.desk") if phone.role == "desk" else phrase("help.member")
        line = phrase("welcome.back") if phone.role == "resident" else line
        send(turn, person, line, Keys(lasting_keys(turn, person)), silent=True, purpose="welcome")
        set_menu(turn, person)


def speak(tx: Transaction, language: str) -> None:
    """Everybody in the demo, and the seeded words, change to this language."""
    which = LANGUAGES.index(language)
    for phone in PHONES:
        person = tx.people.at(Address("telegram", str(phone.account)))
        if person is not None:
            tx.people.save(replace(person, language=language))
            for matter in tx.matters.of_reporter(person.id, 100):
                _reword(tx, matter, which)
    for grid in tx.areas.tree().grids():
        for matter in tx.matters.in_grids([grid.id], 100):
            _reword(tx, matter, which)


def _reword(tx: Transaction, matter: Matter, which: int) -> None:
    index = tx.notes.get(f"demo:{matter.id}")
    if index is None:
        return
    told = TOLD[int(index)]
    tx.matters.save(replace(matter, what=told.words[which]))
    for content in tx.contents.of(matter.subject):
        if content.role == "report":
            tx.contents.save(replace(content, text=told.words[which]))
