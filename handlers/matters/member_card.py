"""The member's card: what, where, until when, and the buttons that do the work; photos, pin and voice hang under it."""

from __future__ import annotations

from domain.events import Content
from domain.matters.draft import media_from_json
from domain.matters.kinds import OTHER, UNHEARD, kind_of
from domain.matters.matter import Matter, State, Tier, Word
from domain.matters.words import says_more
from domain.messages import Location, Media, Op, Text, Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.borderland import border_lines, border_taps
from handlers.matters.cards import aside, card_key, hotline_lines, owner_of, place_of, prompt_of, what_of
from handlers.matters.complaint_cards import asked_to_mediate, look_taps, wish_lines
from handlers.matters.help_words import help_lines, helper_state, helper_taps
from handlers.matters.metoo_words import additions, what_and_how_many
from handlers.matters.noting import note_lines
from handlers.matters.number_given import number_lines, number_taps, seen, stands_on_card
from handlers.matters.offered import with_others
from handlers.matters.owners import on_night_duty
from handlers.matters.ports import MattersTransaction
from handlers.matters.reasons import reason_lines
from handlers.matters.rights import at_its_desk, may_read, may_say_whence
from handlers.matters.season_answers import season_lines
from handlers.matters.wishes import wish_line, wish_of, wish_taps
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send
from handlers.texts.say import Several
from handlers.turn import Turn

MOST_IN_A_ROW = 3
MOST_MEDIA = 10
SAID_ON_CARD = 5
ADDED_ON_CARD = 3
SAID_LENGTH = 300
"""Characters of each thing said that stand on the card: only a card that stays one message can be edited in place."""
KINDS_ON_CARD = (("heating", "water", "lighting"), ("lift", "rubbish", "noise"))
"""Offered on the card of a matter that only a person can understand: one tap says what it is about."""


def has_card(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> bool:
    """Whether this person was ever sent its card."""
    key = card_key(matter, person)
    return any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(person.id))


def show_member(
    turn: Turn[MattersTransaction], matter: Matter, person: Person, *, ring: bool = False, silent: bool = False
) -> None:
    """Brings this person's card up to date; with `ring` a new one is sent, and rings unless `silent` or at night."""
    urgency = Urgency.DANGER if matter.tier is Tier.DANGER else Urgency.TURN
    with_number = stands_on_card(turn, matter, person) and (ring or not has_card(turn, matter, person))
    sent = send(
        turn, person, *member_lines(turn, matter, person),
        taps=member_taps(turn, matter, person), prompt=prompt_of(matter), op=Op.SEND if ring else Op.UPDATE,
        key=card_key(matter, person), about=matter.subject, purpose="card", urgency=urgency,
        silent=not ring or silent or (quiet(turn) and not _up(turn, matter, person)),
    )  # fmt: skip
    if sent and with_number:
        seen(turn, matter, person)
    if ring:
        send_material(turn, matter, person)


