"""A word or a number instead of a tap below the words that somebody is asked about; other words change something."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.explaining.story import Story
from domain.matters.greetings import chosen_number, is_no, is_yes
from domain.messages import Inbound, Op
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.stories.answering import answered, pass_wish
from handlers.explaining.stories.asking import show_to
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.matters.danger import alarming
from handlers.speaking import send
from handlers.turn import Turn

YES, NO = (
    ("同意", "同意这样讲", "可以讲", "讲吧", "tell it like this"),
    ("不同意", "不讲", "别讲", "不要讲", "do not tell it"),
)


def typed(turn: Turn[StoriesTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """A yes is to the words of the message that stands above it."""
    found = _asked(turn, person, last)
    act = _meant(inbound.text) if found is not None else ""
    if found is None or not act:
        return False
    story, seal = found
    try:
        with turn.tx.whole():
            answered(turn, person, story, act, seal)
            send(turn, person, phrase(f"tale.typed_{act}"), silent=True)
    except NoLongerPossible:
        show_to(turn, story, person, Op.SEND)
    return True


def replied(turn: Turn[StoriesTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """What its resident replies, if it is neither yes nor no, is how she would have it."""
    if typed(turn, person, inbound, known):
        return True
    found = _asked(turn, person, known)
    if found is None or person.id != found[0].resident_id or alarming(inbound) is not None:
        return False
    if inbound.text:
        pass_wish(turn, person, found[0], inbound.text)
    else:
        send(turn, person, phrase("tale.in_writing"), silent=True)
    return True


def _asked(turn: Turn[StoriesTransaction], person: Person, known: Known) -> tuple[Story, str] | None:
    """The story whose words the message asks her about, and their seal; None where nothing is asked of her any more."""
    room, _, rest = known.about.partition(":")
    story_id, _, seal = rest.partition(":")
    if room != "story" or not seal:
        return None
    story: Story = turn.tx.stories.get(story_id)
    return (story, seal) if story.waiting and story.asks(person.id) and not story.agreed_to(person.id) else None


def _meant(words: str) -> str:
    said = words.strip(" 。.").casefold()
    if said in NO or is_no(words) or chosen_number(words) == 2:
        return "no"
    return "yes" if said in YES or is_yes(words) or chosen_number(words) == 1 else ""
