"""What a family of use cases offers to the house."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.events import Event
from domain.messages import Inbound, Outbound, Reply
from domain.open import Due, Known
from domain.people.person import Person, Role
from domain.phrases import Phrase
from handlers.dialogs import Script
from handlers.mailing import Kind
from handlers.turn import (
    Answers,
    Counted,
    DigestBlock,
    Handouts,
    InPrivacy,
    Kept,
    OfHers,
    Stands,
    TopicsOf,
    Turn,
    WithMatter,
)

Handled = Reply | None
"""What an act answers to a pressed button; None says "seen"."""


@dataclass(frozen=True, slots=True)
class Command:
    """`name` is typed with a slash, `words` are the same in Chinese and English. `role` None is for everybody.

    `menu` is its line in the platform's command menu; None keeps it out of that. /help has words of its own (help.*).
    With `takes_words` what it is about may follow its word too ("查 路灯"), as it always may after the slash.
    `calm`: what follows it is looked for or known already, so that danger in it alarms nobody.
    """

    name: str
    words: tuple[str, ...]
    run: Callable[[Turn[Any], Person, Inbound, str], None]
    role: Role | None = None
    menu: Phrase | None = None
    takes_words: bool = False
    calm: bool = False


Reactions = Mapping[str, Sequence[Callable[[Turn[Any], Event], None]]]


def both(first: Reactions, then: Reactions) -> Reactions:
    """What follows from each type of event, one room's reactions after the other's."""
    return {type: (*first.get(type, ()), *then.get(type, ())) for type in {**first, **then}}


@dataclass(frozen=True, slots=True)
class Family:
    """One room of the house. Every hook is optional.

    `before` sees each inbound of a private chat first and never ends the turn. `presses` are keyed by the first part
    of a prompt ("m" in "m:<id>"), `replies` by the first part of what a message is about ("matter" in "matter:<id>"),
    or of its buttons' prompt where that is all that is known of it.
    `free` gets what nobody else took (text, media, places, edits) and says whether it did. `ticks` are keyed by the
    kind of schedule row.
    """

    name: str
    commands: Sequence[Command] = ()
    scripts: Sequence[Script] = ()
    before: Callable[[Turn[Any], Person, Inbound], Inbound] | None = None
    bars: Callable[[Turn[Any], Person, Inbound], bool] | None = None
    """Says whether an inbound goes no further; what `before` had to say has been said."""
    urgent: Callable[[Turn[Any], Person, Inbound], bool] | None = None
    """Takes what no open question may take for its answer (danger), and says whether it did."""
    presses: Mapping[str, Callable[[Turn[Any], Person, str, str, Inbound], Handled]] = field(default_factory=dict)
    replies: Mapping[str, Callable[[Turn[Any], Person, Known, Inbound], bool]] = field(default_factory=dict)
    edited: Callable[[Turn[Any], Person, Inbound], bool] | None = None
    files: Callable[[Turn[Any], Person, Inbound], bool] | None = None
    """Takes a file that means the same whatever question is open (a table of the lists); says whether it was one."""
    free: Callable[[Turn[Any], Person, Inbound], bool] | None = None
    brief: Callable[[Turn[Any], Person, Inbound, Known], bool] | None = None
    """Takes a word or number that answers no open question but what stands last in her chat (`Known`), before `free`;
    says whether it did.
    """
    joined: Callable[[Turn[Any], Person, str], bool] | None = None
    """A deep link's payload; says whether it was this family's."""
    greets: Callable[[Turn[Any], Person, str], None] | None = None
    """Opens the chat for whoever came by no family's link."""
    left: Callable[[Turn[Any], Person], None] | None = None
    returned: Callable[[Turn[Any], Person], None] | None = None
    """Somebody who could not be reached is there again."""
    undelivered: Callable[[Turn[Any], Person, Outbound], None] | None = None
    """A message came back because this person has blocked the bot."""
    reactions: Reactions = field(default_factory=dict)
    current: Callable[[Turn[Any], Person, str], None] | None = None
    """Shows the person how things stand, after a button that was out of date: of this subject, or ("") of all."""
    ticks: Mapping[str, Callable[[Turn[Any], Sequence[Due]], None]] = field(default_factory=dict)
    mailings: Mapping[str, Kind] = field(default_factory=dict)
    """Its kinds of what is said to very many people, by name."""
    plans: Callable[[Turn[Any]], None] | None = None
    """Run at every start: puts into the schedule what the house itself wants done."""
    digest_block: DigestBlock | None = None
    with_matter: Mapping[str, WithMatter] = field(default_factory=dict)
    """What this family offers to do with a matter, by the option that stands for it under 更多 (`more.<option>`)."""
    answers: Answers | None = None
    """Of one family alone: what may answer a question before it is filed."""
    kept: Kept | None = None
    stands: Stands | None = None
    of_hers: Sequence[OfHers] = ()
    figures: Mapping[str, Counted] = field(default_factory=dict)
    """What it adds to the year's figures, by name."""
    handouts: Handouts | None = None
    in_privacy: InPrivacy | None = None
    topics_of: Mapping[str, TopicsOf] = field(default_factory=dict)
    """Which topics its unasked letters have, by the first part of what they are about ("question")."""
