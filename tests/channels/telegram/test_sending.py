"""What people see in their chats when Telegram delivers an outbound."""

from __future__ import annotations

from pathlib import Path

import pytest

from channels.telegram.channel import Telegram
from channels.telegram.render import ButtonTooLong
from domain.errors import DeliveryFailed
from domain.messages import (
    Address,
    Ask,
    Block,
    Button,
    Choices,
    Keys,
    Location,
    Media,
    MediaKind,
    Op,
    Outbound,
    Reply,
    Text,
)
from sandbox import Person, Sandbox

WANG = Address("telegram", "42")
CARD = Choices(
    "m:1", ((Button("接了", "accept"), Button("不归我", "return")), (Button("地图", url="https://example.org"),))
)


def to_wang(*blocks: Block, op: Op = Op.SEND, silent: bool = False, protected: bool = False) -> Outbound:
    return Outbound(WANG, blocks, op, silent=silent, protected=protected, key="card")


@pytest.mark.asyncio
async def test_words_arrive_as_they_were_meant(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("1123-07 <路灯>", "strong"), Text("坏了 & 黑"), Text("我家门口", "quote")))
    message = wang.messages[-1]
    assert message.text == "1123-07 <路灯>\n坏了 & 黑\n我家门口"
    assert [entity.type for entity in message.entities] == ["bold", "blockquote"]


@pytest.mark.asyncio
async def test_buttons_carry_prompt_and_value(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("路灯"), CARD))
    rows = wang.messages[-1].buttons
    assert [[(b.text, b.data or b.url) for b in row] for row in rows] == [
        [("接了", "m:1|accept"), ("不归我", "m:1|return")],
        [("地图", "https://example.org")],
    ]


@pytest.mark.asyncio
async def test_a_button_that_cannot_come_back_is_refused_loudly(telegram: Telegram, wang: Person) -> None:
    with pytest.raises(ButtonTooLong, match="more than 64 bytes"):
        await telegram.deliver(to_wang(Text("?"), Choices("问" * 20, ((Button("好", "一二三"),),))))


@pytest.mark.asyncio
async def test_silent_and_protected_reach_the_message(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("夜里"), silent=True, protected=True))
    assert wang.messages[-1].silent
    assert wang.messages[-1].protected


@pytest.mark.asyncio
async def test_links_show_no_preview(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("https://example.org")))
    assert wang.messages[-1].preview == {"is_disabled": True}


@pytest.mark.asyncio
async def test_a_message_hangs_under_the_one_it_answers(telegram: Telegram, wang: Person) -> None:
    asked = wang.says("路灯坏了")
    await telegram.deliver(to_wang(Text("收到")), reply_to=str(asked))
    assert wang.messages[-1].reply_to == asked


@pytest.mark.asyncio
async def test_a_message_whose_parent_is_gone_arrives_all_the_same(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("收到")), reply_to="9999")
    assert wang.messages[-1].text == "收到"


@pytest.mark.asyncio
async def test_a_long_text_comes_in_parts_and_rings_once(telegram: Telegram, wang: Person) -> None:
    handle = await telegram.deliver(to_wang(Text("灯" * 9000), CARD))
    parts = wang.messages[-3:]
    assert "".join(part.text for part in parts) == "灯" * 9000
    assert [part.silent for part in parts] == [False, True, True]
    assert handle == str(parts[-1].id)
    assert parts[-1].buttons


