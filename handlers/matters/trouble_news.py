"""What happens to a known trouble by the clock, and its news: told to all who wait, a few households in each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Act, Cause, Matter, Tier
from domain.matters.trouble import Stage, Step, Trouble
from domain.messages import Op, Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.judging import closing_content
from handlers.matters.owners import about, first_owner
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import ring
from handlers.matters.trouble_card import ADOPT, ASK, CLOSE, LATE, NEWS, ask_desk, card_key, plan, show
from handlers.matters.trouble_joining import adopt, word_by
from handlers.matters.trouble_like_it import like_it
from handlers.matters.trouble_words import said, title_of
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

IN_ONE_ACT = 2
"""Households told in one act: thousands may wait, and nobody else may wait for that."""
LATER, SOONER, NEWS_ONLY, OVERDUE, ENDED, WITHDRAWN = "later", "sooner", "news", "late", "ended", "withdrawn"


# ---- the clock -----------------------------------------------------------------------------------------------------


def ask(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """好了吗? Shortly before its end, then at most hourly until the desk has answered."""
    for row in due:
        trouble = _of(turn, row)
        if trouble.stage is not Stage.RUNNING or row.slot.partition(":")[0] != str(trouble.turn):
            continue
        if trouble.late(turn.now) or not _ends_by_itself(turn, trouble):
            ask_desk(turn, trouble)
            plan(turn, trouble)


def _ends_by_itself(turn: Turn[MattersTransaction], trouble: Trouble) -> bool:
    """What was announced with its hours, and nobody waits for: who still misses something afterwards reports it."""
    return trouble.from_at is not None and not turn.tx.troubles.waiting(trouble.id)


def late(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Its end has passed and the desk has not answered: that is owned up to, once for each end that was named."""
    for row in due:
        trouble = _of(turn, row)
        if trouble.stage is not Stage.RUNNING or trouble.until_at != datetime.fromisoformat(row.slot):
            continue
        if _ends_by_itself(turn, trouble):
            _lapse(turn, trouble)
            continue
        overdue = trouble.after(Step.OVERRUN)
        turn.tx.troubles.save(overdue)
        tell(turn, overdue.subject, "TroubleOverdue", owner=overdue.owner_id)
        plan(turn, overdue)
        ask_desk(turn, overdue, Op.UPDATE)
        spread(turn, overdue, OVERDUE, turn.house.clocks.next_awake(turn.now))


def _lapse(turn: Turn[MattersTransaction], trouble: Trouble) -> None:
    lapsed = trouble.after(Step.LAPSE)
    turn.tx.troubles.save(lapsed)
    tell(turn, lapsed.subject, "TroubleLapsed", owner=lapsed.owner_id)
    plan(turn, lapsed)
    show(turn, lapsed, turn.tx.people.get(lapsed.owner_id), op=Op.UPDATE)


def one_more(turn: Turn[MattersTransaction], event: Event) -> None:
    """Somebody has joined by her report: whoever watches over it sees it on the card, which rings for none of them."""
    trouble_id = str(event.facts.get("trouble", ""))
    if not trouble_id:
        return
    trouble = turn.tx.troubles.get(trouble_id)
    owner = turn.tx.people.get(trouble.owner_id)
    if any(turn.tx.handles.handle(each, card_key(trouble, owner)) for each in turn.tx.people.addresses(owner.id)):
        show(turn, trouble, owner, op=Op.UPDATE)


