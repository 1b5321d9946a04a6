"""典型: a matter that ended well is told without names, after both agreed to the very words, until one tap ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from domain.explaining.topics import ALL
from domain.messages import Address
from domain.people.person import Ability, Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody, raised

pytestmark = pytest.mark.asyncio
TOLD = "桃源社区一位居民说：路灯坏了。当天，一位委员办好了：换了灯管。居民说，好了。"


async def solved(play: Play, li: Somebody, wang: Somebody) -> None:
    """李叔's lamp is mended, and he says so."""
    await li.files("3号楼2单元门口的路灯坏了")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯管")
    await play.passes(minutes=3)
    await li.taps("好了")


async def writes(play: Play, ability: str = "chen") -> None:
    """Somebody on the roster can pass stories on; another, who serves elsewhere, has nothing to do with any."""

    def act(tx: Transaction) -> None:
        tx.abilities.save(Ability(ability, ("media",)))
        tx.people.save(Person("gao", "高伟"))
        tx.roster.replace([*tx.roster.all(), Appointment("gao", "g2", Role.MEMBER, 2)])

    await play.database.transact("skill", act)


async def asked(play: Play) -> tuple[Somebody, Somebody, Somebody, Somebody]:
    """李叔, 王芳, 陈亮 who can pass it on, and 马丽, who has just had the two asked."""
    wang, chen, ma = [await play.member(id) for id in ("wang", "chen", "ma")]
    await writes(play)
    li = play.newcomer(1001, "李叔")
    await solved(play, li, wang)
    await ma.says("典型")
    await ma.taps("写一个")
    await ma.says("1")
    await ma.taps("就用这段")
    await ma.taps("去问")
    return li, wang, chen, ma


async def test_what_went_well_is_told_once_both_agreed_and_taken_down_by_one_tap(play: Play) -> None:
    li, wang, chen, ma = await asked(play)
    assert li.hears("不提您的名字", TOLD)
    assert wang.hears(TOLD, "您和居民都同意了才讲")
    assert ma.hears("典型 1123-01", "等居民和委员")
    await li.taps("同意这样讲")
    assert li.hears("您同意这样讲", "还没有讲出去")
    assert not chen.hears(TOLD)
    await wang.taps("同意这样讲")
    assert chen.hears("当事人都同意讲")
    assert chen.finds(TOLD).text == TOLD
    assert ma.hears("都同意了，发给了1位会宣传的委员")
    await chen.says("典型")
    assert chen.hears("1. 桃源社区一位居民说", "11月23日讲出去的")
    await ma.says("年账")
    assert ma.hears("讲出去的典型 1")
    await li.taps("撤下")
    assert li.hears("那一段撤下了")
    assert chen.hears("请不要再用")
    assert not any(other.hears(TOLD) for other in (li, wang, chen))
    assert ma.hears("典型 1123-01：撤下了")
    await chen.says("典型")
    assert "还没有讲过典型" in chen.last


async def test_one_word_changed_asks_both_again_and_an_old_button_agrees_to_nothing(play: Play) -> None:
    li, wang, chen, ma = await asked(play)
    old = li.button("同意这样讲", TOLD)
    await wang.taps("同意这样讲")
    await li.taps("想改一句")
    await li.says("别说居民，说老住户")
    assert ma.hears("居民想改一句：「别说居民，说老住户」")
    await ma.taps("改文字", under="想改一句")
    await ma.says("3号楼2单元的李叔说路灯坏了，王芳（13912345678）和高伟换了灯管。")
    assert ma.hears("有些字会让人认出是谁", "一栋楼的一位居民说路灯坏了，一位委员（某个号码）和一位委员换了灯管")
    assert ma.hears("换掉的：3号楼2单元→一栋楼、李叔→一位居民、王芳→一位委员")
    await ma.says("一位老住户说路灯坏了，一位委员换了灯管。")
    await ma.taps("去问")
    for person in (li, wang):
        assert person.hears("一位老住户说路灯坏了，一位委员换了灯管。", "就是这一段")
        assert not person.hears(TOLD)
    await li.taps_old((li.inbox[-1].id, old[1]))
    await wang.taps("同意这样讲")
    assert not chen.hears("一位老住户")
    await li.taps("同意这样讲")
    assert chen.hears("一位老住户说路灯坏了")


async def test_a_no_ends_it_without_a_reason_or_a_name_and_nobody_is_asked_again(play: Play) -> None:
    li, wang, _, ma = await asked(play)
    await wang.taps("同意这样讲")
    await li.taps("不同意")
    assert li.hears("这件不讲了，往后也不再问")
    assert wang.hears("这件不讲了，往后也不再问")
    assert ma.hears("有人不同意，不讲了")
    assert not any(other.hears(words) for other in (wang, ma) for words in ("居民不同意", "李叔不同意"))
    assert not any(other.hears(TOLD) for other in (li, wang))
    await ma.says("1123-01")
    assert "讲成典型" not in ma.buttons("1123-01")
    await ma.says("典型")
    await ma.taps("写一个")
    assert ma.hears("最近没有能讲的")
    await play.passes(days=8)
    assert not ma.hears("七天没等到")


