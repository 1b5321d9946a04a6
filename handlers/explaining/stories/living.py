"""The life of a story: asked of both, changed, told once both said yes, ended, taken down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.explaining.story import WAITS, Story, StoryAct, StoryState
from domain.matters.matter import Matter
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.stories.asking import ask_both, tell_both
from handlers.explaining.stories.passing_on import pass_on, take_back_from_all
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.sending_out import take_back_notice
from handlers.explaining.stories.telling_desk import tell_desk
from handlers.explaining.stories.words import STORY, area_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

LAPSE = "story_lapse"


# ---- written and asked ---------------------------------------------------------------------------------------------


def begin_story(
    turn: Turn[StoriesTransaction], person: Person, matter: Matter, text: str, *, photo: bool = False
) -> Story:
    """Both are asked; the caller has looked whether she may."""
    story = Story(
        turn.tx.new_id(), matter.id, area_of(turn, matter), person.id, matter.reporter_id, matter.owner_id, "",
        turn.now, turn.now + WAITS, photo,
    )  # fmt: skip
    return _asked(turn, story, person, text)


def change(turn: Turn[StoriesTransaction], story: Story, person: Person, text: str, *, named: bool) -> Story:
    """Other words: whoever has said yes is asked again. Raises NoLongerPossible."""
    changed = story.after(StoryAct.CHANGE, named=named, resident_agreed="", member_agreed="")
    turn.tx.stories.forget_words(story)
    return _asked(turn, replace(changed, until_at=turn.now + WAITS), person, text)


def _asked(turn: Turn[StoriesTransaction], story: Story, person: Person, text: str) -> Story:
    content = new_content(turn, story.subject, STORY, person.id, text=text)
    written = replace(story, words_id=content.id, text=text, salt=content.salt)
    tell(
        turn, story.subject, "StoryDrafted", by=person.id, content=content, matter=story.matter_id,
        area=story.area_id, photo=story.photo, named=story.named,
    )  # fmt: skip
    turn.tx.stories.save(written)
    turn.tx.schedule.cancel(story.subject)
    turn.tx.schedule.add(Due(LAPSE, story.subject, story.until_at.isoformat(), story.until_at))
    ask_both(turn, written)
    return written


# ---- answered ------------------------------------------------------------------------------------------------------


def agree(turn: Turn[StoriesTransaction], story: Story, person: Person, seal: str) -> Story:
    """`seal` is that of the words as she saw them. Raises NoLongerPossible when they have changed since."""
    if seal != story.seal or story.agreed_to(person.id):
        raise NoLongerPossible(seal)
    agreed = story.with_yes_of(person.id)
    turn.tx.stories.save(agreed)
    tell(turn, story.subject, "StoryAgreed", by=person.id, seal=seal)
    if agreed.agreed:
        return _tell_out(turn, agreed)
    tell_both(turn, agreed)
    return agreed


def refuse(turn: Turn[StoriesTransaction], story: Story, person: Person) -> None:
    """That ends it; nobody asks why, and nobody hears who it was. Raises NoLongerPossible."""
    _end(turn, story, StoryAct.REFUSE, "StoryRefused", by=person.id)


def _tell_out(turn: Turn[StoriesTransaction], story: Story) -> Story:
    """To those who can pass it on."""
    told = story.after(StoryAct.TELL, told_at=turn.now)
    turn.tx.stories.save(told)
    turn.tx.schedule.cancel(story.subject)
    people = pass_on(turn, told)
    tell(turn, story.subject, "StoryTold", area=story.area_id, people=len(people))
    tell_both(turn, told)
    tell_desk(turn, told, phrase("tale.desk_told", n=len(people)) if people else phrase("tale.desk_told_nobody"))
    return told


# ---- ended ---------------------------------------------------------------------------------------------------------


def take_down(turn: Turn[StoriesTransaction], story: Story, by: str) -> None:
    """Nobody tells it any more and nothing of it is kept. Raises NoLongerPossible."""
    _end(turn, story, StoryAct.TAKE_DOWN, "StoryTakenDown", by=by)


def lapse(turn: Turn[StoriesTransaction], due: Sequence[Due]) -> None:
    """Silence is no yes."""
    for row in due:
        story = turn.tx.stories.get(row.subject.partition(":")[2])
        if story.waiting:
            _end(turn, story, StoryAct.LAPSE, "StoryLapsed")


def _end(turn: Turn[StoriesTransaction], story: Story, act: StoryAct, type: str, by: str = "") -> None:
    ended = story.after(act, ended_at=turn.now, text="", salt="")
    turn.tx.stories.forget_words(story)
    turn.tx.stories.save(ended)
    turn.tx.schedule.cancel(story.subject)
    tell(turn, story.subject, type, by=by)
    if story.state is StoryState.TOLD:
        take_back_from_all(turn, story)
        take_back_notice(turn, story, by)
    tell_both(turn, ended)
    tell_desk(turn, ended, phrase(f"tale.desk_{ended.state.value}"), but=by)


def reopened(turn: Turn[StoriesTransaction], event: Event) -> None:
    """What is not solved after all is no story."""
    _take_down_all(turn, turn.tx.stories.of_matter(event.subject.partition(":")[2]))


def forgotten(turn: Turn[StoriesTransaction], event: Event) -> None:
    """Whoever has herself forgotten takes her stories along."""
    _take_down_all(turn, turn.tx.stories.of_person(event.subject.partition(":")[2]))


def _take_down_all(turn: Turn[StoriesTransaction], stories: Sequence[Story]) -> None:
    for story in (turn.tx.stories.get(each.id) for each in stories):
        if story.standing:
            take_down(turn, story, "")
