"""What people do, seen by the stock library's own parser."""

from collections.abc import Callable

import pytest
from telegram import Bot, Update

from sandbox import Person, Sandbox, StageError
from tests.sandbox.support import WANG, Api


async def parsed(api: Api) -> list[Update]:
    found = [Update.de_json(update, None) for update in await api.updates()]
    return [update for update in found if update is not None]


@pytest.mark.asyncio
async def test_a_word_and_a_command_are_read(api: Api, wang: Person) -> None:
    wang.says("3号楼路灯坏了")
    wang.starts("gate_7")
    plain, start = [update.message for update in await parsed(api)]
    assert plain is not None
    assert start is not None
    assert plain.from_user is not None
    assert (plain.text, plain.from_user.language_code, plain.chat.type) == ("3号楼路灯坏了", "zh-hans", "private")
    assert start.text == "/start gate_7"
    assert [(mark.type, mark.offset, mark.length) for mark in start.entities] == [("bot_command", 0, 6)]


@pytest.mark.asyncio
async def test_photo_album_and_caption_are_read(api: Api, wang: Person) -> None:
    wang.sends_photo("heating", "冷得很 /help")
    wang.sends_album(["lamp", "stairs"], "两处")
    single, first, second = [update.message for update in await parsed(api)]
    assert single is not None
    assert first is not None
    assert second is not None
    assert [(size.width, size.height) for size in single.photo] == [(320, 240), (640, 480)]
    assert single.caption_entities[0].type == "bot_command"
    assert first.media_group_id == second.media_group_id is not None
    assert (first.caption, second.caption) == ("两处", None)


KINDS: list[tuple[str, Callable[[Person], object]]] = [
    ("voice", lambda wang: wang.sends_voice("voice-heating")),
    ("video", lambda wang: wang.sends_video()),
    ("video_note", lambda wang: wang.sends_video_note()),
    ("document", lambda wang: wang.sends_document("名单.csv", b"a,b", "text/csv")),
    ("location", lambda wang: wang.sends_location(36.06, 103.73)),
    ("venue", lambda wang: wang.sends_venue(36.06, 103.73, "3号楼", "西津路")),
    ("contact", lambda wang: wang.sends_contact()),
    ("sticker", lambda wang: wang.sends_sticker("🙏")),
]


@pytest.mark.asyncio
@pytest.mark.parametrize(("kind", "act"), KINDS, ids=[kind for kind, _ in KINDS])
async def test_every_kind_of_message_is_read(
    api: Api, wang: Person, kind: str, act: Callable[[Person], object]
) -> None:
    act(wang)
    message = (await parsed(api))[0].message
    assert message is not None
    assert getattr(message, kind) is not None
    assert message.api_kwargs == {}
    assert wang.messages[-1].kind == kind


@pytest.mark.asyncio
async def test_a_venue_also_has_a_location(api: Api, wang: Person) -> None:
    wang.sends_venue(36.06, 103.73, "3号楼", "西津路")
    message = (await parsed(api))[0].message
    assert message is not None
    assert message.location is not None
    assert message.location.latitude == 36.06


@pytest.mark.asyncio
async def test_her_own_number_carries_her_id_and_another_does_not(api: Api, wang: Person) -> None:
    wang.sends_contact(own=True)
    wang.sends_contact(own=False)
    cards = [update.message.contact for update in await parsed(api) if update.message]
    assert [card.user_id for card in cards if card] == [WANG, None]


@pytest.mark.asyncio
async def test_an_edit_is_read_with_its_moment(api: Api, wang: Person) -> None:
    heard = wang.says("路灯坏了")
    wang.edits(heard, "路灯坏了两盏")
    edited = (await parsed(api))[-1].edited_message
    assert edited is not None
    assert (edited.message_id, edited.text) == (heard, "路灯坏了两盏")
    assert edited.edit_date is not None


@pytest.mark.asyncio
async def test_a_live_location_moves_by_edits(api: Api, wang: Person) -> None:
    heard = wang.sends_location(36.06, 103.73, live_period=900)
    wang.moves(heard, 36.07, 103.74)
    edited = (await parsed(api))[-1].edited_message
    assert edited is not None
    assert edited.location is not None
    assert (edited.location.latitude, edited.location.to_dict()["live_period"]) == (36.07, 900)


@pytest.mark.asyncio
async def test_a_press_a_reply_and_a_reaction_are_read(api: Api, wang: Person) -> None:
    await api.updates(allowed_updates=["message", "callback_query", "message_reaction"])
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    card = await api.says("修好了吗", reply_markup=markup)
    wang.taps(card, "好")
    wang.says("好了", reply_to=card)
    wang.reacts(card, "👍")
    press, reply, reaction = await parsed(api)
    assert press.callback_query is not None
    assert press.callback_query.message is not None
    assert press.callback_query.message.message_id == card
    assert reply.message is not None
    assert reply.message.reply_to_message is not None
    assert reply.message.reply_to_message.text == "修好了吗"
    assert reaction.message_reaction is not None
    assert [str(item["emoji"]) for item in reaction.message_reaction.to_dict()["new_reaction"]] == ["👍"]


@pytest.mark.asyncio
async def test_blocking_and_coming_back_are_read(api: Api, wang: Person) -> None:
    wang.blocks_bot()
    wang.starts()
    changes = [update.my_chat_member for update in await parsed(api) if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


@pytest.mark.asyncio
async def test_a_group_and_its_move_are_read(api: Api, wang: Person, sandbox: Sandbox) -> None:
    group = sandbox.world.add_group(-7, "3号楼", [WANG])
    group.adds_bot(WANG, administrator=True)
    group.migrates(-1007)
    assert all(isinstance(update, Update) and update.effective_chat for update in await parsed(api))


@pytest.mark.asyncio
async def test_the_stock_bot_reads_them_too(bot: Bot, wang: Person) -> None:
    wang.says("路灯坏了")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "路灯坏了"


@pytest.mark.parametrize(
    "act",
    [
        lambda wang: wang.says(" "),
        lambda wang: wang.says("字" * 4097),
        lambda wang: wang.starts("有 空格"),
        lambda wang: wang.starts("x" * 65),
        lambda wang: wang.sends_photo("nothing"),
        lambda wang: wang.sends_photo("voice-heating"),
        lambda wang: wang.sends_album(["lamp"]),
        lambda wang: wang.says("x", reply_to=99),
        lambda wang: wang.edits(99, "x"),
        lambda wang: wang.taps(99, "x"),
        lambda wang: wang.presses_key("报事"),
        lambda wang: wang.says("x", group=-7),
    ],
)
def test_what_the_app_does_not_allow_is_refused(wang: Person, act: Callable[[Person], object]) -> None:
    with pytest.raises(StageError):
        act(wang)


def test_who_blocked_the_bot_must_come_back_before_writing(wang: Person) -> None:
    wang.blocks_bot()
    with pytest.raises(StageError):
        wang.says("您好")
    wang.starts()
    assert wang.messages[-1].text == "/start"