@pytest.mark.asyncio
async def test_a_photo_is_sent_on_by_its_id(telegram: Telegram, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = wang.messages[-1].media
    assert photo is not None
    await telegram.deliver(to_wang(Text("路灯"), Media(MediaKind.PHOTO, photo.file_id), CARD))
    message = wang.messages[-1]
    assert message.media is not None
    assert (message.kind, message.media.asset, message.caption) == ("photo", "lamp", "路灯")
    assert message.buttons


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", [MediaKind.VOICE, MediaKind.VIDEO, MediaKind.ROUND_VIDEO, MediaKind.DOCUMENT])
async def test_every_kind_is_sent_by_its_own_method(telegram: Telegram, wang: Person, kind: MediaKind) -> None:
    match kind:
        case MediaKind.VOICE:
            wang.sends_voice("voice-lamp")
        case MediaKind.VIDEO:
            wang.sends_video()
        case MediaKind.ROUND_VIDEO:
            wang.sends_video_note()
        case _:
            wang.sends_document("表.pdf", b"%PDF-1.4", "application/pdf")
    sent = wang.messages[-1]
    assert sent.media is not None
    await telegram.deliver(to_wang(Media(kind, sent.media.file_id)))
    assert wang.messages[-1].out
    assert wang.messages[-1].kind == sent.kind


@pytest.mark.asyncio
async def test_a_file_of_ours_is_uploaded(telegram: Telegram, wang: Person, tmp_path: Path) -> None:
    (tmp_path / "简报.txt").write_text("三件")
    await telegram.deliver(
        to_wang(Text("简报"), Media(MediaKind.DOCUMENT, f"file:{tmp_path / '简报.txt'}", name="简报.txt"))
    )
    message = wang.messages[-1]
    assert message.media is not None
    assert (message.kind, message.media.name, message.caption) == ("document", "简报.txt", "简报")


@pytest.mark.asyncio
async def test_an_uploaded_file_has_the_name_that_it_was_given_and_not_that_on_our_disk(
    telegram: Telegram, wang: Person, tmp_path: Path
) -> None:
    (tmp_path / "4f1d.xlsx").write_bytes(b"PK")
    name = "桃源社区-简报-2026-11-23.xlsx"
    await telegram.deliver(to_wang(Media(MediaKind.DOCUMENT, f"file:{tmp_path / '4f1d.xlsx'}", name=name)))
    assert wang.messages[-1].media is not None
    assert wang.messages[-1].media.name == name


@pytest.mark.asyncio
async def test_a_file_of_ours_that_is_gone_is_never_tried_again(telegram: Telegram, tmp_path: Path) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.deliver(to_wang(Media(MediaKind.DOCUMENT, f"file:{tmp_path / 'gone.xlsx'}", name="表.xlsx")))
    assert failed.value.permanent
    assert str(tmp_path) not in str(failed.value)


@pytest.mark.asyncio
async def test_several_photos_are_one_album(telegram: Telegram, wang: Person) -> None:
    wang.sends_album(["lamp", "stairs"])
    photos = [Media(MediaKind.PHOTO, m.media.file_id) for m in wang.messages[-2:] if m.media]
    await telegram.deliver(to_wang(Text("两张"), *photos, CARD))
    first, second, words = wang.messages[-3:]
    assert first.album == second.album is not None
    assert words.text == "两张"
    assert words.buttons


@pytest.mark.asyncio
async def test_places_are_pins_and_named_places_venues(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Location(36.06, 103.83)))
    await telegram.deliver(to_wang(Location(36.06, 103.83, label="说事点, 西站街1号")))
    pin, venue = wang.messages[-2:]
    assert (pin.kind, venue.kind) == ("location", "venue")
    assert venue.venue is not None
    assert (venue.venue.title, venue.venue.address) == ("说事点", "西站街1号")


@pytest.mark.asyncio
async def test_the_lasting_keyboard_is_put_there_and_taken_away(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("您好"), Keys((("报事", "我的事"), ("帮助",)))))
    assert wang.keyboard == [["报事", "我的事"], ["帮助"]]
    await telegram.deliver(to_wang(Text("再见"), Keys(())))
    assert wang.keyboard == []


@pytest.mark.asyncio
async def test_a_place_is_asked_for_by_one_key_with_the_others_beneath(
    telegram: Telegram, wang: Person, sandbox: Sandbox
) -> None:
    await telegram.deliver(to_wang(Text("在哪儿"), Ask("location", "发位置", (("报事",),))))
    assert wang.keyboard == [["发位置"], ["报事"]]
    wang.presses_key("发位置")
    assert wang.messages[-1].kind == "location"


@pytest.mark.asyncio
async def test_an_edit_changes_the_card_in_place(telegram: Telegram, wang: Person) -> None:
    handle = await telegram.deliver(to_wang(Text("路灯"), CARD))
    assert await telegram.deliver(to_wang(Text("路灯，王芳接了"), op=Op.UPDATE), handle=handle) == handle
    assert wang.messages[-1].text == "路灯，王芳接了"
    assert not wang.messages[-1].buttons


@pytest.mark.asyncio
async def test_an_edit_that_changes_nothing_succeeds(telegram: Telegram, wang: Person) -> None:
    handle = await telegram.deliver(to_wang(Text("路灯"), CARD))
    assert await telegram.deliver(to_wang(Text("路灯"), CARD, op=Op.UPDATE), handle=handle) == handle


