"""The matters family as the house sees it."""

from __future__ import annotations

from domain.messages import Inbound
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.family import Command, Family, both
from handlers.matters import (
    apologies,
    calendar,
    climbing,
    despair,
    drafts,
    extending,
    help_calls,
    help_news,
    leave,
    lists,
    metoo_news,
    pausing,
    reminding,
    silence,
    trouble_list,
    trouble_news,
    trouble_planned,
    watching,
    worklists,
)
from handlers.matters.abuse import MUTE
from handlers.matters.accepting_away import AWAY
from handlers.matters.calling import CALL, call
from handlers.matters.closing import CLOSE
from handlers.matters.danger import advise
from handlers.matters.drafts import REPORT
from handlers.matters.gathering import draft_of
from handlers.matters.giving import GIVE
from handlers.matters.going import gone
from handlers.matters.handing_on import HAND_ON
from handlers.matters.handing_up import HAND_DOWN, HAND_UP
from handlers.matters.helping import HELP, asked_colleagues
from handlers.matters.hotline import HOTLINE_IN, HOTLINE_NO, whence
from handlers.matters.in_person import came_back
from handlers.matters.inbound import edited, pressed, replied
from handlers.matters.judging import REOPEN
from handlers.matters.leave_over import OVER
from handlers.matters.mediating import MEDIATE
from handlers.matters.metoo_desk import GO_WITH
from handlers.matters.more import MORE, READY_PHRASES
from handlers.matters.noting import NOTE
from handlers.matters.number_for_hotline import NUMBER
from handlers.matters.opening import show_card
from handlers.matters.packet_sending import TO_HOTLINE
from handlers.matters.place_of_danger import PLACE
from handlers.matters.ports import MattersTransaction
from handlers.matters.reactions import REACTIONS
from handlers.matters.resident_more import MINE
from handlers.matters.ringing import undelivered
from handlers.matters.season_questions import SEASON
from handlers.matters.splitting import SPLIT_IN_TWO
from handlers.matters.trouble import MARK
from handlers.matters.trouble_changing import CHANGE, END, WITHDRAW
from handlers.matters.uniting import UNITE
from handlers.matters.urgency import URGENCY
from handlers.matters.which import WHICH
from handlers.matters.writing import danger, free
from handlers.turn import Turn


def report(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """报事: with words behind it they are the report, alone it asks what is wrong."""
    draft = draft_of(inbound)
    empty = type(draft)(draft.sent_at, draft.sent_at)
    drafts.start(turn, person, empty.with_words(inbound.handle, rest, draft.sent_at) if rest else empty)


def _current(turn: Turn[MattersTransaction], person: Person, subject: str) -> None:
    if subject and show_card(turn, person, subject):
        return
    if turn.tx.matters.of_owner(person.id):
        worklists.tasks(turn, person)
    else:
        lists.mine(turn, person)


def _free(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    takers = (leave.asked_for, asked_colleagues, free)
    return any(take(turn, person, inbound) for take in takers)


MATTERS = Family(
    name="matters",
    commands=(
        Command("report", ("报事", "report"), report, menu=phrase("menu.report")),
        Command("mine", ("我的事", "my matters"), lists.mine, menu=phrase("menu.mine")),
        Command("call", ("请打电话给我", "call me"), call, menu=phrase("menu.call")),
        Command("tasks", ("我的任务", "my tasks"), worklists.tasks, Role.MEMBER, phrase("menu.tasks")),
        Command("tasks", ("我的任务", "my tasks"), worklists.tasks, Role.COORDINATOR),
        Command("leave", ("请假", "leave"), leave.command, Role.MEMBER, phrase("menu.leave")),
        Command("leave", ("请假", "leave"), leave.command, Role.COORDINATOR),
        Command(
            "trouble",
            ("大家都在报", "known trouble", "many report", "what many report"),
            trouble_list.trouble,
            Role.COORDINATOR,
            phrase("menu.trouble"),
            takes_words=True,
            calm=True,
        ),
        Command("from12345", ("来自12345", "from 12345"), whence, Role.COORDINATOR, takes_words=True, calm=True),
        Command("back", ("销假", "我回来了", "i am back"), leave.back, Role.MEMBER),
        Command("back", ("销假", "我回来了", "i am back"), leave.back, Role.COORDINATOR),
    ),
    scripts=(
        REPORT,
        WHICH,
        CLOSE,
        REOPEN,
        HAND_ON,
        HAND_UP,
        HAND_DOWN,
        TO_HOTLINE,
        HOTLINE_NO,
        NUMBER,
        HOTLINE_IN,
        GIVE,
        MORE,
        READY_PHRASES,
        MINE,
        CALL,
        PLACE,
        leave.LEAVE,
        AWAY,
        MARK,
        CHANGE,
        END,
        WITHDRAW,
        trouble_planned.REPLAN,
        NOTE,
        pausing.PAUSE,
        extending.EXTEND,
        extending.REFUSE,
        URGENCY,
        MEDIATE,
        SPLIT_IN_TWO,
        UNITE,
        GO_WITH,
        HELP,
        MUTE,
        SEASON,
    ),
    before=advise,
    urgent=danger,
    presses={"m": pressed, "d": despair.pressed, "t": trouble_list.pressed},
    replies={"matter": replied, "m": replied},
    edited=edited,
    free=_free,
    left=gone,
    returned=came_back,
    undelivered=undelivered,
    current=_current,
    plans=calendar.plan,
    reactions=both(both(both(REACTIONS, metoo_news.REACTIONS), help_news.REACTIONS), trouble_news.REACTIONS),
    ticks={
        reminding.REMIND: reminding.remind,
        reminding.SAY: reminding.say,
        apologies.SAY: apologies.say,
        calendar.RECKON: calendar.reckon,
        "ladder": climbing.climb,
        "resume": pausing.over,
        help_calls.WAIT: help_calls.waited,
        watching.WATCH: watching.watch,
        "announce": silence.announce,
        "ask_again": silence.ask_again,
        "lapse": silence.lapse,
        "draft": drafts.remind,
        "leave": leave.begins,
        OVER: leave.ends,
        **trouble_news.TICKS,
        **trouble_planned.TICKS,
        **metoo_news.TICKS,
    },
)
