"""What asking an area adds to the family of listening."""

from __future__ import annotations

from collections.abc import Mapping

from domain.explaining.topics import Topic
from domain.messages import Op
from domain.people.person import Role
from handlers.door import Room, View, number
from handlers.family import Command
from handlers.listening.questions import answering, asking, end, meant, outcome, own_words, page, room
from handlers.turn import TopicsOf

ROOMS: Mapping[str, Room] = {"questions": room.room}
VIEWS: Mapping[str, View] = {
    "question": page.see,
    "questions": lambda turn, person, start: page.show_list(turn, person, number(start), Op.UPDATE),
    "question_new": lambda turn, person, _: asking.start(turn, person),
}
COMMANDS = (Command("consult", ("问计", "consult"), room.command, Role.COORDINATOR, takes_words=True, calm=True),)
TOPICS_OF: Mapping[str, TopicsOf] = {"question": lambda turn, id: (Topic.QUESTIONS,)}
SCRIPTS = (asking.ASK, own_words.IN_WORDS, meant.MEANT, end.END_NOW, outcome.TELL)
PRESSES = {"question": room.pressed, "q": answering.pressed}
REPLIES = {"question": answering.replied, "q": answering.replied, "outcome": room.replied}
REACTIONS = {"MailingEnded": (page.has_gone_out,)}
TICKS = {end.END: end.over, end.REMIND: end.remind}