@pytest.mark.asyncio
async def test_the_words_of_a_card_with_a_picture_are_edited_as_its_caption(telegram: Telegram, wang: Person) -> None:
    wang.sends_photo("lamp")
    photo = wang.messages[-1].media
    assert photo is not None
    lamp = Media(MediaKind.PHOTO, photo.file_id)
    handle = await telegram.deliver(to_wang(lamp, Text("路灯"), CARD))
    await telegram.deliver(to_wang(lamp, Text("接了"), op=Op.UPDATE), handle=handle)
    assert wang.messages[-1].caption == "接了"
    await telegram.deliver(to_wang(Text("办好了"), op=Op.UPDATE), handle=handle)
    assert (wang.messages[-1].kind, wang.messages[-1].caption) == ("photo", "办好了")


@pytest.mark.asyncio
async def test_a_voice_card_keeps_its_voice_when_its_words_change(telegram: Telegram, wang: Person) -> None:
    wang.sends_voice("voice-lamp")
    sent = wang.messages[-1].media
    assert sent is not None
    voice = Media(MediaKind.VOICE, sent.file_id)
    handle = await telegram.deliver(to_wang(voice, Text("语音"), CARD))
    await telegram.deliver(to_wang(voice, Text("接了"), op=Op.UPDATE), handle=handle)
    assert (wang.messages[-1].kind, wang.messages[-1].caption) == ("voice", "接了")


@pytest.mark.asyncio
async def test_editing_a_message_that_is_gone_says_missing(telegram: Telegram, wang: Person) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.deliver(to_wang(Text("路灯"), op=Op.UPDATE), handle="9999")
    assert failed.value.missing


@pytest.mark.asyncio
async def test_an_update_of_an_unknown_card_sends_it(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("路灯"), op=Op.UPDATE))
    assert wang.messages[-1].text == "路灯"


@pytest.mark.asyncio
async def test_a_message_is_taken_back_and_a_second_time_is_no_error(telegram: Telegram, wang: Person) -> None:
    handle = await telegram.deliver(to_wang(Text("已转给赵奶奶")))
    for _ in range(2):
        assert await telegram.deliver(to_wang(op=Op.DELETE), handle=handle) == ""
    assert all(message.text != "已转给赵奶奶" for message in wang.messages)


@pytest.mark.asyncio
async def test_a_press_is_answered_with_a_passing_line_or_a_box(telegram: Telegram, wang: Person) -> None:
    handle = int(await telegram.deliver(to_wang(Text("路灯"), CARD)))
    await telegram.answer(wang.taps(handle, "接了"), Reply("这个按钮过时了", alert=True))
    await telegram.answer(wang.taps(handle, "接了"), Reply("字" * 300))
    assert [(toast.text[:5], toast.alert) for toast in wang.toasts] == [("这个按钮过", True), ("字" * 5, False)]


@pytest.mark.asyncio
async def test_nothing_to_show_is_no_message(telegram: Telegram, wang: Person) -> None:
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.deliver(to_wang(Text("\u200b")))
    assert failed.value.permanent


@pytest.mark.asyncio
async def test_a_hostile_name_is_only_words(telegram: Telegram, wang: Person) -> None:
    await telegram.deliver(to_wang(Text("<b>李\x00</i>\ud83d\u202e & co")))
    assert wang.messages[-1].text == "<b>李</i>\ufffd & co"
    assert {entity.type for entity in wang.messages[-1].entities} <= {"bot_command"}


@pytest.mark.asyncio
async def test_the_bytes_of_a_photo_are_fetched(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    wang.sends_photo("lamp")
    photo = wang.messages[-1].media
    assert photo is not None
    assert await telegram.fetch(photo.file_id) == sandbox.world.assets.get("lamp").content


@pytest.mark.asyncio
async def test_a_file_over_20_mb_is_never_fetched(telegram: Telegram, wang: Person) -> None:
    wang.sends_document("大.zip", b"PK", "application/zip", size=21 * 1024 * 1024)
    sent = wang.messages[-1].media
    assert sent is not None
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.fetch(sent.file_id)
    assert failed.value.permanent


@pytest.mark.asyncio
async def test_a_download_that_breaks_can_be_tried_again(telegram: Telegram, wang: Person, sandbox: Sandbox) -> None:
    wang.sends_photo("lamp")
    photo = wang.messages[-1].media
    assert photo is not None
    sandbox.faults.plan("download", "reset", times=2)
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.fetch(photo.file_id)
    assert not failed.value.permanent
    assert await telegram.fetch(photo.file_id)


def test_weight_counts_messages_and_every_photo_of_an_album(telegram: Telegram) -> None:
    album = [Media(MediaKind.PHOTO, "x")] * 3
    assert telegram.weight(to_wang(*album, Text("三张"))) == 4
    assert telegram.weight(to_wang(op=Op.DELETE)) == 1
