"""One person on the roster: what she is appointed to, can do, takes on and lends; each changed by a tap or two."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matters.kinds import KINDS
from domain.messages import Op
from domain.people.person import Ability, Person, Resource, Role
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.finder import skill_name
from handlers.rights import may_invite
from handlers.roster.areas_page import PROMPT, key_of_page
from handlers.roster.marks import post_line
from handlers.roster.ports import RosterTransaction
from handlers.roster.scope import person_in_scope, posts_in_scope
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Several, ShortDay
from handlers.turn import Turn

MOST_LENT = 3


def show_person(turn: Turn[RosterTransaction], person: Person, of_id: str, op: Op = Op.UPDATE) -> None:
    """Raises NotAllowed, NotFound."""
    whom = person_in_scope(turn, person, of_id)
    posts = posts_in_scope(turn, person, whom.id)
    phone = next((post.phone for post in posts if post.phone), "")
    title = phrase("roster.person_phone" if phone else "roster.person", member=owner_name(whom), phone=phone)
    lines: list[Line | Strong] = [Strong(title), *(post_line(turn, post) for post in posts)]
    lines += [*_load(turn, whom), *ability_lines(turn.tx.abilities.of(whom.id)), *_lent(turn, whom)]
    if not whom.reachable:
        lines.append(phrase("roster.person_not_here"))
    desk_only = all(post.role is Role.COORDINATOR for post in posts)
    joins = not whom.reachable and may_invite(turn, person, whom)
    taps = _taps(whom, posts[0].area_id, desk_only=desk_only, joins=joins)
    send(turn, person, *lines, taps=taps, prompt=PROMPT, op=op, key=key_of_page(person))


def _load(turn: Turn[RosterTransaction], whom: Person) -> list[Phrase]:
    n, most = len(turn.tx.matters.of_owner(whom.id)), turn.tx.abilities.of(whom.id).most
    return [phrase("roster.has_of", n=n, most=most) if most else phrase("roster.has", n=n)]


def ability_lines(ability: Ability) -> list[Phrase]:
    """Skills, and the kinds she takes or refuses; nothing of what nobody wrote."""
    lines = []
    if ability.skills:
        lines.append(phrase("roster.skills", skills=Several(tuple(map(skill_name, ability.skills)))))
    if ability.takes:
        lines.append(phrase("roster.takes", kinds=kinds_named(ability.takes)))
    if ability.refuses:
        lines.append(phrase("roster.refuses", kinds=kinds_named(ability.refuses)))
    return lines


def kinds_named(codes: Sequence[str]) -> Several:
    return Several(tuple(phrase(KINDS[code].name_key) for code in codes if code in KINDS))


def _lent(turn: Turn[RosterTransaction], whom: Person) -> list[Phrase]:
    lent = turn.tx.resources.of(whom.id)
    return [phrase("roster.lends", what=lent_words(each)) for each in lent[:MOST_LENT]]


def lent_words(resource: Resource) -> Phrase:
    """会议室（纺机厂，30座，周末，到12月31日）, as much of it as is known."""
    until = phrase("roster.until", day=ShortDay(resource.until_on)) if resource.until_on else None
    known = tuple(part for part in (resource.unit, resource.how_much, resource.free_when, until) if part)
    if not known:
        return phrase("roster.thing", what=resource.what)
    return phrase("roster.thing_of", what=resource.what, about=Several(known))


def _taps(whom: Person, area_id: str, *, desk_only: bool, joins: bool) -> Rows:
    def edit(what: str) -> Tap:
        return Tap(phrase(f"roster.tap_{what}"), f"e:{what}:{whom.id}")

    link = (Tap(phrase("roster.tap_link"), f"link:{whom.id}"),) if joins else ()
    flags = "night" if desk_only else "flags"
    rows: list[tuple[Tap, ...]] = [
        (edit("skills"), edit("most"), edit("kinds")),
        (edit("days"), edit(flags), edit("lent")),
    ]
    if desk_only:  # what falls to a desk falls to it whatever it is
        rows = [(edit("skills"), edit("days"), edit(flags)), (edit("lent"),)]
    last = (edit("phone"), edit("out"), *link)
    return (*rows, last, (Tap(phrase("roster.tap_back"), f"a:{area_id}:0"),))
