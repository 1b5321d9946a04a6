"""Faults of the platform and of the machine, through the whole bot: nothing lost, the right person hears."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio
LAMP = "3号楼2单元门口的路灯坏了"


async def test_an_album_split_by_a_restart_is_one_matter_with_all_its_photos(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    first, *_ = zhao.phone.sends_album(["lamp", "stairs"], "楼道里全坏了")
    await play.settled()
    album = zhao.phone.chat.messages[first].album
    await play.restart(seconds=5)
    await zhao.sends(zhao.phone.sends_photo("leak", album=album))
    await zhao.taps("交给王芳")
    await play.restart(seconds=5)
    await zhao.sends(zhao.phone.sends_photo("lamp", album=album))
    assert sum(message.kind == "photo" for message in wang.inbox) == 4
    assert len(await play.database.read("matters", lambda tx: tx.matters.in_hand())) == 1


async def test_an_update_nobody_can_read_holds_up_nobody_and_the_desk_hears_of_it(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    play.sandbox.faults.odd_update("message", {"message_id": 5, "text": "nobody said this"})
    await zhao.says(LAMP)
    assert zhao.hears("我这样记")
    assert ma.hears("有一条消息没处理成，原文留着，编号")
    assert await play.database.read("quarantine", lambda tx: tx.quarantine.count()) == 1


async def test_a_press_that_comes_before_the_words_it_follows_loses_neither(play: Play) -> None:
    """The platform hands out a batch newest first."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(LAMP)
    play.sandbox.faults.shuffle()
    zhao.phone.says("就在门口左边那盏")
    zhao.phone.taps(zhao.finds("我这样记").id, zhao.buttons("我这样记")[0])
    await play.settled()
    assert zhao.last == "您说的是「路灯坏了」这件，还是一件新事？"
    await zhao.taps("王芳")
    assert wang.hears("门口左边那盏")
    assert len(await play.database.read("matters", lambda tx: tx.matters.in_hand())) == 1


async def test_a_deleted_account_is_one_that_cannot_be_told(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files(LAMP)
    play.sandbox.faults.plan("sendMessage", "refuse", code=403, description="Forbidden: user is deactivated")
    await wang.replies("1123-01", "明早物业来修")
    await ma.says("案头")
    assert ma.hears("1123-01 路灯坏了", "赵奶奶收不到消息，当面说一声")


async def test_the_words_above_a_film_that_is_too_large_are_kept(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    film = zhao.phone.sends_document("film.mp4", b"-", "video/mp4", size=30 * 1024 * 1024, caption=LAMP)
    await zhao.sends(film)
    assert zhao.hears("这个文件太大")
    assert zhao.hears("我这样记", "路灯坏了")


async def test_a_photo_that_did_not_come_home_all_day_comes_later_and_the_matter_stands(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    play.sandbox.faults.plan("download", "500", times=21)
    await zhao.sends_photo(caption=LAMP)
    await zhao.taps("交给王芳")
    for _ in range(20):
        play.clock.advance(hours=1)
        await play.bench.work.idle()
    assert not any((play.directory / "media").glob("*"))
    assert wang.hears("路灯")
    for _ in range(2):
        play.clock.advance(days=1)
        await play.bench.work.idle()
    assert not play.sandbox.faults.planned
    assert len(list((play.directory / "media").iterdir())) == 1