def _up(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> bool:
    """Whether her telephone may ring at night: in danger, and for a utility where she is on duty at night."""
    on_call = matter.tier is Tier.UTILITY and on_night_duty(turn, person.id, matter.spot)
    return matter.tier is Tier.DANGER or on_call


def member_lines(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> tuple[Line | Strong, ...]:
    lines: list[Line | Strong] = [Strong(phrase("card.danger"))] if matter.tier is Tier.DANGER else []
    what = what_and_how_many(turn, matter, what_of(matter))
    lines.append(Strong(phrase("card.title", no=matter.number, what=what)))
    place, resident = place_of(matter), resident_name(turn, matter)
    kind = phrase(kind_of(matter.kind).name_key)
    said = matter.what and matter.kind != OTHER  # else the kind is its title already, or says nothing
    key = "card.for_member" if said else "card.for_member_short"
    lines.append(phrase(key, place=place, kind=kind, resident=resident))
    if matter.on_behalf_of and not matter.anonymous:
        lines.append(phrase("card.behalf", name=matter.on_behalf_of))
    lines += number_lines(turn, matter, person)
    if may_read(turn, person, matter):
        lines += [Text(_shortened(content.text), "quote") for content in _said(turn, matter)]
    lines += wish_lines(turn, matter, person)
    lines += _from_neighbours(turn, matter)
    if matter.reopened and matter.in_hand:
        lines.append(phrase("card.reopened", n=matter.reopened))
    if matter.in_hand and (person.id == matter.owner_id or at_its_desk(turn, person, matter)):
        lines += reason_lines(turn, matter)
    lines += hotline_lines(matter)
    lines += season_lines(turn, matter, desk=at_its_desk(turn, person, matter))
    lines.append(member_state(turn, matter, person))
    lines += help_lines(turn, matter, person)
    if matter.asks_until is not None and person.id == matter.owner_id:
        lines.append(phrase("extend.card", until=matter.asks_until))
    others = _also_asked(turn, matter, person)
    if others:
        lines.append(phrase("card.also_asked", others=Several(tuple(owner_name(other) for other in others))))
    if at_its_desk(turn, person, matter):
        lines += _for_desks(turn, matter)
    return tuple(lines)


def _for_desks(turn: Turn[MattersTransaction], matter: Matter) -> list[Phrase]:
    """What only a desk reads: that the resident is to be told in person, what its owner asks for, and the notes."""
    since = turn.tx.unheard.since(matter.id)
    unheard = [phrase("desk.card_unheard", since=since)] if since else []
    wish = wish_of(turn, matter)
    asks = [wish_line(turn, matter, wish)] if wish is not None else []
    return [*border_lines(turn, matter), *unheard, *asks, *note_lines(turn, matter)]


def _said(turn: Turn[MattersTransaction], matter: Matter) -> list[Content]:
    """Her words where the lines above do not hold them already, and what she added since."""
    said = [
        content
        for content in turn.tx.contents.of(matter.subject)
        if content.by == matter.reporter_id and content.text and content.role in ("report", "word", "complaint")
    ]
    return [
        content for content in said[-SAID_ON_CARD:] if content.role != "report" or says_more(content.text, matter.what)
    ]


def _from_neighbours(turn: Turn[MattersTransaction], matter: Matter) -> list[Phrase]:
    """That all households hear what is said, and what the others have added, without their names."""
    others = turn.tx.supporters.of(matter.id, SAID_ON_CARD) if matter.open else ()
    added = [
        words for other in others for words in additions(other, turn.tx.contents.of(other.subject), matter.what)[:1]
    ]
    lines = [phrase("metoo.added", line=_shortened(words)) for words in added[:ADDED_ON_CARD]]
    return [phrase("metoo.goes_to_all"), *lines] if others and matter.in_hand else lines


def _shortened(words: str) -> str:
    return words if len(words) <= SAID_LENGTH else words[: SAID_LENGTH - 1].rstrip() + "…"


def _also_asked(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> list[Person]:
    """Who else may take it, as long as nobody has."""
    if matter.state is not State.WAITING:
        return []
    asked = turn.tx.asked.of(matter.id)
    return [turn.tx.people.get(other) for other in asked if other != person.id] if person.id in asked else []


def member_state(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Phrase:
    """How it stands, as this person needs to know it."""
    helping = helper_state(turn, matter, person)
    if helping is not None:
        return helping
    owner = owner_name(owner_of(turn, matter))
    mine = matter.owner_id == person.id
    if matter.follows:
        return phrase("metoo.card", no=turn.tx.supporters.lead(matter.follows).number)
    if matter.joined:
        return phrase("trouble.card_mine" if mine else "trouble.card", other=owner)
    match matter.state:
        case State.WAITING if mine or person.id in turn.tx.asked.of(matter.id):
            return phrase("card.answer_by", until=matter.contact_due_at)
        case State.TAKEN if matter.paused and mine:
            return phrase("card.paused", wait=phrase(f"pause.wait_{matter.pause_why}"), until=matter.paused_until)
        case State.TAKEN if mine:
            return phrase("card.result_by", until=matter.result_due_at)
        case State.TAKEN if matter.paused:
            wait = phrase(f"pause.wait_{matter.pause_why}")
            return phrase("card.paused_other", other=owner, wait=wait, until=matter.paused_until)
        case State.WAITING | State.TAKEN:
            return phrase("card.with_other", other=owner)
        case State.CLOSING:
            return phrase("card.closing")
        case State.REPORTED:
            return phrase("card.asked_resident")
    if matter.withdrawn:
        return phrase("card.withdrawn")
    if matter.set_aside:
        return aside(turn, matter)
    return phrase("card.said_solved") if matter.word is Word.SOLVED else phrase("card.said_nothing")


def member_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Rows:
    """Only what this person may do now. A desk sees the whole way of the matter besides."""
    helps, rings = helper_taps(turn, matter, person), number_taps(turn, matter, person)
    work = (*helps, *rings, *_work_taps(turn, matter, person))
    if not at_its_desk(turn, person, matter):
        return work
    first, *rest = _desk_taps(turn, matter, person)
    return (*work, first, *rest) if rest or not work else (*work[:-1], *_evened(work[-1], first))


def _evened(above: tuple[Tap, ...], below: tuple[Tap, ...]) -> Rows:
    """In one row where there is room, else as even as can be."""
    together = (*above, *below)
    if len(together) <= MOST_IN_A_ROW:
        return (together,)
    half = len(together) // 2
    return (together[:half], together[half:])


def _desk_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Rows:
    taps = [Tap(phrase("tap.way"), "way"), *look_taps(turn, matter, person)]
    n = turn.tx.supporters.waiting(matter.id) if matter.open else 0
    if n:
        taps.append(Tap(phrase("metoo.households", n=n + 1), "households"))
    if turn.tx.unheard.since(matter.id):
        taps.append(Tap(phrase("tap.told"), "told"))
    if may_say_whence(turn, person, matter):
        taps.append(Tap(phrase("mine.hotline"), "whence"))
    if not matter.in_hand:
        taps.append(Tap(phrase("tap.note"), "note"))
    if not matter.open:
        offered = with_others(turn, person, matter, ended=True)
        taps += [Tap(phrase(f"more.{option}"), f"with:{option}") for option in offered]
    return (*wish_taps(matter), *border_taps(turn, matter), tuple(taps))


def _work_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Rows:
    """The desk gives a matter to somebody where a member hands it on."""
    mine = matter.owner_id == person.id
    desk = at_its_desk(turn, person, matter)
    elsewhere = Tap(phrase("tap.give"), "give") if desk else Tap(phrase("tap.not_mine"), "not_mine")
    more = Tap(phrase("tap.more"), "more")
    if matter.follows:
        return _following_taps(turn, matter, desk=desk)
    match matter.state:
        case State.WAITING if mine or person.id in turn.tx.asked.of(matter.id):
            if asked_to_mediate(matter):
                return ((Tap(phrase("mediate.apart"), "apart"),), (Tap(phrase("mediate.unfit"), "unfit"),))
            return (*_kind_taps(matter), (Tap(phrase("tap.accept"), "accept"), elsewhere, more))
        case State.TAKEN if mine:
            work = (Tap(phrase("tap.ready"), "ready"), Tap(phrase("tap.close"), "close"))
            waits = ((Tap(phrase("pause.go_on"), "go_on"),),) if matter.paused else ()
            return (*waits, *_kind_taps(matter), work, (elsewhere, more))
        case State.WAITING | State.TAKEN if desk:
            return ((elsewhere, Tap(phrase("tap.take_over"), "take")), (more,))
        case State.CLOSING if mine:
            return ((Tap(phrase("tap.undo"), "undo"),),)
    return ()


def _following_taps(turn: Turn[MattersTransaction], matter: Matter, *, desk: bool) -> Rows:
    """The work is done on the lead's card; a desk may take this one out of it."""
    lead = turn.tx.supporters.lead(matter.follows)
    see = Tap(phrase("metoo.see", no=lead.number), f"open:{lead.id}")
    return ((see, Tap(phrase("metoo.alone"), "alone")),) if desk else ((see,),)


def _kind_taps(matter: Matter) -> Rows:
    """Nobody has said yet what a voice note or a picture alone is about."""
    if matter.kind not in UNHEARD:
        return ()
    return tuple(tuple(Tap(phrase(kind_of(c).name_key), f"kind:{c}") for c in row) for row in KINDS_ON_CARD)


def send_material(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> None:
    """Pin, photos, the original voice and words too long for the card, hanging under it without a ring of their own."""
    lines: list[Line] = []
    if matter.spot.lat is not None and matter.spot.lon is not None:
        lines.append(Location(matter.spot.lat, matter.spot.lon, label=matter.spot.label))
    lines += material(turn, matter)[:MOST_MEDIA]
    lines += [Text(said.text, "quote") for said in _said(turn, matter) if len(said.text) > SAID_LENGTH]
    if lines and may_read(turn, person, matter):
        send(
            turn, person, *lines, key=f"material:{matter.id}:{person.id}", about=matter.subject,
            reply_to=card_key(matter, person), silent=True, purpose="material",
        )  # fmt: skip


def material(turn: Turn[MattersTransaction], matter: Matter) -> list[Media]:
    """What the resident sent, oldest first."""
    contents = turn.tx.contents.of(matter.subject)
    return [media_from_json(m) for c in contents if c.by == matter.reporter_id and c.role != "relay" for m in c.media]
