"""Random lives of shared matters: who waits has an open lead in the same hands, and no household reads of another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random

import pytest

from domain.areas import AreaKind
from domain.matters.likeness import may_join
from domain.matters.matter import Tier
from domain.messages import Choices, Outbound, ReplyTo, Text
from handlers.matters.owners import must_not_have
from handlers.matters.unowned import unowned
from storage.transaction import Transaction
from tests.storms.phones import Phone, words_of
from tests.storms.stage import RESIDENTS
from tests.storms.storm import Storm

STEPS, SEEDS = 100, range(6)
HOUSEHOLDS = [f"r{n}" for n in range(RESIDENTS)]
SECRETS = {f"r{n}": f"暗号{n}{n}{n}" for n in range(RESIDENTS)}
"""What only the household itself and whoever works on its matter may read."""
WHAT = ("路灯坏了", "没暖气", "垃圾没人收")
SAID = ("下午来换", "居民1家的下午换", "在等零件", "居民2和居民3都说了", "办好了")
PRESSED = (
    "同一件", "第1件就是", "另报一件", "接了", "办结", "办好了", "联系不上", "转出去", "撤回", "好了", "还没好", "更多",
    "并成一件", "就这样", "单独办", "急不急", "要快", "要多些日子", "并入另一件", "都不是", "换个人", "派给别人", "户",
    "不办了", "可以给邻居看", "改成不留名", "不归我", "是哪一类", "噪音", "看",
)  # fmt: skip
SPANS = (timedelta(seconds=5), timedelta(minutes=3), timedelta(hours=2), timedelta(days=1), timedelta(days=4))


def reports(storm: Storm) -> None:
    who = storm.chance.choice(HOUSEHOLDS)
    tree = storm.rows.act(lambda tx: tx.areas.tree())
    buildings = [area.name for area in tree.areas.values() if area.kind is AreaKind.BUILDING][:2]
    words = f"{storm.chance.choice(buildings)}{storm.chance.choice(WHAT)}，{SECRETS[who]}"
    storm.receives(storm.phones[who], Text(words))
    presses_one(storm, storm.phones[who], ("同一件", "第1件就是", "同一件", "另报一件", "交给"))


def mends(storm: Storm) -> None:
    """Somebody says that it lies elsewhere, or that there is danger, under a message about hers."""
    who = storm.chance.choice(HOUSEHOLDS)
    tree = storm.rows.act(lambda tx: tx.areas.tree())
    building = storm.chance.choice([area.name for area in tree.areas.values() if area.kind is AreaKind.BUILDING][:4])
    words = storm.chance.choice((f"写错了，是{building}", f"写错了，是{building}", "有人触电了"))
    phone = storm.phones[who]
    if phone.shown:
        storm.receives(phone, Text(f"{words}，{SECRETS[who]}"), ReplyTo(storm.chance.choice(list(phone.shown))))


def presses(storm: Storm) -> None:
    presses_one(storm, anybody(storm), [storm.chance.choice(PRESSED) for _ in range(6)])


def presses_one(storm: Storm, phone: Phone, labels: Sequence[str]) -> None:
    """The first of these that stands there now."""
    for label in labels:
        found = [choice for choice, words in phone.choices() if label in words]
        if found:
            storm.receives(phone, storm.chance.choice(found))
            return


def replies(storm: Storm) -> None:
    phone = anybody(storm)
    if phone.shown:
        words = SECRETS.get(phone.address.account) or storm.chance.choice(SAID)
        storm.receives(phone, Text(words), ReplyTo(storm.chance.choice(list(phone.shown))))


def closes(storm: Storm) -> None:
    """Somebody who has something in hand ends it, and the two minutes pass."""
    phone = anybody(storm)
    presses_one(storm, phone, ("接了",))
    presses_one(storm, phone, ("办结",))
    presses_one(storm, phone, (storm.chance.choice(("办好了", "办好了", "联系不上", "转出去")),))
    storm.receives(phone, Text(storm.chance.choice(SAID)))
    storm.passes(timedelta(minutes=3))


def desk_joins(storm: Storm) -> None:
    """The desk opens a matter by its number, and may put it together with another or take it out."""
    desks = [phone for id, phone in storm.phones.items() if id[0] in "ch"]
    phone = storm.chance.choice(desks or list(storm.phones.values()))
    storm.receives(phone, Text(f"1123-0{storm.chance.randrange(1, 9)}"))
    presses_one(storm, phone, (storm.chance.choice(("更多", "单独办")),))
    presses_one(storm, phone, ("并成一件",))
    presses_one(storm, phone, ("1123-",))
    presses_one(storm, phone, ("就这样",))


def asks(storm: Storm) -> None:
    storm.receives(anybody(storm), Text(storm.chance.choice(("怎么样了", "我的事", "我的任务", "不办了"))))


def passes(storm: Storm) -> None:
    storm.passes(storm.chance.choices(SPANS, (8, 6, 3, 1, 1))[0])


def anybody(storm: Storm) -> Phone:
    return storm.chance.choice([phone for phone in storm.phones.values() if phone.shown] or list(storm.phones.values()))


ACTS: Sequence[tuple[Callable[[Storm], None], int]] = (
    (reports, 6), (presses, 12), (replies, 4), (mends, 1), (closes, 3), (desk_joins, 3), (asks, 2), (passes, 3),
)  # fmt: skip


def astray(storm: Storm) -> list[str]:
    """Matters that wait with one that is over, not to be shared, in other hands, or follows another."""

    def look(tx: Transaction) -> list[str]:
        found = list(unowned(storm.turn(tx)))
        for matter in tx.matters.in_hand():
            if matter.follows:
                lead = tx.matters.get(matter.follows)
                shared = lead.tier is not Tier.DANGER and may_join(lead.kind)
                hers = lead.owner_id == matter.owner_id and lead.owner_id not in must_not_have(storm.turn(tx), matter)
                if not lead.open or lead.follows or not shared or not hers:
                    found.append(f"{matter.number} with {lead.number}, {lead.state}, {lead.owner_id}")
        return found

    return storm.rows.act(look)


def shown(outbound: Outbound) -> str:
    labels = [b.label for block in outbound.blocks if isinstance(block, Choices) for row in block.rows for b in row]
    return "\n".join([words_of(outbound), *labels])


def overheard(storm: Storm, seen: set[tuple[str, str]]) -> list[str]:
    """What a household reads of another's words, or of the name of one with which it shares the matter."""
    found = []
    for id in HOUSEHOLDS:
        for outbound in storm.phones[id].shown.values():
            words = shown(outbound)
            if (id, words) in seen:
                continue
            seen.add((id, words))
            again = "交上来" in words  # its way so far repeats what was said before anybody else joined
            names = [] if again else [n for n in sharing(storm, outbound.about) if n != storm.phones[id].name]
            secrets = [secret for other, secret in SECRETS.items() if other != id]
            found += [f"{id} reads {words}" for word in (*secrets, *names) if word in words]
    return found


def sharing(storm: Storm, about: str) -> list[str]:
    """The names of those whose matter it is, and who have the same together with her."""
    sql = "SELECT matters.id, lead_id, name FROM matters JOIN people ON people.id = reporter_id"
    rows = storm.rows.act(lambda tx: tx.statements.all(sql))
    leads = {row["id"]: row["lead_id"] or row["id"] for row in rows}
    lead = leads.get(about.partition(":")[2])
    return [row["name"] for row in rows if lead and leads[row["id"]] == lead]


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_shared_matters(seed: int) -> None:
    storm = Storm.of(seed)
    storm.chance = Random(seed)
    joined, seen = 0, set[tuple[str, str]]()
    try:
        for _ in range(STEPS):
            storm.chance.choices([act for act, _ in ACTS], [weight for _, weight in ACTS])[0](storm)
            found = astray(storm) + overheard(storm, seen)
            assert not found, storm.told("; ".join(found))
            joined += storm.rows.act(lambda tx: sum(bool(matter.follows) for matter in tx.matters.in_hand()))
        assert joined, "nobody joined anything"
    finally:
        storm.rows.close()
