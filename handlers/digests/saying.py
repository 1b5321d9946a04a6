"""A digest on one phone screen: what needs her hand, how her area stands, and buttons that open every figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.desk.needs import NEEDS_A_HAND, Group
from domain.digests.figures import Digest, Figure
from domain.matters.matter import Matter
from domain.messages import Op, Urgency
from domain.people.person import Person
from domain.phrases import phrase
from handlers.desk.lines import item_line, item_rows
from handlers.desk.screen import PROMPT as AT_DESK
from handlers.desk.screen import widest
from handlers.digests.ports import DigestsTransaction
from handlers.digests.wording import areas, short_rate, span
from handlers.roles import at_desk, desks_of
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send
from handlers.telling import tell
from handlers.texts.say import Day
from handlers.turn import Turn

URGENT = 3
"""How many of what needs a hand are said by name; the rest are one tap away, at the desk."""
A_ROW = 4
MORNING, LATER = ("digest.morning", "digest.morning_calm"), ("digest.later", "digest.later_calm")
NO_MORNING = 11
"""From this hour on nobody says good morning: the hour may be set so, or the bot was down."""
FRESH = timedelta(hours=12)
"""Of a span that was asked for and ended longer ago nothing is to be done any more."""
COUNTS = (
    Figure.NEW, Figure.CLOSED, Figure.OPEN, Figure.OVERDUE,
    Figure.AWAITING, Figure.SETTLED, Figure.REOPENED, Figure.MOVED_UP, Figure.WITHDRAWN, Figure.JOINED,
)  # fmt: skip
RATES = (Figure.RESPONSE, Figure.SOLVED, Figure.SATISFIED)


def prompt_of(digest_id: str) -> str:
    return f"dg:{digest_id}"


def send_digest(
    turn: Turn[DigestsTransaction], person: Person, digest_id: str, digest: Digest, *, key: str = ""
) -> bool:
    """Asked for, it takes the place of the message with this key; at its hour it rings for whoever is on duty.

    False when there was nothing to tell of, which is said in one line.
    """
    items, needs = _in_hand(turn, person) if not key or turn.now - digest.span.until_at < FRESH else ([], 0)
    tell(turn, f"person:{person.id}", "DigestSent", by=person.id if key else "", digest=digest_id)
    blocks = [line for block in turn.house.digest_blocks for line in block(turn, person, digest)]
    if not needs and digest.empty and not blocks:
        words = phrase("digest.empty" if key else "digest.empty_morning", span=span(turn, digest), areas=areas(digest))
        send(turn, person, words, op=Op.UPDATE if key else Op.SEND, key=key, silent=True)
        return False
    lines: list[Line | Strong] = [_title(turn, digest, needs, asked=bool(key))]
    lines += [item_line(turn, person, group, matter) for group, matter in items]
    lines.append(phrase("digest.as_of", span=span(turn, digest)))
    lines += blocks
    send(
        turn, person, *lines, taps=item_rows(items), prompt=AT_DESK,
        below=((prompt_of(digest_id), _figure_taps(digest, needs - len(items))),),
        op=Op.UPDATE if key else Op.SEND, key=key, purpose="digest", urgency=Urgency.TURN if key else Urgency.NOTICE,
        silent=bool(key) or quiet(turn) or not _on_duty(turn, person),
    )  # fmt: skip
    return True


def _title(turn: Turn[DigestsTransaction], digest: Digest, needs: int, *, asked: bool) -> Strong:
    if asked:
        return Strong(phrase("digest.title_needs" if needs else "digest.title", areas=areas(digest), n=needs))
    here = turn.now.astimezone(turn.house.zone)
    greeting = MORNING if here.hour < NO_MORNING else LATER
    return Strong(phrase(greeting[0 if needs else 1], date=Day(here.date()), n=needs))


def _in_hand(turn: Turn[DigestsTransaction], person: Person) -> tuple[list[tuple[Group, Matter]], int]:
    """The most urgent of what stands on her desk just now, and how many there are."""
    level = widest(turn, desks_of(turn, person))
    counts = turn.tx.desk.counts(person.id, turn.now, level)
    items: list[tuple[Group, Matter]] = []
    for group in NEEDS_A_HAND:
        if counts.get(group) and len(items) < URGENT:
            found = turn.tx.desk.page(person.id, group, turn.now, URGENT - len(items), level=level)
            items += [(group, matter) for matter in found]
    return items, sum(counts.get(group, 0) for group in NEEDS_A_HAND)


def _on_duty(turn: Turn[DigestsTransaction], person: Person) -> bool:
    """At one of her desks it is her day."""
    return any(there and there[0].id == person.id for there in (at_desk(turn, desk) for desk in desks_of(turn, person)))


# ---- buttons -------------------------------------------------------------------------------------------------------


def _figure_taps(digest: Digest, more: int) -> Rows:
    counts = [_tap(figure, digest.count(figure)) for figure in COUNTS if digest.count(figure)]
    rates = tuple(_tap(figure, short_rate(digest, figure)) for figure in RATES if digest.of(figure)[1])
    last = [Tap(phrase("digest.tap_paragraph"), "paragraph"), Tap(phrase("digest.tap_table"), "table")]
    if more:
        last.insert(0, Tap(phrase("list.more", n=more), "desk"))
    return (*_rows(counts, A_ROW), rates, tuple(last))


def _tap(figure: Figure, n: object) -> Tap:
    return Tap(phrase(f"digest.tap_{figure.value}", n=n), f"figure:{figure.value}:0")


def _rows(taps: Sequence[Tap], size: int) -> Rows:
    return tuple(tuple(taps[n : n + size]) for n in range(0, len(taps), size))
