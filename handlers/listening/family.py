"""Listening as the house sees it: the door of the small bench, and the rooms behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.digests.figures import Digest
from domain.matters.matter import Matter
from domain.messages import Inbound
from domain.open import Known
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from handlers.dialogs import begin
from handlers.door import Door, Room, View, number
from handlers.family import Command, Family
from handlers.listening import duty, handing_in, need_lists, offers, offers_hers, project_page, projects, sheet, year
from handlers.listening.digest import block
from handlers.listening.founding import FOUND
from handlers.listening.meetings import family as meetings
from handlers.listening.meetings import figures as meetings_digest
from handlers.listening.meetings import hers as meetings_hers
from handlers.listening.meetings.minutes import album_goes_on
from handlers.listening.meetings.typed import typed
from handlers.listening.noting import NOTE_NEED, OUT_OF_MATTER, kept_of
from handlers.listening.offering import OFFER
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_words import REMIND
from handlers.listening.questions import answering, hers, letters, own_words
from handlers.listening.questions import digest as questions_digest
from handlers.listening.questions import family as questions
from handlers.listening.visits import claiming, visiting
from handlers.listening.visits import digest as visits_digest
from handlers.listening.visits import family as visits
from handlers.listening.visits.ports import VisitsTransaction
from handlers.turn import Turn


def _note(turn: Turn[ListsTransaction], person: Person) -> None:
    begin(turn, person, NOTE_NEED)


def _offer(turn: Turn[ListsTransaction], person: Person) -> None:
    begin(turn, person, OFFER)


ROOMS: Mapping[str, Room] = {
    "problems": need_lists.problems,
    "note": _note,
    "offers": offers.offers,
    "projects": project_page.projects,
    **questions.ROOMS,
    **visits.ROOMS,
    **meetings.ROOMS,
    "year": year.year,
    "table": sheet.table,
    "offer_new": _offer,
}
"""Each has its button at the door: `lists.room_<name>`."""
FOR_DESKS = frozenset({"questions", "year", "table"})
VIEWS: Mapping[str, View] = {
    "need": duty.see,
    "year": year.opened,
    "problems": lambda turn, person, start: need_lists.problems(turn, person, number(start)),
    "offer": offers.see,
    "offers": lambda turn, person, start: offers.offers(turn, person, number(start)),
    "project": projects.see,
    "projects": lambda turn, person, start: project_page.projects(turn, person, number(start)),
    **questions.VIEWS,
    **visits.VIEWS,
    **meetings.VIEWS,
    "duties": lambda turn, person, start: need_lists.duties(turn, person, number(start)),
}
BELOW: Mapping[str, Phrase] = {
    "meeting_new": phrase("meetings.tap_call"),
    "question_new": phrase("asking.tap_new"),
    "offer_new": phrase("lists.tap_offer"),
    "visit_new": phrase("menu.visit"),
    "venue_new": phrase("venues.tap_add"),
}
ALSO: Mapping[str, str] = {
    **dict.fromkeys(("需求", "需求清单", "问题", "problems", "problem list"), "problems"),
    **dict.fromkeys(("履职清单", "duties", "duty list"), "duties:0"),
    **dict.fromkeys(("资源", "offers", "resources"), "offers"),
    **dict.fromkeys(("项目清单", "project list"), "projects"),
    **dict.fromkeys(("会议", "会议清单"), "meetings"),
    **dict.fromkeys(("年度", "年度账", "全年"), "year"),
}
"""As the district's own papers call them; typed, they are no words to a resident."""
DOOR = Door(
    phrase("lists.door"), lambda name: phrase(f"lists.room_{name}"), "ls:", ROOMS, VIEWS, FOR_DESKS, BELOW, ALSO
)


def _kept(turn: Turn[VisitsTransaction], matter: Matter) -> list[str]:
    return [*kept_of(turn, matter), *visits.kept_of(turn, matter)]


def _blocks(turn: Turn[Any], person: Person, digest: Digest) -> Sequence[Phrase]:
    return [
        *block(turn, person, digest),
        *visits_digest.block(turn, person, digest),
        *meetings_digest.block(turn, person, digest),
        *questions_digest.block(turn, person, digest),
    ]


def _brief(turn: Turn[Any], person: Person, inbound: Inbound, last: Known) -> bool:
    return (
        answering.brief(turn, person, inbound, last)
        or typed(turn, person, inbound, last)
        or DOOR.typed(turn, person, inbound, last)
    )


def _files(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    return album_goes_on(turn, person, inbound) or handing_in.given(turn, person, inbound)


def _replied(turn: Turn[Any], person: Person, known: Known, inbound: Inbound) -> bool:
    """A reply to one of the lists."""
    return bool(inbound.text) and DOOR.typed(turn, person, inbound, known)


LISTENING = Family(
    name="listening",
    commands=(
        Command("bench", ("小板凳", "bench", "listening"), DOOR.opened, Role.MEMBER, phrase("menu.bench")),
        Command("bench", ("小板凳", "bench", "listening"), DOOR.opened, Role.COORDINATOR, phrase("menu.bench")),
        *visits.COMMANDS,
        *meetings.COMMANDS,
        Command("year", ("年账", "year"), year.year, Role.COORDINATOR, takes_words=True, calm=True),
        *questions.COMMANDS,
    ),
    scripts=(
        *visits.SCRIPTS,
        *meetings.SCRIPTS,
        NOTE_NEED,
        duty.TAKE,
        duty.STRIKE,
        duty.WITHDRAW,
        OFFER,
        FOUND,
        projects.MORE_STEPS,
        projects.STRIKE,
        projects.DROP,
        *questions.SCRIPTS,
    ),
    with_matter={"need": OUT_OF_MATTER},
    before=claiming.read,
    joined=claiming.joined,
    kept=_kept,
    stands=visiting.stands,
    of_hers=(offers_hers.of_hers, hers.of_hers, meetings_hers.of_hers),
    topics_of={**questions.TOPICS_OF, **meetings.TOPICS_OF},
    digest_block=_blocks,
    presses={
        **visits.PRESSES,
        **meetings.PRESSES,
        "ls": DOOR.pressed,
        "need": duty.pressed,
        "offer": offers.pressed,
        "project": projects.pressed,
        "sheet": handing_in.pressed,
        "table": sheet.pressed,
        **questions.PRESSES,
    },
    replies={**meetings.REPLIES, **questions.REPLIES, "ls": _replied},
    edited=own_words.edited,
    brief=_brief,
    files=_files,
    mailings=letters.MAILINGS,
    reactions={**questions.REACTIONS, **visits.REACTIONS},
    ticks={
        **meetings.TICKS,
        REMIND: projects.remind,
        handing_in.LAPSE: handing_in.lapse,
        **questions.TICKS,
    },
)
