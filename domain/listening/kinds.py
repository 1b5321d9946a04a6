"""Of what kind a need or an offer is, guessed from its words."""

from __future__ import annotations

from collections.abc import Mapping

from domain.listening.need import NeedKind

WORDS: Mapping[NeedKind, str] = {
    NeedKind.ROOM: "场地 会议室 活动室 教室 房间 地方开会 礼堂 操场 停车位 room hall venue classroom",
    NeedKind.CRAFT: "律师 医生 老师 电工 义诊 讲 咨询 理发 修理 师傅 法律 翻译 设计 lawyer doctor teacher barber",
    NeedKind.WORKS: "修建 改造 加装 安装 新建 铺路 坡道 扶手 充电桩 雨棚 长椅 ramp handrail install build",
    NeedKind.HANDS: "志愿者 人手 帮忙搬 陪 照看 接送 打扫 volunteer hands carry company",
    NeedKind.THINGS: "投影 桌 椅 音响 话筒 帐篷 车 梯子 工具 图书 电脑 打印 雪铲 projector chair table van ladder tool",
}
"""The first kind with a word in it is guessed."""


def likely_kind(words: str) -> NeedKind:
    said = words.casefold()
    return next((kind for kind, known in WORDS.items() if any(word in said for word in known.split())), NeedKind.OTHER)
