"""Words, pictures and places that answer no question of ours: whose they are, in the order of `free`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.matters.accusing import kind_about_person
from domain.matters.draft import Draft
from domain.matters.grades import grade_in
from domain.matters.greetings import asks_state, is_no, is_yes, says_nothing, small_talk
from domain.matters.kinds import UNHEARD, clear, likely_kinds
from domain.matters.matter import Act, Matter, State, Word
from domain.matters.parts import parts_of
from domain.messages import Inbound, Location, MediaKind
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import advance, withdraw
from handlers.matters.answered import looked
from handlers.matters.calling import number_alone
from handlers.matters.closing import add_to_end
from handlers.matters.command import REPORT_NAME
from handlers.matters.danger import alarming, all_said, file_danger
from handlers.matters.drafts import REPORT, gather, start
from handlers.matters.gathering import (
    draft_of,
    group_of,
    holds_something,
    joined,
    kept_media,
    refuse_files,
)
from handlers.matters.help_words import speaks_of
from handlers.matters.judging import grade
from handlers.matters.lists import mine
from handlers.matters.opening import how, its_word, show_card
from handlers.matters.place_of_danger import PLACE, set_place
from handlers.matters.places import Whereabouts
from handlers.matters.ports import MattersTransaction
from handlers.matters.repeated_cries import alarm_of, goes_on
from handlers.matters.second_thoughts import calmed, taken_back
from handlers.matters.talking import Saying, from_member, from_resident
from handlers.matters.trouble_reporting import around
from handlers.matters.trouble_words import known
from handlers.matters.which import WHICH, add_to, ask
from handlers.speaking import send
from handlers.turn import Turn

MOST_TOLD = 5
GRADED_WITHIN = timedelta(days=1)
AGAIN_WITHIN = timedelta(days=7)


def free(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Just writing is filing; whoever has something open is asked what the words belong to."""
    if not inbound.text and not inbound.media and inbound.part(Location) is None:
        return False
    refuse_files(turn, person, inbound)
    if not holds_something(inbound):
        if any(m.kind is MediaKind.STICKER for m in inbound.media):
            send(turn, person, phrase("small.ok"))
        return True
    return (
        danger(turn, person, inbound)
        or _rest_of_an_album(turn, person, inbound)
        or _for_draft(turn, person, inbound)
        or taken_back(turn, person, inbound)
        or _small(turn, person, inbound)
        or _by_number(turn, person, inbound)
        or number_alone(turn, person, inbound)
        or _unclear(turn, person, inbound)
        or _about_open(turn, person, inbound)
        or _new(turn, person, inbound)
    )


# ---- danger --------------------------------------------------------------------------------------------------------


