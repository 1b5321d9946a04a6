"""One notice on a screen of the desk: how it stands, how far it came, what is asked about it; and the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.errors import NotAllowed
from domain.events import Event
from domain.explaining.notice import Notice
from domain.mailing import Stage
from domain.messages import Op
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import area_name
from handlers.door import listed
from handlers.explaining.notices.counting import MOST_COUNTED
from handlers.explaining.notices.handing_out import handed_out
from handlers.explaining.notices.letters import MISSED, NOTICE
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import PROMPT, came, kind_of, line_of, may_tell, stands
from handlers.reach import keeps, must
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn

AT_DOOR = "ex:"
LOOK = "notice_out"
ARRIVED = timedelta(seconds=10)
"""By then the last portion has arrived, unless the platform makes us wait."""
PAGE = 6
A_ROW = 4


def got(turn: Turn[NoticesTransaction], person: Person, notice_id: str) -> Notice:
    """One that she may look at and go on with. Raises NotAllowed, NotFound."""
    notice = turn.tx.notices.get(notice_id)
    must(turn, person, notice.area_id, AreaRight.TELL_AREA)
    return notice


def show_notice(turn: Turn[NoticesTransaction], person: Person, notice: Notice, op: Op = Op.SEND) -> None:
    stage = turn.tx.mailings.get(notice.mailing_id).stage
    delivery = turn.tx.notices.delivery(notice.mailing_id)
    asked, waiting = turn.tx.notice_questions.count(notice.id)
    day = ShortDay(notice.sent_at.astimezone(turn.house.zone).date())
    lines: list[Line | Strong] = [
        Strong(phrase("notices.page", kind=kind_of(notice), line=line_of(notice))),
        phrase("notices.about", area=area_name(turn, notice.area_id), day=day, stands=stands(turn, notice)),
    ]
    if stage is Stage.GOING or delivery.on_the_way or goes_again(turn, notice):
        lines.append(phrase("notices.going", n=delivery.sent))
    else:
        lines += [*([phrase("notices.stopped")] if stage is Stage.STOPPED else []), *came(delivery)]
    lines += [_asked(asked, waiting), *handed_out(turn, notice)]
    n = can_go_again(turn, notice)
    again = ((Tap(phrase("notices.tap_missed", n=n), "missed"),),) if n else ()
    send(
        turn, person, *lines, taps=(*again, *_taps(notice, asked, going=stage is Stage.GOING)),
        prompt=PROMPT + notice.id, op=op, key=f"notice:{notice.id}:{person.id}", silent=True,
    )  # fmt: skip


def can_go_again(turn: Turn[NoticesTransaction], notice: Notice) -> int:
    """To how many it can be sent once more: it counts still, all of it has left, and theirs came back."""
    over = turn.tx.mailings.get(notice.mailing_id).stage is Stage.DONE
    delivery = turn.tx.notices.delivery(notice.mailing_id)
    if not (over and notice.counts(turn.today) and delivery.missed) or delivery.on_the_way:
        return 0
    return 0 if goes_again(turn, notice) else turn.tx.notices.count_missed(notice, MOST_COUNTED)


def goes_again(turn: Turn[NoticesTransaction], notice: Notice) -> bool:
    return any(each.kind == MISSED and each.about == notice.id for each in turn.tx.mailings.going())


def _asked(asked: int, waiting: int) -> Phrase:
    if not asked:
        return phrase("notices.nobody_asked")
    return phrase("notices.asked_waiting" if waiting else "notices.asked", n=asked, waiting=waiting)


def _taps(notice: Notice, asked: int, *, going: bool) -> Rows:
    look = [Tap(phrase("notices.tap_look"), "look"), Tap(phrase("notices.tap_read"), "read")]
    if asked:
        look.append(Tap(phrase("notices.tap_asked"), "asked:0"))
    last = [Tap(phrase("notices.tap_stop"), "stop")] if going else []
    if not notice.withdrawn:
        last += [Tap(phrase("flyer.tap"), "flyer"), Tap(phrase("notices.tap_withdraw"), "withdraw")]
    return (tuple(look), tuple(last)) if last else (tuple(look),)


def has_gone_out(turn: Turn[NoticesTransaction], event: Event) -> None:
    """All of it is on its way, or it was stopped: a little later the author's page says how many have it."""
    ended = turn.tx.mailings.get(event.subject.partition(":")[2])
    if ended.kind in (NOTICE, MISSED):
        slot = "" if ended.kind == NOTICE else ended.id
        turn.tx.schedule.add(Due(LOOK, f"notice:{ended.about}", slot, turn.now + ARRIVED))


def look(turn: Turn[NoticesTransaction], due: Sequence[Due]) -> None:
    """Nothing rings for that."""
    for row in due:
        notice = turn.tx.notices.get(row.subject.partition(":")[2])
        author = turn.tx.people.get(notice.author_id)
        if may_tell(turn, author, notice.area_id):
            show_notice(turn, author, notice, Op.UPDATE)


# ---- all of them ---------------------------------------------------------------------------------------------------


def see(turn: Turn[NoticesTransaction], person: Person, notice_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    show_notice(turn, person, got(turn, person, notice_id))


def show_list(turn: Turn[NoticesTransaction], person: Person, start: int, op: Op = Op.SEND) -> None:
    """What her desks' areas were told, the newest first; with the button for another. Raises NotAllowed."""
    reach = keeps(turn, person)
    if not reach.within:
        raise NotAllowed("notices")
    found = turn.tx.notices.page(reach, PAGE + 1, start)
    lines: list[Line | Strong] = [Strong(phrase("notices.list"))]
    lines += [line_in_list(turn, notice, start + n) for n, notice in enumerate(found[:PAGE], 1)]
    if not found:
        lines.append(phrase("notices.list_empty"))
    if waiting := turn.tx.notice_questions.waiting_in(reach):
        lines.append(phrase("notices.digest_waiting", n=waiting))
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"notice:{each.id}") for n, each in enumerate(found[:PAGE], 1)]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    more = ((Tap(phrase("lists.tap_more"), f"notices:{start + PAGE}"),),) if len(found) > PAGE else ()
    last = ((Tap(phrase("notices.tap_new"), "notice_new"),),)
    key = f"notices:{person.id}"
    send(
        turn,
        person,
        *lines,
        taps=(*rows, *more, *last),
        prompt=AT_DOOR,
        op=op,
        key=key,
        about=listed(AT_DOOR, taps, start),
        silent=True,
    )


def line_in_list(turn: Turn[NoticesTransaction], notice: Notice, n: int) -> Phrase:
    """With how many have it and how many asked about it."""
    asked, _ = turn.tx.notice_questions.count(notice.id)
    return phrase(
        "notices.list_line_asked" if asked else "notices.list_line",
        n=n, kind=kind_of(notice), line=line_of(notice), area=area_name(turn, notice.area_id),
        sent=turn.tx.notices.delivery(notice.mailing_id).sent, asked=asked, stands=stands(turn, notice),
    )  # fmt: skip
