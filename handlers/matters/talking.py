"""Talk between resident and member: relayed without contacts, each relay confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.duty.helping import HelpState
from domain.events import Content, Event
from domain.matters.danger import danger_in
from domain.matters.draft import media_from_json
from domain.matters.kinds import private
from domain.matters.matter import Matter, State, Tier
from domain.matters.waits import Wait
from domain.messages import Inbound, Location, Media, Text
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.accepting import taken
from handlers.matters.assigning import assign, owner_name, reclassify, resident_name
from handlers.matters.cards import card_key, owner_of, prompt_of, resident_key, what_of
from handlers.matters.clocks import reckoned, replan
from handlers.matters.command import line_of
from handlers.matters.filing import media_json
from handlers.matters.going_on import go_on
from handlers.matters.help_words import in_state
from handlers.matters.metoo_words import for_all, media_for_all, names_another, whom
from handlers.matters.owners import about, first_owner, who_hears
from handlers.matters.place_mending import mend_by_words
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import helps, may_work_on, must_speak, must_work_on
from handlers.matters.ringing import unheard
from handlers.speaking import Tap, quiet, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class Saying:
    """What one side says to the other: words, media, and the platform's message id by which an edit finds it."""

    text: str
    media: tuple[Media, ...] = ()
    handle: str = ""

    @staticmethod
    def of(inbound: Inbound, media: tuple[Media, ...]) -> Saying:
        """With those of its media that may be passed on."""
        pin = inbound.part(Location)
        place = f"📍 {pin.label} {pin.lat:.5f}, {pin.lon:.5f}".replace("  ", " ") if pin else ""
        return Saying(inbound.text or place, media, inbound.handle)


def content_of(turn: Turn[MattersTransaction], matter: Matter, role: str, person: Person, saying: Saying) -> Content:
    media = tuple(media_json(m) for m in saying.media)
    group = saying.media[0].group if saying.media else ""
    return new_content(
        turn, matter.subject, role, person.id, text=saying.text, media=media, group=group, handle=saying.handle
    )


def from_member(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, saying: Saying, *, to_her_alone: bool = False
) -> None:
    """A report of progress to the resident and whatever neighbours wait with her, unless it answers what she said.

    Who answers has taken the matter, unless she only helps. Raises NotAllowed.
    """
    must_speak(turn, person, matter)
    _report(turn, person, matter, content_of(turn, matter, "progress", person, saying), to_her_alone=to_her_alone)


def say_ready(turn: Turn[MattersTransaction], person: Person, matter: Matter, ready: str) -> None:
    """A ready phrase, worded in the resident's language. Raises NotAllowed."""
    must_work_on(turn, person, matter)
    words = voice_of(turn, turn.tx.people.get(matter.reporter_id)).say(phrase(f"ready.{ready}"))
    content = new_content(turn, matter.subject, "progress", person.id, text=words)
    _report(turn, person, matter, content, ready=ready)


def _report(
    turn: Turn[MattersTransaction],
    person: Person,
    matter: Matter,
    content: Content,
    *,
    to_her_alone: bool = False,
    ready: str = "",
) -> None:
    if names_another(turn, matter, content.text):
        send(turn, person, phrase("metoo.not_passed"), about=matter.subject)
        return
    neighbours = turn.tx.supporters.waiting(matter.id) > 0 and not to_her_alone
    to_all = neighbours and for_all(turn, matter, content.text)
    accepted = matter.state is State.WAITING and may_work_on(turn, person, matter)
    if accepted:
        matter = taken(turn, person, matter)
    if matter.state is State.TAKEN:
        matter = go_on(turn, matter, "answer", person.id) if matter.paused else matter
        matter = replace(matter, contacted_at=matter.contacted_at or turn.now)
        matter = reckoned(turn, matter, "ProgressReported")
        turn.tx.matters.save(matter)
    due = matter.progress_due_at.isoformat()
    tell(
        turn, matter.subject, "ProgressReported", by=person.id, content=content, progress_due=due, all=to_all,
        ready=ready,
    )  # fmt: skip
    if matter.state is State.TAKEN:
        replan(turn, matter)
    resident = turn.tx.people.get(matter.reporter_id)
    words = phrase("talk.from_member", member=owner_name(person), line=content.text)
    _tell_lead(turn, person, matter, content)
    # her phone has just rung to say that the matter was taken
    arrives = _pass_on(turn, resident, words, content, resident_key(matter, resident), matter, silent=accepted)
    name = resident_name(turn, matter)
    if not arrives:
        unheard(turn, matter)
        send(turn, person, phrase("talk.not_passed_resident", to=name), about=matter.subject)
        return
    key = "talk.passed_taken" if accepted else "talk.passed"
    words = phrase(key, to=whom(turn, matter) if to_all else name)
    confirm(turn, person, matter, content, phrase("metoo.only_to", to=name) if neighbours and not to_all else words)


