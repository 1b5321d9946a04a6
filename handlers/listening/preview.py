"""What a sheet would change, and what it has changed: counts, the first lines, and each mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from domain.listening.entry import Entry, Looked, Row, Sort
from domain.messages import Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.listening.ports import ListsTransaction
from handlers.matters.assigning import owner_name
from handlers.speaking import Line, Strong
from handlers.texts.say import Several
from handlers.turn import Turn

LISTS: Mapping[str, Sequence[Sort]] = {
    "needs": (Sort.NEED,),
    "offers": (Sort.OFFER,),
    "projects": (Sort.PROJECT, Sort.END),
    "steps": (Sort.STEP,),
    "venues": (Sort.VENUE,),
    "answers": (Sort.ANSWER,),
}
MOST_LINES, MOST_MISTAKES = 6, 12
RESULT = "result"
Lines = list[Line | Strong]


def shown(found: Looked) -> Lines:
    """Of a sheet that was only looked at; none where there is nothing but what is wrong."""
    remarks = [Text(remark) for remark in found.remarks]
    if found.refused:
        return [phrase("intake.refused"), Text(found.refused)]
    if found.entries:
        lines: Lines = [Strong(phrase("intake.preview")), *_counted(found.entries, found.same)]
        return [*lines, *_first(found.entries), *remarks]
    return [] if found.mistakes else [phrase("intake.nothing_new"), *remarks]


def wrong(found: Looked) -> Lines:
    """What cannot be taken, which stands by itself and stays to be read while it is mended; none where all is well."""
    if not found.mistakes:
        return []
    key = "intake.mistakes" if found.entries else "intake.only_mistakes"
    return [phrase(key, n=len(found.mistakes)), *_cut([Text(mistake) for mistake in found.mistakes])]


def report(rows: Sequence[Row]) -> Lines:
    """Of one that was taken."""
    entries = [row.entry for row in rows if row.taken]
    left = [row for row in rows if row.why is not None]
    lines: Lines = [Strong(phrase("intake.taken" if entries else "intake.none_taken")), *_counted(entries, {})]
    if left:
        lines.append(phrase("intake.left_out", n=len(left)))
        lines += _cut([phrase(f"intake.why_{row.why}", where=row.entry.where, line=row.entry.line) for row in left])
    return lines


def _counted(entries: Sequence[Entry], same: Mapping[str, int]) -> Iterator[Phrase]:
    """One line for each list in which there is something; what is struck off is counted for itself."""
    for name, sorts in LISTS.items():
        here = [entry for entry in entries if entry.sort in sorts]
        counts = {
            "new": sum(entry.new for entry in here),
            "changed": sum(not entry.new and RESULT not in entry.fields for entry in here),
            "struck": sum(RESULT in entry.fields for entry in here),
            "same": same.get(name, 0),
        }
        said = [phrase(f"intake.{what}", n=n) for what, n in counts.items() if n]
        if said:
            yield phrase(f"intake.of_{name}", counts=Several(tuple(said)))


def _first(entries: Sequence[Entry]) -> Iterator[Phrase]:
    # what cannot be taken back wants looking at first, then what is changed
    ordered = sorted(entries, key=lambda entry: (RESULT not in entry.fields, entry.new))
    for entry in ordered[:MOST_LINES]:
        if RESULT in entry.fields:
            yield phrase("intake.line_struck", line=entry.line, result=entry.fields[RESULT])
        elif entry.new:
            yield phrase("intake.line_new", line=entry.line)
        else:
            yield phrase("intake.line_changed", line=entry.line, told=entry.told)
    if len(entries) > MOST_LINES:
        yield phrase("intake.more_lines", n=len(entries) - MOST_LINES)


def _cut(lines: Sequence[Line]) -> Iterator[Line]:
    yield from lines[:MOST_MISTAKES]
    if len(lines) > MOST_MISTAKES:
        yield phrase("intake.more_mistakes", n=len(lines) - MOST_MISTAKES)


def told_lines(
    turn: Turn[ListsTransaction], person: Person, entries: Sequence[Entry]
) -> Iterator[tuple[Person, Sequence[Line]]]:
    """To whom else something was given by it: needs to take care of, projects to lead."""
    given: dict[str, list[Phrase]] = {}
    for entry in entries:
        for name, key in (("taken", "intake.yours_need"), ("owner", "intake.yours_project")):
            to = entry.fields.get(name, "")
            if to and to != person.id:
                given.setdefault(to, []).append(phrase(key, line=entry.line))
    for to, lines in given.items():
        yield turn.tx.people.get(to), [phrase("intake.yours", member=owner_name(person)), *_cut(lines)]
