"""Members who write and take photographs get a story to pass on, and hear when it is to be told no more."""

from __future__ import annotations

from domain.areas import Tree
from domain.explaining.story import Story
from domain.explaining.topics import Topic, wants
from domain.messages import Op, Text
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.stories.asking import photo_of
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.roles import able
from handlers.speaking import quiet, send, take_back
from handlers.turn import Turn

MEDIA = "media"
"""The skill of whoever passes stories on."""


def pass_on(turn: Turn[StoriesTransaction], story: Story) -> list[Person]:
    """To those of the area, of what lies in it and of what it lies in, who want it; who they were."""
    tree: Tree = turn.tx.areas.tree()
    skilled = turn.tx.hands.skilled(MEDIA, turn.today)
    near = [id for id, at in skilled if tree.within(at, story.area_id) or tree.within(story.area_id, at)]
    people = [turn.tx.people.get(person_id) for person_id in dict.fromkeys(near)]
    reached = [each for each in people if able(turn, each) and wants(turn.tx.topics.unwanted(each.id), Topic.STORIES)]
    for person in reached:
        turn.tx.stories.heard(story.id, person.id)
        _hand(turn, story, person)
    return reached


def _hand(turn: Turn[StoriesTransaction], story: Story, person: Person) -> None:
    """The words stand alone in their message, so that it can be forwarded as it is."""
    photo = photo_of(turn, story)
    send(turn, person, phrase("tale.pass_on"), silent=quiet(turn))
    if photo is not None:
        send(turn, person, photo, key=_photo_key(story, person), silent=True)
    send(turn, person, Text(story.text), key=_key(story, person), silent=True)


def take_back_from_all(turn: Turn[StoriesTransaction], story: Story) -> None:
    for person_id in turn.tx.stories.hearers(story.id):
        person = turn.tx.people.get(person_id)
        send(turn, person, phrase("tale.was_here"), op=Op.UPDATE, key=_key(story, person), silent=True)
        take_back(turn, person, _photo_key(story, person))
        send(turn, person, phrase("tale.no_more"), reply_to=_key(story, person), silent=quiet(turn))


def _key(story: Story, person: Person) -> str:
    return f"tale:{story.id}:{person.id}"


def _photo_key(story: Story, person: Person) -> str:
    return f"tale_photo:{story.id}:{person.id}"
