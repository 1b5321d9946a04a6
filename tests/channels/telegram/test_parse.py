"""What people do on their telephones, as the inbound that the core sees; payloads come from the sandbox."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from channels.base import Unreadable
from channels.telegram.parse import parse
from domain.messages import (
    Address,
    Choice,
    Contact,
    Edited,
    Inbound,
    Join,
    Leave,
    Location,
    Media,
    MediaKind,
    Part,
    Reaction,
    ReplyTo,
    Text,
)
from sandbox import BotAccount, Person, Sandbox
from tests.channels.conftest import TOKEN
from tests.clock import FakeClock

PRESSED_AT = datetime(2025, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def sandbox(clock: FakeClock) -> Sandbox:
    sandbox = Sandbox(TOKEN, BotAccount(1, "小板凳", "little_bench_bot"), clock)
    sandbox.world.updates.allow(["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"])
    return sandbox


@pytest.fixture
def heard(sandbox: Sandbox) -> Callable[[], list[Inbound | None]]:
    """Everything since the last time, parsed."""

    def take() -> list[Inbound | None]:
        raws = [update.wire() for update in sandbox.world.updates.waiting()]
        sandbox.world.updates.clear()
        return [parse(raw, username="little_bench_bot", now=PRESSED_AT) for raw in raws]

    return take


@pytest.fixture
def hears(wang: Person, heard: Callable[[], list[Inbound | None]]) -> Callable[[], Inbound]:
    heard()

    def last() -> Inbound:
        inbound = heard()[-1]
        assert inbound is not None
        return inbound

    return last


Hears = Callable[[], Inbound]


def test_a_line_of_text_with_who_when_and_where(wang: Person, hears: Hears, clock: FakeClock) -> None:
    message_id = wang.says("3号楼路灯坏了")
    inbound = hears()
    assert inbound.parts == (Text("3号楼路灯坏了"),)
    assert inbound.address == Address("telegram", "42")
    assert (inbound.handle, inbound.private, inbound.name, inbound.language) == (
        str(message_id),
        True,
        "王芳",
        "zh-hans",
    )
    assert inbound.sent_at == clock.now()
    assert inbound.event_id.startswith("u")


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("/start", (Join(""),)),
        ("/start tp_7Fq", (Join("tp_7Fq"),)),
        ("/mine", (Text("/mine"),)),
        ("/mine@little_bench_bot", (Text("/mine"),)),
        ("/mine@Little_Bench_Bot 今天", (Text("/mine 今天"),)),
        ("/start@little_bench_bot x", (Join("x"),)),
        ("/leave\n下周", (Text("/leave 下周"),)),
    ],
)
def test_commands_lose_the_bots_name_and_start_is_a_join(
    wang: Person, hears: Hears, typed: str, parts: tuple[Part, ...]
) -> None:
    wang.says(typed)
    assert hears().parts == parts


def test_a_command_for_another_bot_is_not_ours(wang: Person, heard: Callable[[], list[Inbound | None]]) -> None:
    wang.says("/mine@other_bot")
    assert heard()[-1] is None


def test_of_a_photo_the_largest_size_with_its_caption(wang: Person, hears: Hears) -> None:
    wang.sends_photo("lamp", "路灯")
    media = hears().media[0]
    sent = wang.messages[-1].media
    assert sent is not None
    assert (media.kind, media.ref, media.caption) == (MediaKind.PHOTO, sent.file_id, "路灯")


def test_the_parts_of_an_album_share_its_group(wang: Person, heard: Callable[[], list[Inbound | None]]) -> None:
    heard()
    wang.sends_album(["lamp", "stairs"], "两处")
    first, second = (inbound.media[0] for inbound in heard() if inbound)
    assert first.group == second.group != ""
    assert (first.caption, second.caption) == ("两处", "")


def test_a_voice_note_with_its_seconds(wang: Person, hears: Hears) -> None:
    wang.sends_voice("voice-heating")
    voice = hears().media[0]
    assert voice.kind is MediaKind.VOICE
    assert voice.seconds > 0


def test_films_round_and_square(wang: Person, heard: Callable[[], list[Inbound | None]]) -> None:
    heard()
    wang.sends_video(caption="看")
    wang.sends_video_note()
    assert [inbound.media[0].kind for inbound in heard() if inbound] == [MediaKind.VIDEO, MediaKind.ROUND_VIDEO]


def test_a_document_with_name_type_and_size(wang: Person, hears: Hears) -> None:
    wang.sends_document("表.pdf", b"%PDF", "application/pdf", caption="请看", size=30_000_000)
    media = hears().media[0]
    assert (media.kind, media.name, media.mime, media.size, media.caption) == (
        MediaKind.DOCUMENT,
        "表.pdf",
        "application/pdf",
        30_000_000,
        "请看",
    )


def test_a_sticker_says_which_sign_it_is(wang: Person, hears: Hears) -> None:
    wang.sends_sticker("👍")
    inbound = hears()
    assert (inbound.media[0].kind, inbound.media[0].name, inbound.text) == (MediaKind.STICKER, "👍", "")


def test_a_pin_and_a_named_place(wang: Person, heard: Callable[[], list[Inbound | None]]) -> None:
    heard()
    wang.sends_location(36.06, 103.83)
    wang.sends_venue(36.06, 103.83, "说事点", "西站街1号")
    assert [inbound.parts for inbound in heard() if inbound] == [
        (Location(36.06, 103.83),),
        (Location(36.06, 103.83, label="说事点, 西站街1号"),),
    ]


@pytest.mark.parametrize("own", [True, False])
def test_a_number_is_her_own_only_when_telegram_says_so(wang: Person, hears: Hears, own: bool) -> None:
    wang.sends_contact(own=own)
    contact = hears().part(Contact)
    assert contact is not None
    assert contact.own is own


def test_a_reply_names_the_message_it_answers(wang: Person, hears: Hears) -> None:
    first = wang.says("路灯")
    wang.says("修好了", reply_to=first)
    assert hears().parts == (Text("修好了"), ReplyTo(str(first)))


def test_a_reply_names_the_prompt_of_the_buttons_below_it() -> None:
    link, accept = {"text": "地图", "url": "https://example.org/"}, {"text": "接了", "callback_data": "m:1|accept"}
    card = {"message_id": 7, "date": 0, "chat": CHAT, "reply_markup": {"inline_keyboard": [[link], [accept]]}}
    assert parts_of(message(text="明早来修", reply_to_message=card))[1] == ReplyTo("7", "m:1")


def test_a_photo_can_be_a_reply_too(wang: Person, hears: Hears) -> None:
    first = wang.says("路灯")
    wang.sends_photo("lamp-repaired", reply_to=first)
    assert hears().part(ReplyTo) == ReplyTo(str(first))


def test_an_edit_replaces_what_was_said(wang: Person, hears: Hears, clock: FakeClock) -> None:
    message_id = wang.says("路灯")
    clock.advance(60)
    wang.edits(message_id, "楼道灯")
    inbound = hears()
    assert inbound.parts == (Edited(str(message_id)), Text("楼道灯"))
    assert inbound.sent_at == clock.now()


def test_a_live_location_moves_by_edits(wang: Person, hears: Hears) -> None:
    message_id = wang.sends_location(36.0, 103.0, live_period=900)
    wang.moves(message_id, 36.5, 103.5)
    assert hears().parts == (Edited(str(message_id)), Location(36.5, 103.5))


def test_blocking_and_coming_back(wang: Person, heard: Callable[[], list[Inbound | None]]) -> None:
    heard()
    wang.blocks_bot()
    wang.unblocks_bot()
    assert [inbound.parts for inbound in heard() if inbound] == [(Leave(),), (Leave(back=True),)]


def test_in_a_group_nothing_is_private(wang: Person, sandbox: Sandbox, hears: Hears) -> None:
    sandbox.world.add_group(-5, "三号楼", [42])
    wang.says("/mine@little_bench_bot", group=-5)
    inbound = hears()
    assert (inbound.address.account, inbound.private, inbound.text) == ("-5", False, "/mine")


def test_a_service_message_concerns_nobody(
    wang: Person, sandbox: Sandbox, heard: Callable[[], list[Inbound | None]]
) -> None:
    group = sandbox.world.add_group(-5, "三号楼", [42])
    heard()
    group.migrates(-100500)
    assert all(inbound is None or inbound.parts == (Leave(back=True),) for inbound in heard())


FROM_WANG = {"id": 42, "is_bot": False, "first_name": "王芳"}
CHAT = {"id": 42, "type": "private", "first_name": "王芳"}


def message(**more: Any) -> dict[str, Any]:
    return {"update_id": 9, "message": {"message_id": 3, "date": 1763884800, "chat": CHAT, "from": FROM_WANG, **more}}


def parsed(raw: dict[str, Any]) -> Inbound | None:
    return parse(raw, username="little_bench_bot", now=PRESSED_AT)


def parts_of(raw: dict[str, Any]) -> tuple[Part, ...]:
    inbound = parsed(raw)
    assert inbound is not None
    return inbound.parts


def press(**more: Any) -> dict[str, Any]:
    shown = {"message_id": 7, "date": 1763884800, "chat": CHAT, "text": "路灯"}
    query = {"id": "q1", "from": FROM_WANG, "chat_instance": "1", "message": shown, **more}
    return {"update_id": 9, "callback_query": query}


def test_a_press_is_a_choice_on_its_message_now() -> None:
    inbound = parsed(press(data="m:1|accept"))
    assert inbound is not None
    assert inbound.parts == (Choice("m:1", "accept"), ReplyTo("7"))
    assert (inbound.press, inbound.sent_at) == ("q1", PRESSED_AT)


def test_a_value_may_hold_the_separator() -> None:
    assert parts_of(press(data="?ab|x|y"))[0] == Choice("?ab", "x|y")


def test_a_press_without_data_is_a_choice_of_nothing() -> None:
    assert parts_of(press())[0] == Choice("", "")


def test_a_press_on_a_message_too_old_to_be_shown() -> None:
    assert parts_of(press(data="m:1|x", message={"message_id": 7, "date": 0, "chat": CHAT}))[1] == ReplyTo("7")


def reaction(new: list[dict[str, str]]) -> dict[str, Any]:
    change = {"chat": CHAT, "message_id": 7, "date": 1763884800, "old_reaction": [], "new_reaction": new}
    return {"update_id": 9, "message_reaction": change | {"user": FROM_WANG}}


def test_a_reaction_and_its_taking_away() -> None:
    assert parts_of(reaction([{"type": "emoji", "emoji": "👍"}])) == (Reaction("7", "👍"),)
    assert parts_of(reaction([])) == (Reaction("7", ""),)


def test_a_forwarded_text_is_a_text() -> None:
    origin = {"type": "hidden_user", "sender_user_name": "李", "date": 1763884000}
    assert parts_of(message(text="停水通知", forward_origin=origin)) == (Text("停水通知"),)


def test_an_animation_is_a_film_and_not_a_document() -> None:
    film = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "duration": 3, "mime_type": "video/mp4"}
    assert parts_of(message(animation=film, document={"file_id": "a", "file_unique_id": "b"})) == (
        Media(MediaKind.VIDEO, "a", seconds=3, mime="video/mp4"),
    )


def test_what_has_no_part_here_still_deserves_an_answer() -> None:
    assert parts_of(message(story={"chat": CHAT, "id": 1})) == ()


@pytest.mark.parametrize(
    "raw",
    [
        message(pinned_message={"message_id": 2, "date": 0, "chat": CHAT}),
        message(text="x") | {"message": message(text="x")["message"] | {"from": FROM_WANG | {"is_bot": True}}},
        {
            "update_id": 9,
            "channel_post": {"message_id": 1, "date": 1, "chat": {"id": -1, "type": "channel"}, "text": "x"},
        },
        {"update_id": 9},
    ],
)
def test_what_concerns_nobody_is_nothing(raw: dict[str, Any]) -> None:
    assert parsed(raw) is None


@pytest.mark.parametrize("broken", [{"message_id": "?"}, {"message_id": 1, "date": "yesterday", "chat": CHAT}, 5])
def test_what_cannot_be_read_says_which_update_it_was(broken: object) -> None:
    with pytest.raises(Unreadable) as unreadable:
        parsed({"update_id": 77, "message": broken})
    assert unreadable.value.event_id == "u77"


def test_an_update_without_a_number_is_named_by_what_it_holds() -> None:
    with pytest.raises(Unreadable) as one:
        parsed({"unreadable": "<html>"})
    with pytest.raises(Unreadable) as other:
        parsed({"unreadable": "<body>"})
    assert one.value.event_id != other.value.event_id


def test_a_reference_to_a_file_of_ours_is_nobodys_to_send() -> None:
    voice = {"file_id": "file:/etc/passwd", "file_unique_id": "b", "duration": 3}
    with pytest.raises(Unreadable):
        parts_of(message(voice=voice))
