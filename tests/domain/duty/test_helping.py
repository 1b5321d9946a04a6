"""Words by which colleagues are asked for a hand."""

from __future__ import annotations

import pytest

from domain.duty.helping import Wanted, asked_for

ASKS = {
    "谁会修水管？": "修水管",
    "谁会修水管": "修水管",
    "谁有梯子？": "梯子",
    "誰有梯子": "梯子",
    "谁能借个梯子": "梯子",
    "谁有一辆面包车": "面包车",
    "哪位有面包车": "面包车",
    "附近有没有人会手语": "手语",
    "有没有人会开锁吗": "开锁",
    "有谁懂法律的": "法律",
    "谁能帮我修电路": "修电路",
    "找个电工": "电工",
    "请个水暖工": "水暖工",
    "找人会手语的": "手语",
    "Who can fix pipes?": "fix pipes",
    "who has a ladder": "ladder",
    "does anybody know sign language?": "sign language",
    "Can anyone drive a van?": "drive a van",
}
DOES_NOT_ASK = (
    "明早物业来修",
    "找物业了",
    "谁家的水管漏了",
    "请物业来看了",
    "谁来修？",
    "谁",
    "您家有人吗",
    "什么时候有人在家",
    "who is at home",
    "I asked who has the key and he said the porter, so I went there",
    "",
)


@pytest.mark.parametrize(("words", "wanted"), ASKS.items())
def test_asking_who_can_is_understood(words: str, wanted: str) -> None:
    assert asked_for(words) == wanted


@pytest.mark.parametrize("words", DOES_NOT_ASK)
def test_other_words_ask_for_nobody(words: str) -> None:
    assert asked_for(words) == ""


def test_what_is_wanted_is_kept_as_text() -> None:
    assert Wanted.of(Wanted("thing", "3:1梯子").text) == Wanted("thing", "3:1梯子")
