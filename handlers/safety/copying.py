"""All that there is of one person, for herself: a page to read, and the same as plain values for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.events import Content, Event
from domain.matters.draft import Draft
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter, State
from domain.people.copy import Copy, Further, Reported, Said
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import how_it_stands, place_of, what_of
from handlers.matters.command import REPORT_NAME
from handlers.matters.judging import closing_content
from handlers.matters.lists import told_lines
from handlers.matters.metoo_words import names_another
from handlers.safety.kept import SEEN, days
from handlers.safety.me import MOST
from handlers.safety.ports import SafetyTransaction
from handlers.speaking import voice_of
from handlers.texts.say import EN, Voice
from handlers.turn import Besides, Turn

SCHEMA, VERSION = "little-bench/my-data", 1
"""Of the file for programs: docs/my-data.md says what its keys mean. A key is never given another meaning."""
HEADINGS = ("matters", "said", "way", "seen", "drafts", "not_shown")


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody came to see her number or her words."""

    event: Event
    who: Person
    matter: Matter


def page_of(turn: Turn[SafetyTransaction], person: Person) -> Copy:
    """In her language, with dates that say the same on any day."""
    voice = replace(voice_of(turn, person), dated=True)
    matters = _matters(turn, person)
    seen = [
        voice.say(phrase("copy.seen_line", at=_date(each.event.at, voice), what=phrase(f"copy.{each.event.type}"),
                         who=owner_name(each.who), no=each.matter.number))
        for each in _seen(turn, matters)
    ]  # fmt: skip
    return Copy(
        voice.language,
        voice.say(phrase("copy.title")),
        voice.say(phrase("copy.about", at=_date(turn.now, voice), desk=turn.house.contacts.desk)),
        _labelled(voice, _about(turn, person)),
        tuple(_reported(turn, voice, person, matter) for matter in matters),
        tuple(seen or [voice.say(phrase("kept.phone_unseen"))]),
        tuple(_drafts(turn, person)),
        {heading: voice.say(phrase(f"copy.{heading}")) for heading in HEADINGS},
        " ".join(voice.say(line) for line in days(turn.house.keeping)),
        _further(turn, voice, person),
    )


def record_of(turn: Turn[SafetyTransaction], person: Person) -> dict[str, object]:
    """JSON-able; instants in ISO form, codes as they are kept."""
    voice = replace(voice_of(turn, person), dated=True)
    matters = _matters(turn, person)
    waiting = turn.tx.erasing.of(person.id)
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "made_at": turn.now.isoformat(),
        "you": {
            "name": person.name, "name_en": person.name_en, "language": person.language, "phone": person.phone,
            "place": person.spot_label, "grid": person.spot_grid,
            "addresses": [[address.channel, address.account] for address in turn.tx.people.addresses(person.id)],
            "erased_at": waiting.due_at.isoformat() if waiting else None,
        },
        "matters": [_matter(turn, voice, person, matter) for matter in matters],
        "seen": [
            {"at": each.event.at.isoformat(), "what": each.event.type, "who": each.who.name,
             "matter": each.matter.number}
            for each in _seen(turn, matters)
        ],
        "drafts": _drafts(turn, person),
        **{besides.name: list(besides.record) for besides in _besides(turn, person)},
    }  # fmt: skip


def _besides(turn: Turn[SafetyTransaction], person: Person) -> list[Besides]:
    return [of_hers(turn, person) for of_hers in turn.house.of_hers]


def _further(turn: Turn[SafetyTransaction], voice: Voice, person: Person) -> tuple[Further, ...]:
    return tuple(
        Further(
            voice.say(besides.heading), tuple(Said(_date(at, voice), voice.say(words)) for at, words in besides.said)
        )
        for besides in _besides(turn, person)
        if besides.said
    )


def refs_of(page: Copy) -> list[str]:
    """What the platform calls the files on the page, in their order."""
    return [ref for matter in page.reported for said in matter.said for ref in said.files]


def _matters(turn: Turn[SafetyTransaction], person: Person) -> Sequence[Matter]:
    return sorted(turn.tx.matters.of_reporter(person.id, MOST), key=lambda matter: matter.filed_at)


def _about(turn: Turn[SafetyTransaction], person: Person) -> dict[str, object]:
    addresses = "、".join(f"{address.channel} {address.account}" for address in turn.tx.people.addresses(person.id))
    about = {"name": person.name, "phone": person.phone, "place": person.spot_label, "account": addresses}
    return {label: value or phrase("kept.no_phone") for label, value in about.items()}


