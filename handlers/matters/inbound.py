"""What the matters family makes of presses, replies, edits and free words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.matters.draft import Draft
from domain.matters.greetings import asks_state, is_no, is_yes, small_talk
from domain.matters.kinds import clear, likely_kinds
from domain.matters.matter import Matter, State
from domain.messages import Inbound, Location, MediaKind, Op, Reply
from domain.open import Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import begin
from handlers.matters.accepting import accept, take_over
from handlers.matters.assigning import owner_name
from handlers.matters.cards import how_it_stands, owner_of, show_resident, what_of
from handlers.matters.closing import CLOSE, undo
from handlers.matters.danger import alarming, file_danger, open_danger
from handlers.matters.drafts import REPORT, draft_of, gather, kept_media, refuse_files, start
from handlers.matters.drafts import edited as draft_edited
from handlers.matters.giving import GIVE
from handlers.matters.handing_on import HAND_ON
from handlers.matters.judging import agree, disagree, grade, not_yet
from handlers.matters.lists import mine
from handlers.matters.member_card import show_member
from handlers.matters.more import MINE, MORE, READY_PHRASES, set_kind
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may_work_on, must_work_on
from handlers.matters.talking import Saying, from_member, from_resident, take_back
from handlers.matters.talking import edited as words_edited
from handlers.matters.which import ask as ask_which
from handlers.speaking import quiet, send
from handlers.telling import tell
from handlers.turn import Turn

NUDGE_EVERY = timedelta(days=1)


# ---- buttons -------------------------------------------------------------------------------------------------------


def pressed(turn: Turn[MattersTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """A button of a card or list. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    if act == "open":
        return opened(turn, person, turn.tx.matters.get(detail))
    matter = turn.tx.matters.get(subject)
    resident: dict[str, Callable[[], Reply | None]] = {
        "how": lambda: how(turn, person, matter),
        "mine": lambda: begin(turn, person, MINE, subject=matter.id),
        "good": lambda: agree(turn, person, matter),
        "not_yet": lambda: not_yet(turn, person, matter),
        "grade": lambda: grade(turn, person, matter, int(detail)),
    }
    member: dict[str, Callable[[], Reply | None]] = {
        "accept": lambda: accept(turn, person, matter),
        "not_mine": lambda: begin(turn, person, HAND_ON, subject=matter.id),
        "more": lambda: begin(turn, person, MORE, subject=matter.id),
        "ready": lambda: begin(turn, person, READY_PHRASES, subject=matter.id),
        "close": lambda: begin(turn, person, CLOSE, subject=matter.id),
        "undo": lambda: undo(turn, person, matter),
        "give": lambda: begin(turn, person, GIVE, subject=matter.id),
        "take": lambda: take_over(turn, person, matter),
        "kind": lambda: set_kind(turn, person, matter, detail),
    }
    if act == "back":
        return take_back(turn, person, matter, detail)
    if act in resident:
        if person.id != matter.reporter_id:
            raise NotAllowed(act)
        return resident[act]()
    if act in member:
        if act != "accept":
            must_work_on(turn, person, matter)
        return member[act]()
    raise NoLongerPossible(value)


