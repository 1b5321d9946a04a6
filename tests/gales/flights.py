"""What became of each message as the platform knows it, against what the outbox says: the two must agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.errors import DeliveryFailed
from domain.messages import RING, Op, Outbound, Urgency
from handlers.texts.catalogue import TEXTS
from storage.bodies import decode
from storage.values import at_value
from tests.gales.disk import Disk
from tests.gales.once import Once
from tests.storms.phones import words_of

MARKS = TEXTS["core.maybe_repeat"]
MOST_REPEATS = 6
"""Of one message, when the process ends again and again during it."""
HOLDS, GIVEN_UP = 8, 50
"""After so many tries those behind a message may pass it, and it may be given up."""
DONE = ("sent", "unknown", "dead", "cancelled")


class Word(StrEnum):
    """What the bot has heard of a message on its way."""

    NOTHING = "nothing"
    ANSWERED = "answered"
    UNSURE = "unsure"
    LATER = "later"
    NEVER = "never"


AFTER: Mapping[Word, frozenset[str]] = {
    Word.NOTHING: frozenset(),
    Word.ANSWERED: frozenset({"sent"}),
    Word.UNSURE: frozenset({"unknown", "queued"}),
    Word.LATER: frozenset({"queued"}),
    Word.NEVER: frozenset({"dead"}),
}
"""What the outbox may say once that was heard."""
ENDED = frozenset({"unknown", "queued"})
"""What it may say when the process ended before that could be written down."""


@dataclass
class Flight:
    """Of one row of the outbox, from its claim on; `life` counts processes."""

    number: int
    life: int
    flies: bool = False
    word: Word = Word.NOTHING
    moved_to: str = ""

    def answered(self) -> None:
        self.word = Word.ANSWERED

    def unsure(self) -> None:
        self.word = Word.UNSURE

    def refused(self, failed: DeliveryFailed) -> None:
        never = failed.permanent or failed.gone or failed.missing
        self.word = Word.NEVER if never else Word.LATER
        self.moved_to = failed.moved_to


@dataclass
class Flights:
    """`wrong` holds what did not agree."""

    disk: Disk
    once: Once
    wrong: list[str] = field(default_factory=list)
    life: int = 0
    count: Counter[str] = field(default_factory=Counter)
    """How many messages arrived, how many of them marked, and how the others ended."""
    put: int = 0
    """How many were put into the outbox, repeats left out."""
    _flying: dict[int, Flight] = field(default_factory=dict)
    _arrived: Counter[tuple[int, bool, str]] = field(default_factory=Counter)
    _newest: dict[tuple[str, bool], int] = field(default_factory=dict)

    # ---- on the way ------------------------------------------------------------------------------------------------

    def begins(self, outbound: Outbound) -> Flight:
        """It leaves for the platform: one at a time to each address, and only what was claimed."""
        self.drains()
        found = self.disk.asked(
            "SELECT number FROM outbox WHERE state = 'sending' AND channel = :channel AND account = :account",
            channel=outbound.to.channel, account=outbound.to.account,
        )  # fmt: skip
        if len(found) != 1:
            self.wrong.append(f"{len(found)} rows say that they are on their way to {outbound.to.account}, not one")
        number = int(found[0]["number"]) if found else 0
        flight = self._flying.setdefault(number, Flight(number, self.life))
        flight.flies, flight.word, flight.moved_to = True, Word.NOTHING, ""
        return flight

    def arrives(self, flight: Flight, outbound: Outbound) -> None:
        """As a new message in the chat."""
        row = self.disk.asked(
            "SELECT COALESCE(place, number) AS first, attempts FROM outbox WHERE number = :number",
            number=flight.number,
        )[0]  # fmt: skip
        first, attempts = int(row["first"]), int(row["attempts"])
        words = words_of(outbound)
        marked = words.partition("\n")[0] in MARKS
        self.count["arrived"] += 1
        self.count["marked"] += marked
        self._arrived[first, marked, words] += 1
        if self._arrived[first, marked, words] > (MOST_REPEATS if marked else 1):
            self.wrong.append(f"message {first} arrived again{' though marked' if marked else ' unmarked'}: {words}")
        if not marked and attempts <= HOLDS and outbound.op is Op.SEND and outbound.not_before is None:
            line = (outbound.to.account, outbound.urgency is Urgency.DANGER)
            if first < self._newest.get(line, 0):
                self.wrong.append(f"message {first} to {line[0]} was overtaken by {self._newest[line]}")
            self._newest[line] = max(first, self._newest.get(line, 0))

    # ---- in the outbox ---------------------------------------------------------------------------------------------

    def drains(self) -> None:
        """What the witness has seen since, in the same life."""
        for row in self.disk.witnessed():
            what, key, was, now = row
            if what == "outbox":
                self.became(int(key), was, now)
            elif what == "schedule" and now == "fired":
                self.once.fired(key)
            elif what == "event":
                self.once.happened(key, was, now)
            elif what == "touched":
                self.wrong.append(f"a row of {key} was touched: {was}, {now}")

    def became(self, number: int, was: str, now: str) -> None:
        """A row's state has changed; `was` is "" for a new one."""
        if not was:
            self._put(number)
        if was in DONE:
            self.wrong.append(f"message {number} was {was} and is {now}")
        if now == "sending":
            self._flying[number] = Flight(number, self.life)
        elif was == "sending":
            self._landed(self._flying.pop(number), now)
        elif now == "dead" and self._row(number)["reason"] != "late":
            self.wrong.append(f"message {number} was given up before it left")

    def _put(self, number: int) -> None:
        row = self._row(number)
        if row["place"] is None:
            self.put += 1
            self.once.put(decode(str(row["body"])), at_value(str(row["put_at"])))

    def _landed(self, flight: Flight, now: str) -> None:
        self.count[now] += 1
        allowed = AFTER[flight.word] if flight.life == self.life else ENDED
        if not flight.flies:
            allowed = ENDED if flight.life != self.life else frozenset({"queued"})
        row = self._row(flight.number)
        if int(str(row["attempts"])) >= GIVEN_UP:
            allowed |= {"dead"}
        if flight.moved_to and flight.life == self.life and row["account"] != flight.moved_to:
            self.wrong.append(f"message {flight.number} does not follow its group to {flight.moved_to}")
        if now not in allowed:
            self.wrong.append(f"of message {flight.number} was heard: {flight.word}, and it is {now}")
        if now == "unknown" and _goes_again(row) and not self._repeat_of(flight.number):
            self.wrong.append(f"message {flight.number} may not have arrived, and goes nowhere again")

    def at_rest(self) -> list[str]:
        """Nothing is on its way any more."""
        rows = self.disk.asked("SELECT number FROM outbox WHERE state = 'sending'")
        jobs = self.disk.asked("SELECT kind, subject FROM work WHERE state = 'working'")
        left = [f"{job['kind']} for {job['subject']} is in hand for ever" for job in jobs]
        return [*left, *(f"message {row['number']} is on its way for ever" for row in rows)]

    def at_the_end(self, now: str) -> list[str]:
        """In fine weather everything that may leave has left."""
        rows = self.disk.asked("SELECT number FROM outbox WHERE state = 'queued' AND due_at <= :now", now=now)
        return [f"message {row['number']} was never sent" for row in rows]

    def _row(self, number: int) -> Mapping[str, object]:
        return dict(self.disk.asked("SELECT * FROM outbox WHERE number = :number", number=number)[0])

    def _repeat_of(self, number: int) -> bool:
        return bool(self.disk.asked("SELECT 1 FROM outbox WHERE place = :number", number=number))


def _goes_again(row: Mapping[str, object]) -> bool:
    """Somebody waits for it, and it went for the first time."""
    message, first = decode(str(row["body"])), row["op"] == Op.SEND and not row["maybe_repeat"]
    waited_for = message.purpose == RING or (message.urgency <= Urgency.TURN and bool(message.purpose))
    return first and waited_for
