"""What may happen once only: the effect of an update, a row of the schedule, a reminder, a digest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from domain.messages import Outbound, Urgency
from handlers.matters.reminding import REMIND
from tests.storms.phones import words_of


@dataclass
class Once:
    """`wrong` holds what happened again, or not at all."""

    wrong: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    """Updates that have had their effect."""
    count: Counter[str] = field(default_factory=Counter)
    _fired: Counter[str] = field(default_factory=Counter)
    _fallen_due: Counter[tuple[str, str]] = field(default_factory=Counter)
    _reminded: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _digests: Counter[tuple[str, str]] = field(default_factory=Counter)
    _said: Counter[tuple[str, datetime, str]] = field(default_factory=Counter)

    def kept(self, update: str, changes: int) -> None:
        """An act that took this update in was committed, and had changed so many rows."""
        if changes and update in self.taken:
            self.wrong.append(f"update {update} had an effect again")
        if not changes and update not in self.taken:
            self.wrong.append(f"update {update} had no effect")
        self.count["updates" if changes else "repeats"] += 1
        self.taken.add(update)

    def confirmed(self, update: str) -> None:
        """The platform will not hand it out again."""
        if update not in self.taken:
            self.wrong.append(f"update {update} was confirmed and never taken in")

    def fired(self, key: str) -> None:
        """`key` is "kind subject slot"."""
        self.count["due"] += 1
        self._fired[key] += 1
        if self._fired[key] > 1:
            self.wrong.append(f"{key} fell due again")
        kind, subject, slot = key.split(" ", 2)
        if kind == REMIND:
            self._fallen_due[subject, slot.partition(":")[0]] += 1

    def happened(self, subject: str, type: str, by_and_facts: str) -> None:
        """An event was appended."""
        by, _, facts = by_and_facts.partition(" ")
        if type == "MatterReminded":
            self._reminds(subject, json.loads(facts))
        elif type == "DigestSent" and not by:
            digest = (subject, str(json.loads(facts)["digest"]))
            self.count["digests"] += 1
            self._digests[digest] += 1
            if self._digests[digest] > 1:
                self.wrong.append(f"{subject} got the digest of one morning again")

    def _reminds(self, subject: str, facts: Mapping[str, str]) -> None:
        to, clock = facts["to"], facts["clock"]
        self.count["reminders"] += 1
        self._reminded[subject, to, clock] += 1
        if self._reminded[subject, to, clock] > self._fallen_due[subject, clock]:
            self.wrong.append(f"{to} was reminded of the {clock} of {subject} again")

    def put(self, outbound: Outbound, at: datetime) -> None:
        """A message was put into the outbox that repeats no other; whoever is reminded of two things reads of two."""
        morning = outbound.purpose == "digest" and outbound.urgency is Urgency.NOTICE
        if morning or outbound.purpose == "reminder":
            said = (outbound.to.account, at, "" if morning else words_of(outbound))
            self._said[said] += 1
            if self._said[said] > 1:
                self.wrong.append(f"{said[0]} hears the same {outbound.purpose} twice at {at}")
