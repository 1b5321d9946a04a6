"""What is said of a story wherever it stands, and who may write, read and end it."""

from __future__ import annotations

from datetime import date

from domain.areas import Area, AreaKind
from domain.errors import NotAllowed
from domain.explaining.story import Story, StoryState, may_ask_again, may_be_told
from domain.explaining.topics import Topic, wants
from domain.matters.matter import Matter
from domain.matters.words import one_line
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.matters.accused import serving_around
from handlers.matters.rights import at_its_desk
from handlers.rights import may_at
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "story:"
STORY = "story"
"""The role of its words in `contents`."""
SHORT, SHORT_LATIN = 22, 50
"""Letters by which it is known on a list."""


def area_of(turn: Turn[StoriesTransaction], matter: Matter) -> str:
    """The community that it happened in, or the nearest wider area; "" for a place on no map."""
    line: list[Area] = turn.tx.areas.tree().up(matter.spot.area_id)
    wide = [area for area in line if area.kind not in (AreaKind.BUILDING, AreaKind.GRID)]
    return wide[0].id if wide else ""


def may_tell(turn: Turn[StoriesTransaction], person: Person, area_id: str) -> bool:
    return may_at(turn, person, area_id, AreaRight.TELL_STORIES)


def may_begin(turn: Turn[StoriesTransaction], person: Person, matter: Matter) -> bool:
    """Whether she may ask the two of this matter now: it ended well, neither said no, both can answer, and its resident
    has not said that she wants no stories.
    """
    area_id = area_of(turn, matter)
    if not (may_be_told(matter) and area_id and may_tell(turn, person, area_id) and at_its_desk(turn, person, matter)):
        return False
    if not may_ask_again(turn.tx.stories.of_matter(matter.id)):
        return False
    if not wants(turn.tx.topics.unwanted(matter.reporter_id), Topic.STORIES):
        return False
    return all(_can_answer(turn, turn.tx.people.get(id)) for id in (matter.reporter_id, matter.owner_id))


def _can_answer(turn: Turn[StoriesTransaction], person: Person) -> bool:
    free = turn.tx.mutes.of(person.id, turn.now) is None and turn.tx.erasing.of(person.id) is None
    return person.reachable and free


def got(turn: Turn[StoriesTransaction], person: Person, story_id: str) -> Story:
    """A story that she keeps as its desk. Raises NotAllowed, NotFound."""
    story: Story = turn.tx.stories.get(story_id)
    if not may_tell(turn, person, story.area_id):
        raise NotAllowed(story_id)
    return story


def text_of(story: Story) -> object:
    return story.text or phrase("lists.erased")


def short_of(story: Story) -> object:
    return one_line(story.text, SHORT_LATIN if story.text.isascii() else SHORT, place="") or phrase("lists.erased")


def stands(turn: Turn[StoriesTransaction], story: Story) -> Phrase:
    """To a desk: whom it waits for, and never who said no."""
    match story.state:
        case StoryState.TOLD if story.told_at:
            return phrase("tale.is_told", day=ShortDay(story.told_at.astimezone(turn.house.zone).date()))
        case StoryState.WAITING:
            return phrase("tale.is_waiting", whom=_whom(story), day=ShortDay(until_on(turn, story)))
        case _:
            return phrase(f"tale.is_{story.state.value}")


def _whom(story: Story) -> Phrase:
    if story.agreed_by_resident:
        return phrase("tale.waits_for_member")
    return phrase("tale.waits_for_resident" if story.agreed_by_member else "tale.waits_for_both")


def until_on(turn: Turn[StoriesTransaction], story: Story) -> date:
    return story.until_at.astimezone(turn.house.zone).date()


def had_to_do(turn: Turn[StoriesTransaction], matter: Matter) -> list[Person]:
    """Who worked on it or answers for its place."""
    ids = [matter.owner_id]
    for event in turn.tx.events.of(matter.subject):
        ids += [event.by, str(event.facts.get("owner", "")), str(event.facts.get("helper", ""))]
    around = [person.id for person in serving_around(turn, matter.spot)]
    known = dict.fromkeys(id for id in (*ids, *around) if id and id != matter.reporter_id)
    return [turn.tx.people.get(person_id) for person_id in known]
