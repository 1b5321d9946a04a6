"""Meetings as listening sees them: their room, their pages, dialogs, buttons and instants."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from domain.explaining.topics import Topic
from domain.open import Due
from domain.people.person import Role
from handlers.dialogs import Script
from handlers.door import Room, View, number
from handlers.family import Command
from handlers.listening.meetings import inviting, kept, lists, pressed, reminding, tasks, typed
from handlers.listening.meetings.attending import ATTEND
from handlers.listening.meetings.calling import CALL, call_one
from handlers.listening.meetings.changing import CANCEL, MOVE
from handlers.listening.meetings.minutes import FIND, NOTE_MINUTES
from handlers.listening.meetings.resolving import RESOLVE
from handlers.turn import TopicsOf, Turn

ROOMS: Mapping[str, Room] = {"meetings": lists.meetings}
VIEWS: Mapping[str, View] = {
    "meeting": pressed.see,
    "meetings": lambda turn, person, start: lists.meetings(turn, person, number(start)),
    "meeting_new": lambda turn, person, _: call_one(turn, person),
}
COMMANDS = (
    Command("meetings", ("开会", "meetings", "meeting"), lists.asked_for, Role.MEMBER, calm=True),
    Command("meetings", ("开会", "meetings", "meeting"), lists.asked_for, Role.COORDINATOR, calm=True),
)
TOPICS_OF: Mapping[str, TopicsOf] = {"meeting": lambda turn, id: (Topic.INVITATIONS,)}
SCRIPTS: Sequence[Script] = (CALL, MOVE, CANCEL, ATTEND, NOTE_MINUTES, FIND, RESOLVE)
PRESSES = {"meet": pressed.pressed, "task": tasks.pressed}
REPLIES = {"meeting": typed.replied}
TICKS: Mapping[str, Callable[[Turn[Any], Sequence[Due]], None]] = {
    **inviting.TICKS,
    **reminding.TICKS,
    **tasks.TICKS,
    **kept.TICKS,
}
