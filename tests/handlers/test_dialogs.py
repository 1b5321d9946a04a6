"""The script engine: answers by key against the question as it was shown, going back, confirming, suspending."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Choice, Inbound, Media, MediaKind, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, ask, choose
from handlers.replaying import MOST_QUESTIONS, ScriptError, replay
from handlers.speaking import send
from handlers.turn import Turn
from tests.handlers.support import Talk, script

pytestmark = pytest.mark.asyncio

COLOURS = ("red", "green", "blue")


def words(text: str) -> Text:
    return Text(text)


def colours(names: tuple[str, ...] = COLOURS) -> tuple[Option, ...]:
    return tuple(Option(name, name.title()) for name in names)


def paint(talk: Talk) -> Asking:
    colour = yield from choose("colour", words("Which colour?"), options=colours())
    room = yield from ask("room", words("Which room?"))
    sure = yield from choose(
        "sure", words(f"{room} in {colour}?"), options=(Option("yes", "Do it", sealed=True), Option("no", "Leave it"))
    )
    return (colour, room) if sure == "yes" else None


# ---- 1: against the question as it was shown ------------------------------------------------------------------------


@pytest.mark.parametrize("said", ["2", "２", "二", "第二个", "Green", "green"])
async def test_an_option_is_taken_by_number_or_label_and_stored_in_its_canonical_form(talk: Talk, said: str) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says(said)
    assert talk.dialogs[0].trail == (("colour", "green"),)


async def test_a_press_a_number_and_a_label_mean_what_was_shown_not_what_would_be_shown_now(talk: Talk) -> None:
    offered = list(COLOURS)

    def fresh(talk: Talk) -> Asking:
        return (yield from choose("colour", words("Which?"), options=colours(tuple(offered)), valid=lambda v: True))

    made = script("fresh", fresh, talk)
    for answer in (talk.says("1"), talk.presses("Red")):
        await talk.opens(made)
        offered.reverse()
        await answer
        offered.reverse()
    assert talk.finished == ["red", "red"]


async def test_the_row_holds_the_question_as_it_was_shown(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk), subject="wall")
    (row,) = talk.dialogs
    assert (row.person_id, row.script, row.subject, row.key) == ("li", "paint", "wall", "colour")
    assert row.options == (("red", "Red"), ("green", "Green"), ("blue", "Blue"))
    assert row.prompt == talk.chat[-1].buttons["Red"].prompt


@pytest.mark.parametrize(("said", "result"), [("好的", True), ("yes", True), ("不用了", False), ("no", False)])
async def test_yes_and_no_stand_for_the_options_of_that_name(talk: Talk, said: str, result: bool) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says("1")
    await talk.says("kitchen")
    await talk.says(said)
    assert talk.finished == [("red", "kitchen") if result else None]


async def test_words_that_are_no_answer_are_left_to_others(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says("the lamp is broken")
    assert talk.finished == ["free: the lamp is broken"]
    assert talk.dialogs[0].key == "colour"


# ---- 2: an ordered trail ---------------------------------------------------------------------------------------------


async def test_back_drops_the_last_answer_and_asks_again(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says("1")
    await talk.says("kitchen")
    await talk.says("返回")
    assert talk.last == "Which room?"
    assert talk.dialogs[0].trail == (("colour", "red"),)


async def test_an_answer_that_no_longer_stands_drops_all_that_came_after(talk: Talk) -> None:
    offered = list(COLOURS)

    def shrinking(talk: Talk) -> Asking:
        colour = yield from choose("colour", words("Which?"), options=colours(tuple(offered)))
        room = yield from ask("room", words("Which room?"))
        sure = yield from choose("sure", words("Sure?"), options=(Option("yes", "Yes"), Option("no", "No")))
        return colour, room, sure

    await talk.opens(script("shrinking", shrinking, talk))
    await talk.says("Red")
    await talk.says("kitchen")
    offered.remove("red")
    await talk.says("yes")
    assert talk.finished == []
    assert (talk.dialogs[0].trail, talk.last) == ((), "Which?")


async def test_a_confirmation_is_void_when_what_was_shown_has_changed(talk: Talk) -> None:
    owner = ["Wang"]

    def give(talk: Talk) -> Asking:
        yes = Option("yes", "Yes", sealed=True)
        return (yield from choose("sure", words(f"To {owner[0]}?"), options=(yes,)))

    await talk.opens(script("give", give, talk))
    owner[0] = "Chen"
    await talk.presses("Yes")
    assert talk.finished == []
    assert talk.last == "这会儿有变，请再看一眼。\nTo Chen?"
    await talk.presses("Yes")
    assert talk.finished == ["yes"]


async def test_a_change_of_language_voids_no_confirmation(talk: Talk) -> None:
    def confirm(talk: Talk) -> Asking:
        return (
            yield from choose("sure", phrase("who.resident"), options=(Option("yes", phrase("tap.good"), sealed=True),))
        )

    await talk.opens(script("confirm", confirm, talk))
    await talk.says("好了")
    assert talk.finished == ["yes"]


# ---- 3: keys ---------------------------------------------------------------------------------------------------------


def asked_twice() -> Asking:
    for _ in range(2):
        yield Question("colour", (words("Which?"),), read=lambda given: given.text)


def endless() -> Asking:
    for n in range(MOST_QUESTIONS + 1):
        yield Question(f"photo.{n}", (words("Another?"),), read=lambda given: given.text)


async def test_a_key_asked_twice_in_one_replay_is_an_error() -> None:
    with pytest.raises(ScriptError, match="colour"):
        replay(asked_twice(), [("colour", "red")])


async def test_a_loop_counts_its_keys_and_ends_at_fifty() -> None:
    answers = [(f"photo.{n}", "x") for n in range(MOST_QUESTIONS)]
    assert replay(endless(), answers[:-1]).question is not None
    with pytest.raises(ScriptError, match=r"photo\.50"):
        replay(endless(), answers)


async def test_a_question_that_a_release_added_dropped_or_moved_needs_no_migration() -> None:
    trail = [("colour", "red"), ("room", "kitchen")]

    def moved(with_floor: bool) -> Asking:
        room = yield Question("room", (words("Which room?"),), read=lambda given: given.text)
        floor = (yield Question("floor", (words("Which floor?"),), read=lambda given: given.text)) if with_floor else ""
        return room, floor

    added, dropped = replay(moved(True), trail), replay(moved(False), trail)
    assert added.question is not None
    assert (added.question.key, added.trail) == ("floor", (("room", "kitchen"),))
    assert (dropped.question, dropped.result) == (None, ("kitchen", ""))


# ---- 4: one in front -------------------------------------------------------------------------------------------------


async def test_opening_another_suspends_the_first_and_its_buttons_bring_it_back(talk: Talk) -> None:
    made = script("paint", paint, talk)
    await talk.opens(made, subject="wall")
    wall = talk.chat[-1].buttons["Blue"]
    await talk.opens(made, subject="door")
    assert [(row.subject, row.front) for row in talk.dialogs] == [("door", True), ("wall", False)]
    await talk.presses(wall)
    assert [(row.subject, row.front) for row in talk.dialogs] == [("wall", True), ("door", False)]
    assert talk.dialogs[0].trail == (("colour", "blue"),)


async def test_free_words_go_to_the_one_in_front(talk: Talk) -> None:
    made = script("paint", paint, talk)
    await talk.opens(made, subject="wall")
    await talk.opens(made, subject="door")
    await talk.says("3")
    assert {row.subject: row.trail for row in talk.dialogs} == {"door": (("colour", "blue"),), "wall": ()}


async def test_a_command_leaves_the_open_question_standing(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says("你好")
    await talk.says("2")
    assert talk.dialogs[0].trail == (("colour", "green"),)


# ---- 5: media go to the draft ----------------------------------------------------------------------------------------


async def test_media_never_answer_a_question_of_a_script_that_gathers(talk: Talk) -> None:
    await talk.opens(script("gathering", paint, talk, gathers=True))
    await talk.says("1")
    await talk.sends(Media(MediaKind.PHOTO, "p1", caption="kitchen"))
    assert talk.finished == ["free: kitchen"]
    assert talk.dialogs[0].key == "room"


async def test_elsewhere_a_captioned_photo_may_be_the_answer(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.says("1")
    await talk.sends(Media(MediaKind.PHOTO, "p1", caption="kitchen"))
    assert talk.dialogs[0].key == "sure"


# ---- 7: stale presses ------------------------------------------------------------------------------------------------


async def test_a_stale_press_is_told_and_shows_the_open_question(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    red = talk.chat[-1].buttons["Red"]
    await talk.presses(red)
    talk.clock.advance(60)
    reply = await talk.presses(red)
    assert reply is not None
    assert reply.text == "这个按钮过时了，现在是这样："
    assert [shown.words for shown in talk.chat] == ["这个按钮过时了，现在是这样：", "Which room?"]
    assert talk.dialogs[0].trail == (("colour", "red"),)


async def test_a_press_beyond_what_was_shown_is_stale(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.presses(Choice(talk.dialogs[0].prompt, "9"))
    assert talk.dialogs[0].trail == ()
    assert talk.last == "Which colour?"


# ---- what stands in the chat -----------------------------------------------------------------------------------------


async def test_a_tap_edits_the_message_and_typing_leaves_the_answered_question_without_buttons(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.presses("Red")
    assert [shown.words for shown in talk.chat] == ["Which room?"]
    await talk.says("kitchen")
    await talk.says("Do it")
    assert [shown.words for shown in talk.chat] == ["Which room?", "kitchen in red?\n✓ Do it"]
    assert talk.chat[-1].buttons == {}


async def test_only_one_message_of_a_dialog_has_buttons(talk: Talk) -> None:
    await talk.opens(script("paint", paint, talk))
    await talk.presses(Choice("?nothing", "0"))
    await talk.presses(Choice("?nothing", "0"))
    assert sum(bool(shown.buttons) for shown in talk.chat) == 1


# ---- a refusal takes back what was written before it -----------------------------------------------------------------


async def test_what_was_said_and_noted_before_a_refusal_came_is_taken_back(talk: Talk) -> None:
    def too_late(turn: Turn[Any], person: Person, dialog: OpenDialog, result: object) -> None:
        send(turn, person, words("Painted"))
        turn.tx.notes.set("half", "written")
        raise NoLongerPossible("somebody was quicker")

    made = replace(script("paint", paint, talk), finish=too_late)
    talk.families[0] = replace(talk.families[0], scripts=(made,))
    for finishes in (talk.says("1"), talk.presses("Do it")):
        await talk.opens(made)
        await talk.says("red")
        await talk.says("hall")
        await finishes
        assert talk.last == "这个按钮过时了，现在是这样："
        assert talk.dialogs == []
    assert "Painted" not in [shown.words for shown in talk.chat]
    assert await talk.database.read("half", lambda tx: tx.notes.get("half")) is None


async def test_what_a_press_wrote_before_it_was_refused_is_taken_back(talk: Talk) -> None:
    def pressed(turn: Turn[Any], person: Person, subject: str, value: str, inbound: Inbound) -> None:
        turn.tx.notes.set("half", "written")
        raise NotAllowed(value)

    talk.families[0] = replace(talk.families[0], presses={"half": pressed})
    reply = await talk.presses(Choice("half:1", "do"))
    assert reply is not None
    assert await talk.database.read("half", lambda tx: tx.notes.get("half")) is None
