"""和她另一件并起来: of two matters of the same resident the younger becomes part of the elder, after two minutes."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.kinds import private
from domain.matters.matter import Act, Cause, Matter, Tier
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.assigning import deadlines
from handlers.matters.cards import owner_of, short_of
from handlers.matters.clocks import reckoned
from handlers.matters.closing_note import note_end
from handlers.matters.member_card import show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on, must_work_on
from handlers.telling import new_content, tell
from handlers.turn import Turn

OWN_ROLES = ("report", "word", "photo", "complaint")
NONE = "none"


def others_of(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[Matter]:
    """Her other matters in hand that this person has to do with too; none that is discreet, nameless or danger."""
    if not _plain(matter):
        return []
    hers = turn.tx.matters.of_reporter(matter.reporter_id)
    return [other for other in hers if other.id != matter.id and _plain(other) and may_work_on(turn, person, other)]


def _plain(matter: Matter) -> bool:
    return matter.in_hand and not (matter.joined or matter.anonymous or private(matter) or matter.tier is Tier.DANGER)


def ask_with(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the other's id, or "none"."""
    matter = turn.tx.matters.get(dialog.subject)
    options = [
        Option(other.id, phrase("tap.open", no=other.number, what=short_of(other)))
        for other in others_of(turn, person, matter)
    ]
    options.append(Option(NONE, phrase("unite.none")))
    words = phrase("unite.with", no=matter.number)
    return (yield from choose("with", words, options=options, valid=lambda value: True))


def unite(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if chosen == NONE:
        return
    both = [turn.tx.matters.get(dialog.subject), turn.tx.matters.get(chosen)]
    elder, younger = sorted(both, key=lambda matter: (matter.filed_on, matter.seq))
    for matter in both:
        must_work_on(turn, person, matter)
        if not _plain(matter) or elder.reporter_id != younger.reporter_id:
            raise NoLongerPossible(matter.id)
    closed = younger.after(
        Act.CLOSE, cause=Cause.JOINED, into_id=elder.id, owner_id=person.id, closed_at=turn.now,
        contacted_at=younger.contacted_at or turn.now, turn=younger.turn + 1,
    )  # fmt: skip
    closed = reckoned(turn, closed, "MatterClosed")
    turn.tx.matters.save(closed)
    tell(
        turn, younger.subject, "MatterClosed", by=person.id, cause=Cause.JOINED.value, level=younger.settled_at.value,
        before=younger.owner_id, into=elder.id, promise=closed.promise_at.isoformat(), **deadlines(closed),
    )  # fmt: skip
    note_end(turn, person, younger, phrase("unite.waiting", no=younger.number, into=elder.number))


UNITE = Script("unite", ask_with, unite)


def conclude(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Nobody took it back: its words and media are the elder's, whose end is asked about."""
    elder = turn.tx.matters.get(matter.into_id)
    ended = matter.after(Act.ANNOUNCE, closed_at=turn.now).after(Act.LAPSE, ended_at=turn.now)
    turn.tx.matters.save(ended)
    for said in turn.tx.contents.of(matter.subject):
        if said.by == matter.reporter_id and said.role in OWN_ROLES and (said.text or said.media):
            content = new_content(turn, elder.subject, "word", said.by, text=said.text, media=said.media)
            tell(turn, elder.subject, "WordAdded", by=said.by, content=content, united=matter.id)
    tell(turn, matter.subject, "MattersUnited", by=matter.owner_id, into=elder.id)
    if elder.in_hand and elder.owner_id != matter.owner_id:  # to her all of it is new
        show_member(turn, elder, owner_of(turn, elder), ring=True, silent=True)


def at_its_elder(turn: Turn[MattersTransaction], matter: Matter) -> Matter:
    """The matter that words about this one belong to now."""
    return turn.tx.matters.get(matter.into_id) if matter.set_aside and matter.into_id else matter