async def test_silence_is_no_yes(play: Play) -> None:
    li, wang, chen, ma = await asked(play)
    await li.taps("同意这样讲")
    await play.passes(days=7, minutes=1)
    assert li.hears("前几天问您的那一段，不讲了")
    assert ma.hears("七天没等到都同意，不讲了")
    assert not chen.hears(TOLD)
    assert "同意这样讲" not in [b.text for m in wang.inbox for row in m.buttons for b in row]


async def test_her_name_stands_in_it_only_where_she_wants_it_and_the_desk_tells_everybody(play: Play) -> None:
    li, wang, chen, ma = await asked(play)
    await li.taps("同意这样讲")
    await wang.taps("写上我的名字")
    assert li.hears("当天，王芳办好了：换了灯管", "就是这一段")
    for person in (li, wang):
        await person.taps("同意这样讲")
    assert chen.hears("当天，王芳办好了")
    await ma.taps("看看", under="都同意了")
    await ma.taps("也发成通知")
    assert ma.hears("大家看到的是这样", "当天，王芳办好了")
    await ma.taps("发出去")
    await play.passes(minutes=1)
    assert li.hears("暖心", "当天，王芳办好了")
    assert ma.hears("也发成了通知")
    await wang.taps("撤下")
    await play.passes(minutes=1)
    assert li.hears("作废")
    assert not li.hears("请看附的图")
    assert not any(other.hears("当天，王芳办好了") for other in (li, wang, chen))


async def test_what_breaks_again_is_told_no_more_and_who_is_forgotten_takes_her_story_along(play: Play) -> None:
    li, wang, chen, ma = await asked(play)
    for person in (li, wang):
        await person.taps("同意这样讲")
    await li.says("我的资料")
    await li.taps("全删掉")
    await li.taps("删，过一天生效")
    await play.passes(hours=25)
    assert chen.hears("请不要再用")
    zhao = play.newcomer(1002, "赵奶奶")
    await solved(play, zhao, wang)
    await ma.says("典型")
    await ma.taps("写一个")
    await ma.taps("1", under="讲哪一件")
    await ma.taps("就用这段")
    await ma.taps("去问")
    await zhao.taps("又坏了")
    await zhao.says("又不亮了")
    assert zhao.hears("那一段撤下了")


async def test_what_is_nobodys_to_tell_is_not_offered(play: Play) -> None:
    wang, ma, li = await play.member("wang"), await play.member("ma"), play.newcomer(1001, "李叔")
    await li.says("3号楼2单元门口的路灯坏了")
    await li.taps("改一改")
    await li.taps("不留名")
    await li.taps("交给")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯管")
    await play.passes(minutes=3)
    await li.taps("好了")
    await ma.says("1123-01")
    assert "讲成典型" not in ma.buttons("1123-01")
    quiet = play.newcomer(1002, "赵奶奶")
    await solved(play, quiet, wang)

    def wants_nothing(tx: Transaction) -> None:
        person = tx.people.at(Address("telegram", "1002"))
        assert person is not None
        tx.topics.choose(person.id, {ALL})

    await play.database.transact("topics", wants_nothing)
    await ma.says("典型")
    await ma.taps("写一个")
    assert ma.hears("最近没有能讲的")


async def test_her_photograph_goes_with_it_where_she_lets_it_be_shown_and_both_see_that(play: Play) -> None:
    wang, chen, ma = [await play.member(id) for id in ("wang", "chen", "ma")]
    await writes(play)
    zhao, li = play.newcomer(1002, "赵奶奶"), play.newcomer(1001, "李叔")
    await zhao.sends_photo("lamp", "3号楼路灯坏了")
    await zhao.taps("交给")
    await li.says("3号楼路灯坏了")
    await li.taps("同一件，我也算一个")
    await zhao.taps("可以给邻居看")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯管")
    await play.passes(minutes=3)
    await zhao.taps("好了")
    await ma.says("1123-01")
    await ma.taps("讲成典型")
    await ma.taps("就用这段")
    await ma.taps("带上照片")
    await ma.taps("去问")
    for person in (zhao, wang):
        assert person.hears(TOLD, "上面")
        assert "photo" in [message.kind for message in person.inbox[-2:]]
        await person.taps("同意这样讲")
    assert [message.kind for message in chen.inbox[-2:]] == ["photo", "text"]
    assert not li.hears("同意这样讲")
    await zhao.taps("撤下")
    assert "photo" not in [message.kind for message in chen.inbox[-3:]]


async def test_yes_and_no_are_words_too_and_a_reply_says_what_should_read_otherwise(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        li, wang, chen, ma = await asked(play)
        await li.replies(TOLD, "别提路灯，说灯")
        assert ma.hears("居民想改一句：「别提路灯，说灯」")
        await li.sends(li.phone.sends_voice(play.voice, reply_to=li.finds(TOLD).id))
        assert "想改哪里，请打一句字" in li.last
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "1件典型等人点同意")
        await li.replies(TOLD, "同意")
        await wang.says("1")
        assert wang.hears("记下了，您同意这样讲")
        assert chen.hears(TOLD)
        await li.says("我的资料")
        await li.taps("导出一份")
        await play.at(8, 30, days=1)
        assert ma.hears("11月25日", "讲出去典型1件：桃源社区一位居民说")
        page = next(m for m in li.inbox if m.kind == "document" and m.media and str(m.media.name).endswith(".html"))
        assert page.media is not None
        assert f"{TOLD}（您同意了，讲出去了）" in play.sandbox.world.files.get(page.media.file_id).content.decode()
