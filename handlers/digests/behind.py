"""The matters behind a figure: who has them, why they count as they do and until when, each to be opened by a tap."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from domain.digests.figures import Case, Digest, Figure, Side
from domain.matters.kinds import private
from domain.matters.matter import Matter, State
from domain.matters.words import one_line
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.desk.lines import room, short_what, until
from handlers.desk.screen import PROMPT as AT_DESK
from handlers.digests.ports import DigestsTransaction
from handlers.digests.rights import must_read
from handlers.digests.saying import RATES, prompt_of
from handlers.digests.wording import rate, times
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of
from handlers.matters.rights import at_its_desk
from handlers.matters.worklists import falls_due
from handlers.speaking import Line, Strong, Tap, send
from handlers.turn import Turn

PAGE = 6
A_ROW = 3
LINE_LETTERS = 24
"""Chinese letters of a member's last line that leave room on a phone for who and until when."""
LEFT = {
    Figure.RESPONSE: ("withdrawn", "set_aside", "trouble", "me_too", "running"),
    Figure.SOLVED: ("awaiting", "withdrawn"),
}
"""Why matters were not counted, as far as the sentence of the rate does not say it."""


def show(turn: Turn[DigestsTransaction], person: Person, digest_id: str, figure: Figure, start: int) -> None:
    """Raises NotAllowed, NotFound."""
    must_read(turn, person, digest_id)
    digest, page = turn.tx.digests.glance(digest_id), turn.tx.digests.cases(digest_id, figure, start, PAGE)
    lines: list[Line | Strong] = [Strong(phrase(f"digest.name_{figure.value}", n=_size(digest, figure)))]
    lines += _explained(digest, figure) if not start else []
    seen: list[Tap] = []
    for n, case in enumerate(page):
        if figure in RATES and (n == 0 or case.side is not page[n - 1].side):
            lines.append(phrase(f"digest.{figure.value}_{case.side.value}"))
        matter = turn.tx.matters.get(case.matter_id)
        lines.append(_line(turn, person, figure, case, matter))
        if _open_to(turn, person, matter):
            seen.append(Tap(phrase("desk.tap_see", no=matter.number), f"see:{matter.id}"))
    rest = digest.count(figure) - start - len(page)
    more = ((Tap(phrase("list.more", n=rest), f"figure:{figure.value}:{start + PAGE}"),),) if rest > 0 else ()
    rows = tuple(tuple(seen[n : n + A_ROW]) for n in range(0, len(seen), A_ROW))
    send(turn, person, *lines, taps=rows, prompt=AT_DESK, below=((prompt_of(digest_id), more),), silent=True)


def _size(digest: Digest, figure: Figure) -> object:
    return rate(digest, figure) if figure in RATES else digest.count(figure)


def _explained(digest: Digest, figure: Figure) -> Sequence[Line]:
    """How the figure came about, in a sentence, with what was not counted."""
    if figure not in RATES:
        return times("result_time", digest.result) if figure is Figure.CLOSED else ()
    yes, of = digest.of(figure)
    silent = digest.count(figure, Side.LEFT, "unrated" if figure is Figure.SATISFIED else "silent")
    key = f"{figure.value}_and_silent" if silent else figure.value
    lines: list[Line] = [phrase(f"digest.{key}", k=of, s=yes, m=silent)]
    for why in LEFT.get(figure, ()):
        n = digest.count(figure, Side.LEFT, why)
        if n:
            lines.append(phrase(f"digest.left_{why}", n=n))
    return [*lines, *(times("contact_time", digest.contact) if figure is Figure.RESPONSE else ())]


# ---- one matter ----------------------------------------------------------------------------------------------------


def _open_to(turn: Turn[DigestsTransaction], person: Person, matter: Matter) -> bool:
    """What has moved to another desk since, and what is said of a person, is only counted here."""
    return not (private(matter) and matter.owner_id != person.id) and at_its_desk(turn, person, matter)


def _line(turn: Turn[DigestsTransaction], person: Person, figure: Figure, case: Case, matter: Matter) -> Phrase:
    if not _open_to(turn, person, matter):
        return phrase("digest.case_closed", no=matter.number)
    told = [*_why(turn, figure, case, matter)]
    if matter.in_hand:
        told.append(until(turn, falls_due(matter)))
    told.append(phrase("digest.who", member=owner_name(owner_of(turn, matter))))
    joined = reduce(lambda before, after: phrase("digest.and", a=before, b=after), told)
    return phrase("digest.case", no=matter.number, what=short_what(matter), told=joined)


def _why(turn: Turn[DigestsTransaction], figure: Figure, case: Case, matter: Matter) -> list[Phrase]:
    """The reason it counts as it does as far as its heading leaves it open, and the last thing a member said of it."""
    role, line = _last_line(turn, matter)
    known = figure is Figure.SOLVED and (case.why, role) in SAID_ABOVE
    reason = None if known else _reason(figure, case, matter)
    return [*([reason] if reason else []), *([phrase("digest.said", line=line)] if line else [])]


def _reason(figure: Figure, case: Case, matter: Matter) -> Phrase | None:
    if figure is Figure.SATISFIED and case.side is not Side.LEFT:
        return phrase("digest.graded", n=case.why)
    if figure is Figure.SETTLED:
        return phrase(f"digest.level_{case.why}")
    if case.why in WHY and figure in RATES:
        return phrase(f"digest.why_{case.why}")
    if matter.state in (State.WAITING, State.TAKEN, State.CLOSING):
        return phrase(f"digest.state_{matter.state.value}")
    return phrase(f"cause.{matter.cause.value}") if matter.cause is not None else None


SAID_ABOVE = (("", "closing"), ("", "progress"), ("not_solved", "progress"))
"""Reasons that the headings of the solved rate say already, with what a member last said since then."""
WHY = (
    "late", "nobody", "withdrawn", "set_aside", "trouble", "me_too", "running", "not_solved", "explained", "silent",
    "awaiting", "unrated",
)  # fmt: skip


def _last_line(turn: Turn[DigestsTransaction], matter: Matter) -> tuple[str, str]:
    """What a member or the desk last said of it to the resident, never the resident's words: (role, line).

    How it once ended says nothing of a matter that is open again.
    """
    said = (
        (c.role, c.text) for c in reversed(turn.tx.contents.of(matter.subject)) if c.role in ("progress", "closing")
    )
    role, line = next(((role, text) for role, text in said if text), ("", ""))
    if role == "closing" and matter.state in (State.WAITING, State.TAKEN):
        return "", ""
    return role, one_line(line, room(line, LINE_LETTERS), place="")
