"""Slips: number and code of what was reported for somebody, to be read out or printed, so that she can take it over."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Event
from domain.listening.slip import LIFE, Slip, hash_of, new_code, spoken
from domain.listening.visit import Outcome
from domain.matters.matter import Matter, Tier
from domain.messages import Media, Op
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from handlers.listening.visits.page import show_visit
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.clocks import matter_of
from handlers.roles import holds
from handlers.speaking import Tap, send, take_back
from handlers.telling import tell
from handlers.texts.say import ShortDay
from handlers.turn import Turn

WORK = "slip"
"""A kind of work; subject "matter:<id>", args: person, key."""
PROMPT = "slip:"
LEAVES_WITHIN = timedelta(days=6)


def filed(turn: Turn[VisitsTransaction], event: Event) -> None:
    """What was reported on a visit stands there; who reported for somebody gets the slip. Danger has no time for it."""
    matter, visit_id = matter_of(turn, event.subject), str(event.facts.get("of", "")).removeprefix("visit:")
    person = turn.tx.people.get(matter.reporter_id)
    fit = bool(event.facts["behalf"]) and matter.open and matter.tier is not Tier.DANGER
    gives = fit and _on_duty(turn, person)
    if visit_id:
        turn.tx.visits.yields(visit_id, Outcome.MATTER, matter.id)
        lead = [make(turn, person, matter)] if gives else []
        show_visit(turn, person, turn.tx.visits.get(visit_id), *lead, slip_of=matter.id if gives else "")
    elif gives:
        read_out(turn, person, matter)


def _on_duty(turn: Turn[VisitsTransaction], person: Person) -> bool:
    return any(holds(turn, person, role) for role in Role)


def must_give(turn: Turn[VisitsTransaction], person: Person, matter: Matter) -> None:
    """Raises NotAllowed for anybody but whoever reported it for somebody, NoLongerPossible where it is claimed."""
    if not matter.on_behalf_of:
        raise NoLongerPossible(matter.id)
    if matter.reporter_id != person.id or not _on_duty(turn, person):
        raise NotAllowed(matter.id)


def make(turn: Turn[VisitsTransaction], person: Person, matter: Matter) -> Phrase:
    """A new code, said once and kept as its hash; those made before hold as well."""
    code = new_code(turn.tx.chance)
    keep(turn, person, matter, code, turn.now)
    until = ShortDay((turn.now + LIFE).astimezone(turn.house.zone).date())
    return phrase("slip.read", no=matter.number, code=spoken(code), until=until)


def keep(turn: Turn[VisitsTransaction], person: Person, matter: Matter, code: str, made_at: datetime) -> None:
    turn.tx.slips.add(Slip(hash_of(code), matter.id, person.id, made_at))
    tell(turn, matter.subject, "SlipMade", by=person.id)


def read_out(turn: Turn[VisitsTransaction], person: Person, matter: Matter) -> None:
    taps = ((Tap(phrase("slip.tap_print"), "print"),),)
    send(
        turn, person, make(turn, person, matter), taps=taps, prompt=PROMPT + matter.id, about=matter.subject,
        silent=True,
    )  # fmt: skip


def print_one(turn: Turn[VisitsTransaction], person: Person, matter: Matter) -> None:
    """A page with a code of its own is made beside the turns."""
    must_give(turn, person, matter)
    key = f"slip:{turn.tx.new_id()}"
    send(turn, person, phrase("slip.printing"), key=key, silent=True)
    turn.tx.work.add(WORK, matter.subject, {"person": person.id, "key": key})


def send_page(turn: Turn[VisitsTransaction], person: Person, matter: Matter, code: str, page: Media, key: str) -> None:
    """Only as long as there is something to take over."""
    take_back(turn, person, key)
    if matter.on_behalf_of and matter.reporter_id == person.id:
        keep(turn, person, matter, code, turn.now)
        until = turn.now + LEAVES_WITHIN
        send(turn, person, page, purpose="slip", about=matter.subject, silent=True, not_after=until)


def page_failed(turn: Turn[VisitsTransaction], person: Person, key: str) -> None:
    send(turn, person, phrase("slip.not_printed", desk=turn.house.contacts.desk), op=Op.UPDATE, key=key, silent=True)