def danger(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Filed at once with all that the draft holds; what follows belongs to the same alarm."""
    found = alarming(inbound)
    if found is None:
        return calmed(turn, person, inbound)
    known = alarm_of(turn, person, found.sort)
    if known is not None:
        _more_of(turn, person, goes_on(turn, person, known, found.sort), inbound)
        return True
    draft, front = all_said(turn, person, inbound), turn.tx.dialogs.front(person.id)
    if front is not None and front.script == REPORT_NAME:
        turn.tx.dialogs.drop(front)
    file_danger(turn, person, draft, found)
    return True


def _more_of(turn: Turn[MattersTransaction], person: Person, known: Matter, inbound: Inbound) -> None:
    """Whoever calls again may say where at last."""
    spot = None if known.spot.grid_id else Whereabouts(turn, person).known(draft_of(inbound))
    if spot is not None and spot.grid_id:
        known = set_place(turn, person, known, spot)
        asked = turn.tx.dialogs.find(person.id, PLACE.name, known.id)
        if asked is not None:
            turn.tx.dialogs.drop(asked)
    from_resident(turn, person, known, Saying.of(inbound, kept_media(inbound)))


# ---- what belongs to something begun -------------------------------------------------------------------------------


def _rest_of_an_album(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """A part of an album follows the first one: to its draft, or without a word to the matter it was filed with."""
    group = group_of(inbound)
    if not group:
        return False
    for dialog in turn.tx.dialogs.of(person.id):
        if dialog.script in (REPORT_NAME, WHICH.name) and _holds_album(dialog, group):
            add = gather if dialog.script == REPORT_NAME else add_to
            add(turn, person, dialog, inbound)
            return True
    content = turn.tx.contents.by_group(person.id, group)
    if content is None or not content.subject.startswith("matter:"):
        return False
    matter = turn.tx.matters.get(content.subject.partition(":")[2])
    if content.role == "closing" and matter.state is State.CLOSING:
        add_to_end(turn, matter, content, kept_media(inbound))
        return True
    pass_on = from_resident if person.id == matter.reporter_id else from_member
    pass_on(turn, person, matter, Saying.of(inbound, kept_media(inbound)))
    return True


def _holds_album(dialog: OpenDialog, group: str) -> bool:
    return any(media.group == group for media in Draft.from_json(dialog.draft).media)


def _for_draft(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Media and places go to the draft in front, words too while it has none; further words may be something new."""
    front = turn.tx.dialogs.front(person.id)
    if front is None or front.script != REPORT_NAME:
        return False
    if inbound.media or inbound.part(Location) is not None:
        gather(turn, person, front, inbound)
        return True
    if _small(turn, person, inbound):
        return True
    begun = Draft.from_json(front.draft)
    if not begun.words or Whereabouts(turn, person).nothing_else(begun):
        gather(turn, person, front, inbound)
    else:
        ask(turn, person, draft_of(inbound))
    return True


# ---- small talk ----------------------------------------------------------------------------------------------------


def _small(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Her word on what was just reported, a grade, "any news?", thanks or a greeting."""
    if inbound.media or not inbound.text:
        return False
    mine_all = turn.tx.matters.of_reporter(person.id)
    reported = [m for m in mine_all if m.state is State.REPORTED]
    if len(reported) == 1 and its_word(turn, person, reported[0], inbound):
        return True
    if _graded(turn, person, mine_all, inbound.text):
        return True
    if asks_state(inbound.text):
        open_ones = [m for m in mine_all if m.open]
        if open_ones:
            how(turn, person, open_ones[:MOST_TOLD])
        else:
            _nothing_of_hers(turn, person, inbound.text)
        return True
    talk = small_talk(inbound.text)
    if talk is not None:
        send(turn, person, phrase(f"small.{talk}"))
    return talk is not None


def _nothing_of_hers(turn: Turn[MattersTransaction], person: Person, words: str) -> None:
    """什么时候来水, from somebody with nothing open: what is known around her; a draft of hers stays open."""
    trouble, front = around(turn, person, words), turn.tx.dialogs.front(person.id)
    if trouble is not None:
        send(turn, person, known(turn, trouble))
    elif front is not None and front.script == REPORT_NAME:
        advance(turn, person, REPORT, front, lead=phrase("draft.nudge"))
    else:
        mine(turn, person)


def _graded(turn: Turn[MattersTransaction], person: Person, matters: Sequence[Matter], words: str) -> bool:
    """很好, or a bare 5, while the question for a grade is fresh."""
    given = grade_in(words)
    fresh = [m for m in matters if m.word is Word.SOLVED and m.grade == 0 and _since(turn, m) < GRADED_WITHIN]
    if given is None or not fresh:
        return False
    grade(turn, person, max(fresh, key=lambda m: _since(turn, m) * -1), given)
    return True


def _since(turn: Turn[MattersTransaction], matter: Matter) -> timedelta:
    return turn.now - (matter.ended_at or turn.now)


def _by_number(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """A matter's number, written as it is said on the telephone, shows how that one stands."""
    if inbound.media:
        return False
    return any(show_card(turn, person, m.id) for m in turn.tx.matters.by_number(inbound.text.strip()))


def _unclear(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Letters without a word: no matter, and no harm."""
    if inbound.media or inbound.part(Location) is not None or not says_nothing(inbound.text):
        return False
    send(turn, person, phrase("small.unclear", desk=turn.house.contacts.desk))
    return True


# ---- the same, or something new ------------------------------------------------------------------------------------


def _about_open(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Something is open, as member or as resident: never guessed, asked by one tap."""
    front = _asked_which(turn, person)
    doing = speaks_of(turn, person)
    own = [m for m in turn.tx.matters.of_reporter(person.id) if m.open or _again(turn, m, inbound.text)]
    drafts = [d for d in turn.tx.dialogs.of(person.id) if d.script == REPORT_NAME]
    if not doing and not drafts and (_plainly_new(own, inbound.text) or looked(turn, person, draft_of(inbound))):
        return front is not None and _explained(turn, person, front, inbound)
    if front is not None:
        add_to(turn, person, front, inbound)
    else:
        ask(turn, person, draft_of(inbound), again=[m.id for m in own if not m.open])
    return True


def _asked_which(turn: Turn[MattersTransaction], person: Person) -> OpenDialog | None:
    """The open question what her last words or pictures belong to."""
    front = turn.tx.dialogs.front(person.id)
    return front if front is not None and front.script == WHICH.name else None


def _explained(turn: Turn[MattersTransaction], person: Person, front: OpenDialog, inbound: Inbound) -> bool:
    """Words of a new kind after a picture or a pin that had none: they say what that was about."""
    begun = Draft.from_json(front.draft)
    if begun.words:
        return False
    withdraw(turn, person, front)
    start(turn, person, joined(begun, draft_of(inbound)))
    return True


def _again(turn: Turn[MattersTransaction], matter: Matter, words: str) -> bool:
    """ "又坏了" may speak of what was ended a few days ago."""
    return is_no(words) and matter.can(Act.DISAGREE) and _since(turn, matter) < AGAIN_WITHIN


def _plainly_new(own: Sequence[Matter], text: str) -> bool:
    """Words of a clear kind that none of her open matters has or may have are a new report, and one tap files it."""
    kinds = {kind_about_person(part) or clear(likely_kinds(part)) for part in parts_of(text)}
    return not own or (None not in kinds and all(m.kind not in kinds and m.kind not in UNHEARD for m in own))


def _new(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    if not inbound.media and (is_yes(inbound.text) or is_no(inbound.text)):
        send(turn, person, phrase("small.ok"))
        return True
    start(turn, person, draft_of(inbound))
    return True
