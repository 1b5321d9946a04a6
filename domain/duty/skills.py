"""Skills (专长) by code: the words by which they are written and asked for, and the kinds of matter that they suit.

A roster may name others in words of its own; such a skill is its own name.
"""

from __future__ import annotations

from collections.abc import Collection

from domain.matters.words_plain import plain

WORDS: dict[str, tuple[str, ...]] = {
    "plumbing": ("水暖", "修水管", "水管工", "管道", "通下水", "水电", "plumbing", "plumber", "pipes"),
    "electric": ("电工", "修电", "电路", "电器", "electric", "electrician", "electrical"),
    "building": ("木工", "瓦工", "焊工", "泥瓦", "防水", "开锁", "building", "carpenter", "locksmith"),
    "law": ("法律", "律师", "法官", "law", "lawyer", "legal"),
    "accounting": ("会计", "财务", "账目", "accounting", "accountant"),
    "nursing": ("医护", "护士", "医生", "大夫", "看病", "nursing", "nurse", "doctor", "medical"),
    "counselling": ("心理", "谈心", "开导", "counselling", "counseling", "psychologist"),
    "mediation": ("调解", "劝架", "说和", "mediation", "mediator"),
    "sign_language": ("手语", "sign language"),
    "languages": ("外语", "英语", "翻译", "民语", "languages", "translator", "interpreter"),
    "computers": ("电脑", "手机", "上网", "computers", "computer", "phones"),
    "media": ("媒体", "摄影", "拍照", "写稿", "宣传", "media", "photography", "photographer"),
    "driving": ("驾驶", "开车", "司机", "driving", "driver"),
    "teaching": ("教师", "老师", "辅导", "teaching", "teacher"),
}
"""The first word is the one that is shown where a catalogue has none."""

SUITS: dict[str, tuple[str, ...]] = {
    "water": ("plumbing",),
    "heating": ("plumbing",),
    "lighting": ("electric",),
    "power": ("electric",),
    "stairs": ("building",),
    "neighbours": ("mediation", "law"),
    "noise": ("mediation",),
    "complaint_person": ("mediation",),
    "papers": ("law",),
    "company": ("counselling", "nursing"),
}
"""Which skills help with a kind of matter, the likeliest first."""

LANGUAGES = ("languages",)
"""Helps whoever does not read the language that is spoken here."""


def skill_in(words: str, known: Collection[str] = ()) -> str:
    """The skill that the words ask for (修水管 is plumbing), "" for none; `known` are further ones in their own words.

    The longest word found decides.
    """
    said = plain(words)
    found = [(len(word), code) for code, names in WORDS.items() for word in names if word in said]
    found += [(len(name), name) for name in known if name not in WORDS and plain(name) in said]
    return max(found)[1] if found else ""


def suited(kind: str) -> tuple[str, ...]:
    return SUITS.get(kind, ())
