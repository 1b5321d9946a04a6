"""A matter as one row of a sheet: every column with its words, its type and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from bot.crafts.sheets import Column, Sort, Value
from domain.areas import AreaKind, Tree
from domain.digests.course import Course
from domain.digests.figures import Case, Side, Span, SpanKind
from domain.digests.rates import response, solved
from domain.matters.kinds import kind_of, private
from domain.matters.matter import Matter, Word
from domain.phrases import phrase
from handlers.texts.say import Voice
from storage.listing import Listed

_MINUTE = timedelta(minutes=1)
_EVER = datetime.min.replace(tzinfo=UTC)
Rule = Callable[[Course, Span], Case | None]
"""Of domain.digests.rates."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a row is made from; `course` None where the matter's events do not reach."""

    listed: Listed
    course: Course | None

    @property
    def matter(self) -> Matter:
        return self.listed.matter


@dataclass(frozen=True, slots=True)
class Told:
    """One column: the key of its words ("sheet.<key>", "sheet.about_<key>"), how it looks, and its value."""

    key: str
    sort: Sort
    width: float
    value: Callable[[Line], Value]

    def column(self, voice: Voice) -> Column:
        return Column(voice.say(phrase(f"sheet.{self.key}")), self.sort, self.width)

    def about(self, voice: Voice) -> tuple[str, str]:
        """Its header and what it means."""
        return voice.say(phrase(f"sheet.{self.key}")), voice.say(phrase(f"sheet.about_{self.key}"))


class MatterRows:
    """The columns for one reader, as of her instant; with `names` also the resident's, unless she wrote anonymously."""

    def __init__(self, tree: Tree, voice: Voice, *, names: bool = False) -> None:
        self._tree = tree
        self._always = Span(SpanKind.OWN, _EVER, voice.now)
        self._language = voice.language
        self._say = cache(lambda key: voice.say(phrase(key)))
        self._above = cache(self._area_above)
        self.told = (*self._place_and_words(), *self._people_and_state(), *self._instants(), *self._outcome())
        if names:
            self.told = (*self.told, *_names())

    def row(self, line: Line) -> Sequence[Value]:
        return [told.value(line) for told in self.told]

    def _place_and_words(self) -> tuple[Told, ...]:
        return (
            Told("no", Sort.TEXT, 9, lambda line: line.matter.number),
            Told("community", Sort.TEXT, 14, lambda line: self._above(line.matter.spot.grid_id, AreaKind.COMMUNITY)),
            Told("grid", Sort.TEXT, 14, lambda line: self._above(line.matter.spot.grid_id, AreaKind.GRID)),
            Told("place", Sort.TEXT, 20, lambda line: _unless_private(line.matter, line.matter.spot.label)),
            Told("kind", Sort.TEXT, 12, lambda line: self._say(kind_of(line.matter.kind).name_key)),
            Told("what", Sort.LONG_TEXT, 36, lambda line: _unless_private(line.matter, line.matter.what)),
            Told("anonymous", Sort.TEXT, 6, lambda line: self._yes(line.matter.anonymous)),
        )

    def _people_and_state(self) -> tuple[Told, ...]:
        return (
            Told("owner", Sort.TEXT, 10, lambda line: line.listed.owner.called(self._language)),
            Told("state", Sort.TEXT, 12, lambda line: self._say(f"sheet.state_{line.matter.state.value}")),
            Told("tier", Sort.TEXT, 10, lambda line: self._say(f"sheet.tier_{line.matter.tier.value}")),
            Told("level", Sort.TEXT, 8, lambda line: self._say(f"sheet.level_{line.matter.settled_at.value}")),
        )

    def _instants(self) -> tuple[Told, ...]:
        return (
            Told("sent", Sort.INSTANT, 16, lambda line: line.matter.sent_at),
            Told("filed", Sort.INSTANT, 16, lambda line: line.matter.filed_at),
            Told("contact_due", Sort.INSTANT, 16, lambda line: line.course.first_due_at if line.course else None),
            Told("contacted", Sort.INSTANT, 16, _contacted),
            Told("in_time", Sort.TEXT, 8, self._stands(response)),
            Told("result_due", Sort.INSTANT, 16, lambda line: line.matter.result_due_at),
            Told("told", Sort.INSTANT, 16, _told_at),
            Told("ended", Sort.INSTANT, 16, lambda line: line.matter.ended_at),
            Told("to_contact", Sort.NUMBER, 10, lambda line: _minutes(line.matter.sent_at, _contacted(line))),
            Told("to_result", Sort.NUMBER, 10, lambda line: _minutes(line.matter.sent_at, _told_at(line))),
        )

    def _outcome(self) -> tuple[Told, ...]:
        return (
            Told("cause", Sort.TEXT, 14, self._cause),
            Told("word", Sort.TEXT, 12, self._word),
            Told("word_counts", Sort.TEXT, 8, self._stands(solved)),
            Told("grade", Sort.NUMBER, 6, lambda line: line.matter.grade or None),
            Told("reopened", Sort.NUMBER, 8, lambda line: line.matter.reopened),
            Told(
                "trouble",
                Sort.TEXT,
                8,
                lambda line: self._yes(_of_a_known_trouble(line)),
            ),
            Told("hotline", Sort.TEXT, 18, lambda line: line.matter.hotline_no),
        )

    def _area_above(self, grid_id: str, kind: AreaKind) -> str:
        area = next((area for area in self._tree.up(grid_id) if area.kind is kind), None)
        return area.called(self._language) if area else self._say("drawn.nowhere") if kind is AreaKind.GRID else ""

    def _yes(self, it_is: bool) -> str:
        return self._say("sheet.yes") if it_is else ""

    def _stands(self, rule: Rule) -> Callable[[Line], Value]:
        """On which side of a rate the matter stands; empty where it does not count."""

        def value(line: Line) -> Value:
            case = rule(line.course, self._always) if line.course else None
            if case is None or case.side is Side.LEFT:
                return None
            return self._say("sheet.yes" if case.side is Side.IN else "sheet.not")

        return value

    def _cause(self, line: Line) -> Value:
        return self._say(f"cause.{line.matter.cause.value}") if line.matter.cause else None

    def _word(self, line: Line) -> Value:
        return self._say(f"sheet.word_{line.matter.word.value}") if line.matter.word is not Word.NONE else None


def _names() -> tuple[Told, ...]:
    return (
        Told("reporter", Sort.TEXT, 10, lambda line: None if _hidden(line.matter) else line.listed.reporter.name),
        Told("behalf", Sort.TEXT, 10, lambda line: None if _hidden(line.matter) else line.matter.on_behalf_of),
        Told("phone", Sort.TEXT, 14, _phone),
    )


def _hidden(matter: Matter) -> bool:
    return matter.anonymous or private(matter)


def _phone(line: Line) -> Value:
    """Only where she let the one who has the matter see it."""
    shown = line.matter.show_phone and not _hidden(line.matter)
    return line.listed.reporter.phone if shown else None


def _unless_private(matter: Matter, words: str) -> Value:
    return None if private(matter) else words


def _of_a_known_trouble(line: Line) -> bool:
    return line.course is not None and line.course.joined_at is not None and line.course.answered_by != "me_too"


def _contacted(line: Line) -> datetime | None:
    return line.course.contacted_at if line.course else line.matter.contacted_at


def _told_at(line: Line) -> datetime | None:
    closing = line.course.closing if line.course else None
    return closing.at if closing else None


def _minutes(since: datetime, until: datetime | None) -> int | None:
    """Begun minutes on the wall's clock."""
    return None if until is None else max(0, -((since - until) // _MINUTE))
