"""Putting a roster in force: compared with what runs, tried and undone for the preview, then done, all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from bot.bootstrap import reactions
from bot.clock import SystemClock
from bot.config import Config
from bot.crafts.places import Places
from bot.district import District, in_force, load
from bot.following import changed
from bot.operating import opened
from bot.roster.bordering import ground
from bot.roster.changes import changes
from bot.roster.covering import must_be_covered
from bot.roster.mistakes import Mistake
from bot.roster.outcome import Changes, Outcome
from bot.roster.sources import Sources, read_sources, wanted
from domain.areas import AreaKind, Spot, TalkPoint
from domain.matters.matter import Act, Matter
from domain.people.person import Person, Role
from handlers.matters.assigning import assign
from handlers.matters.going import gone, move_all
from handlers.matters.owners import about, first_owner
from handlers.people.menu import set_menu
from handlers.roles import posts_of
from handlers.roster.changing import ROSTER_CHANGED
from handlers.telling import tell
from handlers.turn import House, Turn
from storage.database import Database
from storage.transaction import Transaction

SURE = 0.8
"""As sure a guess as is taken unasked."""


class ChangedMeanwhile(Exception):
    """Somebody else loaded between the preview and the yes."""


class NoSuchPoint(Exception):
    """A talk point that was to be taken away is not there."""


class Loading:
    """One load, from the first look to the yes."""

    def __init__(
        self,
        database: Database,
        house: House,
        before: District,
        after: District,
        remarks: Sequence[Mistake],
        digest: str,
    ) -> None:
        self._database, self._house = database, house
        self._before, self.after = before, after
        self.remarks, self._digest = remarks, digest

    @classmethod
    async def of(cls, database: Database, config: Config, sources: Sources, stopped: Collection[str] = ()) -> Loading:
        """Reads what is in force and compares. Raises RosterMistakes and NoSuchPoint."""
        before, clock = await database.read("roster", in_force), SystemClock()
        found = wanted(sources, before, Random(clock.seed()))  # noqa: S311 (ids, no secrets)
        after = with_printed_points(before, found.district, stopped)
        house = House(config.reckoning(), config.telephones(), Places(after.areas), reactions=reactions())
        must_be_covered(after, clock.now().astimezone(house.zone).date())
        remarks = [*found.remarks, *([] if sources.borders else ground(after))]
        return cls(database, house, before, after, remarks, sources.digest)

    @property
    def nothing_new(self) -> bool:
        return not changes(self._before, self.after) and not self.after.rests

    async def tried(self) -> Outcome:
        """The outcome of the real thing, all of it undone again. Raises ChangedMeanwhile."""

        def act(tx: Transaction) -> None:
            raise _Undone(self._put_in_force(tx))

        try:
            await self._database.transact("load, only tried", act)
        except _Undone as undone:
            return undone.outcome
        raise AssertionError("unreachable")

    async def done(self) -> Outcome:
        """Raises ChangedMeanwhile."""
        return await self._database.transact("load", self._put_in_force)

    def _put_in_force(self, tx: Transaction) -> Outcome:
        return put_in_force(tx, self._house, self._before, self.after, self._digest)


async def load_district(config: Config, *paths: Path) -> Outcome:
    """Puts these files in force without a question. Raises RosterMistakes, Mistakes."""
    sources = read_sources(paths, "WGS-84")
    database = await opened(config)
    try:
        return await (await Loading.of(database, config, sources)).done()
    finally:
        await database.close()


def sizes(district: District) -> dict[str, int]:
    """How much of everything there is, by the names that the words use."""
    kinds = Counter(area.kind for area in district.areas)
    people = {role: len({post.person_id for post in district.appointments if post.role is role}) for role in Role}
    return {
        "grids": kinds[AreaKind.GRID],
        "buildings": kinds[AreaKind.BUILDING],
        "points": sum(not point.retired for point in district.talk_points),
        "members": people[Role.MEMBER],
        "desks": people[Role.COORDINATOR],
    }


class _Undone(Exception):
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def with_printed_points(before: District, after: District, stopped: Collection[str] = ()) -> District:
    """Talk points that are no longer on the list stay behind it with their codes, except those named in `stopped`.

    Raises NoSuchPoint.
    """
    for name in stopped:
        if not any(name in (point.code, point.name) for point in before.talk_points):
            raise NoSuchPoint(name)
    listed = {point.code for point in after.talk_points}
    behind = [
        replace(point, retired=True, area_id=_still_there(before, after, point))
        for point in before.talk_points
        if point.code not in listed and point.code not in stopped and point.name not in stopped
    ]
    return replace(after, talk_points=(*after.talk_points, *behind))


def _still_there(before: District, after: District, point: TalkPoint) -> str:
    """Its building may be gone; then the grid says where it hangs."""
    known = {area.id for area in after.areas}
    return next((area.id for area in before.tree.up(point.area_id) if area.id in known), point.area_id)


def put_in_force(tx: Transaction, house: House, before: District, after: District, digest: str = "") -> Outcome:
    """`digest` is that of the files. Raises ChangedMeanwhile when something else than `before` is in force."""
    if changes(in_force(tx), before):
        raise ChangedMeanwhile
    turn: Turn[Transaction] = Turn(tx, house)
    outcome = Outcome(changes(before, after))
    outcome.in_chat = _done_in_chat(turn, outcome.changes)
    load(tx, after, house.zone)
    displaced = _displaced(tx, before, after)  # found now: handing a matter over takes it out of a grid that is no more
    staying = {person.id for person in after.people}
    leaving = [tx.people.get(person.id) for person in before.people if person.id not in staying]
    for person in (*leaving, *_not_serving(turn, after)):
        outcome.handed[person.id] = _hand_over(turn, person)
    _follow_their_place(turn, displaced)
    outcome.replaced = len(displaced)
    for person_id in _other_roles(before, after):
        set_menu(turn, tx.people.get(person_id))
    held = {post.area_id for post in after.appointments if post.role is Role.MEMBER}
    outcome.empty_grids = [grid.name for grid in after.tree.grids() if grid.id not in held]
    desks = {post.person_id for post in after.appointments if post.role is Role.COORDINATOR}
    outcome.nobody_joined = bool(before.people) and not any(tx.people.get(id).reachable for id in desks)
    added, altered, removed = outcome.changes.counts
    tell(turn, "district", "RosterLoaded", added=added, changed=altered, removed=removed, digest=digest)
    for person_id, codes in outcome.changes.of_people.items():
        tell(turn, f"person:{person_id}", ROSTER_CHANGED, how="file", what=codes)
    changed(tx)
    return outcome


def _done_in_chat(turn: Turn[Transaction], found: Changes) -> list[tuple[str, str, date]]:
    """What this load changes of people whom somebody edited in chat since the last one."""
    edited = []
    for person_id in found.of_people:
        events = [event for event in turn.tx.events.of(f"person:{person_id}") if event.type == ROSTER_CHANGED]
        if events and events[-1].facts["how"] == "chat":
            name, by = (turn.tx.people.get(id).name for id in (person_id, events[-1].by))
            edited.append((name, by, events[-1].at.astimezone(turn.house.zone).date()))
    return edited


def _not_serving(turn: Turn[Transaction], after: District) -> list[Person]:
    """Who stands on the roster for another time than now."""
    dated = dict.fromkeys(post.person_id for post in after.appointments if post.from_on or post.to_on)
    return [turn.tx.people.get(id) for id in dated if not posts_of(turn, id)]


def _hand_over(turn: Turn[Transaction], person: Person) -> Counter[str]:
    """What she has in hand goes to whoever answers now; the cards that she still holds let her take nothing."""
    mine = [matter.id for matter in turn.tx.matters.of_owner(person.id) if matter.can(Act.ASSIGN)]
    if turn.tx.roster.of_person(person.id):
        move_all(turn, person, "gone")
    else:
        gone(turn, person)
    turn.tx.asked.forget(person.id)
    owners = [turn.tx.matters.get(matter_id).owner_id for matter_id in mine]
    return Counter(turn.tx.people.get(owner_id).name for owner_id in owners)


def _displaced(tx: Transaction, before: District, after: District) -> list[str]:
    """Matters that are not over in a grid that is no more."""
    known = {area.id for area in after.areas}
    lost = [area.id for area in before.areas if area.kind is AreaKind.GRID and area.id not in known]
    return [matter.id for grid_id in lost for matter in tx.matters.open_in(grid_id)]


def _follow_their_place(turn: Turn[Transaction], matter_ids: Sequence[str]) -> None:
    """They go where their place lies now, else to the desk; read again, as residents and members go on meanwhile."""
    for matter in [turn.tx.matters.get(matter_id) for matter_id in matter_ids]:
        spot = _spot_now(turn.house, matter)
        if matter.can(Act.ASSIGN):
            to = first_owner(turn, about(turn, matter, spot=spot))
            assign(turn, matter, to.person, by="", why="place", spot=spot, because=to.reason)
        else:
            turn.tx.matters.save(replace(matter, spot=spot))
            tell(turn, matter.subject, "PlaceSet", grid=spot.grid_id)


def _spot_now(house: House, matter: Matter) -> Spot:
    spot = matter.spot
    if spot.lat is not None and spot.lon is not None and (around := house.gazetteer.at(spot.lat, spot.lon)):
        return replace(spot, grid_id=around[0])
    guesses = [guess for guess in house.gazetteer.find(spot.label, limit=1) if guess.certainty >= SURE]
    return replace(spot, grid_id=guesses[0].grid_id if guesses else "")


def _other_roles(before: District, after: District) -> set[str]:
    """Whose menu has to change."""
    old, new = ({(post.person_id, post.role) for post in district.appointments} for district in (before, after))
    return {person_id for person_id, _ in old ^ new}