def _reported(turn: Turn[SafetyTransaction], voice: Voice, person: Person, matter: Matter) -> Reported:
    facts: dict[str, object] = {
        "where": place_of(matter),
        "kind": phrase(kind_of(matter.kind).name_key),
        "filed": _date(matter.filed_at, voice),
        "stands": how_it_stands(turn, matter),
        "named": phrase("copy.unnamed" if matter.anonymous else "copy.by_name"),
    }
    if closing := _closing(turn, matter):
        facts["closing"] = closing
    if kept := _kept(turn, matter):
        facts["noted"] = "；".join(kept)
    if matter.on_behalf_of:
        facts["behalf"] = matter.on_behalf_of
    if matter.grade:
        facts["grade"] = phrase("copy.grade_of", grade=matter.grade)
    said = [
        Said(_date(content.at, voice), content.text, tuple(str(media["ref"]) for media in content.media))
        for content in _said(turn, person, matter)
    ]
    title = voice.say(phrase("card.title", no=matter.number, what=what_of(matter)))
    way = tuple(voice.say(line) for _, line in told_lines(turn, person, matter))
    return Reported(title, _labelled(voice, facts), tuple(said), way)


def _matter(turn: Turn[SafetyTransaction], voice: Voice, person: Person, matter: Matter) -> dict[str, object]:
    ended = matter.ended_at.isoformat() if matter.ended_at else None
    return {
        "number": matter.number, "filed_at": matter.filed_at.isoformat(), "sent_at": matter.sent_at.isoformat(),
        "kind": matter.kind, "tier": matter.tier.value, "what": matter.what,
        "place": {"label": matter.spot.label, "grid": matter.spot.grid_id, "building": matter.spot.building_id,
                  "lat": matter.spot.lat, "lon": matter.spot.lon},
        "state": matter.state.value, "ended_at": ended, "cause": matter.cause.value if matter.cause else None,
        "closing": _closing(turn, matter), "word": matter.word.value, "grade": matter.grade or None,
        "anonymous": matter.anonymous,
        "on_behalf_of": matter.on_behalf_of, "phone_shown": matter.show_phone, "photo_shown": matter.photo_shown,
        "with_neighbours": bool(matter.lead_id), "hotline_number": matter.hotline_no,
        "said": [
            {"at": content.at.isoformat(), "role": content.role, "text": content.text,
             "media": [media["kind"] for media in content.media]}
            for content in _said(turn, person, matter)
        ],
        "noted": _kept(turn, matter),
        "happened": [
            {"at": event.at.isoformat(), "what": event.type, "line": voice.say(line)}
            for event, line in told_lines(turn, person, matter)
        ],
    }  # fmt: skip


def _closing(turn: Turn[SafetyTransaction], matter: Matter) -> str:
    """The line with which it was reported to her; "" before that, and when it named another household."""
    content = closing_content(turn, matter) if matter.state in (State.REPORTED, State.ENDED) else None
    return content.text if content and not names_another(turn, matter, content.text) else ""


def _kept(turn: Turn[SafetyTransaction], matter: Matter) -> list[str]:
    """What others wrote down out of it."""
    return [line for keeps in turn.house.kept for line in keeps(turn, matter)]


def _said(turn: Turn[SafetyTransaction], person: Person, matter: Matter) -> list[Content]:
    hers = [*turn.tx.contents.of(matter.subject), *turn.tx.contents.of(f"number:{matter.id}")]
    return [content for content in hers if content.by == person.id and (content.text or content.media)]


def _seen(turn: Turn[SafetyTransaction], matters: Sequence[Matter]) -> list[Seen]:
    found = []
    for matter in matters:
        for event in turn.tx.events.of(matter.subject):
            if event.type in SEEN:
                who = event.by if SEEN[event.type] == "by" else str(event.facts["to"])
                found.append(Seen(event, turn.tx.people.get(who), matter))
    return found


def _drafts(turn: Turn[SafetyTransaction], person: Person) -> list[str]:
    """What she has said and not handed in."""
    held = [dialog for dialog in turn.tx.dialogs.of(person.id) if dialog.script == REPORT_NAME]
    words = [Draft.from_json(dialog.draft).words for dialog in held]
    return [said for said in words if said]


def _labelled(voice: Voice, facts: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((voice.say(phrase(f"copy.is_{label}")), voice.say(_value(value))) for label, value in facts.items())


def _value(value: object) -> Phrase:
    return value if isinstance(value, Phrase) else phrase("copy.value", value=value)


def _date(at: datetime, voice: Voice) -> str:
    here = at.astimezone(voice.zone)
    if voice.language == EN:
        return f"{here.day} {here:%b} {here.year} {here:%H:%M}"
    return f"{here.year}年{here.month}月{here.day}日 {here:%H:%M}"
