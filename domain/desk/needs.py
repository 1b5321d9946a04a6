"""What a matter asks of its desk, and the groups in which a desk looks at them, the most urgent first."""

from __future__ import annotations

from enum import StrEnum

from domain.matters.matter import Level, Matter, State, Tier

RETURNED = "return"
"""How a matter came to its owner when a member gave it back."""


class Need(StrEnum):
    """What is stored with a matter; with the clock it says in which group it stands."""

    NONE = ""  # 没有人要做什么了
    DANGER = "danger"  # 急事
    UNTAKEN = "untaken"  # 到了案头，没人接
    RETURNED = "returned"  # 退回来的
    REOPENED = "reopened"  # 居民说还没好
    ASKED = "asked"  # 派给委员了，等签收
    IN_HAND = "in_hand"  # 在办
    AT_STREET = "at_street"  # 到了街道，没人接
    AT_DISTRICT = "at_district"  # 到了区里，没人接
    WITH_STREET = "with_street"  # 街道在办
    WITH_DISTRICT = "with_district"  # 区里在办
    WATCHED_STREET = "watched_street"  # 过时了，街道在看着
    WATCHED_DISTRICT = "watched_district"  # 过时了，区里在看着
    EXTENSION = "extension"  # 要延期，等案头点头
    PAUSED = "paused"  # 先等着，有原因、有日子


class Group(StrEnum):
    DANGER = "danger"
    CLIMBED = "climbed"  # 交到这一级的、要这一级督办的
    UNTAKEN = "untaken"
    RETURNED = "returned"
    REOPENED = "reopened"
    EXTENSION = "extension"  # 要延期，等案头点头
    LATE = "late"  # 过时
    UNHEARD = "unheard"  # 居民收不到消息，要当面说
    IN_HAND = "in_hand"  # 正常在办
    PAUSED = "paused"  # 先等着
    ABOVE = "above"  # 在上一级案头


NEEDS_A_HAND = (
    Group.DANGER, Group.CLIMBED, Group.UNTAKEN, Group.RETURNED, Group.REOPENED, Group.EXTENSION, Group.LATE,
    Group.UNHEARD,
)  # fmt: skip
TO_GIVE = (Group.UNTAKEN, Group.RETURNED)
"""Groups of what nobody has: the one thing to do is to give it to somebody."""


_AT = {Level.STREET: Need.AT_STREET, Level.DISTRICT: Need.AT_DISTRICT}
_WITH = {Level.STREET: Need.WITH_STREET, Level.DISTRICT: Need.WITH_DISTRICT}
_WATCHED = {Level.STREET: Need.WATCHED_STREET, Level.DISTRICT: Need.WATCHED_DISTRICT}
UP_THERE = (*_AT.values(), *_WITH.values(), *_WATCHED.values())


def climbed_to(level: Level | None) -> tuple[Need, ...]:
    """What came up to a desk of that level and nobody has, or is watched by it; nothing for a community's, to which all
    comes first.
    """
    return (_AT[level], _WATCHED[level]) if level in _AT else ()


def gone_above(level: Level | None) -> tuple[Need, ...]:
    """What has gone on to a desk above one of that level."""
    above = {Level.DISTRICT: (), Level.STREET: (Level.DISTRICT,)}.get(level or Level.COMMUNITY, tuple(_AT))
    return tuple(need[each] for need in (_AT, _WITH) for each in above)


def need_of(matter: Matter) -> Need:
    if not matter.in_hand or matter.joined:
        return Need.NONE
    if matter.tier is Tier.DANGER:
        return Need.DANGER
    if matter.asks_until is not None:
        return Need.EXTENSION
    if matter.paused:
        return Need.PAUSED
    if matter.level in _AT:
        return (_AT if matter.state is State.WAITING else _WITH)[matter.level]
    if matter.watch:
        return _WATCHED[Level(matter.watch)]
    waiting = matter.state is State.WAITING
    if waiting and matter.came == RETURNED:
        return Need.RETURNED
    if matter.reopened:
        return Need.REOPENED
    if not waiting:
        return Need.IN_HAND
    return Need.UNTAKEN if matter.level.at_a_desk else Need.ASKED
