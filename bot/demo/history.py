"""Lets the three weeks happen: the seeded matters go through the real handlers, each at its own instant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.demo.ahead import ahead
from bot.demo.announced import announced
from bot.demo.answered import answered
from bot.demo.chosen import chosen
from bot.demo.consulted import consulted
from bot.demo.listened import listened
from bot.demo.met import met
from bot.demo.people import LANGUAGES, RESIDENTS
from bot.demo.retold import retold
from bot.demo.stories import HOMES, STILL_NOT, TOLD, End, Pair, Told
from bot.demo.visited import visited
from domain.areas import AreaKind, Spot
from domain.matters.draft import Draft
from domain.matters.kinds import KINDS
from domain.matters.matter import Cause, Matter, State
from domain.open import OpenDialog
from handlers.families import FAMILIES
from handlers.matters.accepting import taken
from handlers.matters.closing import close
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.judging import agree, disagree, grade
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import Saying, from_member
from handlers.ticking import tick
from handlers.turn import House, Turn
from storage.database import Database
from storage.transaction import Transaction

Act = Callable[[Turn[MattersTransaction], Matter], object]
MORNING, EVENING = 8, 20
CAUSES = {End.EXPLAINED: Cause.EXPLAINED, End.HANDED: Cause.HANDED_OVER}


class PastClock:
    """Says whatever instant the history has reached."""

    def __init__(self, start: datetime) -> None:
        self.instant = start

    def now(self) -> datetime:
        return self.instant


@dataclass(order=True, slots=True)
class Step:
    at: datetime
    story: int
    act: Callable[[Turn[MattersTransaction]], object] = field(compare=False)


class History:
    """Seeds one database up to `opening`; afterwards nothing waits to be sent."""

    def __init__(self, database: Database, clock: PastClock, house: House, opening: datetime, language: str) -> None:
        self._database, self._clock, self._house, self._opening = database, clock, house, opening
        self._which = LANGUAGES.index(language)
        self._steps: list[Step] = []
        self._filed: dict[int, str] = {}

    async def happen(self) -> None:
        for story, told in enumerate(TOLD):
            self._plan(story, told)
        self._steps += [Step(at, len(TOLD), act) for at, act in listened(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in consulted(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in met(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in visited(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in chosen(self._opening)]
        self._steps += [Step(at, len(TOLD), act) for at, act in announced(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in answered(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in ahead(self._opening, self._which)]
        self._steps += [Step(at, len(TOLD), act) for at, act in retold(self._opening, self._which)]
        for step in sorted(self._steps):
            await self._pass(step.at)
            await self._do(step.act)
        await self._pass(self._opening)
        await self._database.transact("seeded", self._conclude)

    async def _do(self, act: Callable[[Turn[MattersTransaction]], object]) -> None:
        await self._database.transact("seed", lambda tx: act(self._turn(tx)))

    def _conclude(self, tx: Transaction) -> None:
        tx.outbox.discard_waiting("the demo's past")

    async def _pass(self, until: datetime) -> None:
        """Lets everything that falls due before this instant happen at its own instant."""
        while True:
            due = await self._database.read("next", lambda tx: tx.schedule.next_at())
            if due is None or due > until:
                break
            self._clock.instant = max(due, self._clock.instant)
            await self._database.transact("tick", lambda tx: tick(self._turn(tx), FAMILIES, 100))
        self._clock.instant = max(until, self._clock.instant)

    def _turn(self, tx: Transaction) -> Turn[MattersTransaction]:
        return Turn(tx, self._house)

    # ---- what each matter goes through -----------------------------------------------------------------------------

    def _plan(self, story: int, told: Told) -> None:
        at = self._local(self._opening) - timedelta(days=told.days)
        at = at.replace(hour=int(told.hour), minute=int(told.hour % 1 * 60) + story % 10, second=0, microsecond=0)
        filed = at.astimezone(self._opening.tzinfo)
        self._steps.append(Step(filed, story, lambda turn: self._file(turn, story, told)))
        if told.end is End.WAITING:
            return
        taken = timedelta(hours=told.taken) if told.taken else timedelta(minutes=8 + story % 15)
        self._then(filed + taken, story, _take)
        last = self._opening - timedelta(hours=told.before) if told.before else filed + timedelta(hours=3 + story % 5)
        if told.end is End.REDONE:
            self._plan_again(self._by_day(filed + timedelta(hours=4)), story, told.first)
        if told.end in (End.TAKEN, End.REDONE):
            self._then(last, story, lambda turn, matter: _say(turn, matter, told.line[self._which]))
            return
        self._plan_end(self._by_day(last), story, told)

    def _plan_end(self, done: datetime, story: int, told: Told) -> None:
        if told.end is End.AGAIN:
            self._plan_again(done, story, told.line)
            done = self._by_day(done + timedelta(hours=18))
        cause = CAUSES.get(told.end, Cause.SOLVED)
        self._then(done, story, lambda turn, matter: _finish(turn, matter, cause, told.line[self._which]))
        if told.end not in (End.SILENT, End.REPORTED):
            judged = done + timedelta(minutes=20 + story % 25)
            self._then(judged, story, lambda turn, matter: _good(turn, matter, 5 - story % 2))

    def _plan_again(self, done: datetime, story: int, line: Pair) -> None:
        """Closed, not yet solved, and taken again."""
        self._then(done, story, lambda turn, matter: _finish(turn, matter, Cause.SOLVED, line[self._which]))
        words = STILL_NOT[self._which]
        self._then(done + timedelta(minutes=50), story, lambda turn, matter: _again(turn, matter, words))
        self._then(done + timedelta(minutes=64), story, _take)

    def _then(self, at: datetime, story: int, act: Act) -> None:
        assert at < self._opening, f"story {story} would end after the demo opens"
        self._steps.append(Step(at, story, lambda turn: act(turn, turn.tx.matters.get(self._filed[story]))))

    def _by_day(self, at: datetime) -> datetime:
        """Nobody mends a pipe or judges the work at night."""
        local = self._local(at)
        if MORNING <= local.hour < EVENING:
            return at
        morning = local.replace(hour=MORNING, minute=10 + local.minute % 40)
        return (morning + timedelta(days=local.hour >= EVENING)).astimezone(at.tzinfo)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._house.zone)

    def _file(self, turn: Turn[MattersTransaction], story: int, told: Told) -> None:
        words = told.words[self._which]
        draft = Draft(turn.now, turn.now).with_words("", words, turn.now)
        spot = _spot(turn, told, LANGUAGES[self._which])
        there = HOMES[told.building // 2]
        who = next(resident for resident in RESIDENTS if resident.key == (told.who or there[story % len(there)]))
        report = FileMatter(draft, told.kind, KINDS[told.kind].tier, spot, words)
        self._filed[story] = file_matter(turn, turn.tx.people.get(who.id), report).id


def _spot(turn: Turn[MattersTransaction], told: Told, language: str) -> Spot:
    tree = turn.tx.areas.tree()
    buildings = [area for area in tree.areas.values() if area.kind is AreaKind.BUILDING]
    building = sorted(buildings, key=lambda area: area.id)[told.building]
    return Spot(tree.grid_of(building.id), building.called(language))


def _take(turn: Turn[MattersTransaction], matter: Matter) -> None:
    if matter.state is State.WAITING:
        taken(turn, turn.tx.people.get(matter.owner_id), matter)


def _say(turn: Turn[MattersTransaction], matter: Matter, line: str) -> None:
    from_member(turn, turn.tx.people.get(matter.owner_id), matter, Saying(line))


def _finish(turn: Turn[MattersTransaction], matter: Matter, cause: Cause, line: str) -> None:
    owner = turn.tx.people.get(matter.owner_id)
    close(turn, owner, OpenDialog(owner.id, "close", matter.id), (cause, _words(line)))


def _again(turn: Turn[MattersTransaction], matter: Matter, words: str) -> None:
    dialog = OpenDialog(matter.reporter_id, "reopen", matter.id)
    disagree(turn, turn.tx.people.get(matter.reporter_id), dialog, _words(words))


def _words(line: str) -> dict[str, Any]:
    return {"text": line, "media": []}


def _good(turn: Turn[MattersTransaction], matter: Matter, given: int) -> None:
    resident = turn.tx.people.get(matter.reporter_id)
    agree(turn, resident, matter)
    grade(turn, resident, turn.tx.matters.get(matter.id), given)
