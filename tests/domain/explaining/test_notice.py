"""A notice by itself: until when it counts, what may go with it, and how its first line reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.errors import NoLongerPossible
from domain.explaining.notice import (
    FIRST_LINE,
    LARGEST_FILE,
    MOST_MEDIA,
    Misfit,
    Notice,
    NoticeAct,
    NoticeKind,
    NoticeQuestion,
    first_line,
    misfit,
    sounds_asked,
    units,
)
from domain.messages import Media, MediaKind

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOTICE = Notice("n", "community", "g1", "ma", NoticeKind.POLICY, "c", NOON, date(2026, 11, 26), "m")
PDF = Media(MediaKind.DOCUMENT, "f", mime="application/pdf")


def test_it_counts_to_the_end_of_its_last_day_unless_it_is_withdrawn() -> None:
    assert NOTICE.counts(date(2026, 11, 26))
    assert not NOTICE.counts(date(2026, 11, 27))
    assert not NOTICE.after(NoticeAct.WITHDRAW, NOON).counts(date(2026, 11, 23))


def test_it_is_withdrawn_once() -> None:
    with pytest.raises(NoLongerPossible):
        NOTICE.after(NoticeAct.WITHDRAW, NOON).after(NoticeAct.WITHDRAW, NOON)


@pytest.mark.parametrize(
    ("media", "before", "why"),
    [
        (Media(MediaKind.PHOTO, "p"), 0, None),
        (Media(MediaKind.VOICE, "v"), 9, None),
        (PDF, 0, None),
        (replace(PDF, size=LARGEST_FILE + 1), 0, Misfit.TOO_LARGE),
        (replace(PDF, mime="image/png"), 0, Misfit.PICTURE_FILE),
        (replace(PDF, mime=""), 0, Misfit.FILE),
        (Media(MediaKind.STICKER, "s"), 0, Misfit.OTHER),
        (Media(MediaKind.PHOTO, "p"), MOST_MEDIA, Misfit.TOO_MANY),
    ],
)
def test_what_may_go_with_it(media: Media, before: int, why: Misfit | None) -> None:
    assert misfit([media], before) is why


def test_its_first_line_is_short() -> None:
    assert first_line("\n 停水 \n周四") == "停水"
    assert first_line("长" * 40) == "长" * (FIRST_LINE - 1) + "…"
    assert first_line("路灯修好了。晚上不用摸黑。") == "路灯修好了"
    assert (
        first_line("周四上午九点到十二点，3号楼检修水管，请提前接好水，多接一点")
        == "周四上午九点到十二点，3号楼检修水管…"
    )
    assert first_line("No water on Thursday from nine") == "No water on Thursday from nine"
    assert first_line("Sat 21 Nov, from 9 to 12, no water while the valve is replaced") == (
        "Sat 21 Nov, from 9 to 12, no water while the…"
    )
    assert first_line("") == ""


@pytest.mark.parametrize("words", ["几楼以上停", "我家也停吗", "到几点？", "when does it end"])
def test_a_question_sounds_like_one(words: str) -> None:
    assert sounds_asked(words)


@pytest.mark.parametrize("words", ["知道了", "3号楼路灯坏了", "谢谢", "the lamp is broken"])
def test_other_words_do_not(words: str) -> None:
    assert not sounds_asked(words)


def test_length_is_reckoned_as_a_platform_does() -> None:
    assert units("停🚰") == 3


def test_a_question_waits_until_it_is_answered_or_a_matter() -> None:
    question = NoticeQuestion("q", "n", "li", "c", NOON, "ma")
    assert question.open
    assert not replace(question, answered_at=NOON).open
    assert not replace(question, matter_id="m").open
