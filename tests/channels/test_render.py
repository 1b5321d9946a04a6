"""What an outbound becomes on a channel with everything and on one with next to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.base import Caps
from channels.render import Call, render
from channels.wording import plain, utf8_bytes, utf16_units
from domain.messages import Address, Ask, Block, Button, Choices, Keys, Location, Media, MediaKind, Outbound, Text

RICH = Caps(
    text_limit=40,
    count=utf16_units,
    caption_limit=12,
    buttons=True,
    edits=True,
    keys=True,
    asks=frozenset({"location", "contact"}),
    media=frozenset(MediaKind),
    captioned=frozenset(MediaKind) - {MediaKind.ROUND_VIDEO, MediaKind.STICKER},
    album=10,
    pins=True,
)
POOR = Caps(text_limit=60, count=utf8_bytes, datum="GCJ-02")
LAMP = Media(MediaKind.PHOTO, "lamp")
YES_NO = Choices("q", ((Button("好了", "yes"), Button("还没好", "no")),))


def calls(*blocks: Block, caps: Caps = RICH) -> tuple[Call, ...]:
    return render(Outbound(Address("any", "1"), blocks), caps)


def words(found: tuple[Call, ...]) -> str:
    return "\n".join(text.value for call in found for text in call.texts)


def test_words_and_buttons_are_one_message() -> None:
    assert calls(Text("灯好了吗"), YES_NO) == (Call((Text("灯好了吗"),), choices=(YES_NO,)),)


def test_a_picture_with_few_words_carries_them_as_its_caption() -> None:
    assert calls(Text("路灯"), LAMP, YES_NO) == (Call((Text("路灯"),), (LAMP,), choices=(YES_NO,)),)


def test_a_caption_that_would_be_too_long_becomes_a_message_below_the_picture() -> None:
    assert calls(LAMP, Text("三号楼门口的路灯坏了三天"), YES_NO) == (
        Call((Text("三号楼门口的路灯坏了三天"),), (LAMP,), choices=(YES_NO,)),
    )
    assert calls(LAMP, Text("三号楼门口的路灯坏了三天了"), YES_NO) == (
        Call(media=(LAMP,)),
        Call((Text("三号楼门口的路灯坏了三天了"),), choices=(YES_NO,)),
    )


def test_several_pictures_are_albums_and_the_words_follow() -> None:
    found = calls(Text("看"), *[LAMP] * 12)
    assert [len(call.media) for call in found] == [10, 2, 0]


def test_a_picture_left_over_stands_alone() -> None:
    assert [len(call.media) for call in calls(*[LAMP] * 11)] == [10, 1]


def test_a_round_video_takes_no_caption() -> None:
    clip = Media(MediaKind.ROUND_VIDEO, "clip")
    assert calls(clip, Text("看")) == (Call(media=(clip,)), Call((Text("看"),)))


def test_a_pin_comes_before_the_words() -> None:
    place = Location(36.06, 103.83)
    assert calls(Text("在这里"), place) == (Call(place=place), Call((Text("在这里"),)))


def test_long_words_are_split_and_the_buttons_hang_under_the_last_part() -> None:
    found = calls(Text("坏" * 100), YES_NO)
    assert [len(call.texts[0].value) for call in found] == [40, 40, 20]
    assert [call.bare for call in found] == [True, True, False]


def test_a_split_prefers_the_end_of_a_sentence() -> None:
    assert calls(Text("灯" * 25 + "。" + "水" * 25))[0].texts[0].value == "灯" * 25 + "。"


def test_ten_thousand_emojis_arrive_in_whole_characters() -> None:
    found = calls(Text("👍🏽" * 5000))
    assert words(found).replace("\n", "") == "👍🏽" * 5000
    assert not any(call.texts[0].value.startswith("🏽") for call in found)


def test_buttons_without_words_point_down() -> None:
    assert calls(YES_NO) == (Call((Text("👇"),), choices=(YES_NO,)),)


def test_an_album_cannot_carry_buttons_so_a_message_does() -> None:
    assert [call.bare for call in calls(LAMP, LAMP, YES_NO)] == [True, False]


def test_keyboard_and_buttons_never_share_a_message() -> None:
    keys = Keys((("报事", "帮助"),))
    assert calls(Text("您好"), keys, YES_NO) == (
        Call((Text("报事 · 帮助"),), keys=keys),
        Call((Text("您好"),), choices=(YES_NO,)),
    )


def test_asking_for_a_place_puts_the_lasting_keys_beneath() -> None:
    found = calls(Text("在哪儿"), Ask("location", "发位置"), Keys((("报事",),)))
    assert found == (Call((Text("在哪儿"),), ask=Ask("location", "发位置", (("报事",),))),)


def test_without_buttons_choices_are_a_numbered_list() -> None:
    link = Choices("q", ((Button("地图", url="https://example.org"),),))
    assert words(calls(Text("灯好了吗"), YES_NO, link, caps=POOR)) == (
        "灯好了吗\n1 好了\n2 还没好\n地图: https://example.org"
    )


def test_numbers_go_on_over_several_groups_of_choices() -> None:
    assert words(calls(YES_NO, YES_NO, caps=POOR)).endswith("3 好了\n4 还没好")


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Media(MediaKind.VOICE, "v", seconds=14), "🎤 14″"),
        (Media(MediaKind.DOCUMENT, "d", caption="请看", name="表.pdf"), "📄 表.pdf 请看"),
        (Location(36.06, 103.83, label="说事点"), "📍 说事点 36.06000, 103.83000 (WGS-84)"),
        (Keys((("报事", "帮助"), ("我的事",))), "报事 · 帮助\n我的事"),
        (Ask("location", "发位置", (("报事",),)), "发位置\n报事"),
        (Text("别人说的", "quote"), "别人说的"),
    ],
)
def test_what_a_poor_channel_cannot_show_becomes_words(block: Block, shown: str) -> None:
    assert words(calls(block, caps=POOR)) == shown


def test_nothing_visible_makes_no_message() -> None:
    assert calls(Text(" \u200b\x00\u3164")) == ()


@given(
    st.lists(st.builds(Text, st.text(max_size=200), st.sampled_from(["plain", "strong", "quote"])), max_size=5),
    st.sampled_from([RICH, POOR]),
)
def test_every_message_stays_within_the_limit(texts: list[Text], caps: Caps) -> None:
    assert all(caps.count(plain(call.texts)) <= caps.text_limit for call in calls(*texts, caps=caps))
