"""Ways through a few questions: what somebody means to do with a matter, step by step, as the bot asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """Words of which the question holds some, and the answer: one of these buttons (by how they begin) or lines."""

    asked: tuple[str, ...]
    press: tuple[str, ...] = ()
    say: tuple[str, ...] = ()


Way = tuple[Step, ...]

WHAT = ("您想做什么",)
WAITS: Way = (
    Step(WHAT, press=("先等一等",)),
    Step(("等什么？",), press=("等配件", "看天气", "等别人办", "等居民")),
    Step(("等到什么时候",), press=("明天", "后天")),
    Step(("居民会看到",), press=("就这样",)),
)
MORE_TIME: Way = (
    Step(WHAT, press=("要多几天",)),
    Step(("要多几天？",), press=("多",)),
    Step(("为什么？",), say=("师傅约到后天了", "物业的经费要批", "配件从外地发")),
)
BY_SKILL: Way = (Step(WHAT, press=("请人帮忙",)), Step(("请谁搭把手",), press=("会",)))
BY_WORDS: Way = (
    Step(WHAT, press=("请人帮忙",)),
    Step(("请谁搭把手",), say=("谁会修水管", "谁懂法律", "谁有梯子")),
    Step(("附近没找到",), press=("请案头想办法",)),
)
WHOSE = ("那交给谁", "地图上是")
INVOLVED: Way = (Step(WHOSE, press=("我与这事有关",)),)
ELSEWHERE: Way = (
    Step(WHOSE, press=("转给", "交回案头")),
    Step(("为什么",), say=("不在我这一片", "我弄不了这个")),
)
SOMEBODY_ELSE: Way = (Step(("您想？",), press=("换个人",)), Step(("换一位来办",), press=("换一位",)))
