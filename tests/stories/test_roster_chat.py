"""名册 in chat: the desk looks who answers where, and changes it by a tap or two; nobody is left without a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.areas import Area, AreaKind
from domain.people.person import Ability, Appointment, Person, Resource, Role
from storage.transaction import Transaction
from tests.stories.desk_people import settle_desks, settle_district, sits_down
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def posts_of(play: Play, person_id: str) -> list[Appointment]:
    return await play.database.read("posts", lambda tx: list(tx.roster.of_person(person_id)))


async def lead(play: Play, person_id: str, area_id: str) -> None:
    def act(tx: Transaction) -> None:
        for post in tx.roster.of_person(person_id):
            if post.area_id == area_id:
                tx.roster.save(replace(post, lead=True))

    await play.database.transact("lead", act)


async def test_the_desk_sees_who_answers_in_each_grid_and_opens_one_by_a_tap(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册")
    assert ma.last.splitlines() == [
        "桃源社区名册",
        "值班 马丽",
        "桃源一网格：王芳、陈亮",
        "桃源二网格：陈亮",
    ]
    await ma.taps("桃源一网格")
    assert ma.last.splitlines() == ["桃源一网格名册", "1 王芳", "2 陈亮 · 没加入"]
    assert ma.buttons("桃源一网格名册") == ["王芳", "陈亮", "加人", "换次序", "桃源里3号楼", "↑ 桃源社区"]
    await ma.taps("王芳")
    assert ma.last.splitlines() == ["王芳", "桃源一网格：主责", "手上0件"]


async def test_a_name_or_a_place_behind_the_word_opens_it(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("名册 陈亮")
    assert ma.hears("陈亮", "桃源一网格：第2位", "桃源二网格：主责", "现在收不到消息")
    await ma.says("名册 桃源二网格")
    assert ma.last.startswith("桃源二网格名册")
    await ma.says("名册 月亮湾")
    assert "没找到「月亮湾」" in ma.last


async def test_a_name_finds_who_answers_for_a_building_and_nobody_above_or_beside(play: Play) -> None:
    await settle_desks(play)
    ma = await play.member("ma")

    def appoint(tx: Transaction) -> None:
        tx.people.save(Person("mei", "李梅"))
        tx.roster.replace([*tx.roster.all(), Appointment("mei", "b3", Role.MEMBER)])

    await play.database.transact("appoint", appoint)
    await ma.says("名册 李梅")
    assert ma.hears("李梅", "桃源里3号楼")
    for above_or_beside in ("何平", "孙梅", "钱亮"):
        await ma.says(f"名册 {above_or_beside}")
        assert f"没找到「{above_or_beside}」" in ma.last


async def test_only_a_desk_has_a_roster_and_only_of_its_own_area(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await wang.says("/roster")
    assert not wang.hears("名册")
    await ma.says("名册 河湾街道")
    assert "没找到" in ma.last


async def test_the_order_is_changed_by_two_taps_and_undone_within_two_minutes(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    await ma.says("名册 桃源一网格")
    await ma.taps("换次序")
    await ma.taps("陈亮排第一")
    assert "陈亮：桃源一网格第2位 → 第1位" in ma.last
    assert "王芳：桃源一网格第1位 → 第2位" in ma.last
    wang.rings()
    await ma.taps("就这样")
    assert wang.last == "马丽改了名册。王芳：桃源一网格第1位 → 第2位。不对就跟马丽说一声。"
    assert not wang.rings()
    assert chen.hears("陈亮：桃源一网格第2位 → 第1位")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    assert "交给陈亮" in str(zhao.buttons("路灯"))
    undo = ma.button("撤回", "名册改好了")
    await ma.taps("撤回")
    assert [post.rank for post in await posts_of(play, "wang")] == [1]
    assert wang.hears("王芳：改回原来的样子")
    await ma.taps_old(undo)
    assert ma.toast == "这个按钮过时了，现在是这样："


async def test_an_order_of_many_is_typed_as_numbers(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("名册 桃源一网格")
    await ma.taps("换次序")
    await ma.says("2 1")
    await ma.taps("就这样")
    assert [(post.area_id, post.rank) for post in await posts_of(play, "chen")] == [("g1", 1), ("g2", 1)]


async def test_somebody_new_is_added_and_her_invitation_can_be_passed_on(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 桃源里3号楼")
    assert "这里还没有人" in ma.last
    await ma.taps("加人")
    await ma.says("李梅 13800000009")
    assert "李梅：桃源里3号楼楼长，第1位" in ma.last
    await ma.taps("就这样")
    assert ma.hears("李梅还没加入。下面这条整条转给本人")
    link = ma.last.splitlines()[-1]
    li = play.newcomer(301, "梅子")
    await li.starts(link.partition("start=")[2])
    await li.taps("是")
    assert li.hears("李梅，欢迎。桃源里3号楼有事")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    await zhao.taps("交给李梅")
    assert li.hears("1123-01", "路灯坏了")


async def test_somebody_who_is_known_is_not_added_twice(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 桃源二网格")
    await ma.taps("加人")
    await ma.says("王芳")
    await ma.taps("先不写")
    assert ma.buttons("王芳") == ["是王芳（桃源一网格）", "不是，是另一位"]
    await ma.taps("是王芳")
    await ma.taps("排最后")
    await ma.taps("就这样")
    assert [(post.area_id, post.rank) for post in await posts_of(play, "wang")] == [("g1", 1), ("g2", 2)]
    await ma.says("名册 桃源二网格")
    await ma.taps("加人")
    await ma.says("王芳 13800000001")
    await ma.taps("是王芳")
    assert ma.last.startswith("王芳已经在桃源二网格了。")


async def test_whoever_is_taken_off_hands_on_what_she_has_at_that_moment(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await ma.says("名册 王芳")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    assert "王芳不再管桃源一网格" in ma.last
    assert "手上的事：1件转给陈亮，居民会知道。" in ma.last
    assert "陈亮：桃源一网格第2位 → 第1位" in ma.last
    await ma.taps("就这样")
    assert ma.hears("名册改好了，1件转给了别人。")
    assert chen.hears("1123-01", "路灯坏了")
    assert zhao.hears("陈亮")
    await wang.says("我的任务")
    assert not wang.hears("手上1件")


async def test_taking_somebody_off_is_undone_but_what_has_moved_stays_where_it_is(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")

    def act(tx: Transaction) -> None:
        tx.abilities.save(Ability("wang", ("law",), 3))
        tx.resources.save(Resource("r1", "wang", "会议室"))

    await play.database.transact("can", act)
    before = await posts_of(play, "wang"), await posts_of(play, "chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.says("名册 王芳")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    await ma.taps("就这样")
    assert await posts_of(play, "wang") == []
    await ma.taps("撤回")
    assert ma.hears("名册改回来了；交出去的1件事还在别人手上")
    assert (await posts_of(play, "wang"), await posts_of(play, "chen")) == before
    known = await play.database.read("can", lambda tx: (tx.abilities.of("wang"), list(tx.resources.all())))
    assert known == (Ability("wang", ("law",), 3), [Resource("r1", "wang", "会议室")])
    await chen.taps("接了", under="1123-01")
    assert wang.hears("王芳：改回原来的样子")


async def test_adding_somebody_is_undone_and_her_invitation_with_it(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 桃源里3号楼")
    await ma.taps("加人")
    await ma.says("李梅 13800000009")
    await ma.taps("就这样")
    link = ma.last.splitlines()[-1]
    await ma.taps("撤回")
    assert ma.hears("撤回了，名册和原来一样，刚才的邀请也用不了了。")
    await ma.says("名册 桃源里3号楼")
    assert "这里还没有人" in ma.last
    li = play.newcomer(301, "梅子")
    await li.starts(link.partition("start=")[2])
    assert li.last.startswith("这个链接不对")


async def test_what_somebody_has_changed_since_is_not_undone(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 桃源里3号楼")
    await ma.taps("加人")
    await ma.says("李梅 13800000009")
    await ma.taps("就这样")

    def act(tx: Transaction) -> None:
        (post,) = [post for post in tx.roster.all() if post.area_id == "b3"]
        tx.roster.save(replace(post, night=True))

    await play.database.transact("changed", act)
    await ma.taps("撤回")
    assert ma.toast.startswith("这个按钮过时了")


async def test_whoever_begins_later_hands_on_what_she_has_until_then(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await ma.says("名册 王芳")
    await ma.taps("起止日期")
    await ma.says("12月1日")
    await ma.taps("没有期限")
    assert "王芳：从12月1日起" in ma.last
    assert "1件转给陈亮" in ma.last
    await ma.taps("就这样")
    assert chen.hears("1123-01", "路灯坏了")


async def test_a_last_day_lies_ahead_and_moves_nothing_yet(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("撤下")
    await ma.says("12月15日")
    await ma.taps("就这样")
    assert [post.to_on for post in await posts_of(play, "wang")] == [date(2026, 12, 15)]
    await ma.taps("看名册")
    assert ma.hears("王芳", "桃源一网格：主责 · 到12月15日")


async def test_the_last_desk_above_a_grid_cannot_be_taken_off(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("名册 马丽")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    assert ma.last == "这样改，桃源一网格上面就没有人值班了，事情会没人管。先加一位值班的。"
    await ma.taps("知道了")
    assert await posts_of(play, "ma") == [Appointment("ma", "community", Role.COORDINATOR)]
    await ma.says("名册 马丽")
    await ma.taps("起止日期")
    await ma.taps("现在就是")
    await ma.says("12月31日")
    assert "1月1日" in ma.last
    assert "就没有人值班了" in ma.last


async def test_the_last_at_the_desk_who_gets_messages_cannot_be_taken_off(play: Play) -> None:
    await settle_desks(play)
    ma = await play.member("ma")
    await ma.says("名册 马丽")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    assert ma.last == "这样改，桃源一网格上面值班的就没有一位收得到消息了。先请别的值班人加入。"
    await ma.taps("知道了")
    await sits_down(play, "zhou")
    await ma.says("名册 马丽")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    await ma.taps("就这样")
    assert await posts_of(play, "ma") == []


async def test_skills_limits_and_kinds_are_written_by_a_tap_or_a_line(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("专长")
    await ma.taps("＋水电")
    await ma.taps("就这样")
    await ma.taps("看名册")
    await ma.taps("专长", under="主责")
    await ma.says("水电、法律、剪纸")
    await ma.taps("就这样")
    await ma.taps("看名册")
    await ma.taps("最多几件", under="主责")
    await ma.taps("5件")
    await ma.taps("就这样")
    await ma.taps("看名册")
    await ma.taps("接哪些", under="主责")
    await ma.taps("有几类不接")
    await ma.says("噪音、停车")
    await ma.taps("就这样")
    await ma.taps("看名册")
    assert ma.last.splitlines()[2:] == ["手上0件，最多5件", "专长：法律、水电、剪纸", "不接：噪音、停车"]
    assert wang.hears("马丽改了名册。王芳不接：噪音、停车")


async def test_who_leads_has_nights_and_lends_something(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("组长 夜班")
    await ma.taps("桃源一网格组长")
    await ma.taps("就这样")
    await ma.taps("看名册")
    await ma.taps("资源", under="主责")
    await ma.says("会议室，纺机厂，30座，周末")
    await ma.taps("就这样")
    await ma.taps("看名册")
    assert ma.hears("桃源一网格：主责 · 组长", "能借：会议室（纺机厂、30座、周末）")
    await ma.taps("资源", under="能借")
    await ma.taps("去掉会议室")
    await ma.taps("就这样")
    assert await play.database.read("lent", lambda tx: list(tx.resources.all())) == []


async def test_every_change_is_an_event_of_codes(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("最多几件")
    await ma.taps("3件")
    await ma.taps("就这样")
    events = await play.database.read("events", lambda tx: tx.events.of("person:wang"))
    changed = [event for event in events if event.type == "RosterChanged"]
    assert [(event.by, dict(event.facts)) for event in changed] == [
        ("ma", {"how": "chat", "what": "most", "areas": ""})
    ]


async def test_whoever_leads_the_group_hears_when_a_matter_leaves_the_grid(play: Play) -> None:
    ma, wang, chen = await play.member("ma"), await play.member("wang"), await play.member("chen")
    await lead(play, "chen", "g1")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    chen.rings()
    await ma.says("查 1123-01")
    await ma.taps("1123-01")
    await ma.taps("我来办")
    assert chen.last == "1123-01 路灯坏了，现在由马丽接着办，您知道一下就行。"
    assert not chen.rings()


async def test_whoever_answers_nowhere_any_more_keeps_no_skills_and_lends_nothing(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")

    def act(tx: Transaction) -> None:
        tx.abilities.save(Ability("wang", ("law",), 3))
        tx.resources.save(Resource("r1", "wang", "会议室"))

    await play.database.transact("can", act)
    await ma.says("名册 王芳")
    await ma.taps("撤下")
    await ma.taps("今天就撤下")
    await ma.taps("就这样")
    await ma.taps("看名册")
    assert ma.last.startswith("桃源一网格名册\n1 陈亮")
    known = await play.database.read("can", lambda tx: (tx.abilities.of("wang"), list(tx.resources.all())))
    assert known == (Ability("wang"), [])


async def test_a_button_for_somebody_elsewhere_is_refused(play: Play) -> None:
    await settle_desks(play)
    sun, zhou = await sits_down(play, "sun"), await sits_down(play, "zhou")
    await sun.says("名册")
    assert sun.last.splitlines() == ["梅园社区名册", "值班 孙梅", "梅园一网格：钱亮"]
    await zhou.says("名册 王芳")
    _, data = zhou.button("专长", "主责")
    await sun.says("名册 孙梅")
    sun.phone.taps_late(sun.finds("孙梅").id, data)
    await play.settled()
    assert sun.toast != ""
    assert not sun.hears("王芳的专长")


async def test_a_wide_desk_goes_down_and_up_by_taps(play: Play) -> None:
    await settle_district(play)
    sun = await sits_down(play, "sun")
    await sun.says("名册")
    assert sun.last.splitlines()[0] == "河湾区名册"
    await sun.taps("河湾街道")
    await sun.taps("桃源社区")
    assert "桃源一网格：王芳、陈亮" in sun.last
    await sun.taps("↑ 河湾街道")
    assert sun.last.startswith("河湾街道名册")


async def test_odd_names_and_numbers_are_taken_as_they_are(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("名册 桃源二网格")
    await ma.taps("加人")
    await ma.says("<b>李*梅_</b>")
    await ma.says("没有电话")
    assert ma.last.startswith("这不像电话")
    await ma.taps("先不写")
    await ma.taps("排最后")
    await ma.taps("就这样")
    await ma.says("名册 桃源二网格")
    assert "2 <b>李*梅_</b> · 没加入" in ma.last


async def test_the_roster_speaks_english_to_those_who_read_it(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("/language en")
    await ma.says("roster Wang Fang")
    assert ma.last.splitlines() == ["Wang Fang", "Peach grid 1: first", "0 in hand"]
    await ma.taps("Skills")
    await ma.says("plumbing, law")
    await ma.taps("Yes")
    await ma.says("roster")
    assert ma.last.splitlines()[0] == "Roster of Peach"


async def test_what_is_not_understood_is_asked_again_with_what_to_write(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("接哪些")
    await ma.taps("有几类不接")
    await ma.says("噪声")
    assert ma.last.startswith("有这几类：路灯照明、供暖")
    await ma.says("噪音")
    assert ma.last.startswith("王芳不接：噪音")
    await ma.taps("先不改")
    await ma.says("名册 王芳")
    await ma.taps("电话")
    await ma.says("1380000")
    assert ma.last.startswith("这不像电话")
    await ma.says("138 0000 0001")
    await ma.taps("就这样")
    assert [post.phone for post in await posts_of(play, "wang")] == ["138 0000 0001"]
    await ma.says("名册 王芳")
    await ma.taps("撤下")
    await ma.says("过了年再说")
    assert ma.last.startswith("写一天")
    await ma.says("取消")
    assert len(await posts_of(play, "wang")) == 1


async def test_english_questions_read_well(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("/language en")
    await ma.says("roster Peach Court 3")
    await ma.taps("Add")
    await ma.says("Li Mei 13800000009")
    assert ma.last.startswith("Li Mei: head of Peach Court 3, number 1")
    await ma.taps("Yes")
    assert ma.hears("Li Mei has not joined.")


async def test_of_several_that_are_meant_one_is_chosen(play: Play) -> None:
    await settle_desks(play)
    ma = await play.member("ma")

    def act(tx: Transaction) -> None:
        tx.people.save(Person("mei", "李梅"))
        tx.people.save(Person("other", "李梅"))
        again = replace(tx.areas.tree().areas["b3"], id="b33", parent_id="g2")
        shops = Area("g5", AreaKind.GRID, "community", "桃源商圈", order=5, used_for="shops")
        tx.areas.replace((*tx.areas.tree().areas.values(), again, shops), [])
        posts = (Appointment("mei", "g5", Role.MEMBER), Appointment("other", "g2", Role.MEMBER))
        tx.roster.replace([*tx.roster.all(), *posts, Appointment("ma", "plum", Role.COORDINATOR, 2)])

    await play.database.transact("several", act)
    await ma.says("名册")
    assert ma.buttons("看哪里的名册") == ["桃源社区", "梅园社区"]
    await ma.says("名册 桃源里3号楼")
    assert ma.buttons("看哪里的名册") == ["桃源里3号楼", "桃源里3号楼"]
    await ma.says("名册 李梅")
    assert sorted(ma.buttons("有几位同名的")) == ["李梅 · 桃源二网格", "李梅 · 桃源商圈"]
    await ma.taps("李梅 · 桃源商圈")
    assert ma.last.startswith("李梅\n桃源商圈：主责")
    await ma.says("名册 桃源商圈")
    assert ma.last.startswith("桃源商圈名册（商圈）")


async def test_a_roster_of_many_places_is_turned_like_pages(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.roster.areas_page.PAGE", 1)
    ma = await play.member("ma")
    await ma.says("名册")
    old = ma.button("还有1", "桃源社区名册")
    await ma.taps("还有1")
    assert "桃源二网格" in ma.last
    await ma.taps("从头看")
    assert "桃源一网格" in ma.last
    for forged in ("a:nothing:0", "nothing"):
        await ma.taps_old((old[0], f"{old[1].partition('|')[0]}|{forged}"))
        assert ma.toast == "这个按钮过时了，现在是这样："


async def test_a_number_alone_is_asked_whose_it_is_and_a_known_one_says_who_is_meant(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册")
    await ma.taps("加人")
    await ma.says("13800000009")
    assert ma.last.startswith("叫什么名字？")
    await ma.says("李梅")
    assert "李梅：桃源社区值班，第2位" in ma.last
    await ma.taps("就这样")
    assert [post.phone for post in (await play.database.read("posts", lambda tx: tx.roster.named("ma", "李梅")))] == [
        "13800000009"
    ]
    await ma.says("名册 桃源社区")
    await ma.taps("加人", under="桃源社区名册")
    await ma.says("李梅 13800000009")
    assert ma.last.startswith("李梅已经在桃源社区了。")
    await ma.taps("知道了")
    assert ma.last == "好，什么也没改。有事随时说。"
    await ma.says("名册 李梅")
    await ma.taps("夜班")
    assert ma.buttons("李梅改哪一样") == ["桃源社区夜里也找"]


async def test_who_answers_in_two_places_is_taken_off_one_and_what_she_has_there_moves(play: Play) -> None:
    ma, chen, zhao = await play.member("ma"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.files("8号楼的路灯坏了")
    await chen.taps("接了")
    await ma.says("名册 陈亮")
    await ma.taps("撤下")
    assert ma.buttons("陈亮从哪里撤下") == ["都撤下", "只撤桃源一网格", "只撤桃源二网格"]
    await ma.taps("只撤桃源二网格")
    await ma.taps("今天就撤下")
    await ma.taps("就这样")
    assert ma.hears("名册改好了，1件转给了别人。")
    assert [post.area_id for post in await posts_of(play, "chen")] == ["g1"]
    assert zhao.hears("1123-01", "马丽")


async def test_days_and_numbers_are_typed_however_people_write_them(play: Play) -> None:
    ma, _ = await play.member("ma"), await play.member("wang")
    await ma.says("名册 王芳")
    await ma.taps("起止日期")
    await ma.says("2026-02-30")
    assert "写一天，今天以后的" in ma.last
    await ma.says("2026-12-01")
    await ma.says("2027-06-30")
    assert "王芳：从12月1日到6月30日" in ma.last
    await ma.taps("就这样")
    await ma.says("名册 王芳")
    assert "12月1日起" in ma.last
    await ma.taps("最多几件")
    await ma.says("一百")
    await ma.says("7件")
    await ma.taps("就这样")
    await ma.says("名册 王芳")
    await ma.taps("接哪些")
    await ma.taps("只接几类")
    await ma.says("供暖")
    await ma.taps("就这样")
    await ma.says("名册 王芳")
    assert "最多7件" in ma.last
    assert "只接：供暖" in ma.last
    await ma.taps("接哪些")
    await ma.taps("都接")
    await ma.taps("就这样")
    await ma.says("名册 王芳")
    assert "只接" not in ma.last
    (post,) = await posts_of(play, "wang")
    ended = replace(post, from_on=None, to_on=date(2026, 11, 20))
    await play.database.transact("ended", lambda tx: tx.roster.save(ended))
    await ma.says("名册 王芳")
    assert "11月20日到期了" in ma.last
