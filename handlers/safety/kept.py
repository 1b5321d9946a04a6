"""/privacy: who sees what, what the house keeps of this person, and who has seen what of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from domain.keeping import FOR_EVER, Keeping
from domain.matters.matter import Matter
from domain.messages import Inbound
from domain.people.numbers import masked
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.matters.ports import MattersTransaction
from handlers.safety.erasing import PROMPT
from handlers.speaking import Strong, Tap, send
from handlers.texts.say import Several
from handlers.turn import Turn

SEEN = {"PhoneShown": "to", "PhoneSeen": "by", "WordsOpened": "by", "HelperJoined": "by"}
"""What is an event of its own because somebody came to see something, and where it says who."""
MOST_NAMED = 8
MOST = 200
"""More than anybody has reported; the act stays short all the same."""


def privacy(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    lines: list[Phrase | Strong] = [phrase("welcome.privacy", desk=turn.house.contacts.desk)]
    matters = turn.tx.matters.of_reporter(person.id, MOST)
    if matters or person.phone:
        lines += [Strong(phrase("kept.title")), _kept(turn, person, matters), *_seen(turn, matters)]
    chosen = [choice(turn, person) for choice in turn.house.in_privacy]
    lines += [each.line for each in chosen if each.line is not None]
    lines += [*days(turn.house.keeping), phrase("kept.me")]
    below = [(each.prompt, ((Tap(each.label, each.value),),)) for each in chosen]
    send(turn, person, *lines, taps=((Tap(phrase("kept.tap_me"), "me"),),), prompt=PROMPT, below=below)


def days(keeping: Keeping) -> list[Phrase]:
    """How long words and pictures are kept; nothing where they are kept for good."""
    if keeping == FOR_EVER:
        return []
    words, photos = (
        phrase("kept.n_days", n=span.days) if span else phrase("kept.for_ever")
        for span in (keeping.words, keeping.photos)
    )
    return [phrase("kept.days", words=words, photos=photos)]


def _kept(turn: Turn[MattersTransaction], person: Person, matters: Sequence[Matter]) -> Phrase:
    hers = [c for m in matters for c in turn.tx.contents.of(m.subject) if c.by == person.id]
    words, media = sum(bool(content.text) for content in hers), sum(len(content.media) for content in hers)
    phone = masked(person.phone) if person.phone else phrase("kept.no_phone")
    return phrase("kept.what", name=person.name, phone=phone, n=len(matters), words=words, media=media)


def _seen(turn: Turn[MattersTransaction], matters: Sequence[Matter]) -> list[Phrase]:
    """By what was seen, whoever saw it and of which matter; that a number was given to nobody is said too."""
    by: dict[str, Counter[tuple[str, str]]] = {type: Counter() for type in SEEN}
    for matter in matters:
        for event in turn.tx.events.of(matter.subject):
            if event.type in SEEN:
                who = event.by if SEEN[event.type] == "by" else str(event.facts["to"])
                by[event.type][who, matter.number] += 1
    lines = [phrase(f"kept.{type}", people=_named(turn, seen)) for type, seen in by.items() if seen]
    return lines if by["PhoneShown"] else [phrase("kept.phone_unseen"), *lines]


def _named(turn: Turn[MattersTransaction], seen: Mapping[tuple[str, str], int]) -> Several:
    """Who, of which matter and how often, each once, the newest few."""
    names = []
    for (who, no), n in list(seen.items())[-MOST_NAMED:]:
        key = "kept.who_times" if n > 1 else "kept.who"
        names.append(phrase(key, who=owner_name(turn.tx.people.get(who)), no=no, n=n))
    return Several(tuple(names))
