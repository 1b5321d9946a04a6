"""也发成通知: what was told goes to the people of its area too, in the very words that both agreed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.notice import NoticeDraft, NoticeKind
from domain.explaining.story import Story, StoryState
from domain.explaining.topics import Topic
from domain.messages import Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Script, choose
from handlers.explaining.notices.counting import counted
from handlers.explaining.notices.sending import send_out
from handlers.explaining.notices.withdrawing import void
from handlers.explaining.stories.asking import photo_of
from handlers.explaining.stories.page import show_story
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import got
from handlers.matters.filing import media_json
from handlers.questions import NO, YES
from handlers.rights import may_at
from handlers.speaking import Line, Strong
from handlers.texts.say import Day
from handlers.turn import Turn

COUNTS = timedelta(days=30)


def draft_of(turn: Turn[StoriesTransaction], story: Story) -> NoticeDraft:
    photo = photo_of(turn, story)
    media = (media_json(photo),) if photo is not None else ()
    until_on = turn.today + COUNTS
    return NoticeDraft(NoticeKind.WARMTH, story.text, story.area_id, until_on, media, (Topic.STORIES,))


def ask_sure(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    draft = draft_of(turn, _told(turn, person, dialog.subject))
    lines: list[Line | Strong] = [Strong(phrase("tale.seen")), Text(draft.text, "quote")]
    lines += [phrase("tale.goes_with_photo")] if draft.media else []
    lines += [*counted(turn, person, draft), phrase("tale.notice_until", day=Day(draft.until_on))]
    options = (Option(YES, phrase("tale.tap_send"), sealed=True), Option(NO, phrase("tale.tap_not_sent")))
    return (yield from choose("sure", *lines, options=options, rows=(2,)))


def _told(turn: Turn[StoriesTransaction], person: Person, story_id: str) -> Story:
    story = got(turn, person, story_id)
    if not may_at(turn, person, story.area_id, AreaRight.TELL_AREA):
        raise NotAllowed(story_id)
    if story.state is not StoryState.TOLD or story.notice_id:
        raise NoLongerPossible(story_id)
    return story


def sure(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog, said: str) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    story = _told(turn, person, dialog.subject)
    if said == YES:
        story = replace(story, notice_id=send_out(turn, person, draft_of(turn, story)).id)
        turn.tx.stories.save(story)
    show_story(turn, person, story)


SEND_OUT = Script("story_notice", ask_sure, sure, calm=True)


def take_back_notice(turn: Turn[StoriesTransaction], story: Story, by: str) -> None:
    """Where it has arrived it says from now on that it counts no more, without the words, which are gone."""
    notice = turn.tx.notices.find(story.notice_id) if story.notice_id else None
    if notice is not None and not notice.withdrawn:
        void(turn, notice, by)
