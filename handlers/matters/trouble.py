"""大家都在报: what the desk knows of a kind in an area; it sees what residents will read, and one tap marks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from domain.areas import SURE, AreaKind
from domain.errors import NotAllowed
from domain.matters.kinds import KINDS, clear, kind_of, likely_kinds
from domain.matters.matter import Matter
from domain.matters.trouble import Trouble, may_be_known
from domain.messages import Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import between, plan, show, sits_above
from handlers.matters.trouble_like_it import offer
from handlers.matters.trouble_planned import plan_trouble
from handlers.matters.trouble_until import ask_until, end_of, read_line, written
from handlers.matters.trouble_words import known, title, title_of
from handlers.roles import desks_of
from handlers.speaking import Line, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

MOST_CHANGES, MOST_AREAS = 8, 12
SWITCH = "@"
"""Begins an answer that is another area rather than the line asked for."""


@dataclass(frozen=True, slots=True)
class MarkTrouble:
    """`until` is an instant in ISO form or "unknown"; so is `begins`, "" for what has begun already."""

    kind: str
    area_id: str
    line: str
    until: str
    begins: str = ""


# ---- asking --------------------------------------------------------------------------------------------------------


def ask_mark(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Kind and area are taken from the matter or the words where they can be; ends in MarkTrouble or None."""
    matter = turn.tx.matters.get(dialog.subject) if dialog.subject else None
    words = str(dialog.draft.get("words", ""))
    kind = (matter.kind if matter else clear(likely_kinds(words))) or ""
    if not may_be_known(kind):
        kind = yield from _ask_kind(words, "kind")
    area_id = _area_of(turn, person, matter, words)
    if not area_id:
        area_id = yield from _ask_area(turn, person, "area")
    if words:
        said = {"line": words, "until": str(dialog.draft["until"]), "begins": str(dialog.draft.get("begins", ""))}
    else:
        inside = mapped(turn, matter.spot).building_id if matter else ""
        area_id, said = yield from _ask_line(turn, person, kind, area_id, inside)
    line, begins = said["line"], said.get("begins", "")
    until = said["until"] or (yield from ask_until(turn, "until"))
    for n in range(MOST_CHANGES):
        decision = yield from _preview(turn, person, MarkTrouble(kind, area_id, line, until, begins), n)
        if decision == "area":
            area_id = yield from _ask_area(turn, person, f"area.{n}")
        elif decision == "kind":
            kind = yield from _ask_kind(line, f"kind.{n}")
        else:
            return MarkTrouble(kind, area_id, line, until, begins) if decision == "yes" else None
    return None


def _ask_kind(words: str, name: str) -> Asking:
    codes = dict.fromkeys([*(code for code, _ in likely_kinds(words)[:3]), *KINDS])
    options = [Option(code, phrase(kind_of(code).name_key)) for code in codes if may_be_known(code)]
    return (yield from choose(name, phrase("trouble.kind"), options=options, rows=(3,), valid=may_be_known))


def _area_of(turn: Turn[MattersTransaction], person: Person, matter: Matter | None, words: str) -> str:
    """The matter's grid, or what the words name, as far as the desk answers for it."""
    found = matter.spot.grid_id if matter else ""
    if words:
        found = next(iter(_named(turn, person, words)), "")
    return found if found and sits_above(turn, person, found) else ""


def _named(turn: Turn[MattersTransaction], person: Person, words: str) -> list[str]:
    """Ids of areas of this desk that the words certainly name; one above the buildings is certain when written out."""
    areas = turn.tx.areas.tree().areas
    guessed = [guess.area_id for guess in turn.house.gazetteer.find(words) if guess.certainty >= SURE]
    said = words.casefold()
    written = [
        area
        for area in areas.values()
        if area.kind is not AreaKind.BUILDING
        and (area.name in words or (area.name_en and area.name_en.casefold() in said))
    ]
    written.sort(key=lambda area: -len(area.name))  # "桃源一网格" before the "桃源" that it holds
    found = dict.fromkeys([*guessed, *(area.id for area in written)])
    return [area_id for area_id in found if sits_above(turn, person, area_id)]


def _ask_area(turn: Turn[MattersTransaction], person: Person, name: str) -> Asking:
    """By button, or by a building's or estate's name; what is not this desk's is asked again."""
    tree = turn.tx.areas.tree()
    desks = desks_of(turn, person)
    known = dict.fromkeys(area.id for grid in tree.grids() for area in reversed(tree.up(grid.id)))
    inside = [area_id for area_id in known if any(tree.within(area_id, desk) for desk in desks)]
    wider_first = sorted(inside, key=lambda area_id: tree.areas[area_id].kind is AreaKind.GRID)
    offered = list(dict.fromkeys([*desks, *wider_first]))[:MOST_AREAS]
    options = tuple(Option(area_id, phrase("trouble.area", area=area_name(turn, area_id))) for area_id in offered)
    for n in range(MOST_CHANGES):
        words = phrase("trouble.where_again" if n else "trouble.where")
        given = yield Question(f"{name}.{n}", (words,), options, read=lambda said: said.text or None, rows=(2,))
        found = [given] if given in tree.areas else _named(turn, person, given)
        if found:
            return found[0]
    return desks[0]


