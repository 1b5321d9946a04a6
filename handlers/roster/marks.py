"""One line for each person on the roster: her place in the order, and what must be known of her just now."""

from __future__ import annotations

from datetime import date, timedelta

from domain.areas import AreaKind
from domain.people.person import Appointment, Person, Role
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.people.not_herself import JOINED, last_joined
from handlers.roster.ports import RosterTransaction
from handlers.texts.say import Named, Several, ShortDay
from handlers.turn import Turn


def today(turn: Turn[RosterTransaction]) -> date:
    return turn.now.astimezone(turn.house.zone).date()


def with_marks(line: Phrase, marks: list[Phrase]) -> Phrase:
    """The marks behind the line, with dots between."""
    for mark in marks:
        line = phrase("roster.mark", line=line, mark=mark)
    return line


def line_in_area(turn: Turn[RosterTransaction], post: Appointment) -> Phrase:
    """ "1 王芳 · 组长 · 3/5件", as the area's screen lists its people."""
    person = turn.tx.people.get(post.person_id)
    line = phrase("roster.line", n=post.rank, member=owner_name(person))
    if post.role is Role.COORDINATOR:
        line = phrase("roster.line_desk", member=owner_name(person))
    return with_marks(line, [*terms(turn, post), *_there(turn, person), *_in_hand(turn, person)])


def terms(turn: Turn[RosterTransaction], post: Appointment) -> list[Phrase]:
    """Leads, nights, weekdays, days of service that have an end or have not begun."""
    marks = [phrase("roster.leads")] if post.lead else []
    marks += [phrase("roster.night")] if post.night else []
    if post.days:
        names = tuple(phrase(f"roster.weekday_{day}") for day in post.days)
        marks.append(phrase("roster.weekdays", days=Several(names)))
    on = today(turn)
    if post.to_on and post.to_on < on:
        marks.append(phrase("roster.ended", day=ShortDay(post.to_on)))
    elif post.to_on:
        marks.append(phrase("roster.until", day=ShortDay(post.to_on)))
    if post.from_on and post.from_on > on:
        marks.append(phrase("roster.since", day=ShortDay(post.from_on)))
    return marks


def _there(turn: Turn[RosterTransaction], person: Person) -> list[Phrase]:
    if not person.reachable:
        became = last_joined(turn, person)
        joined = became is not None and became.type == JOINED
        return [phrase("roster.unreachable" if joined else "roster.not_joined")]
    away = turn.tx.roster.absent(person.id, turn.now)
    if away is None:
        return []
    last = (away.to_at.astimezone(turn.house.zone) - timedelta(minutes=1)).date()
    return [phrase("roster.away", day=ShortDay(last))]


def _in_hand(turn: Turn[RosterTransaction], person: Person) -> list[Phrase]:
    n, most = len(turn.tx.matters.of_owner(person.id)), turn.tx.abilities.of(person.id).most
    if most:
        return [phrase("roster.load_of", n=n, most=most)]
    return [phrase("roster.load", n=n)] if n else []


def post_line(turn: Turn[RosterTransaction], post: Appointment) -> Phrase:
    """ "桃源一网格：主责 · 组长", as her own page lists what she is appointed to."""
    area = turn.tx.areas.tree().areas[post.area_id]
    line = phrase("roster.post", area=Named(area.name, area.name_en), place=place_words(post, area.kind))
    return with_marks(line, terms(turn, post))


def place_words(post: Appointment, kind: AreaKind) -> Phrase:
    """主责, 第2位, 楼长 or 值班."""
    if post.role is Role.COORDINATOR:
        return phrase("roster.at_desk")
    if post.rank > 1:
        return phrase("roster.rank", n=post.rank)
    return phrase("roster.of_building" if kind is AreaKind.BUILDING else "roster.first")
