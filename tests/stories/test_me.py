"""我的资料: what there is of her, a copy for herself, and being forgotten after a day."""

from __future__ import annotations

import json
import re

import pytest

from bot.copies import Copies
from bot.erased import forget_again
from bot.work import Hopeless
from domain.messages import Address
from handlers.safety.me import copy_failed
from handlers.turn import Turn
from storage.strays import strays
from storage.transaction import Transaction
from storage.work import Job
from tests.storage.test_erasing import dump
from tests.stories.hand import LAMP
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio

NUMBER = "13912345678"


async def a_life(play: Play) -> tuple[Somebody, Somebody]:
    """赵奶奶 has had one thing put right, with a photo and her number, and has another open."""
    wang, zhao = await play.member("wang"), play.newcomer(990101, "赵奶奶")
    await zhao.sends_photo("lamp", LAMP)
    await zhao.taps("交给王芳")
    await wang.taps("接了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("可以")
    await wang.replies("1123-01", "赵奶奶您好，师傅五点到")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await zhao.taps("好了")
    await zhao.files("3号楼2单元垃圾堆了三天")
    await wang.taps("接了")
    return wang, zhao


async def asks_to_be_forgotten(zhao: Somebody) -> None:
    await zhao.says("我的资料")
    await zhao.taps("全删掉")
    await zhao.taps("删，过一天生效")


def sent(play: Play, who: Somebody) -> dict[str, str]:
    """What is in the documents that she got, by their names."""
    media = [message.media for message in who.inbox if message.kind == "document" and message.media]
    return {str(each.name): play.sandbox.world.files.get(each.file_id).content.decode() for each in media}


async def broken(play: Play) -> list[object]:
    def look(tx: Transaction) -> list[object]:
        return [found for subject in tx.events.subjects() if (found := tx.events.broken(subject))]

    return await play.database.read("look", look)


async def test_a_copy_has_all_of_hers_as_a_page_and_for_programs(play: Play) -> None:
    _, zhao = await a_life(play)
    await zhao.says("<b>3号楼电梯</b>异响")
    await zhao.says("导出我的资料")
    files = sent(play, zhao)
    assert list(files) == ["我的资料-2026-11-23.html", "我的资料-2026-11-23.json"]
    page, record = files["我的资料-2026-11-23.html"], json.loads(files["我的资料-2026-11-23.json"])
    hers = (
        "赵奶奶",
        NUMBER,
        "1123-01 路灯坏了",
        LAMP,
        "1123-02 垃圾堆了三天",
        "王芳：赵奶奶您好，师傅五点到",
        "换了灯泡",
    )
    assert [words for words in hers if words not in page] == []
    assert page.count("data:image/jpeg;base64,") == 1
    assert "&lt;b&gt;3号楼电梯&lt;/b&gt;异响" in page
    assert not re.search(r"<script|<b>|http:|https:", page)
    assert (record["schema"], record["version"], record["you"]["phone"]) == ("little-bench/my-data", 1, f"+86{NUMBER}")
    assert [matter["number"] for matter in record["matters"]] == ["1123-01", "1123-02"]
    assert record["matters"][0]["said"][0]["text"] == LAMP
    assert [seen["who"] for seen in record["seen"]] == ["王芳"]
    events = await play.database.read("events", lambda tx: [e for s in tx.events.subjects() for e in tx.events.of(s)])
    exported = [event for event in events if event.type == "ExportedHerself"]
    assert len(exported) == 1
    assert exported[0].facts == {}


async def test_a_second_copy_within_the_hour_is_the_one_above(play: Play) -> None:
    _, zhao = await a_life(play)
    await zhao.says("导出我的资料")
    await zhao.says("我的资料")
    await zhao.taps("导出一份")
    assert "刚给过您一份" in zhao.last
    await play.passes(minutes=61)
    await zhao.says("export my data")
    assert sum(message.kind == "document" for message in zhao.inbox) == 4


async def test_a_copy_that_could_not_be_made_is_owned_up_to_and_may_be_asked_for_again_at_once(play: Play) -> None:
    zhao = play.newcomer(990101, "赵奶奶")
    await zhao.says("导出我的资料")

    def failed(tx: Transaction) -> None:
        person = tx.people.at(Address("telegram", "990101"))
        assert person is not None
        copy_failed(Turn(tx, play.bench.house), person, "copy:gone")

    await play.database.transact("failed", failed)
    await zhao.says("导出我的资料")
    assert zhao.hears("没整理成，对不住", "0931-1234567")
    assert sum(message.kind == "document" for message in zhao.inbox) == 4


async def test_a_copy_that_cannot_be_made_says_so_and_may_be_asked_for_again_at_once(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(self: Copies, job: Job) -> None:
        raise Hopeless("no room")

    zhao = play.newcomer(990101, "赵奶奶")
    with monkeypatch.context() as broken:
        broken.setattr(Copies, "do", lost)
        await zhao.says("导出我的资料")
    assert zhao.last == "没整理成，对不住。过一会儿再说「导出我的资料」，或打0931-1234567。"
    await zhao.says("导出我的资料")
    assert len(sent(play, zhao)) == 2


async def test_asked_again_within_the_day_it_says_until_when_it_can_be_taken_back(play: Play) -> None:
    _, zhao = await a_life(play)
    await zhao.says("我的资料")
    await zhao.taps("全删掉")
    yes = zhao.button("删，过一天生效")
    await zhao.taps("删，过一天生效")
    until = zhao.last
    await zhao.says("删掉我的资料")
    assert zhao.last == until
    await zhao.taps_old(yes)
    assert zhao.last == until
    assert len(await play.database.read("asked", lambda tx: tx.statements.all("SELECT 1 AS n FROM erasures"))) == 1


async def test_more_than_a_portion_of_open_matters_is_ended_bit_by_bit_and_what_waits_for_her_word_lapses(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.safety.erasing.AT_ONCE", 1)
    wang, zhao = await a_life(play)
    await zhao.says("/report 3号楼2单元电梯坏了")
    await zhao.taps("交给")
    await wang.taps("接了")
    await wang.taps("办结", under="1123-03")
    await wang.taps("办好了")
    await wang.says("清走了")
    await play.passes(minutes=3)
    await asks_to_be_forgotten(zhao)
    await play.passes(days=1, minutes=10)
    await play.passes(minutes=5)
    states = await play.database.read("states", lambda tx: tx.statements.all("SELECT DISTINCT state FROM matters"))
    assert [row["state"] for row in states] == ["ended"]
    assert [words for words in ("赵奶奶", "990101") if words in await play.database.read("dump", dump)] == []
    assert await broken(play) == []


async def test_the_copy_is_nobodys_but_hers_and_an_english_reader_gets_english(play: Play) -> None:
    wang, zhao = await a_life(play)
    ann = play.newcomer(990102, "Ann", language="en")
    await ann.says("my data")
    assert "You have reported nothing" in ann.last
    await ann.taps("A copy")
    files = sent(play, ann)
    assert "<h1>My data</h1>" in files["my-data-2026-11-23.html"]
    assert "赵奶奶" not in "".join(files.values())
    assert json.loads(files["my-data-2026-11-23.json"])["matters"] == []
    assert sent(play, wang) == sent(play, zhao) == {}


async def test_what_there_is_what_goes_and_what_stays_is_said_before_anything_happens(play: Play) -> None:
    _, zhao = await a_life(play)
    await zhao.says("我的资料")
    assert "称呼赵奶奶" in zhao.last
    assert "报过2件事，2段话，1张照片或语音" in zhao.last
    await zhao.taps("全删掉")
    assert "还没了结的1件会一起撤回" in zhao.last
    assert "委员写的话也留着" in zhao.last
    await zhao.taps("先不删")
    await play.passes(days=2)
    await zhao.says("我的事")
    assert zhao.hears("1123-02")


async def test_after_a_day_nothing_of_her_is_left(play: Play) -> None:
    wang, zhao = await a_life(play)
    files = list((play.directory / "media").glob("*"))
    assert len(files) == 1
    await asks_to_be_forgotten(zhao)
    assert "明天" in zhao.last
    assert zhao.buttons("我就把您忘掉") == ["不删了"]
    wang.rings()
    await play.passes(days=1, minutes=5)
    assert "我这就把您忘掉" in zhao.last
    assert wang.hears("1123-02撤回了：居民删掉了自己的资料")
    await play.passes(minutes=5)
    left = await play.database.read("dump", dump)
    assert [words for words in ("赵奶奶", "路灯坏了", "堆了三天", NUMBER, "990101") if words in left] == []
    assert [file.name for file in (play.directory / "media").glob("*")] == ["erased.txt"]
    assert await broken(play) == []
    assert not any((await play.database.read("strays", strays)).values())


async def test_the_matters_stay_without_her(play: Play) -> None:
    wang, zhao = await a_life(play)
    ma = await play.member("ma")
    await asks_to_be_forgotten(zhao)
    await play.passes(days=1, minutes=5)
    await ma.says("查 1123-01")
    assert ma.hears("1123-01 路灯照明，")
    assert not ma.hears("赵奶奶")
    assert not wang.hears("赵奶奶")
    assert not wang.hears("13912345678")
    late = zhao.button("不删了", "我就把您忘掉")
    await zhao.says("我的事")
    assert "您现在没有在办的事" in zhao.last
    await zhao.taps_old(late)
    assert "您没有报过事" in zhao.last


async def test_the_neighbours_matter_goes_on_with_what_both_were_told(play: Play) -> None:
    wang, zhao, li = await play.member("wang"), play.newcomer(990101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files(LAMP)
    await li.says("3号楼2单元门口的路灯不亮")
    await li.taps("我也算一个")
    await wang.taps("接了")
    await wang.replies("1123-01", "师傅五点到")
    await asks_to_be_forgotten(zhao)
    await play.passes(days=1, minutes=5)
    assert wang.hears("1123-01", "这户撤回了；邻居报的1123-02还在，接着办")
    await li.says("我的事")
    assert "1123-02 路灯不亮：王芳在办" in li.last
    await li.taps("更多")
    await li.taps("看经过")
    assert "王芳：师傅五点到" in li.last


async def test_it_is_taken_back_within_the_day(play: Play) -> None:
    _, zhao = await a_life(play)
    await asks_to_be_forgotten(zhao)
    await zhao.says("我的资料")
    await zhao.taps("不删了")
    assert "好，不删" in zhao.last
    await play.passes(days=2)
    await zhao.says("我的资料")
    assert "报过2件事" in zhao.last
    await asks_to_be_forgotten(zhao)
    await play.passes(days=1, minutes=5)
    assert "我这就把您忘掉" in zhao.last


async def test_whoever_serves_leaves_the_service_first(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("删掉我的资料")
    assert "您在名册上" in wang.last


async def test_danger_must_be_over_first(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(990101, "赵奶奶")
    await asks_to_be_forgotten(zhao)
    await zhao.says("3号楼着火了")
    await play.passes(days=1, minutes=5)
    assert zhao.hears("说好今天删，先没有删", "是急事")
    await zhao.says("删掉我的资料")
    assert "是急事" in zhao.last


async def test_danger_that_comes_between_her_two_taps_comes_first(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(990101, "赵奶奶")
    await zhao.says("我的资料")
    await zhao.taps("全删掉")
    yes = zhao.button("删，过一天生效")
    await zhao.says("3号楼着火了")
    await zhao.taps_old(yes)
    assert "是急事" in zhao.last
    assert await play.database.read("asked", lambda tx: tx.statements.all("SELECT 1 AS n FROM erasures")) == []


async def test_in_a_database_that_was_put_back_what_she_had_open_is_ended_without_a_word_to_her(play: Play) -> None:
    wang, zhao = await a_life(play)
    heard = len(zhao.inbox)

    def put_back(tx: Transaction) -> None:
        known = tx.people.at(Address("telegram", "990101"))
        assert known is not None
        assert forget_again(tx, [known.id]) == 1

    await play.database.transact("restore", put_back)
    play.bench.wake()
    await play.settled()
    assert wang.hears("1123-02撤回了：居民删掉了自己的资料")
    assert len(zhao.inbox) == heard
    assert await broken(play) == []
    assert "堆了三天" not in await play.database.read("dump", dump)


async def test_the_house_ends_in_the_middle_and_she_is_forgotten_all_the_same(play: Play) -> None:
    _, zhao = await a_life(play)
    await asks_to_be_forgotten(zhao)
    play.clock.advance(86_500)
    await play.bench.heartbeat.beat()  # the first act alone: rows and files are left to the work
    await play.restart()
    await play.passes(minutes=10)
    left = await play.database.read("dump", dump)
    assert [words for words in ("赵奶奶", "路灯坏了", "990101") if words in left] == []
    assert [file.name for file in (play.directory / "media").glob("*")] == ["erased.txt"]
