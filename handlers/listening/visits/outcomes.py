"""What comes of a visit: a matter reported for somebody who knows of it, a need on the list, a word of thanks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from domain.areas import Spot
from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.kinds import likely_kind
from domain.listening.need import Heard
from domain.listening.visit import Outcome, Visit
from domain.matters.draft import Draft, Said, media_from_json
from domain.matters.greetings import is_no, is_yes
from domain.messages import Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, Script, ask, begin
from handlers.listening.needs import note_need
from handlers.listening.visits.page import show_visit
from handlers.listening.visits.places import spot_of
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.drafts import start
from handlers.reach import must
from handlers.telling import tell
from handlers.texts.say import Voice
from handlers.turn import Turn

AS_HEARD, RESIDENT, MYSELF = "as_heard", "resident", "myself"
LONGEST_NAME = 20


def matter(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> None:
    begin(turn, person, FOR_WHOM, subject=visit.id)


def need(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> None:
    """The words as they were heard, the first time; of another need it is asked what it is."""
    if visit.line and not turn.tx.needs.heard(Heard.VISIT, visit.id):
        note_it(turn, person, visit, visit.line)
    else:
        begin(turn, person, ANOTHER_NEED, subject=visit.id)


def thanks(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> None:
    if not turn.tx.visits.thanked(visit.id):
        tell(turn, visit.subject, "VisitThanked", by=person.id)
        turn.tx.visits.yields(visit.id, Outcome.THANKS)
    show_visit(turn, person, visit)


DO: Mapping[str, Callable[[Turn[VisitsTransaction], Person, Visit], None]] = {
    "matter": matter,
    "need": need,
    "thanks": thanks,
}
"""By the value of the button (`visits.tap_<act>`)."""


def hers(turn: Turn[VisitsTransaction], person: Person, visit_id: str) -> Visit:
    """Only whoever was there makes anything of it. Raises NotAllowed, NotFound, NoLongerPossible."""
    visit = turn.tx.visits.get(visit_id)
    if visit.by_id != person.id:
        raise NotAllowed(visit_id)
    must(turn, person, visit.area_id, AreaRight.VISIT)
    if visit.withdrawn:
        raise NoLongerPossible(visit_id)
    return visit


# ---- a matter for somebody -----------------------------------------------------------------------------------------


def ask_for_whom(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the words ("" for those of the visit) and for whom ("" for herself). Raises as `hers`."""
    visit = hers(turn, person, dialog.subject)
    words = ""
    if not visit.words_id or turn.tx.visits.matters_of(visit.id):
        words = yield from _words_of(visit, phrase("visits.matter_what", place=visit.label))
    options = (Option(RESIDENT, phrase("visits.for_resident")), Option(MYSELF, phrase("visits.for_myself")))
    whom = yield Question(
        "whom", (phrase("visits.for_whom"),), options, lambda given: given.text[:LONGEST_NAME] or None,
        lambda value: True, means=lambda said: RESIDENT if is_yes(said) else MYSELF if is_no(said) else None,
    )  # fmt: skip
    if whom == RESIDENT:
        whom = Voice(turn.house.language, turn.now, turn.house.zone).say(phrase("visits.resident"))
    return words, "" if whom == MYSELF else whom


def _words_of(visit: Visit, question: Phrase) -> Asking:
    same = (Option(AS_HEARD, phrase("lists.as_reported", what=visit.line)),) if visit.line else ()
    said = yield from ask("words", question, options=same)
    return visit.line if said == AS_HEARD else said


def report_it(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, said: tuple[str, str]) -> None:
    """The report dialog with all that is known already. Raises as `hers`."""
    visit = hers(turn, person, dialog.subject)
    words, whom = said
    start(turn, person, _draft(turn, visit, words, whom, spot_of(turn, visit.area_id, visit.label)), new=True)


def _draft(turn: Turn[VisitsTransaction], visit: Visit, words: str, whom: str, spot: Spot) -> Draft:
    kept = turn.tx.contents.get(visit.words_id) if visit.words_id and not words else None
    media = tuple(media_from_json(each) for each in kept.media) if kept else ()
    said = words or visit.line
    return Draft(
        turn.now, turn.now, (Said("", said),) if said else (), media, None, whom, spot, visit.subject,
    )  # fmt: skip


FOR_WHOM = Script("visit_matter", ask_for_whom, report_it)


# ---- another need --------------------------------------------------------------------------------------------------


def ask_what(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line. Raises as `hers`."""
    hers(turn, person, dialog.subject)
    return (yield from ask("line", phrase("lists.note_what")))


def another(turn: Turn[VisitsTransaction], person: Person, dialog: OpenDialog, line: str) -> None:
    note_it(turn, person, hers(turn, person, dialog.subject), line)


def note_it(turn: Turn[VisitsTransaction], person: Person, visit: Visit, line: str) -> None:
    """Of the kind that its words say; whoever takes it up may see further."""
    line = " ".join(line.split())
    noted = note_need(
        turn, person, area_id=visit.area_id, kind=likely_kind(line), line=line, heard=Heard.VISIT, heard_id=visit.id
    )
    show_visit(turn, person, visit, phrase("visits.need_noted", kind=phrase(f"lists.kind_{noted.kind.value}")))


ANOTHER_NEED = Script("visit_need", ask_what, another, calm=True)


def taken_back(turn: Turn[VisitsTransaction], person: Person, visit: Visit) -> None:
    """As if it had not been; what came of it stays. Raises NoLongerPossible."""
    turn.tx.visits.take_back(visit.taken_back())
    tell(turn, visit.subject, "VisitWithdrawn", by=person.id)
    show_visit(turn, person, turn.tx.visits.get(visit.id), op=Op.UPDATE)
