"""A notice is written: pictures and files, what cannot go with it, what is changed before it goes, who gets none."""

from __future__ import annotations

from datetime import date

import pytest

from domain.explaining.notice import NoticeDraft, NoticeKind
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.sending import send_out
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.stories.consulting import neighbours
from tests.stories.house import Play
from tests.stories.telling import OFF, tells

pytestmark = pytest.mark.asyncio
PDF = "application/pdf"
LATE = NoticeDraft(NoticeKind.POLICY, OFF, "community", date(2026, 11, 26))


async def test_pictures_of_an_album_and_their_caption_go_as_one_notice(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await zhao.says("通知")
    assert zhao.hears("现在没有")
    await ma.says("发通知")
    await ma.says("好消息")
    assert ma.hears("这段话记下了。它是哪一种")
    await ma.taps("暖心")
    await ma.sends_album("lamp", "leak", caption="楼门口的路灯修好了")
    await ma.taps("活动")
    await ma.sends_photo("rubbish")
    await ma.taps("就这些")
    await ma.taps("桃源一网格")
    await ma.taps("一周")
    await ma.sends_photo("stairs")
    await ma.taps("发出")
    photos = [message for message in zhao.inbox if message.kind == "photo"]
    assert len(photos) == 4
    assert zhao.hears("暖心 · 桃源社区", "好消息\n楼门口的路灯修好了")
    assert not [words for words in zhao.rings() if "路灯" in words]  # good to read, and no reason to ring


async def test_a_pdf_goes_along_and_what_telephones_cannot_open_is_refused(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await ma.says("通知")
    await ma.taps("政策")
    await ma.sends(ma.phone.sends_document("通知.docx", b"PK", "application/msword"))
    assert ma.hears("文件只收 PDF")
    await ma.sends(ma.phone.sends_document("图.png", b"\x89PNG", "image/png"))
    assert ma.hears("图片请当照片发")
    await ma.sends(ma.phone.sends_document("大.pdf", b"%PDF-1.7", PDF, size=21 * 1024 * 1024))
    assert ma.hears("20 MB 以内")
    await ma.sends(ma.phone.sends_document("办法.pdf", b"%PDF-1.7", PDF))
    assert ma.hears("一共1份。配一句话")
    await ma.says("长" * 3001)
    assert ma.hears("您写了3001个字", "最好不超过3000个")
    await ma.taps("不配话")
    await ma.taps("跟谁都有关")
    await ma.taps("桃源一网格")
    await ma.says("昨天")
    assert ma.hears("写今天起一年以内的日子")
    await ma.says("12月1日")
    assert ma.hears("会发给桃源一网格的1位", "PDF 的属性里有作者、软件和日期，会跟着发出去")
    await ma.taps("发出")
    shown = next(message for message in zhao.inbox if message.kind == "document")
    assert "请看附的图或文件" in shown.caption
    assert [button.text for row in shown.buttons for button in row] == ["我想问", "少收这样的"]


async def test_one_part_is_changed_and_the_rest_stays(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")
    await tells(ma, topics=("老人",))
    await ma.taps("改")
    await ma.taps("话和照片")
    await ma.says("明天上午停水")
    assert ma.hears("话里写了「明天」", "写上几月几日")
    await ma.taps("改")
    await ma.taps("话和照片")
    await ma.says("周五上午停水")
    assert "话里写了" not in ma.last
    await ma.taps("改")
    await ma.taps("哪里的人")
    await ma.taps("桃源一网格")
    assert ma.hears("会发给桃源一网格的1位")
    await ma.taps("发出")
    assert zhao.hears("政策 · 桃源社区", "周五上午停水", "有效到11月26日周四")
    assert not zhao.hears("周四上午九点")
    await tells(ma, "周五上午停水", where="桃源一网格")
    assert ma.hears("同样的话今天已经往那里发过一次了")
    await ma.taps("不发了")
    assert ma.hears("没有发。")


async def test_who_wants_none_of_its_sort_is_left_alone_but_danger_reaches_everybody_at_night(play: Play) -> None:
    ma = await play.member("ma")
    zhao, li = await neighbours(play, "赵奶奶", "李叔")
    await tells(ma, topics=("老人",))
    await ma.taps("发出")
    await li.taps("少收这样的")
    await li.taps("不收")
    await play.at(23)
    await tells(ma, "重阳节量血压", topics=("老人",))
    assert ma.hears("会发给桃源社区的1位", "另有1位不想收这一类", "现在是夜里，发出去不响铃")
    zhao.rings()
    await ma.taps("发出")
    assert zhao.hears("重阳节量血压")
    assert zhao.rings() == []
    assert not li.hears("重阳节")
    li.rings()
    await ma.says("通知 3号楼煤气漏了，别进楼")
    assert not ma.hears("正在叫")  # told to people, it is no alarm of hers
    await ma.taps("政策")
    await ma.taps("老人")
    await ma.taps("就这些")
    await ma.taps("是，关系到安全")
    await ma.taps("桃源社区")
    await ma.taps("三天")
    assert ma.hears("会发给桃源社区的2位", "谁都会收到，会响铃")
    await ma.taps("发出")
    assert len(li.rings()) == 1
    assert li.buttons("煤气漏了") == ["我想问"]


async def test_where_nobody_is_it_is_published_for_who_comes_by_its_link_or_asks_for_the_news(play: Play) -> None:
    ma = await play.member("ma")
    await tells(ma)
    assert ma.hears("桃源社区现在没有人收得到")
    await ma.taps("发出")
    (zhao,) = await neighbours(play, "赵奶奶")
    await zhao.says("消息")
    assert zhao.hears("您那里的消息", "1 政策 周四上午九点")
    await zhao.says("1")
    assert zhao.hears("政策 · 桃源社区", OFF)
    await zhao.says("我想问")
    assert zhao.hears("您想问什么？")
    (notice,) = await play.database.read("all", lambda tx: tx.statements.all("SELECT id FROM notices"))
    passer_by = play.newcomer(190, "路人")
    await passer_by.starts(f"n-{notice['id']}")
    assert passer_by.hears("您好")
    assert passer_by.hears(OFF)
    await passer_by.says("消息")
    assert passer_by.hears("还不知道您住哪一片")
    await play.passes(days=4)
    await zhao.says("通知")
    assert "现在没有" in zhao.last


async def test_it_is_stopped_on_its_way_and_what_has_not_left_never_does(play: Play) -> None:
    ma = await play.member("ma")
    (zhao,) = await neighbours(play, "赵奶奶")

    def sends(tx: Transaction) -> None:
        """And its clock does not tick: it is on its way as long as nobody looks."""
        fits: NoticesTransaction = tx
        notice = send_out(Turn(fits, play.bench.house), tx.people.get("ma"), LATE)
        tx.schedule.cancel(f"mailing:{notice.mailing_id}")

    await play.database.transact("sends", sends)
    await ma.says("通知")
    await ma.says("1")
    assert ma.hears("政策：周四上午", "正在发，送到了0位")
    await ma.taps("停发")
    assert ma.hears("政策：周四上午", "停在半路了", "送到0位")
    assert not zhao.hears(OFF)
