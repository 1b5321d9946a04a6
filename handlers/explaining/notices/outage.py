"""What goes with a notice of an outage: it is registered too, so that reports are answered while it lasts."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from domain.explaining.notice import Notice
from domain.explaining.outage import LONGEST_LINE, OFF, Outage, announced_in, kinds_named, kinds_off
from domain.messages import Inbound, Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import between, show, sits_above
from handlers.matters.trouble_planned import plan_trouble
from handlers.matters.trouble_until import announced
from handlers.speaking import voice_of
from handlers.texts.say import Several
from handlers.turn import Turn

NOT = "not"
"""Only the notice: nothing is registered."""
MOST_TRIES = 8


# ---- asking, inside the dialog of the notice -----------------------------------------------------------------------


def ask_outage(turn: Turn[Any], person: Person, words: str) -> Asking:
    """Ends in what `outage_of` reads, "" for none. What the notice's words say already is not asked; one tap agrees."""
    kinds = kinds_off(words) or (yield from _ask_kinds())
    if not kinds:
        return ""
    stretch, line = announced_in(words, turn.now.astimezone(turn.house.zone))
    if stretch is not None:
        when = _written(stretch.begins_at.isoformat(), stretch.ends_at.isoformat() if stretch.ends_at else "", "")
    else:
        when = yield from _ask_when(turn)
    if when == NOT:
        return ""
    off = voice_of(turn, person).say(phrase("outage.off", off=off_of(kinds)))
    return (yield from _ask_sure(turn, _outage(kinds, when, line or off)))


def outage_of(said: str) -> Outage | None:
    """What the dialog ended in, as it is kept with the draft of the notice."""
    if not said:
        return None
    kept = json.loads(said)
    return _outage(tuple(kept["kinds"]), said, kept["line"])


def _ask_kinds() -> Asking:
    options = (*(Option(kind, phrase(f"outage.of_{kind}")) for kind in OFF), Option(NOT, phrase("outage.not")))
    for n in range(MOST_TRIES):
        given = yield Question(
            f"outage_kind.{n}", (phrase("outage.kind_again" if n else "outage.kind"),), options, _typed, _stays, (4, 1)
        )
        kinds = tuple(kind for kind in given.split() if kind in OFF) or kinds_named(given)
        if kinds or given == NOT:
            return kinds
    return ()


def _typed(given: Inbound) -> str | None:
    return given.text or None


def _stays(value: str) -> bool:
    return True


def _ask_when(turn: Turn[Any]) -> Asking:
    options = (Option(NOT, phrase("outage.not")),)
    for n in range(MOST_TRIES):
        words = phrase("outage.when_again" if n else "outage.when")
        given = yield Question(f"outage_when.{n}", (words,), options, _read(turn), _stays)
        if given == NOT or json.loads(given)["begins"]:
            return given
    return NOT


def _ask_sure(turn: Turn[Any], outage: Outage) -> Asking:
    """The answer holds what was shown, so that no day moves while she thinks; other words change it."""
    for n in range(MOST_TRIES):
        options = (Option(_whole(outage), phrase("outage.yes")), Option(NOT, phrase("outage.not")))
        lines = (phrase("outage.sure", span=_span(outage), off=off_of(outage.kinds)), Text(outage.line, "quote"))
        given = yield Question(f"outage_sure.{n}", lines, options, _read(turn), _stays)
        if given == NOT:
            return ""
        said = json.loads(given)
        if "kinds" in said:
            return given
        outage = _outage(outage.kinds, given if said["begins"] else _whole(outage), said["line"] or outage.line)
    return ""


def _read(turn: Turn[Any]) -> Any:
    def read(given: Inbound) -> str | None:
        if not given.text:
            return None
        said = announced(turn, given.text)
        return _written(said["begins"], said["until"] if said["begins"] else "", said["line"][:LONGEST_LINE])

    return read


def _written(begins: str, until: str, line: str) -> str:
    return json.dumps({"begins": begins, "until": until, "line": line}, ensure_ascii=False)


def _whole(outage: Outage) -> str:
    until = outage.until_at.isoformat() if outage.until_at else ""
    said = {"kinds": outage.kinds, "begins": outage.begins_at.isoformat(), "until": until, "line": outage.line}
    return json.dumps(said, ensure_ascii=False)


def _outage(kinds: tuple[str, ...], when: str, line: str) -> Outage:
    said = json.loads(when)
    until = datetime.fromisoformat(said["until"]) if said["until"] else None
    return Outage(kinds, datetime.fromisoformat(said["begins"]), until, line)


# ---- saying --------------------------------------------------------------------------------------------------------


def last_day(turn: Turn[Any], said: str) -> str:
    """Until when its notice counts, in ISO form; "" where nobody knows."""
    outage = outage_of(said)
    if outage is None or outage.until_at is None:
        return ""
    return outage.until_at.astimezone(turn.house.zone).date().isoformat()


def off_of(kinds: tuple[str, ...]) -> object:
    """停水、停电"""
    return Several(tuple(phrase(f"outage.off_{kind}") for kind in kinds))


def goes_with(outage: Outage) -> Phrase:
    """For the preview of the notice."""
    return phrase("outage.goes_with", span=_span(outage), off=off_of(outage.kinds), line=outage.line)


def _span(outage: Outage) -> Phrase:
    return between(outage.begins_at, outage.until_at)


# ---- once the notice is out ----------------------------------------------------------------------------------------


def plan_outage(turn: Turn[MattersTransaction], person: Person, notice: Notice, outage: Outage | None) -> None:
    """One known trouble for each kind, where she may mark it; each shows her its card."""
    if outage is None or not sits_above(turn, person, notice.area_id):
        return
    for kind in outage.kinds:
        begins_at, until_at = outage.begins_at, outage.until_at
        plan_trouble(turn, person, kind, notice.area_id, begins_at, until_at, outage.line, notice_id=notice.id)


def of_notice(turn: Turn[MattersTransaction], notice_id: str) -> list[Any]:
    """What was registered with it and is not over, in the order in which kinds are named."""
    found = [trouble for trouble in turn.tx.troubles.not_over() if notice_id and trouble.notice_id == notice_id]
    return sorted(found, key=lambda trouble: OFF.index(trouble.kind))


def does_it_stand(turn: Turn[MattersTransaction], person: Person, notice_id: str, lead: Phrase) -> None:
    """The notice goes no further: whoever did that sees what was registered with it, and the buttons that end it."""
    for trouble in of_notice(turn, notice_id):
        show(turn, trouble, person, lead)
