"""Pictures, albums, voices and films: alone they are enough, and none of them is lost."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


def photos(somebody: Somebody) -> int:
    return sum(message.kind == "photo" for message in somebody.inbox)


async def test_a_photo_alone_is_a_report(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_photo()
    assert zhao.hears("我这样记：桃源里东门，照片里的事。", "带上1张照片。")
    await zhao.taps("交给王芳")
    assert wang.hears("1123-01 照片里的事", "桃源里东门")
    assert photos(wang) == 1


async def test_a_caption_is_what_was_said(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.sends_photo("stairs", "3号楼楼梯扶手松了")
    await zhao.taps("交给王芳")
    assert wang.hears("楼梯扶手松了", "桃源里3号楼")
    assert photos(wang) == 1


async def test_an_album_is_one_report_with_all_its_pictures_and_one_question(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    zhao.rings()
    await zhao.sends_album("lamp", "stairs", "leak", caption="楼道里全坏了")
    assert len(zhao.rings()) == 1
    assert zhao.hears("带上3张照片。")
    await zhao.taps("交给王芳")
    assert photos(wang) == 3
    assert wang.hears("1123-01")
    assert not wang.hears("1123-02")


async def test_the_late_part_of_an_album_follows_it_to_its_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    first, *_ = zhao.phone.sends_album(["lamp", "stairs"], "楼道里全坏了")
    await play.settled()
    await zhao.taps("交给王芳")
    album = zhao.phone.chat.messages[first].album
    await zhao.sends(zhao.phone.sends_photo("leak", album=album))
    assert photos(wang) == 3
    assert not zhao.hears("还是一件新事")


async def test_an_album_beside_an_open_matter_is_asked_about_once(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    zhao.rings()
    await zhao.sends_album("lamp", "stairs")
    assert zhao.rings() == ["您说的是「路灯坏了」这件，还是一件新事？"]
    await zhao.taps("王芳 · 路灯坏了")
    assert photos(wang) == 2
    assert zhao.hears("已转给王芳。")


async def test_a_voice_note_is_heard_by_the_member_as_it_is(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    assert zhao.hears("14秒的语音", "我听不懂话，会原样交给王芳听", "119、120")
    await zhao.taps("交给王芳")
    assert any(message.kind == "voice" for message in wang.inbox)
    await wang.taps("供暖")
    assert zhao.hears("1123-01 供暖")


async def test_a_voice_note_without_a_place_is_answered_before_the_place_is_asked(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.sends_voice()
    assert zhao.hears("14秒的语音", "请先打119、120", "在哪儿？")


async def test_a_film_and_a_round_one_are_reports_too(play: Play) -> None:
    wang = await play.member("wang")
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.starts("gate1")
    await zhao.sends(zhao.phone.sends_video("video", "看看这水"))
    assert zhao.hears("看看这水", "带上1段视频。")
    await li.starts("gate1")
    await li.sends(li.phone.sends_video_note())
    assert li.hears("秒的视频。我看不懂，会原样交给王芳看")
    await li.taps("交给王芳")
    assert any(message.kind == "video_note" for message in wang.inbox)


async def test_a_photo_while_the_place_is_asked_goes_to_the_draft(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.sends_photo("lamp", "桃源里3号楼")
    assert zhao.hears("我这样记：桃源里3号楼", "带上1张照片。")
    await zhao.taps("交给王芳")
    assert photos(wang) == 1


async def test_pictures_and_words_can_be_added_until_the_end(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await wang.taps("接了")
    await zhao.sends_photo("lamp")
    await zhao.taps("王芳 · 路灯坏了")
    await zhao.replies("1123-01", "晚上更黑")
    assert photos(wang) == 1
    assert wang.hears("赵奶奶（1123-01 路灯坏了）：晚上更黑")
    assert wang.hears("您接了", "晚上更黑")


async def test_a_file_is_refused_kindly_and_its_words_are_kept(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends(zhao.phone.sends_document("plan.pdf", b"%PDF", "application/pdf", "楼顶漏水"))
    assert zhao.hears("文件我不收", "您写的话我留着")
    assert zhao.hears("我这样记：桃源里东门，楼顶漏水")


async def test_what_is_too_large_is_refused_with_a_way_out(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends(zhao.phone.sends_document("film.mp4", b"-", "video/mp4", size=30 * 1024 * 1024))
    assert zhao.last.startswith("这个文件太大")


async def test_a_voice_note_can_be_said_again(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("重说")
    assert "按住说话" in zhao.last
    await zhao.sends_voice()
    await zhao.taps("交给王芳")
    assert zhao.hears("交上去了", "1123-01")
    assert wang.hears("1123-01", "语音里说的事")
