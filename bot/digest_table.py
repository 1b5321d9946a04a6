"""A digest as a workbook: its figures with their definitions, places, days, and every matter behind a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from bot.crafts.sheets import Column, Sheet, Sort, Value, write_xlsx
from bot.matter_rows import Line, MatterRows
from domain.digests.figures import Case, Digest, Figure, Named, Side
from domain.matters.kinds import kind_of
from domain.phrases import phrase
from handlers.texts.say import Named as Called
from handlers.texts.say import Several, Voice
from storage.listing import Listed, listed
from storage.reading import reading
from storage.transaction import Transaction

PLAIN = (
    Figure.NEW, Figure.CLOSED, Figure.WITHDRAWN, Figure.OPEN, Figure.OVERDUE, Figure.AWAITING, Figure.REOPENED,
    Figure.MOVED_UP, Figure.JOINED,
)  # fmt: skip
RATES = (Figure.RESPONSE, Figure.SOLVED, Figure.SATISFIED)
BEHIND = (*PLAIN, *RATES)
"""The figures whose matters are listed; the rest are among these."""
PERCENT_FROM = 10
"""With fewer in the denominator a percentage says too much."""
SHOWN = ("no", "community", "grid", "place", "kind", "what", "owner", "filed")
"""Of a matter, beside each figure that it stands behind."""
SIDES = {Side.IN: "table.counted", Side.OUT: "table.out", Side.LEFT: "table.not_counted"}


def print_table(url: str, digest_id: str, language: str, zone: str, now: datetime) -> bytes:
    """The workbook of a stored digest as XLSX. For the child process. Raises NotFound and storage's errors."""
    with reading(url, now) as tx:
        digest = tx.digests.whole(digest_id)
        voice = Voice(language, digest.span.until_at, ZoneInfo(zone))
        out = BytesIO()
        write_xlsx(out, _Table(digest, voice).sheets(tx), voice.zone, made_at=digest.span.until_at)
    return out.getvalue()


def table_name(digest: Digest, language: str, zone: ZoneInfo) -> str:
    """What the file is called where it arrives, without its ending."""
    voice = Voice(language, digest.span.until_at, zone)
    areas = Several(tuple(Called(area.name, area.name_en) for area in digest.scope))
    name = voice.say(phrase("table.name", areas=areas, day=digest.span.until_at.astimezone(zone).date()))
    return "".join(c for c in name if c.isalnum() or c in " -_、,").replace(" ", "-")


