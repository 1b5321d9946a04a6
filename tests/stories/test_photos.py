"""What comes home of a photo, whoever made its file: the picture, and not where and when it was taken."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.crafts.telling import GIVEN_AWAY, photo
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


def at_home(play: Play) -> list[Path]:
    return [file for file in (play.directory / "media").rglob("*") if file.is_file()]


async def test_a_photo_with_its_place_in_it_comes_home_without(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.sends(zhao.phone.sends_picture(photo(), "3号楼楼梯扶手松了"))
    await zhao.taps("交给王芳")
    assert any(message.kind == "photo" for message in wang.inbox)
    (kept,) = at_home(play)
    content = kept.read_bytes()
    assert not [words for words in GIVEN_AWAY if words in content]
    assert kept.name == hashlib.sha256(content).hexdigest()


async def test_one_with_no_picture_in_it_stays_outside_its_sender_is_asked_for_another_and_the_matter_stands(
    play: Play,
) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.sends(zhao.phone.sends_picture(photo()[:-40], "3号楼楼梯扶手松了"))
    await zhao.taps("交给王芳")
    assert not at_home(play)
    assert zhao.last == "1123-01有一张照片打不开，我没留下；事情照办。请再拍一张发来。"
    await wang.taps("接了")
    assert zhao.hears("王芳接了这件事")


async def test_a_voice_note_comes_home_without_what_was_written_into_it(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("交给")
    (kept,) = at_home(play)
    assert b"OpusHead" in kept.read_bytes()
    assert b"encoder" not in kept.read_bytes()


async def test_a_picture_sent_as_a_file_is_refused_with_the_way_to_send_it_and_its_words_are_kept(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends(zhao.phone.sends_document("IMG_1.jpg", photo(), "image/jpeg", "楼顶漏水"))
    assert zhao.hears("这张图是当文件发来的", "选「照片」再发一次", "您写的话我留着")
    assert zhao.hears("我这样记：桃源里东门，楼顶漏水")
    await zhao.taps("交给")
    assert not at_home(play)