def _ask_line(turn: Turn[MattersTransaction], person: Person, kind: str, area_id: str, inside: str) -> Asking:
    """Area, and the line as it was read. Wider areas are a tap away, and the one building `inside`."""
    for n in range(MOST_CHANGES):
        words, ready = phrase("trouble.line", title=title(turn, kind, area_id)), _drafted(turn, person, kind, area_id)
        use = (Option(written(ready, ""), phrase("season.use_notice")),) if ready else ()
        given = yield Question(
            f"line.{n}", (words, *((Text(ready, "quote"),) if ready else ())),
            (*use, *_switches(turn, person, area_id, inside)), read=read_line(turn), valid=lambda value: True,
        )  # fmt: skip
        if not given.startswith(SWITCH):
            return area_id, json.loads(given)
        area_id = given.removeprefix(SWITCH)
    return area_id, {"line": "", "until": ""}


def _drafted(turn: Turn[MattersTransaction], person: Person, kind: str, area_id: str) -> str:
    """What a season has ready to be said of its troubles, in the words of whoever marks it; "" for nothing."""
    pack = turn.house.practice.pack_of(kind, turn.today)
    if pack is None:
        return ""
    return voice_of(turn, person).say(phrase(f"season.notice_{pack.code}", area=area_name(turn, area_id)))


def _switches(turn: Turn[MattersTransaction], person: Person, area_id: str, inside: str) -> Iterator[Option]:
    if inside and inside != area_id:
        yield Option(f"{SWITCH}{inside}", phrase("trouble.only", area=area_name(turn, inside)))
    for area in turn.tx.areas.tree().up(area_id):
        if area.id != area_id and sits_above(turn, person, area.id):
            yield Option(f"{SWITCH}{area.id}", phrase("trouble.whole", area=area_name(turn, area.id)))


def _preview(turn: Turn[MattersTransaction], person: Person, mark: MarkTrouble, n: int) -> Asking:
    """What a resident will read, word by word, and how many open matters are like it."""
    trouble = _trouble(turn, person, mark)
    lines: list[Line] = [
        phrase(
            "trouble.preview_planned" if trouble.from_at else "trouble.preview",
            title=title_of(turn, trouble),
            begins=trouble.from_at or turn.now,
        ),
        Text(voice_of(turn, person).say(known(turn, trouble)), "quote"),
    ]
    if trouble.from_at is not None:
        lines.append(between(trouble.from_at, trouble.until_at))
    elif trouble.until_at is not None:
        lines.append(phrase("trouble.until_at", until=trouble.until_at))
    options = (
        Option("yes", phrase("trouble.yes"), sealed=True),
        Option("area", phrase("trouble.other_area")),
        Option("kind", phrase("trouble.other_kind")),
        Option("no", phrase("trouble.no")),
    )
    return (yield Question(f"sure.{n}", tuple(lines), options, rows=(1, 3)))


def _trouble(turn: Turn[MattersTransaction], person: Person, mark: MarkTrouble) -> Trouble:
    return Trouble(
        "", mark.kind, mark.area_id, person.id, "", turn.now, end_of(mark.until), line=mark.line, said_at=turn.now,
        from_at=end_of(mark.begins) if mark.begins else None,
    )  # fmt: skip


# ---- marking -------------------------------------------------------------------------------------------------------


def mark(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, wanted: MarkTrouble | None) -> None:
    """From now on later reports are answered with it. Raises NotAllowed for an area of another desk."""
    if wanted is None:
        send(turn, person, phrase("trouble.not_marked"))
        return
    if not sits_above(turn, person, wanted.area_id):
        raise NotAllowed(wanted.area_id)
    if wanted.begins:
        begins_at = datetime.fromisoformat(wanted.begins)
        plan_trouble(turn, person, wanted.kind, wanted.area_id, begins_at, end_of(wanted.until), wanted.line)
        return
    same = [t for t in turn.tx.troubles.not_over() if (t.kind, t.area_id) == (wanted.kind, wanted.area_id)]
    known_already = [trouble for trouble in same if trouble.running]
    if known_already:
        show(turn, known_already[0], person, phrase("trouble.already"))
        return
    trouble = replace(_trouble(turn, person, wanted), id=turn.tx.new_id())
    content = new_content(turn, trouble.subject, "trouble", person.id, text=wanted.line)
    tell(
        turn, trouble.subject, "TroubleMarked", by=person.id, content=content, kind=trouble.kind,
        area=trouble.area_id, until=wanted.until, owner=person.id,
    )  # fmt: skip
    trouble = replace(trouble, words_id=content.id)
    turn.tx.troubles.save(trouble)
    plan(turn, trouble)
    show(turn, trouble, person, phrase("trouble.marked"))
    offer(turn, trouble, person)


MARK = Script("mark_trouble", ask_mark, mark, calm=True)
