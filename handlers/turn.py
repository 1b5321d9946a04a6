"""The turn: one thing that happened, with the transaction it is handled in and the house it happens in."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from domain.areas import Gazetteer, Spot
from domain.clocks import Clocks
from domain.digests.figures import Digest
from domain.digests.rhythm import NEVER, Rhythm
from domain.events import Event
from domain.explaining.features import Sounds, silent
from domain.explaining.topics import Topic
from domain.keeping import FOR_EVER, Keeping
from domain.matters.draft import Draft
from domain.matters.matter import Matter
from domain.matters.seasons import Practice
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase
from domain.reach import Reach
from handlers.ports import Transaction

T_co = TypeVar("T_co", bound=Transaction, covariant=True)


@dataclass(frozen=True, slots=True)
class Contacts:
    """Telephone numbers as they are to be read out; `utilities` maps a kind's code to its night number."""

    desk: str
    gas: str = ""
    utilities: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WithMatter:
    """What a family offers to do with a matter that is another's: whether just now, and how it is begun.

    `ended`: it is for what has ended, whose card has no 更多, and stands on the desk's card itself.
    """

    may: Callable[[Turn[Any], Person, Matter], bool]
    begin: Callable[[Turn[Any], Person, Matter], None]
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What a family knows that may answer her before she reports anything.

    `look` says what it found for the draft ("" for nothing), to be kept with it; `ask` shows it, asks whether that was
    it and ends in an Asked; `done` hears what came of it: the id of the matter that was filed all the same, or "".
    """

    look: Callable[[Turn[Any], Person, Draft], str]
    ask: Callable[[Turn[Any], Person, str, Phrase], Generator[Any, str, Any]]
    done: Callable[[Turn[Any], Person, str, str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """`shown` is what was read last; `more` is what she has said besides."""

    shown: str
    helped: bool
    more: str = ""


Kept = Callable[["Turn[Any]", Matter], Sequence[str]]
"""What a family has written down out of a resident's matter, in its words, for her copy."""


@dataclass(frozen=True, slots=True)
class Besides:
    """What a family knows of somebody beside her matters, for her copy.

    `said`: each thing with its instant, below the heading; `record` is the same for programs, JSON-able, under `name`.
    """

    name: str
    heading: Phrase
    said: Sequence[tuple[datetime, Phrase]]
    record: Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What somebody chose of how she is treated, for /privacy: a line, None for nothing; and the button to choose."""

    line: Phrase | None
    label: Phrase
    prompt: str
    value: str


InPrivacy = Callable[["Turn[Any]", Person], Chosen]
TopicsOf = Callable[["Turn[Any]", str], Sequence[Topic]]
"""Which topics a letter of a family has, by the id of what it speaks of. Raises NotFound."""
OfHers = Callable[["Turn[Any]", Person], Besides]
Stands = Callable[["Turn[Any]", Person], Spot | None]
"""Where she is just now (a visit has begun there); None where the family knows nothing of it."""


@dataclass(frozen=True, slots=True)
class Year:
    """Of one area's desks: from new year to new year in the district."""

    year: int
    reach: Reach
    from_at: datetime
    until_at: datetime


Row = tuple[Phrase, str]
"""What is said of one thing, and the value of the button that opens it ("" for none)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of the year: how many, and some of the things behind it from the `start`-th on, each to be said with its
    number. `prompt` is the door at which they are opened. `today`: as it stands now, so no earlier year has it.
    """

    count: Callable[[Turn[Any], Year], int]
    rows: Callable[[Turn[Any], Year, int, int], Sequence[Row]]
    prompt: str = "ls:"
    today: bool = False


@dataclass(frozen=True, slots=True)
class Handout:
    """Something on paper that may have been handed out at a door."""

    id: str
    label: Phrase


Handouts = Callable[["Turn[Any]", str, str], Sequence[Handout]]
"""What may have been handed out in an area, by its id and what was said of it; the likeliest first."""
AskAgain = Callable[["Turn[Any]", Person, OpenDialog], None]
"""Asks the open question of a dialog once more, whichever family's it is."""
DigestBlock = Callable[["Turn[Any]", Person, Digest], Sequence[Phrase]]
"""A family's lines in a digest for this reader; none when there was nothing."""


@dataclass(frozen=True, slots=True)
class House:
    """What is settled as long as the process runs: zone, clocks, telephone numbers, the places, the bot's own name."""

    clocks: Clocks
    contacts: Contacts
    gazetteer: Gazetteer
    bot_link: str = ""
    """Prefix of a deep link ("https://t.me/NAME?start="); a code is appended."""
    language: str = "zh"
    reactions: Mapping[str, Sequence[Callable[[Turn[Any], Event], None]]] = field(default_factory=dict)
    """What follows from an event, by its type; joined from the families when the house is put together."""
    reports_per_hour: int = 20
    digests: Rhythm = NEVER
    digest_blocks: Sequence[DigestBlock] = ()
    """What each family has to say in a digest; joined from the families."""
    practice: Practice = field(default_factory=Practice)
    """How the district goes about its kinds of matter: tiers of its own, seasons."""
    keeping: Keeping = FOR_EVER
    """How long words and pictures of what is over are kept."""
    with_matter: Mapping[str, WithMatter] = field(default_factory=dict)
    """What else can be done with a matter, by its option under 更多 (`more.<option>`); joined from the families."""
    kept: Sequence[Kept] = ()
    stands: Sequence[Stands] = ()
    """Where somebody is just now, as far as a family knows; joined from the families."""
    of_hers: Sequence[OfHers] = ()
    """What each family knows of somebody beside her matters; joined from the families."""
    figures: Mapping[str, Counted] = field(default_factory=dict)
    """What families count in a year, by name (`lists.year_of_<name>`); joined from them."""
    handouts: Sequence[Handouts] = ()
    """What families have on paper; joined from them."""
    in_privacy: Sequence[InPrivacy] = ()
    """What somebody may choose; joined from the families."""
    topics_of: Mapping[str, TopicsOf] = field(default_factory=dict)
    """Of what the families send unasked, by what it speaks of; joined from the families."""
    sounds: Sounds = silent
    """How words sound, so that a slip of the keyboard is understood."""
    answers: Answers | None = None
    """What may answer a question before it is filed."""
    ask_again: AskAgain | None = None
    """Goes on with what was asked before something came between; knows the scripts of all families."""

    @property
    def zone(self) -> ZoneInfo:
        return self.clocks.zone


@dataclass(frozen=True, slots=True)
class Turn(Generic[T_co]):
    tx: T_co
    house: House
    late_by: int = 0
    """Of what the clock does: by how many minutes it comes late, 0 when in time."""
    maybe_repeat: bool = False
    """It may have been done before a backup was put back: whatever is sent says so."""

    @property
    def now(self) -> datetime:
        return self.tx.now

    @property
    def today(self) -> date:
        """The day it is in the district."""
        return self.now.astimezone(self.house.zone).date()
