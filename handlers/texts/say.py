"""Puts a phrase into the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.phrases import Phrase
from handlers.texts import when
from handlers.texts.catalogue import TEXTS

ZH, EN = "zh", "en"


@dataclass(frozen=True, slots=True)
class Voice:
    """One reader: the language, and what the words for instants depend on.

    `dated`: she reads it where it was first said, on another day: "tomorrow" would mean another tomorrow.
    """

    language: str
    now: datetime
    zone: ZoneInfo
    dated: bool = False

    def say(self, phrase: Phrase) -> str:
        """The words; raises KeyError for a key that no catalogue has, or an argument that the text needs and did not get."""
        text = TEXTS[phrase.key][1 if self.language == EN else 0]
        return text.format_map({name: self._word(value) for name, value in phrase.args.items()})

    def _word(self, value: object) -> str:
        match value:
            case Phrase():
                return self.say(value)
            case datetime():
                return when.when(value, self.now, self.zone, self.language, dated=self.dated)
            case Dated():
                return when.when(value.value, self.now, self.zone, self.language, dated=True)
            case Between():
                begins, ends = value.begins_at, value.ends_at
                return when.between(begins, ends, self.now, self.zone, self.language, dated=self.dated)
            case Named():
                return value.name_en if self.language == EN and value.name_en else value.name
            case Day():
                return when.date_words(value.value, self.language)
            case ShortDay():
                return when.short_day(value.value, self.language)
            case Several():
                joint = ", " if self.language == EN else "、"
                return joint.join(self._word(v) for v in value.values)
            case _:
                return str(value)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in both languages."""

    name: str
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """An instant with weekday and date, for what may be read on any day."""

    value: datetime


@dataclass(frozen=True, slots=True)
class Between:
    """From one instant to another."""

    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Several:
    """Several values, joined as the language joins a list."""

    values: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, said without a time."""

    value: date


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A calendar day without its weekday."""

    value: date
