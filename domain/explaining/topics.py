"""What somebody wants to be told of and what not; danger and what became of her own matters nobody can switch off."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum


class Topic(StrEnum):
    """What the bot says unasked to many: what it is about, or (the last three) what sort of letter it is."""

    ELDERS = "elders"  # 老人
    CHILDREN = "children"  # 孩子
    HEALTH = "health"  # 看病医保
    HOMES = "homes"  # 房子物业
    UTILITIES = "utilities"  # 水电气暖
    WORK = "work"  # 工作
    EVENTS = "events"  # 活动
    QUESTIONS = "questions"  # 问计
    INVITATIONS = "invitations"  # 开会请帖
    STORIES = "stories"  # 典型


SUBJECTS = tuple(topic for topic in Topic if topic not in (Topic.QUESTIONS, Topic.INVITATIONS, Topic.STORIES))
"""What a notice may be about."""
ALL = "all"
"""In a topic's place: nothing unasked but danger."""


def wants(off: Collection[str], topic: Topic) -> bool:
    return ALL not in off and topic not in off


def wants_one(off: Collection[str], topics: Collection[Topic]) -> bool:
    """Whether a letter about these comes: one of them is enough; of what has no topic, only ALL keeps it back."""
    return ALL not in off and (not topics or any(topic not in off for topic in topics))


def without(off: Collection[str], topics: Iterable[Topic], offered: Collection[Topic] = tuple(Topic)) -> frozenset[str]:
    """What is off once these are too; once nothing of what is offered is left, so is what has no topic."""
    after = frozenset(off) | frozenset(topics)
    return after if set(offered) - after else after | {ALL}


def again(off: Collection[str], topics: Iterable[Topic]) -> frozenset[str]:
    """What is off once these come again; where everything was, they alone come."""
    return (frozenset(Topic) if ALL in off else frozenset(off)) - frozenset(topics)
