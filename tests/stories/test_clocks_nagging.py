"""Nobody is nagged more than once an hour, and no ordinary matter rings its resident more than five times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from domain.areas import Spot
from domain.matters.draft import Draft
from domain.matters.matter import Tier
from domain.messages import Address
from domain.open import OpenDialog
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.judging import disagree
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody, told

pytestmark = pytest.mark.asyncio

HOUR = timedelta(hours=1)


def since(play: Play, somebody: Somebody, from_at: datetime) -> list[tuple[str, str]]:
    """What rang after that instant: day and time in the district, and the words."""
    zone = play.bench.house.zone
    rung = [m for m in somebody.inbox if not m.silent and m.date > from_at]
    return [(f"{m.date.astimezone(zone):%d %H:%M}", told(m).replace("\n", " ")) for m in rung]


def closest(somebody: Somebody, from_at: datetime, counts: Callable[[str], bool] = lambda words: True) -> timedelta:
    """The shortest time between two that rang after that instant."""
    rung = [m.date for m in somebody.inbox if not m.silent and m.date > from_at and counts(told(m))]
    return min((b - a for a, b in pairwise(rung)), default=timedelta.max)


async def test_all_that_is_heard_of_one_matter_that_nobody_takes_for_two_days(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    begun = play.clock.now()
    await play.passes(days=2)
    assert since(play, wang, begun) == [("23 10:30", "1123-01 路灯坏了：还有一半时间，今天上午11点前给居民回句话。")]
    assert [(at, words[:12]) for at, words in since(play, chen, begun)] == [("23 11:00", "1123-01 路灯坏了")]
    assert [(at, words.partition("桃")[0]) for at, words in since(play, ma, begun)] == [
        ("23 12:00", "1123-01 路灯坏了 "),
        ("23 13:00", "1123-01 路灯坏了：过了今天下午1点还没人接，居民在等。"),
        ("24 09:00", "1123-01 路灯坏了：过了昨天下午1点还没人接，居民在等。"),
        ("25 09:00", "1123-01 路灯坏了：过了11月23日下午1点还没人接，居民在等。"),
    ]
    assert since(play, zhao, begun) == [
        ("23 11:00", "说好今天上午11点，没办到，对不住。现在由陈亮接着办，今天中午12点前给您回话。"),
        ("23 12:00", "说好今天中午12点，没办到，对不住。现在由马丽接着办，今天下午1点前给您回话。"),
        ("23 13:00", "说好今天下午1点，还没有人接，对不住。我接着叫人；等不及请打0931-1234567。"),
    ]


async def twenty(play: Play, tier: Tier = Tier.ORDINARY) -> Somebody:
    """A resident hands in twenty at once."""
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")

    def file_many(tx: Transaction) -> None:
        turn, person = play.bench.turn(tx), tx.people.at(Address("telegram", "101"))
        assert person is not None
        for n in range(1, 21):
            draft = Draft(tx.now, tx.now).with_words("", f"{n}号灯坏了", tx.now)
            file_matter(turn, person, FileMatter(draft, "lighting", tier, Spot("g1", "东门"), f"{n}号灯坏了"))

    await play.database.transact("file", file_many)
    await play.settled()
    return zhao


async def test_twenty_that_nobody_takes_nag_nobody_more_than_once_an_hour(play: Play) -> None:
    people = [await play.member("wang"), await play.member("chen"), await play.member("ma")]
    zhao = await twenty(play)
    begun = play.clock.now()
    await play.passes(days=2)
    assert [len(since(play, somebody, begun)) for somebody in people] == [1, 1, 5]
    assert min(closest(somebody, begun) for somebody in people) >= HOUR
    assert "王芳连着三件没有反应" in since(play, people[2], begun)[0][1]
    assert [words[:17] for _, words in since(play, people[2], begun)[2:]] == ["这20件等您： 1123-01 1"] * 3
    assert all(sum(m.text.startswith(f"1123-{n:02d}") for m in people[1].inbox) == 1 for n in range(1, 21))
    assert [words[:9] for _, words in since(play, zhao, begun)] == ["这20件没按说好的"] * 3
    assert zhao.hears("这20件", "1123-08 8号灯坏了，还没有人接，我接着叫人。", "还有12件", "0931-1234567")


async def test_apologies_within_the_hour_become_one(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼暖气不热")
    begun = play.clock.now()
    await play.passes(hours=1)
    assert zhao.hears("1123-01", "马丽")  # it has climbed twice, and her card says so
    assert [at for at, _ in since(play, zhao, begun)] == ["23 10:30"]
    await play.passes(days=2)
    assert [(at, words[:13]) for at, words in since(play, zhao, begun)] == [
        ("23 10:30", "说好今天上午10点半，没办"),
        ("23 11:30", "说好今天上午11点半，还没"),
    ]


async def test_what_breaks_within_minutes_is_owned_up_to_once_and_with_who_has_it_by_then(play: Play) -> None:
    await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=1)
    await zhao.says("楼下垃圾桶满了没人收")
    await zhao.taps("交给王芳")
    begun = play.clock.now()
    await play.passes(hours=2, minutes=10)
    first, second = since(play, zhao, begun)
    for (_, words), owner in ((first, "陈亮"), (second, "马丽")):
        assert words.startswith("这2件没按说好的时候办到，对不住：")
        assert words.count(f"{owner}接着办") == 2


async def test_an_apology_that_was_put_off_is_not_made_once_somebody_has_taken_it(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼暖气不热")
    await play.passes(minutes=65)
    await ma.taps("接了")
    zhao.rings()
    await play.passes(hours=3)
    assert not [words for words in zhao.rings() if "对不住" in words]


async def test_late_again_and_again_the_fourth_and_fifth_ring_are_kept_for_who_takes_it_and_the_end(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    begun = play.clock.now()
    await play.passes(hours=4)
    await ma.taps("接了", under="1123-01")
    await play.passes(days=4)
    await ma.taps("办结", under="1123-01")
    await ma.taps("办好了")
    await ma.says("换了灯泡")
    await play.passes(days=5)
    rung = since(play, zhao, begun)
    assert [words[:4] for _, words in rung] == ["说好今天", "说好今天", "说好今天", "马丽接了", "马丽说办"]
    assert len([m for m in zhao.inbox if "对不住" in m.text]) == 4  # the last of them without a ring


async def test_a_question_how_it_is_within_the_hour_arrives_without_a_ring(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=30)
    wang.rings()
    await zhao.says("怎么样了")
    assert wang.hears("居民在问：1123-01")
    assert not wang.rings()


async def test_what_falls_due_within_the_hour_is_said_after_it_by_the_gravest(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await play.member("chen")
    await zhao.files()
    await play.passes(minutes=30)
    await wang.taps("接了")
    wang.rings()
    begun = play.clock.now()
    await zhao.files("3号楼暖气不热")
    await play.passes(minutes=29)
    assert [words[:12] for _, words in since(play, wang, begun)] == []
    await play.passes(hours=4)
    assert closest(wang, begun) >= HOUR


async def test_danger_does_not_wait_for_the_hour(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    zhao = await twenty(play)
    await play.passes(minutes=30)
    begun = play.clock.now()
    await zhao.says("3号楼有煤气味，很浓")
    await play.passes(minutes=20)
    for somebody in (wang, ma):
        assert closest(somebody, begun, lambda words: "煤气" in words) < timedelta(minutes=10)
        assert len([words for _, words in since(play, somebody, begun) if "煤气" in words]) >= 4


async def test_of_five_that_ended_on_one_day_one_question_rings(play: Play) -> None:
    wang = await play.member("wang")
    zhao = await twenty(play)
    for n in range(1, 6):
        await wang.taps("接了", under=f"1123-{n:02d}")
        await wang.taps("办结", under=f"1123-{n:02d}")
        await wang.taps("办好了")
        await wang.says("换好了")
    await play.passes(hours=23)
    begun = play.clock.now()
    await play.passes(hours=3)
    asked = [m for m in zhao.inbox if "不回也没关系" in m.text]
    assert (len(asked), len([m for m in asked if not m.silent])) == (5, 1)
    assert closest(zhao, begun) >= HOUR


async def test_two_drafts_left_lying_are_brought_up_an_hour_apart(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    await zhao.says("还有一件，8号楼漏水了")
    await zhao.taps("一件新事")
    begun = play.clock.now()
    await play.passes(hours=3)
    assert len(since(play, zhao, begun)) == 2
    assert closest(zhao, begun) >= HOUR


async def test_when_many_say_not_yet_on_one_morning_a_few_ring(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await twenty(play)
    for n in range(1, 11):
        await wang.taps("接了", under=f"1123-{n:02d}")
        await wang.taps("办结", under=f"1123-{n:02d}")
        await wang.taps("办好了")
        await wang.says("换好了")
    await play.passes(hours=2)
    wang.rings()
    ma.rings()
    zhao = await play.database.read("zhao", lambda tx: tx.people.at(Address("telegram", "101")))
    assert zhao is not None

    def say_so(tx: Transaction) -> None:
        turn = play.bench.turn(tx)
        for n in range(1, 11):
            (matter,) = tx.matters.by_number(f"1123-{n:02d}")
            disagree(turn, zhao, OpenDialog(zhao.id, "reopen", matter.id), {"text": "还黑", "media": [], "handle": ""})

    await play.database.transact("not yet", say_so)
    await play.settled()
    assert len([words for words in wang.rings() if "还没好" in words]) == 6
    assert all(wang.hears(f"1123-{n:02d}", "还没好，第1回") for n in range(1, 11))
    assert ma.rings() == []


async def test_who_has_said_how_it_goes_hears_of_the_next_word_only_shortly_before(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼漏水")
    await wang.taps("接了")
    await play.passes(hours=2, minutes=1)
    assert "还有一半时间" in wang.last
    await wang.replies("漏水", "师傅五点到")
    said_at = play.clock.now()
    await play.passes(hours=3)
    assert since(play, wang, said_at) == []
    await play.passes(hours=1)
    assert [words.partition("：")[2][:6] for _, words in since(play, wang, said_at)] == ["快到时间了，"]
