"""Which stories somebody was asked about, and what she agreed to, for her own copy."""

from __future__ import annotations

from domain.explaining.story import Story, StoryState
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import text_of
from handlers.turn import Besides, Turn

NAME = "stories"
"""The key in the file for programs."""


def of_hers(turn: Turn[StoriesTransaction], person: Person) -> Besides:
    found = turn.tx.stories.of_person(person.id)
    return Besides(
        NAME,
        phrase("tale.hers"),
        [(story.drafted_at, _said(story, person)) for story in found],
        [
            {"at": story.drafted_at.isoformat(), "text": story.text, "agreed": _agreed(story, person),
             "stands": _stands(story)}
            for story in found
        ],
    )  # fmt: skip


def _said(story: Story, person: Person) -> Phrase:
    agreed = phrase("tale.hers_yes" if _agreed(story, person) else "tale.hers_no_yes")
    return phrase("tale.hers_line", text=text_of(story), agreed=agreed, stands=phrase(f"tale.hers_{_stands(story)}"))


def _agreed(story: Story, person: Person) -> bool:
    return story.standing and story.agreed_to(person.id)


def _stands(story: Story) -> str:
    """Without who of the two ended it."""
    return story.state.value if story.state in (StoryState.WAITING, StoryState.TOLD) else "over"
