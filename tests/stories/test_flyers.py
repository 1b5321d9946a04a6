"""传单: a notice on paper, by the desk and the members there; its code leads a newcomer to the notice."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from domain.reach import Reach
from tests.stories.consulting import neighbours
from tests.stories.house import Play, Somebody
from tests.stories.telling import OFF, tells

pytestmark = pytest.mark.asyncio


def sent(who: Somebody, kind: str) -> bytes:
    """The newest file of the kind that she got."""
    media = next(message.media for message in reversed(who.inbox) if message.kind == kind)
    assert media is not None
    return who.play.sandbox.world.files.get(media.file_id).content


async def test_a_flyer_is_printed_by_two_taps_and_its_code_leads_a_newcomer_to_the_notice(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    await neighbours(play, "赵奶奶")
    await ma.says("通知")
    await ma.taps("政策")
    await ma.sends_photo(caption=OFF)
    for label in ("跟谁都有关", "桃源社区", "三天", "发出", "传单"):
        await ma.taps(label)
    assert "打成传单，要哪一种" in ma.last
    await ma.says("2")
    (sheet,) = PdfReader(BytesIO(sent(ma, "document"))).pages
    assert sheet.mediabox.width > sheet.mediabox.height
    assert len(sheet.images) in (1, 2)  # drawn twice, kept once or twice
    assert sheet.extract_text().replace(" ", "").count("扫一扫看全文，也能问") == 2
    await wang.says("消息")
    await wang.taps("1")
    await wang.taps("传单")
    await wang.taps("图片，发到群里")
    assert sent(wang, "photo")
    assert wang.inbox[-1].caption == ""  # it is passed on as it is
    notice = await play.database.read("notice", lambda tx: tx.notices.page(Reach(("community",)), 1)[0])
    sun = play.newcomer(105, "孙姐")
    await sun.starts(f"n-{notice.id}")
    assert sun.hears("您好，这里是小板凳")
    assert "我想问" in sun.buttons(OFF)
    assert "传单" not in sun.buttons(OFF)
    _, flyer = wang.button("A4 一张", "打成传单")
    await sun.taps_old((sun.inbox[-1].id, flyer))
    assert "不在您手上" in sun.toast


async def test_copies_handed_out_on_a_visit_are_counted_for_the_notice_that_was_meant(play: Play) -> None:
    ma, wang = await play.member("ma"), await play.member("wang")
    await tells(ma, "桃源里的老人可以来领重阳糕", kind="暖心")
    await ma.taps("发出")
    await tells(ma, "每周四下午社区修鞋磨刀")
    await ma.taps("发出")
    await wang.says("走访 桃源里3号楼")
    await wang.says("发了20份重阳糕的单子")
    assert wang.buttons("发的20份是哪一张？")[:2] == [
        "暖心通知 20份",
        "政策通知 20份",
    ]
    await wang.taps("暖心通知 20份")
    await wang.taps("记下", "发了20份")
    await ma.says("通知")
    await ma.taps("2")
    assert ma.hears("暖心：桃源里的老人可以来领重阳糕", "传单发了20份，走访1次")
    await wang.taps("记错了，撤掉")
    await ma.taps("看现在", "重阳糕")
    assert not ma.hears("传单发了20份，走访1次")
