"""What a matter asks of its desk, and the groups in which a desk looks at them, the most urgent first."""

from __future__ import annotations

from enum import StrEnum

from domain.matters.matter import Matter, State, Tier

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


class Group(StrEnum):
    DANGER = "danger"
    UNTAKEN = "untaken"
    RETURNED = "returned"
    REOPENED = "reopened"
    LATE = "late"  # 过时
    UNHEARD = "unheard"  # 居民收不到消息，要当面说
    IN_HAND = "in_hand"  # 正常在办


NEEDS_A_HAND = (Group.DANGER, Group.UNTAKEN, Group.RETURNED, Group.REOPENED, Group.LATE, Group.UNHEARD)
TO_GIVE = (Group.UNTAKEN, Group.RETURNED)
"""Groups of what nobody has: the one thing to do is to give it to somebody."""


def need_of(matter: Matter) -> Need:
    if not matter.in_hand or matter.joined:
        return Need.NONE
    if matter.tier is Tier.DANGER:
        return Need.DANGER
    waiting = matter.state is State.WAITING
    if waiting and matter.came == RETURNED:
        return Need.RETURNED
    if matter.reopened:
        return Need.REOPENED
    if not waiting:
        return Need.IN_HAND
    return Need.UNTAKEN if matter.level.at_a_desk else Need.ASKED
