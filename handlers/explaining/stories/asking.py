"""What the two whose story it is read of it: the very words, what they can answer, and how it stands since."""

from __future__ import annotations

from domain.explaining.story import Story, StoryState
from domain.messages import Media, Op, Text
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import PROMPT, until_on
from handlers.matters.metoo_words import photo_for_neighbours
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send, take_back
from handlers.texts.say import ShortDay
from handlers.turn import Turn


def both(turn: Turn[StoriesTransaction], story: Story) -> list[Person]:
    return [turn.tx.people.get(person_id) for person_id in (story.resident_id, story.member_id)]


def photo_of(turn: Turn[StoriesTransaction], story: Story) -> Media | None:
    """As long as its resident allows it to be shown."""
    return photo_for_neighbours(turn, turn.tx.matters.get(story.matter_id)) if story.photo else None


def ask_both(turn: Turn[StoriesTransaction], story: Story) -> None:
    """Each once, below everything else; what was asked before is taken away."""
    for person in both(turn, story):
        take_back(turn, person, _key(story, person))
        take_back(turn, person, photo_key(story, person))
        photo = photo_of(turn, story)
        if photo is not None:
            send(turn, person, photo, key=photo_key(story, person), silent=True)
        show_to(turn, story, person, Op.SEND)


def tell_both(turn: Turn[StoriesTransaction], story: Story) -> None:
    """How it stands now, without a ring."""
    for person in both(turn, story):
        show_to(turn, story, person)


def show_to(turn: Turn[StoriesTransaction], story: Story, person: Person, op: Op = Op.UPDATE) -> None:
    """To one of the two. Of the other it says nothing, and what is over keeps no words."""
    about = f"{PROMPT}{story.id}:{story.seal}" if story.waiting else ""
    send(
        turn, person, *_lines(turn, story, person), taps=_taps(story, person), prompt=PROMPT + story.id, op=op,
        key=_key(story, person), about=about, silent=op is Op.UPDATE or quiet(turn),
    )  # fmt: skip


def _lines(turn: Turn[StoriesTransaction], story: Story, person: Person) -> list[Line | Strong]:
    if not story.standing:
        return [phrase(f"tale.hears_{story.state.value}")]
    who = "resident" if person.id == story.resident_id else "member"
    text = Text(story.text, "quote")
    if story.state is StoryState.TOLD:
        return [Strong(phrase("tale.hears_told")), text, phrase("tale.may_take_down")]
    if story.agreed_to(person.id):
        return [Strong(phrase("tale.hears_yes")), text, phrase("tale.hears_what_next")]
    photo = [phrase(f"tale.photo_{who}")] if story.photo else []
    until = ShortDay(until_on(turn, story))
    return [phrase(f"tale.ask_{who}"), text, *photo, phrase(f"tale.how_{who}", day=until)]


def _taps(story: Story, person: Person) -> Rows:
    if not story.standing:
        return ()
    if story.state is StoryState.TOLD:
        return ((Tap(phrase("tale.tap_down"), "down"),),)
    if story.agreed_to(person.id):
        return ((Tap(phrase("tale.tap_not_any_more"), "no"),),)
    yes, no = Tap(phrase("tale.tap_yes"), f"yes:{story.seal}"), Tap(phrase("tale.tap_no"), "no")
    if person.id == story.resident_id:
        return ((yes,), (no, Tap(phrase("tale.tap_wish"), "wish")))
    name = Tap(phrase("tale.tap_unname" if story.named else "tale.tap_name"), "name")
    return ((yes, no), (name,))


def _key(story: Story, person: Person) -> str:
    return f"story:{story.id}:{person.id}"


def photo_key(story: Story, person: Person) -> str:
    return f"story_photo:{story.id}:{person.id}"