class _Table:
    def __init__(self, digest: Digest, voice: Voice) -> None:
        self._digest = digest
        self._voice = voice

    def _say(self, key: str, **args: object) -> str:
        return self._voice.say(phrase(key, **args))

    def sheets(self, tx: Transaction) -> Iterator[Sheet]:
        yield self._figures()
        yield self._places()
        yield self._days()
        if self._digest.kinds:
            yield self._kinds()
        yield self._behind(tx)
        yield self._about()

    def _sheet(self, name: str, columns: Sequence[tuple[str, Sort, float]], rows: Sequence[Sequence[Value]]) -> Sheet:
        return Sheet(self._say(name), [Column(self._say(key), sort, width) for key, sort, width in columns], rows)

    # ---- the figures -----------------------------------------------------------------------------------------------

    def _figures(self) -> Sheet:
        columns = (
            ("table.figure", Sort.TEXT, 34), ("table.number", Sort.NUMBER, 9), ("table.of", Sort.NUMBER, 11),
            ("table.percent", Sort.PERCENT, 9), ("table.left", Sort.NUMBER, 11), ("table.how", Sort.LONG_TEXT, 80),
        )  # fmt: skip
        return self._sheet("table.figures", columns, [*self._counts(), *self._rates(), *self._levels(), *self._times()])

    def _counts(self) -> Iterator[Sequence[Value]]:
        for figure in PLAIN:
            yield self._name(figure), self._digest.count(figure), None, None, None, self._how(figure)

    def _rates(self) -> Iterator[Sequence[Value]]:
        for figure in RATES:
            yes, all = self._digest.of(figure)
            percent = yes / all if all >= PERCENT_FROM else None
            left = self._digest.count(figure, Side.LEFT)
            yield self._name(figure), yes, all, percent, left, self._how(figure)

    def _levels(self) -> Iterator[Sequence[Value]]:
        closed = self._digest.count(Figure.SETTLED)
        for level, count in self._digest.settled.items():
            name = f"{self._name(Figure.SETTLED)} {self._say(f'sheet.level_{level}')}"
            yield name, count, closed, None, None, self._how(Figure.SETTLED)

    def _times(self) -> Iterator[Sequence[Value]]:
        contact, result, how = self._digest.contact, self._digest.result, self._say("table.how_times")
        for key, minutes, n in (
            ("table.contact_half", contact.p50, contact.n),
            ("table.contact_most", contact.p90, contact.n),
            ("table.result_half", result.p50, result.n),
            ("table.result_most", result.p90, result.n),
        ):
            yield self._say(key), minutes if n else None, n, None, None, how

    def _name(self, figure: Figure) -> str:
        return self._say(f"table.{figure.value}")

    def _how(self, figure: Figure) -> str:
        return self._say(f"table.how_{figure.value}")

    # ---- places, days, kinds ---------------------------------------------------------------------------------------

    def _called(self, area: Named) -> str:
        return area.called(self._voice.language) if area.id else self._say("drawn.nowhere")

    def _places(self) -> Sheet:
        names = {part.area.id: self._called(part.area) for part in self._digest.parts}
        names.update({area.id: self._called(area) for area in self._digest.scope})
        columns = (
            ("table.area", Sort.TEXT, 20), ("table.above", Sort.TEXT, 16), ("table.new", Sort.NUMBER, 9),
            ("table.closed", Sort.NUMBER, 9), ("table.open", Sort.NUMBER, 9), ("table.overdue", Sort.NUMBER, 9),
        )  # fmt: skip
        rows = [
            (names[p.area.id], names.get(p.parent_id, ""), p.new, p.closed, p.open, p.overdue)
            for p in self._digest.parts
        ]
        return self._sheet("table.places", columns, rows)

    def _days(self) -> Sheet:
        columns = (
            ("table.from_day", Sort.DAY, 12), ("table.new", Sort.NUMBER, 9), ("table.closed", Sort.NUMBER, 9),
            ("table.open_at_end", Sort.NUMBER, 14),
        )  # fmt: skip
        return self._sheet("table.days", columns, [(s.on, s.new, s.closed, s.open) for s in self._digest.steps])

    def _kinds(self) -> Sheet:
        names = {part.area.id: self._called(part.area) for part in self._digest.parts}
        names.update({area.id: self._called(area) for area in self._digest.scope})
        columns = (
            ("sheet.kind", Sort.TEXT, 16), ("table.area", Sort.TEXT, 20), ("table.new", Sort.NUMBER, 9),
            ("table.closed", Sort.NUMBER, 9), ("table.open", Sort.NUMBER, 9),
        )  # fmt: skip
        rows = [
            (self._say(kind_of(k.kind).name_key), names.get(k.area_id, ""), k.new, k.closed, k.open)
            for k in self._digest.kinds
        ]
        return self._sheet("table.kinds", columns, rows)

    # ---- the matters behind ----------------------------------------------------------------------------------------

    def _behind(self, tx: Transaction) -> Sheet:
        cases = [(figure, case) for figure in BEHIND for case in self._digest.figures.get(figure, ())]
        found = listed(tx.statements, list(dict.fromkeys(case.matter_id for _, case in cases)))
        rows = MatterRows(tx.areas.tree(), self._voice)
        told = [each for each in rows.told if each.key in SHOWN]
        head = [(self._say("table.figure"), 12), (self._say("table.side"), 12), (self._say("table.why"), 18)]
        columns = [Column(name, width=width) for name, width in head]
        columns += [each.column(self._voice) for each in told]
        columns.append(Column(self._say("table.state_now"), width=14))

        def lines() -> Iterator[Sequence[Value]]:
            for figure, case in cases:
                if case.matter_id in found:
                    line = Line(found[case.matter_id], None)
                    yield *self._case(figure, case), *(each.value(line) for each in told), self._state(line.listed)

        return Sheet(self._say("table.cases"), columns, lines())

    def _case(self, figure: Figure, case: Case) -> tuple[str, str, str]:
        return self._name(figure), self._say(SIDES[case.side]), self._why(figure, case.why)

    def _why(self, figure: Figure, why: str) -> str:
        if not why:
            return ""
        match figure:
            case Figure.CLOSED:
                return self._say(f"cause.{why}")
            case Figure.OPEN:
                return self._say(f"sheet.state_{why}")
            case Figure.SATISFIED if why.isdigit():
                return self._say("table.why_grade", grade=why)
            case _:
                return self._say(f"table.why_{why}")

    def _state(self, listed: Listed) -> str:
        return self._say(f"sheet.state_{listed.matter.state.value}")

    def _about(self) -> Sheet:
        span, zone = self._digest.span, self._voice.zone
        since, until = (f"{at.astimezone(zone):%Y-%m-%d %H:%M}" for at in (span.from_at, span.until_at))
        scope = self._say("drawn.title_own", areas=Several(tuple(map(self._called, self._digest.scope))))
        columns = (("sheet.column", Sort.TEXT, 24), ("sheet.meaning", Sort.LONG_TEXT, 90))
        rows = [
            (self._say("sheet.scope"), scope),
            (self._say("table.span"), self._say("table.span_is", since=since, until=until)),
            (self._say("table.percent_why"), self._say("table.percent_is")),
            (self._say("table.order"), self._say("table.order_is")),
            *((self._name(figure), self._how(figure)) for figure in (*BEHIND, Figure.SETTLED)),
        ]
        return self._sheet("sheet.about", columns, rows)