def from_resident(turn: Turn[MattersTransaction], person: Person, matter: Matter, saying: Saying) -> None:
    """More about the matter: kept with it and passed to its owner; danger in it raises the matter at once."""
    content = content_of(turn, matter, "word", person, saying)
    tell(turn, matter.subject, "WordAdded", by=person.id, content=content)
    if matter.paused and matter.pause_why == Wait.RESIDENT:
        matter = go_on(turn, matter, "word", person.id)
    matter = alarmed(turn, person, matter, saying.text)
    owner = who_hears(turn, matter)
    words = phrase(
        "talk.from_resident",
        resident=resident_name(turn, matter),
        no=matter.number,
        what=what_of(matter),
        line=content.text,
    )
    for helper in _helpers(turn, matter):
        _pass_on(turn, helper, words, content, card_key(matter, helper), matter, silent=True)
    if not _pass_on(turn, owner, words, content, card_key(matter, owner), matter):
        desk = turn.house.contacts.desk
        send(turn, person, phrase("talk.not_passed_member", to=owner_name(owner), desk=desk), about=matter.subject)
    elif not (content.group and _told_of_album(turn, person, content)):
        confirm(turn, person, matter, content, phrase("talk.passed", to=owner_name(owner)))
    mend_by_words(turn, person, matter, saying.text)


def _tell_lead(turn: Turn[MattersTransaction], person: Person, matter: Matter, content: Content) -> None:
    """What a helper said to the resident is nothing new to the resident's own member."""
    if person.id == matter.owner_id or not helps(turn, person, matter):
        return
    lead, name = owner_of(turn, matter), resident_name(turn, matter)
    words = phrase("help.said", helper=owner_name(person), resident=name, no=matter.number, line=content.text)
    _pass_on(turn, lead, words, content, card_key(matter, lead), matter, silent=True)


def pass_to_colleague(
    turn: Turn[MattersTransaction], person: Person, to: Person, matter: Matter, content: Content, under: str
) -> bool:
    """What lead and helper say to each other; False when nothing reaches the other."""
    words = phrase("help.colleague", who=owner_name(person), no=matter.number, line=content.text)
    return _pass_on(turn, to, words, content, under, matter)


def _helpers(turn: Turn[MattersTransaction], matter: Matter) -> list[Person]:
    busy = in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING)
    return [turn.tx.people.get(helper.person_id) for helper in busy]


def _told_of_album(turn: Turn[MattersTransaction], person: Person, content: Content) -> bool:
    """The parts of an album come one by one; only the first is confirmed."""
    parts = [c for c in turn.tx.contents.of(content.subject) if c.group == content.group and c.by == person.id]
    return len(parts) > 1


def alarmed(turn: Turn[MattersTransaction], person: Person, matter: Matter, words: str) -> Matter:
    """Danger in her words raises the matter at once."""
    danger = danger_in(words)
    if danger is None or not danger.certain or not matter.in_hand or matter.tier is Tier.DANGER:
        return matter
    if matter.joined:  # what is dangerous waits for nothing
        to = first_owner(turn, about(turn, matter))
        matter = assign(turn, matter, to.person, by=person.id, why="alone", because=to.reason)
    return reclassify(turn, matter, Tier.DANGER, person.id)


def line_as_it_is(turn: Turn[MattersTransaction], matter: Matter) -> str:
    """The one line for lists and cards, of her report as it reads now; none of what is about a person."""
    if private(matter):
        return ""
    words = "\n".join(c.text for c in turn.tx.contents.of(matter.subject) if c.role == "report" and c.text)
    return line_of(words, matter.spot.label)


def relay_key(content_id: str) -> str:
    return f"relay:{content_id}"


def passed_key(content_id: str) -> str:
    """Of the line that says to whom it went."""
    return f"passed:{content_id}"


def _pass_on(
    turn: Turn[MattersTransaction],
    to: Person,
    words: Phrase,
    content: Content,
    under: str,
    matter: Matter,
    *,
    silent: bool = False,
) -> bool:
    """Hangs the words under the other side's card; False when nothing reaches her."""
    silent = silent or (quiet(turn) and matter.tier is not Tier.DANGER)
    lines = [words] if content.text else [Text(voice_of(turn, to).say(words).rstrip("：: "))]
    return send(
        turn, to, *lines, *(media_from_json(m) for m in content.media), key=relay_key(content.id),
        about=matter.subject, reply_to=under, purpose="relay", silent=silent,
    )  # fmt: skip


def confirm(turn: Turn[MattersTransaction], person: Person, matter: Matter, content: Content, words: Phrase) -> None:
    send(
        turn, person, words, taps=((Tap(phrase("tap.take_back"), f"back:{content.id}"),),), prompt=prompt_of(matter),
        key=passed_key(content.id), about=matter.subject, silent=True,
    )  # fmt: skip


# ---- what several households hear ----------------------------------------------------------------------------------


def relay_to_neighbour(turn: Turn[MattersTransaction], lead: Matter, matter: Matter, event: Event) -> None:
    """What the lead's member said to all, for one household that waits with it; a ready phrase in its own language."""
    content, resident = turn.tx.contents.get(event.content_id), turn.tx.people.get(matter.reporter_id)
    heard = replace(content, media=tuple(media_json(media) for media in media_for_all(lead, content)))
    if event.facts.get("ready") and content.text:
        heard = replace(heard, text=voice_of(turn, resident).say(phrase(f"ready.{event.facts['ready']}")))
    if not heard.text and not heard.media:  # taken back meanwhile, or nothing but pictures of somebody's flat
        return
    due = lead.progress_due_at.isoformat()
    tell(turn, matter.subject, "ProgressReported", by=event.by, lead=lead.id, words=content.id, progress_due=due)
    words = phrase("talk.from_member", member=owner_name(turn.tx.people.get(event.by)), line=heard.text)
    if not _pass_on(turn, resident, words, heard, resident_key(matter, resident), matter):
        unheard(turn, matter)
