"""What the two whose story it is answer to its words, and what the desk does with it: each by one tap."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.story import Story
from domain.messages import Inbound, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Script, ask, begin
from handlers.explaining.stories.living import agree, change, refuse, take_down
from handlers.explaining.stories.page import show_story
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.sending_out import SEND_OUT
from handlers.explaining.stories.telling_desk import desk_of
from handlers.explaining.stories.words import PROMPT, got, may_tell
from handlers.explaining.stories.writing import CHANGE
from handlers.matters.assigning import owner_name
from handlers.speaking import Tap, quiet, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

WISH = "story_wish"
"""The role, in `contents`, of what its resident would have otherwise."""
LONGEST = 300


def pressed(turn: Turn[StoriesTransaction], person: Person, story_id: str, value: str, inbound: Inbound) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    story: Story = turn.tx.stories.get(story_id)
    act, _, seal = value.partition(":")
    match act:
        case "yes" | "no" | "wish" | "name":
            answered(turn, person, story, act, seal)
        case "down":
            _taken_down(turn, person, story)
        case "edit":
            begin(turn, person, CHANGE, subject=got(turn, person, story.id).id)
        case "notice":
            begin(turn, person, SEND_OUT, subject=got(turn, person, story.id).id)
        case "see":
            show_story(turn, person, got(turn, person, story.id))
        case _:
            raise NoLongerPossible(value)


def answered(turn: Turn[StoriesTransaction], person: Person, story: Story, act: str, seal: str) -> None:
    """`seal` is that of the words to which a "yes" was said. Raises NotAllowed, NoLongerPossible."""
    if not story.asks(person.id) or ((act == "name") and person.id != story.member_id):
        raise NotAllowed(story.id)
    match act:
        case "yes":
            agree(turn, story, person, seal)
        case "no":
            refuse(turn, story, person)
        case "wish" if story.waiting:
            begin(turn, person, SAY_WISH, subject=story.id)
        case "name" if story.waiting:
            _name(turn, story, person)
        case _:
            raise NoLongerPossible(act)
    _bring_up_to_date(turn, story)


def _bring_up_to_date(turn: Turn[StoriesTransaction], story: Story) -> None:
    """The page of whoever wrote it, without a ring."""
    writer = turn.tx.people.get(story.drafted_by)
    if may_tell(turn, writer, story.area_id):
        show_story(turn, writer, turn.tx.stories.get(story.id), Op.UPDATE)


def _taken_down(turn: Turn[StoriesTransaction], person: Person, story: Story) -> None:
    desk = may_tell(turn, person, story.area_id)
    if not desk and not story.asks(person.id):
        raise NotAllowed(story.id)
    take_down(turn, story, person.id)
    _bring_up_to_date(turn, story)
    if desk and person.id != story.drafted_by:
        show_story(turn, person, turn.tx.stories.get(story.id), Op.UPDATE)


def _name(turn: Turn[StoriesTransaction], story: Story, person: Person) -> None:
    """Her name instead of "a committee member", or the other way round; both are asked about these words."""
    say = voice_of(turn, turn.tx.people.get(story.drafted_by)).say
    nobody, name = say(phrase("tale.instead_member")), say(phrase("tale.value", value=owner_name(person)))
    was, now = (name, nobody) if story.named else (nobody, name)
    text = story.text.replace(was, now, 1)
    if text == story.text:
        text += say(phrase("tale.by_member", member=now))
    change(turn, story, person, text, named=not story.named)


# ---- 想改一句 ------------------------------------------------------------------------------------------------------


def ask_wish(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Raises NotAllowed, NoLongerPossible."""
    _hers(turn, person, dialog.subject)
    return (yield from ask("wish", phrase("tale.what_otherwise")))


def _hers(turn: Turn[StoriesTransaction], person: Person, story_id: str) -> Story:
    story: Story = turn.tx.stories.get(story_id)
    if not story.asks(person.id):
        raise NotAllowed(story_id)
    if not story.waiting:
        raise NoLongerPossible(story_id)
    return story


def wished(turn: Turn[StoriesTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    pass_wish(turn, person, _hers(turn, person, dialog.subject), words)


def pass_wish(turn: Turn[StoriesTransaction], person: Person, story: Story, words: str) -> None:
    """To the desk, which writes it anew; she is asked again with those words."""
    content = new_content(turn, story.subject, WISH, person.id, text=words[:LONGEST])
    tell(turn, story.subject, "StoryWished", by=person.id, content=content)
    number = turn.tx.matters.get(story.matter_id).number
    for desk in desk_of(turn, story):
        send(
            turn, desk, phrase("tale.desk_wish", no=number, words=content.text),
            taps=((Tap(phrase("tale.tap_change"), "edit"),),), prompt=PROMPT + story.id, silent=quiet(turn),
        )  # fmt: skip
    send(turn, person, phrase("tale.wish_passed"), silent=True)


SAY_WISH = Script("tale", ask_wish, wished, calm=True)