def opened(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    if may_work_on(turn, person, matter):
        show_member(turn, matter, person, ring=True)
    elif person.id == matter.reporter_id:
        show_resident(turn, matter, op=Op.SEND)
    else:
        raise NotAllowed(matter.id)
    return None


def show_card(turn: Turn[MattersTransaction], person: Person, matter_id: str) -> bool:
    """How this one stands, on a fresh card; False when it is none of hers."""
    try:
        opened(turn, person, turn.tx.matters.get(matter_id))
    except (NotAllowed, NotFound):
        return False
    return True


def how(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """怎么样了: how it stands, and one nudge a day to whoever has it."""
    nudge = matter.in_hand and (matter.nudged_at is None or turn.now - matter.nudged_at >= NUDGE_EVERY)
    lines = [phrase("how.line", no=matter.number, what=what_of(matter), state=how_it_stands(turn, matter))]
    owner = owner_of(turn, matter)
    if nudge:
        turn.tx.matters.save(replace(matter, nudged_at=turn.now))
        send(
            turn,
            owner,
            phrase("how.nudge", no=matter.number, what=what_of(matter)),
            about=matter.subject,
            silent=quiet(turn),
        )
        tell(turn, matter.subject, "ResidentNudged", by=person.id, to=owner.id)
        lines.append(phrase("how.nudged", member=owner_name(owner)))
    send(turn, person, *lines, about=matter.subject)
    return None


# ---- replies -------------------------------------------------------------------------------------------------------


def replied(turn: Turn[MattersTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """A reply to any message about a matter goes to the other side of it."""
    matter = turn.tx.matters.get(known.about.partition(":")[2])
    if not inbound.text and not inbound.media and inbound.part(Location) is None:
        return False
    refuse_files(turn, person, inbound)
    saying = replace(Saying.of(inbound), media=kept_media(inbound))
    if person.id == matter.reporter_id and not known.key.startswith("card:"):
        if not _is_her_word(turn, person, matter, inbound):
            from_resident(turn, person, matter, saying)
        return True
    if not may_work_on(turn, person, matter):
        send(turn, person, phrase("core.not_yours"))
        return True
    from_member(turn, person, matter, saying)
    return True


def _is_her_word(turn: Turn[MattersTransaction], person: Person, matter: Matter, inbound: Inbound) -> bool:
    """好了 or 还没好, typed under the closing question."""
    if matter.state is not State.REPORTED or inbound.media:
        return False
    if is_yes(inbound.text):
        agree(turn, person, matter)
        return True
    if is_no(inbound.text):
        dialog = OpenDialog(person.id, "reopen", matter.id)
        disagree(turn, person, dialog, {"text": inbound.text, "media": []})
        return True
    return False


# ---- edits ---------------------------------------------------------------------------------------------------------


def edited(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    return draft_edited(turn, person, inbound) or words_edited(turn, person, inbound)


# ---- free words ----------------------------------------------------------------------------------------------------


def free(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Just writing is filing; whoever has something open is asked what the words belong to."""
    if not inbound.text and not inbound.media and inbound.part(Location) is None:
        return False
    refuse_files(turn, person, inbound)
    media = kept_media(inbound)
    if not inbound.text and not media and inbound.part(Location) is None:
        if any(m.kind is MediaKind.STICKER for m in inbound.media):
            send(turn, person, phrase("small.greeting"))
        return True
    return (
        _danger(turn, person, inbound)
        or _late_part(turn, person, inbound)
        or _for_draft(turn, person, inbound)
        or _small(turn, person, inbound)
        or _about_open(turn, person, inbound)
        or _new(turn, person, inbound)
    )


def _danger(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    danger = alarming(inbound)
    if danger is None:
        return False
    known = open_danger(turn, person)
    if known is not None:
        from_resident(turn, person, known, Saying.of(inbound))
        return True
    draft = draft_of(inbound)
    front = turn.tx.dialogs.front(person.id)
    if front is not None and front.script == REPORT.name:
        before = Draft.from_json(front.draft)
        draft = replace(
            before.with_words(inbound.handle, inbound.text, inbound.sent_at),
            media=(*before.media, *draft.media),
            sent_at=draft.sent_at,
        )
        turn.tx.dialogs.drop(front)
    file_danger(turn, person, draft, danger)
    return True


def _late_part(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """A part of an album whose first part has been filed already follows it to its matter without a word."""
    group = inbound.media[0].group if inbound.media else ""
    content = turn.tx.contents.by_group(person.id, group) if group else None
    if content is None or not content.subject.startswith("matter:"):
        return False
    matter = turn.tx.matters.get(content.subject.partition(":")[2])
    if person.id == matter.reporter_id:
        from_resident(turn, person, matter, Saying("", kept_media(inbound), inbound.handle))
    else:
        from_member(turn, person, matter, Saying("", kept_media(inbound), inbound.handle))
    return True


def _for_draft(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    front = turn.tx.dialogs.front(person.id)
    if front is None or front.script != REPORT.name:
        return False
    if inbound.media or inbound.part(Location) is not None or not Draft.from_json(front.draft).words:
        gather(turn, person, front, inbound)
        return True
    if small_talk(inbound.text) is not None:
        return _small(turn, person, inbound)
    ask_which(turn, person, draft_of(inbound))
    return True


def _small(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Thanks, a greeting, "any news?", or her word on what was just reported."""
    if inbound.media or not inbound.text:
        return False
    reported = [m for m in turn.tx.matters.of_reporter(person.id) if m.state is State.REPORTED]
    if len(reported) == 1 and _is_her_word(turn, person, reported[0], inbound):
        return True
    if asks_state(inbound.text):
        open_ones = [m for m in turn.tx.matters.of_reporter(person.id) if m.open]
        for matter in open_ones[:3]:
            how(turn, person, matter)
        if not open_ones:
            mine(turn, person)
        return True
    talk = small_talk(inbound.text)
    if talk is not None:
        send(turn, person, phrase(f"small.{talk}"))
    return talk is not None


def _about_open(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """Something is open, as member or as resident: never guessed, asked by one tap."""
    doing = turn.tx.matters.of_owner(person.id)
    own = [m for m in turn.tx.matters.of_reporter(person.id) if m.open]
    drafts = [d for d in turn.tx.dialogs.of(person.id) if d.script == REPORT.name]
    if not doing and not drafts and _plainly_new(own, inbound.text):
        return False
    ask_which(turn, person, draft_of(inbound))
    return True


def _plainly_new(own: Sequence[Matter], text: str) -> bool:
    """Words of a clear kind that none of her open matters has are a new report, and one tap files it."""
    kind = clear(likely_kinds(text))
    return not own or (kind is not None and all(matter.kind != kind for matter in own))


def _new(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    start(turn, person, draft_of(inbound))
    return True
