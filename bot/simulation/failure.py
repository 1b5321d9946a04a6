"""A heating failure in one street: very many write within a minute, the desk marks it and at last tells them all."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from random import Random

from bot.simulation.members import Coordinator
from bot.simulation.residents import SAID
from bot.simulation.somebody import labels_of, words_of
from bot.simulation.town import HOUSEHOLDS, Town
from domain.areas import Area, AreaKind, Tree
from sandbox.records import Message

WITHIN = 60.0
"""Seconds in which all write."""
MARKED_AFTER, LASTS = timedelta(minutes=6), timedelta(hours=2, minutes=40)
KNOWN = "热力管道爆了，抢修到晚上十点"


class Marker:
    """The coordinator who marks the trouble; she is the one she always is, and answers these questions besides."""

    def __init__(self, desk: Coordinator, area: Area) -> None:
        self._desk, self._area = desk, area
        self._usual, desk.looks = desk.looks, self._looks  # type: ignore[method-assign]  # one evening she does more
        self._over = False

    def marks(self) -> None:
        self._desk.says(f"大家都在报 {self._area.name}{KNOWN}")

    def ends(self) -> None:
        self._over = self._desk.taps("好了")

    def _looks(self, message: Message) -> None:
        labels, words = labels_of(message), words_of(message)
        once = self._desk.first_time(("trouble", message.id, words))
        if "大家在报哪一类" in words and once:
            self._desk.soon(lambda: self._desk.taps("供暖"))
        elif "在哪一片" in words and once:
            self._desk.soon(lambda: self._desk.says(self._area.name))
        elif "大概到什么时候" in words and once:
            self._desk.soon(lambda: self._desk.taps(labels[0]))
        elif "再有人报，先读到这句" in words and once:
            self._desk.soon(lambda: self._desk.taps("就这样"))
        elif labels and labels[0].startswith("把已有的") and once:
            self._desk.soon(lambda: self._desk.taps("把已有的"))
        elif self._over and "写一句怎么好的" in words and once:
            self._desk.soon(lambda: self._desk.says("管道修好了，正在回温"))
        else:
            self._usual(message)


def breaks_out(town: Town, tree: Tree, at: datetime, messages: int, chance: Random) -> None:
    """Puts it on the agenda: so many messages of the households of the first street."""
    street = next(area for area in tree.areas.values() if area.kind is AreaKind.STREET)
    there = [building for building in town.buildings if tree.within(building.id, street.id)]
    homes = [(building, n) for n in range(HOUSEHOLDS) for building in there][:messages]
    for building, household in homes:
        words = chance.choice(SAID["heating"][:2])
        seconds = timedelta(seconds=chance.uniform(0, WITHIN))
        town.agenda.at(at + seconds, partial(_writes, town, building, household, words))
    desk = town.official(f"c-{street.id}-1")
    assert isinstance(desk, Coordinator)
    marker = Marker(desk, street)
    town.agenda.at(at + MARKED_AFTER, marker.marks)
    town.agenda.at(at + LASTS, marker.ends)


def _writes(town: Town, building: Area, household: int, words: str) -> None:
    town.resident(building, household).reports(words)
