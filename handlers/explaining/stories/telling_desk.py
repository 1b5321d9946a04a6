"""What the desk hears of a story: whoever wrote it, or who is at the desk where she cannot act."""

from __future__ import annotations

from domain.explaining.story import Story
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import PROMPT, may_tell
from handlers.roles import able, desk_for
from handlers.speaking import Rows, Tap, quiet, send
from handlers.turn import Turn


def desk_of(turn: Turn[StoriesTransaction], story: Story) -> list[Person]:
    writer = turn.tx.people.get(story.drafted_by)
    if able(turn, writer) and may_tell(turn, writer, story.area_id):
        return [writer]
    return desk_for(turn, story.area_id)[:1]


def tell_desk(turn: Turn[StoriesTransaction], story: Story, words: Phrase, *, but: str = "") -> None:
    """With the way to its page as long as there is one; never to `but`, who has just done it."""
    number = turn.tx.matters.get(story.matter_id).number
    taps: Rows = ((Tap(phrase("tale.tap_see"), "see"),),) if story.standing else ()
    for person in desk_of(turn, story):
        if person.id != but:
            send(
                turn, person, phrase("tale.desk", no=number, words=words), taps=taps, prompt=PROMPT + story.id,
                silent=quiet(turn),
            )  # fmt: skip
