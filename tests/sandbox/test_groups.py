"""Groups: what the bot hears there, how it comes and goes, the move to a supergroup."""

import pytest

from sandbox import Person, Sandbox, StageError
from sandbox.groups import Group
from tests.sandbox.support import WANG, Api


@pytest.fixture
def group(sandbox: Sandbox, wang: Person) -> Group:
    return sandbox.world.add_group(-7, "3号楼", [WANG])


async def heard(api: Api) -> list[str]:
    return [update["message"]["text"] for update in await api.updates() if "text" in update.get("message", {})]


@pytest.mark.asyncio
async def test_being_added_is_told(api: Api, group: Group) -> None:
    change, greeting = await api.updates()
    assert change["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert greeting["message"]["new_chat_members"][0]["username"] == "little_bench_bot"


@pytest.mark.asyncio
async def test_the_bot_hears_commands_mentions_and_replies_only(api: Api, wang: Person, group: Group) -> None:
    said = await api.says("各位好", chat_id=-7)
    wang.says("今天真冷", group=-7)
    wang.says("/help@little_bench_bot", group=-7)
    wang.says("@little_bench_bot 在吗", group=-7)
    wang.says("好的", reply_to=said, group=-7)
    assert await heard(api) == ["/help@little_bench_bot", "@little_bench_bot 在吗", "好的"]


@pytest.mark.asyncio
async def test_an_administrator_hears_everything(api: Api, wang: Person, group: Group) -> None:
    group.adds_bot(WANG, administrator=True)
    wang.says("今天真冷", group=-7)
    assert await heard(api) == ["今天真冷"]


@pytest.mark.asyncio
async def test_a_removed_bot_can_neither_hear_nor_write(api: Api, wang: Person, group: Group) -> None:
    group.removes_bot(WANG)
    wang.says("/help", group=-7)
    assert await heard(api) == []
    assert await api.refusal("sendMessage", chat_id=-7, text="x") == "Forbidden: bot was kicked from the group chat"


@pytest.mark.asyncio
async def test_a_bot_that_left_is_no_member(api: Api, group: Group) -> None:
    await api("leaveChat", chat_id=-7)
    refusal = await api.refusal("sendMessage", chat_id=-7, text="x")
    assert refusal == "Forbidden: bot is not a member of the group chat"


@pytest.mark.asyncio
async def test_after_the_move_the_old_id_names_the_new_one(api: Api, wang: Person, group: Group) -> None:
    group.migrates(-1007)
    answer = await api.answer("sendMessage", chat_id=-7, text="x")
    assert answer["error_code"] == 400
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": -1007}
    await api.says(chat_id=-1007)
    events = [update["message"] for update in await api.updates() if "message" in update][-2:]
    assert [(event.get("migrate_to_chat_id"), event.get("migrate_from_chat_id")) for event in events] == [
        (-1007, None),
        (None, -7),
    ]


@pytest.mark.asyncio
async def test_members_and_chats_can_be_asked_about(api: Api, wang: Person, group: Group, sandbox: Sandbox) -> None:
    sandbox.world.add_person(5002, "赵")
    assert (await api("getChat", chat_id=-7))["title"] == "3号楼"
    assert (await api("getChatMember", chat_id=-7, user_id=WANG))["status"] == "member"
    assert (await api("getChatMember", chat_id=-7, user_id=5002))["status"] == "left"
    assert await api("getChatMemberCount", chat_id=-7) == 2
    assert await api.refusal("getChatMember", chat_id=-7, user_id=4) == "Bad Request: user not found"


@pytest.mark.asyncio
async def test_pinning_in_a_group_needs_an_administrator(api: Api, wang: Person, group: Group) -> None:
    card = await api.says(chat_id=-7)
    assert "not enough rights" in await api.refusal("pinChatMessage", chat_id=-7, message_id=card)
    group.adds_bot(WANG, administrator=True)
    await api("pinChatMessage", chat_id=-7, message_id=card)
    assert group.chat.pinned == [card]


@pytest.mark.asyncio
async def test_edits_and_reactions_reach_only_who_may_read(api: Api, wang: Person, group: Group) -> None:
    await api.updates(allowed_updates=["edited_message", "message_reaction"])
    heard = wang.says("今天真冷", group=-7)
    wang.edits(heard, "今天冷得很", group=-7)
    wang.reacts(heard, "👍", group=-7)
    assert [
        update for update in await api.updates() if "message" not in update and "my_chat_member" not in update
    ] == []
    group.adds_bot(WANG, administrator=True)
    wang.edits(heard, "今天暖和", group=-7)
    wang.reacts(heard, "❤", group=-7)
    assert [set(update) - {"update_id"} for update in (await api.updates())[-2:]] == [
        {"edited_message"},
        {"message_reaction"},
    ]


def test_nobody_writes_into_the_old_group_after_the_move(wang: Person, group: Group) -> None:
    group.migrates(-1007)
    with pytest.raises(StageError):
        wang.says("还在吗", group=-7)
    wang.says("/help", group=-1007)
