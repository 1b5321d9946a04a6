"""In groups nobody's data is ever shown: there is only the way into the private chat."""

from __future__ import annotations

import pytest

from domain.messages import Address, Outbound, Text
from storage.transaction import Transaction
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio

GROUP = -1001


def said_in(play: Play) -> list[str]:
    return [message.text for message in play.sandbox.world.chats[GROUP].messages.values() if message.out]


async def test_a_command_in_a_group_gets_a_link_and_nothing_personal(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    play.sandbox.world.add_group(GROUP, "业主群", [101])
    await zhao.sends(zhao.phone.says("/mine", group=GROUP))
    assert said_in(play) == ["小区的事请私下跟我说，群里不谈个人的事。急事打0931-1234567。"]
    (button,) = (b for m in play.sandbox.world.chats[GROUP].messages.values() for row in m.buttons for b in row)
    assert button.url is not None
    assert button.url.startswith("https://t.me/")


async def test_talk_in_a_group_is_no_report(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    play.sandbox.world.add_group(GROUP, "业主群", [101])
    await zhao.sends(zhao.phone.says("3号楼路灯坏了", group=GROUP))
    await zhao.sends(zhao.phone.sends_photo("lamp", "3号楼着火了", group=GROUP))
    assert said_in(play) == []
    assert not wang.rings()
    await zhao.says("我的事")
    assert "您现在没有在办的事" in zhao.last


async def test_a_group_that_insists_is_answered_once_a_minute(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    play.sandbox.world.add_group(GROUP, "业主群", [101])
    for _ in range(3):
        await zhao.sends(zhao.phone.says("/report", group=GROUP))
    assert len(said_in(play)) == 1


async def test_an_open_dialog_is_not_answered_from_a_group(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    play.sandbox.world.add_group(GROUP, "业主群", [101])
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.sends(zhao.phone.says("1", group=GROUP))
    assert zhao.last.startswith("我这样记")
    assert not zhao.hears("编号1123-01")


async def test_a_word_of_anybody_on_its_way_to_a_group_is_found(play: Play) -> None:
    def put(tx: Transaction) -> None:
        tx.outbox.put(Outbound(Address("telegram", str(GROUP)), (Text("赵奶奶的路灯坏了"),), purpose="group"))

    await play.database.transact("leak", put)
    assert [line for line in play.database.found if "a group is told" in line]
    play.database.found.clear()


async def test_a_button_pressed_in_a_group_does_nothing_and_makes_the_group_nobody(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    _, accept = wang.button("接了", "1123-01")
    asked = {"id": 101, "is_bot": False, "first_name": "赵"}
    chat = {"id": GROUP, "type": "supergroup", "title": "业主群"}
    play.sandbox.world.add_group(GROUP, "业主群", [101, 201])
    shown = {"message_id": 7, "date": 1_795_399_200, "chat": chat}
    press = {"id": "p1", "from": {**asked, "id": 201}, "chat_instance": "c", "message": shown, "data": accept}
    play.sandbox.faults.odd_update("callback_query", press)
    await play.settled()
    assert said_in(play) == []
    assert not zhao.hears("王芳接了")
    assert await play.database.read("group", lambda tx: tx.people.at(Address("telegram", str(GROUP)))) is None
