"""讲成典型: the desk writes what happened, sees it as it will be read, and asks the two whose story it is."""

from __future__ import annotations

from typing import NamedTuple

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.story import Story
from domain.explaining.unnamed import Unnamed
from domain.matters.matter import Matter
from domain.messages import Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.explaining.stories.clearing import cleared, draft
from handlers.explaining.stories.living import begin_story, change
from handlers.explaining.stories.page import show_story
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import got, may_begin
from handlers.matters.assigning import owner_name
from handlers.matters.metoo_words import photo_for_neighbours
from handlers.questions import NO, YES
from handlers.speaking import Line, Strong, send, voice_of
from handlers.texts.say import Several
from handlers.turn import Turn, WithMatter

AS_IT_IS = "as_it_is"
LONGEST, TRIES = 800, 8


class Written(NamedTuple):
    text: str
    photo: bool


# ---- a new one -----------------------------------------------------------------------------------------------------


def ask_story(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Written, or None. Raises NotAllowed, NotFound."""
    matter = _matter(turn, person, dialog.subject)
    first = cleared(turn, person, matter, voice_of(turn, person).say(draft(turn, matter)), named=False)
    text = yield from _ask_words(turn, person, matter, first, phrase("tale.drafted"), named=False)
    photo = photo_for_neighbours(turn, matter) is not None and (yield from _ask_photo())
    sure = yield from _ask_sure(turn, matter, Written(text, photo), phrase("tale.sure"))
    return Written(text, photo) if sure == YES else None


def _matter(turn: Turn[StoriesTransaction], person: Person, matter_id: str) -> Matter:
    """Raises NotAllowed, NotFound."""
    matter: Matter = turn.tx.matters.get(matter_id)
    if not may_begin(turn, person, matter):
        raise NotAllowed(matter_id)
    return matter


def written(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog, said: Written | None) -> None:
    """Raises NotAllowed, NotFound."""
    if said is None:
        send(turn, person, phrase("tale.left"), silent=True)
        return
    matter = _matter(turn, person, dialog.subject)
    show_story(turn, person, begin_story(turn, person, matter, said.text, photo=said.photo))


WRITE = Script("story", ask_story, written, calm=True)


def _begin(turn: Turn[StoriesTransaction], person: Person, matter: Matter) -> None:
    begin(turn, person, WRITE, subject=matter.id)


OUT_OF_MATTER = WithMatter(may_begin, _begin, ended=True)


def write_of(turn: Turn[StoriesTransaction], person: Person, matter_id: str) -> None:
    """From the list of what ended well. Raises NotAllowed, NotFound, NoLongerPossible."""
    matter = turn.tx.matters.get(matter_id)
    if turn.tx.stories.of_matter(matter.id) and not may_begin(turn, person, matter):
        raise NoLongerPossible(matter_id)
    _begin(turn, person, _matter(turn, person, matter_id))


# ---- other words ---------------------------------------------------------------------------------------------------


def ask_change(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    story = _waiting(turn, person, dialog.subject)
    matter = turn.tx.matters.get(story.matter_id)
    title = phrase("tale.stands_so")
    text = yield from _ask_words(turn, person, matter, Unnamed(story.text), title, named=story.named)
    if text == story.text:
        return None
    sure = yield from _ask_sure(turn, matter, Written(text, story.photo), phrase("tale.sure_anew"))
    return text if sure == YES else None


def _waiting(turn: Turn[StoriesTransaction], person: Person, story_id: str) -> Story:
    story = got(turn, person, story_id)
    if not story.waiting:
        raise NoLongerPossible(story_id)
    return story


def changed(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog, text: str | None) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    story = _waiting(turn, person, dialog.subject)
    if text is not None:
        story = change(turn, story, person, text, named=story.named)
    show_story(turn, person, story)


CHANGE = Script("story_edit", ask_change, changed, calm=True)


# ---- what both have in common --------------------------------------------------------------------------------------


def _ask_words(
    turn: Turn[StoriesTransaction], person: Person, matter: Matter, first: Unnamed, title: Phrase, *, named: bool
) -> Asking:
    """Ends in words that name nobody; what somebody writes is cleared too, and shown again where that changed it."""
    shown = first
    as_it_is = (Option(AS_IT_IS, phrase("tale.tap_as_it_is"), sealed=True),)
    for n in range(TRIES):
        lines: list[Line | Strong] = [title, Text(shown.text, "quote"), *_changed(shown), phrase("tale.how_to_write")]
        said = yield Question(f"words.{n}", tuple(lines), as_it_is, lambda given: given.text or None)
        if said == AS_IT_IS:
            return shown.text
        if len(said) > LONGEST:
            title = phrase("tale.too_long", most=LONGEST)
            continue
        shown, title = cleared(turn, person, matter, said.strip(), named=named), phrase("tale.cleared")
        if not shown.changes:
            return shown.text
    raise NoLongerPossible("words")


def _changed(found: Unnamed) -> list[Line | Strong]:
    if not found.changes:
        return []
    each = tuple(phrase("tale.change", was=was, now=now) for was, now in found.changes)
    return [phrase("tale.changes", changes=Several(each))]


def _ask_photo() -> Asking:
    options = (Option(YES, phrase("tale.with_photo")), Option(NO, phrase("tale.without_photo")))
    return (yield from choose("photo", phrase("tale.which_photo"), options=options, rows=(2,))) == YES


def _ask_sure(turn: Turn[StoriesTransaction], matter: Matter, said: Written, words: Phrase) -> Asking:
    member = owner_name(turn.tx.people.get(matter.owner_id))
    lines: list[Line | Strong] = [Strong(phrase("tale.seen")), Text(said.text, "quote")]
    lines += [phrase("tale.goes_with_photo")] if said.photo else []
    whom = phrase("tale.asked", member=member)
    options = (Option(YES, phrase("tale.tap_ask"), sealed=True), Option(NO, phrase("tale.tap_not")))
    return (yield from choose("sure", *lines, words, whom, options=options, rows=(2,)))
