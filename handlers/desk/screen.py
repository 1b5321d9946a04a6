"""案头: one phone screen with what needs a hand, the most urgent first, and everything else one tap away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.desk.needs import NEEDS_A_HAND, Group
from domain.errors import NoLongerPossible, NotAllowed
from domain.matters.matter import Level, Matter
from domain.matters.trouble import Trouble
from domain.messages import Inbound, Keys, Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.desk.lines import MOST_AREAS, areas_named, item_line, item_rows
from handlers.desk.ports import DeskTransaction
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name
from handlers.matters.owners import LEVELS
from handlers.matters.trouble_list import seen_by
from handlers.matters.trouble_words import title_of
from handlers.roles import at_desk, desks_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Named, Several
from handlers.turn import Turn

PROMPT = "k:"
PAGE, A_ROW = 5, 4
GONE = 3
"""Members out of reach who are named."""
Counts = Mapping[Group, int]
APART = 3
"""So many that were opened again stand on the first screen beside other things; more are one line of it."""
CALM = (Group.IN_HAND, Group.PAUSED, Group.ABOVE)
"""What needs nobody's hand at this desk."""


def desk(turn: Turn[DeskTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """/desk, 案头: a fresh screen."""
    _show(turn, person, None, 0, Op.SEND)


def leaf(turn: Turn[DeskTransaction], person: Person, group: str, start: int) -> None:
    """The screen turned to a group ("" for all that needs a hand), from the `start`-th matter on, in place.

    Raises NotAllowed, NoLongerPossible.
    """
    if not desks_of(turn, person):
        raise NotAllowed("desk")
    if group and group not in list(Group):
        raise NoLongerPossible(group)
    _show(turn, person, Group(group) if group else None, start, Op.UPDATE)


def _show(turn: Turn[DeskTransaction], person: Person, group: Group | None, start: int, op: Op) -> None:
    areas = desks_of(turn, person)
    level = widest(turn, areas)
    counts = turn.tx.desk.counts(person.id, turn.now, level)
    title = _title(turn, areas)
    running = seen_by(turn, person)
    if not counts and not running:
        gone = _gone(turn, person)
        send(turn, person, Strong(title), phrase("desk.none"), *gone, Keys(lasting_keys(turn, person)))
        return
    groups = (group,) if group else _at_first(counts)
    total = sum(counts.get(each, 0) for each in groups)
    items = _items(turn, person, counts, groups, start, level)
    lines: list[Line | Strong] = [Strong(title), *([_summary(counts, group)] if counts else [])]
    lines += [item_line(turn, person, stands, matter) for stands, matter in items]
    if not start and not group:
        lines += [*_folded(counts, groups), *_running(turn, running), *_gone(turn, person)]
    taps = (
        *item_rows(items),
        *_together(_group_taps(counts, groups, total), _last_row(group, start + len(items), total, running)),
    )
    send(turn, person, *lines, taps=taps, prompt=PROMPT, op=op, key=f"desk:{person.id}")


def widest(turn: Turn[DeskTransaction], areas: list[str]) -> Level | None:
    """The level of the widest of these desks; what is on a lower one comes to it only when it climbs."""
    tree = turn.tx.areas.tree()
    levels = [LEVELS[tree.areas[area_id].kind] for area_id in areas if area_id in tree.areas]
    return max(levels, key=list(Level).index, default=None)


def _at_first(counts: Counts) -> tuple[Group, ...]:
    """What needs a hand; what is well under way too, where that is all there is or it all fits."""
    needs = [each for each in NEEDS_A_HAND if counts.get(each)]
    if not needs or sum(counts.values()) <= PAGE:
        return (*NEEDS_A_HAND, *CALM)
    fold = counts.get(Group.REOPENED, 0) > APART and len(needs) > 1
    return tuple(each for each in NEEDS_A_HAND if each is not Group.REOPENED) if fold else NEEDS_A_HAND


def _folded(counts: Counts, groups: tuple[Group, ...]) -> list[Line]:
    """What a whole morning says is "not yet" hides nothing else that needs a hand."""
    n = counts.get(Group.REOPENED, 0)
    return [phrase("desk.reopened_together", n=n)] if n and Group.REOPENED not in groups else []


def _title(turn: Turn[DeskTransaction], areas: list[str]) -> Phrase:
    """Whose desk it is and who is on duty there; of several desks all of them, each person once."""
    tree = turn.tx.areas.tree()
    named = areas_named([Named(area.name, area.name_en) for area in map(tree.areas.__getitem__, areas)])
    first = dict.fromkeys(there[0] for there in (at_desk(turn, area_id) for area_id in areas[:MOST_AREAS]) if there)
    if not first:
        return phrase("desk.title_alone", area=named)
    return phrase("desk.title", area=named, member=Several(tuple(owner_name(person) for person in first)))


def _summary(counts: Counts, group: Group | None) -> Phrase:
    if group is not None:
        return phrase(f"desk.group_{group.value}", n=counts.get(group, 0))
    open_ones = sum(n for each, n in counts.items() if each is not Group.UNHEARD)
    needs = sum(counts.get(each, 0) for each in NEEDS_A_HAND)
    return phrase("desk.sum" if needs else "desk.sum_calm", n=needs, open=open_ones)


def _items(
    turn: Turn[DeskTransaction],
    person: Person,
    counts: Counts,
    groups: tuple[Group, ...],
    start: int,
    level: Level | None,
) -> list[tuple[Group, Matter]]:
    items: list[tuple[Group, Matter]] = []
    passed = 0
    for group in groups:
        n = counts.get(group, 0)
        offset = max(0, start + len(items) - passed)
        if offset < n and len(items) < PAGE:
            found = turn.tx.desk.page(person.id, group, turn.now, PAGE - len(items), offset, level)
            items += [(group, matter) for matter in found]
        passed += n
    return items


def _running(turn: Turn[DeskTransaction], running: Sequence[Trouble]) -> list[Line]:
    """What many report just now, and how many wait for its end: those stand in no group above; and what is to come."""
    now = [trouble for trouble in running if trouble.running]
    first = min((trouble for trouble in running if not trouble.running), key=_begins, default=None)
    lines: list[Line] = []
    waiting = sum(turn.tx.troubles.waiting(trouble.id) for trouble in now)
    if len(now) == 1:
        lines.append(phrase("desk.trouble", title=title_of(turn, now[0]), n=waiting))
    elif now:
        lines.append(phrase("desk.troubles", n=len(now), waiting=waiting))
    if first is not None:
        n = len(running) - len(now)
        key = "desk.planned" if n == 1 else "desk.planned_many"
        lines.append(phrase(key, title=title_of(turn, first), begins=_begins(first), n=n))
    return lines


def _begins(trouble: Trouble) -> datetime:
    return trouble.from_at or trouble.marked_at


def _gone(turn: Turn[DeskTransaction], person: Person) -> list[Line]:
    """Members who cannot be reached, with how much of theirs went to others."""
    ids = turn.tx.desk.members_gone(person.id, GONE)
    if not ids:
        return []
    named = []
    for person_id in ids:
        events = turn.tx.events.of(f"person:{person_id}")
        moved = next((e.facts.get("moved", 0) for e in reversed(events) if e.type == "MemberUnreachable"), 0)
        name = owner_name(turn.tx.people.get(person_id))
        named.append(phrase("desk.gone_moved", member=name, n=moved) if moved else name)
    return [phrase("desk.gone", members=Several(tuple(named)))]


# ---- buttons -------------------------------------------------------------------------------------------------------


def _group_taps(counts: Counts, groups: tuple[Group, ...], total: int) -> Rows:
    """The groups with their counts, as far as they are not on this screen already."""
    shown = groups if total <= PAGE or len(groups) == 1 else ()
    taps = [
        Tap(phrase(f"desk.chip_{each.value}", n=counts[each]), f"page:{each.value}:0")
        for each in Group
        if counts.get(each) and each not in shown
    ]
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))


def _together(groups: Rows, last: tuple[Tap, ...]) -> Rows:
    """In one row what has room there."""
    return ((*groups[0], *last),) if len(groups) == 1 and len(groups[0]) + len(last) <= A_ROW else (*groups, last)


def _last_row(group: Group | None, shown: int, total: int, running: Sequence[Trouble]) -> tuple[Tap, ...]:
    taps = [Tap(phrase("desk.tap_trouble"), "trouble")] if running else []
    taps += [Tap(phrase("desk.tap_duty"), "duty"), Tap(phrase("desk.tap_find"), "find")]
    if group is not None:
        taps.insert(0, Tap(phrase("desk.tap_back"), "page::0"))
    if total > shown:
        taps.insert(0, Tap(phrase("list.more", n=total - shown), f"page:{group.value if group else ''}:{shown}"))
    return tuple(taps)