def announce(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Nobody took the end back within two minutes. At night only what a utility's end is worth is told."""
    for row in due:
        trouble = _of(turn, row)
        if trouble.stage is not Stage.ENDING or row.slot != str(trouble.turn):
            continue
        ended = trouble.after(Step.ANNOUNCE)
        turn.tx.troubles.save(ended)
        tell(turn, ended.subject, "TroubleEnded", owner=ended.owner_id)
        show(turn, ended, turn.tx.people.get(ended.owner_id), op=Op.UPDATE)
        round_the_clock = turn.house.practice.tier_of(ended.kind, turn.today) is Tier.UTILITY
        spread(turn, ended, ENDED, turn.now if round_the_clock else turn.house.clocks.next_awake(turn.now))


def _of(turn: Turn[MattersTransaction], row: Due) -> Trouble:
    return turn.tx.troubles.get(row.subject.partition(":")[2])


# ---- told a few at a time ------------------------------------------------------------------------------------------


def spread(turn: Turn[MattersTransaction], trouble: Trouble, what: str, at: datetime) -> None:
    """All who wait and have not heard this turn of it will; news that was still on its way is overtaken."""
    turn.tx.schedule.cancel(trouble.subject, (NEWS,))
    _next(turn, trouble, what, at)


def _next(turn: Turn[MattersTransaction], trouble: Trouble, what: str, at: datetime) -> None:
    turn.tx.schedule.add(Due(NEWS, trouble.subject, f"{what}:{trouble.turn}:{turn.tx.new_id()}", at))


def news(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The next few, and a row for those after them."""
    for row in due:
        trouble, (what, told_turn, _) = _of(turn, row), row.slot.split(":")
        if told_turn != str(trouble.turn):
            continue
        ids = turn.tx.troubles.next_untold(trouble, IN_ONE_ACT)
        for matter_id in ids:
            TOLD[what](turn, trouble, turn.tx.matters.get(matter_id))
        if len(ids) == IN_ONE_ACT:
            _next(turn, trouble, what, turn.now)
        elif not trouble.running:
            show(turn, trouble, turn.tx.people.get(trouble.owner_id), op=Op.UPDATE)


def _word(key: str) -> Callable[[Turn[MattersTransaction], Trouble, Matter], None]:
    """One short message, and the promise that goes with it."""

    def tell_her(turn: Turn[MattersTransaction], trouble: Trouble, matter: Matter) -> None:
        by = word_by(turn, trouble)
        told = replace(matter, promise_at=by, progress_due_at=by, result_due_at=by)
        turn.tx.matters.save(told)
        watching = owner_name(turn.tx.people.get(trouble.owner_id))
        words = phrase(key, said=said(turn, trouble), until=trouble.until_at or by, member=watching)
        ring(turn, told, words, urgency=Urgency.NOTICE)

    return tell_her


def _ended(turn: Turn[MattersTransaction], trouble: Trouble, matter: Matter) -> None:
    """Closed with the desk's line; she is asked her own question like anybody else."""
    closed = matter.after(Act.CLOSE, cause=Cause.SOLVED, closed_at=turn.now, turn=matter.turn + 1)
    turn.tx.matters.save(closed.after(Act.ANNOUNCE))
    words = closing_content(turn, closed)
    tell(
        turn, matter.subject, "MatterClosed", by=matter.owner_id, cause=Cause.SOLVED.value, trouble=trouble.id,
        level=matter.level.value, before=matter.owner_id, words=words.id if words else "",
    )  # fmt: skip
    tell(turn, matter.subject, "MatterReported", by=matter.owner_id, cause=Cause.SOLVED.value, trouble=trouble.id)


def _withdrawn(turn: Turn[MattersTransaction], trouble: Trouble, matter: Matter) -> None:
    """An ordinary matter of its grid from now on."""
    to = first_owner(turn, about(turn, matter))
    assign(turn, matter, to.person, by="", why="trouble", because=to.reason)


TOLD: Mapping[str, Callable[[Turn[MattersTransaction], Trouble, Matter], None]] = {
    LATER: _word("trouble.later"),
    SOONER: _word("trouble.sooner"),
    NEWS_ONLY: _word("trouble.news"),
    OVERDUE: _word("trouble.late"),
    ENDED: _ended,
    WITHDRAWN: _withdrawn,
}


# ---- what was open before ------------------------------------------------------------------------------------------


def adopt_all(turn: Turn[MattersTransaction], trouble: Trouble) -> None:
    turn.tx.schedule.add(Due(ADOPT, trouble.subject, f":{turn.tx.new_id()}", turn.now))


def adopt_some(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The next few; each member whose matters they were hears once that there is nothing to do."""
    for row in due:
        trouble, told = _of(turn, row), row.slot.partition(":")[0]
        found = like_it(turn, trouble, IN_ONE_ACT) if trouble.running else []
        for matter in found:
            if matter.owner_id not in (told, trouble.owner_id):
                _relieve(turn, trouble, turn.tx.people.get(matter.owner_id))
            told = matter.owner_id
            adopt(turn, matter, trouble)
        if found:
            turn.tx.schedule.add(Due(ADOPT, trouble.subject, f"{told}:{turn.tx.new_id()}", turn.now))


def _relieve(turn: Turn[MattersTransaction], trouble: Trouble, member: Person) -> None:
    watching = owner_name(turn.tx.people.get(trouble.owner_id))
    words = phrase("trouble.relieved", title=title_of(turn, trouble), member=watching)
    send(turn, member, words, silent=True, urgency=Urgency.NOTICE)


REACTIONS = {"MatterFiled": (one_more,)}
TICKS = {ASK: ask, LATE: late, CLOSE: announce, NEWS: news, ADOPT: adopt_some}
