"""Lives of matters, made up: from the resident's words to hers at the end, as rows for matters, events and contents."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from benchmarks.district import NOW, District
from domain.areas import Spot
from domain.clocks import Clocks
from domain.events import Content, Event
from domain.matters.kinds import KINDS
from domain.matters.matter import Cause, Level, Matter, State, Tier, Word
from handlers.matters.assigning import deadlines

CLOCKS = Clocks()
YEAR = timedelta(days=365)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SAID = {
    "lighting": ("{place}的路灯坏了", "{place}楼道灯不亮，晚上看不见", "{place}门口路灯一闪一闪的"),
    "heating": ("{place}暖气不热", "{place}家里只有十四度，暖气片是凉的", "{place}暖气漏水"),
    "water": ("{place}漏水了，往楼下滴", "{place}停水两天了", "{place}下水道堵了返臭味"),
    "lift": ("{place}电梯又停了", "{place}电梯门关不上", "{place}电梯里的灯坏了"),
    "rubbish": ("{place}垃圾没人收", "{place}楼道里堆着旧家具", "{place}垃圾桶倒了一地"),
    "noise": ("{place}楼上半夜跳绳", "{place}门口广场舞太吵", "{place}装修早上六点就开始"),
    "parking": ("{place}车位被占了", "{place}消防通道停满了车", "{place}有车堵在大门口"),
    "security": ("{place}井盖松了", "{place}大门的锁坏了", "{place}楼梯扶手断了"),
}
DONE = (
    "换了新的",
    "师傅来修好了",
    "清理干净了",
    "跟物业说好了，已经处理",
    "修好了，试过没问题",
    "电力公司来了，恢复了",
)
ON_THE_WAY = ("明天上午去看", "报给物业了，在等师傅", "缺个零件，到了就修", "看过了，下午来人", "师傅五点到")
STILL = ("还是不行", "修了一天又坏了", "没见人来", "只好了一半")


@dataclass(slots=True)
class Life:
    """One matter while its story is being told; `at` is where the telling stands."""

    matter: Matter
    at: datetime
    events: list[Event] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)

    def tell(self, type: str, by: str = "", content: Content | None = None, **facts: str | int | bool) -> None:
        previous = self.events[-1].hash if self.events else ""
        event = Event(
            self.matter.subject, type, self.at, by, facts, content.id if content else "",
            content.commitment() if content else "", len(self.events) + 1, previous,
        )  # fmt: skip
        self.events.append(replace(event, hash=event.digest()))

    def words(self, role: str, by: str, text: str) -> Content:
        content = Content(f"{self.matter.id}-{len(self.contents)}", self.matter.subject, role, by, self.at, text)
        self.contents.append(content)
        return content

    def become(self, **changes: object) -> None:
        self.matter = replace(self.matter, **changes)  # type: ignore[arg-type]  # fields by name


def lives(district: District, count: int, seed: int) -> Iterator[Life]:
    """So many, the oldest first, evenly over the year that ends now; about three in a hundred are still open."""
    chance = random.Random(seed)
    grids, residents = district.grids, district.residents
    kinds = [code for code in SAID if code in KINDS]
    numbers: dict[str, int] = {}
    for n in range(count):
        at = NOW - YEAR + YEAR * ((n + chance.random()) / count)
        local = at.astimezone(CLOCKS.zone)
        day = local.date().isoformat()
        numbers[day] = numbers.get(day, 0) + 1
        grid = chance.choice(grids)
        life = _filed(
            chance, f"{n:016x}", at, numbers[day], chance.choice(kinds), grid,
            chance.choice(district.labels[grid]), chance.choice(residents), district.members[grid][0],
        )  # fmt: skip
        _goes_on(chance, district, life)
        yield life


def _filed(
    chance: random.Random, id: str, at: datetime, seq: int, kind: str, grid: str, place: str, resident: str, owner: str
) -> Life:
    tier = Tier.DANGER if chance.random() < 0.002 else KINDS[kind].tier
    said = chance.choice(SAID[kind])
    where = f"{place}{chance.randint(1, 6)}单元"
    contact = CLOCKS.contact_due(at, tier)
    matter = Matter(
        id=id, filed_on=at.astimezone(CLOCKS.zone).date(), seq=seq, reporter_id=resident, kind=kind, tier=tier,
        spot=Spot("" if chance.random() < 0.005 else grid, where), what=said.format(place="").strip("的"),
        state=State.WAITING, owner_id=owner, level=Level.GRID, sent_at=at, filed_at=at, contact_due_at=contact,
        progress_due_at=CLOCKS.progress_due(at, tier), result_due_at=CLOCKS.result_due(at, tier), promise_at=contact,
        anonymous=chance.random() < 0.05,
    )  # fmt: skip
    life = Life(matter, at)
    life.tell(
        "MatterFiled", resident, life.words("report", resident, said.format(place=where)),
        owner=owner, kind=kind, tier=tier.value, grid=matter.spot.grid_id, level="grid", sent_at=at.isoformat(),
        anonymous=matter.anonymous, behalf=False, **deadlines(matter),
    )  # fmt: skip
    return life


def _goes_on(chance: random.Random, district: District, life: Life) -> None:
    """As far as it has come by now; each step returns False when it has not been reached yet."""
    if not _taken(chance, district, life):
        return
    while _worked_on(chance, life) and _ended(chance, life):
        if life.matter.state is State.ENDED or not _reopened(chance, district, life):
            return


def _on(life: Life, after: timedelta) -> bool:
    """The clock goes on; False when that would be in the future."""
    if life.at + after > NOW:
        return False
    life.at += after
    return True


def _taken(chance: random.Random, district: District, life: Life) -> bool:
    """Most are taken within the hour; some only by the deputy, a few only by the desk."""
    grid = life.matter.owner_id.split("-")[1]
    others = [district.members[grid][1], district.desks[grid][0]]
    while others and chance.random() < 0.08:
        if not _on(life, max(life.matter.contact_due_at - life.at, MINUTE)):
            return False
        _assigned(life, others.pop(0), "late" if chance.random() < 0.8 else "return", desk=not others)
    if others and chance.random() < 0.002:  # nobody takes it, and so it waits at the desk
        _assigned(life, others[-1], "late", desk=True)
        return False
    if not _on(life, MINUTE * chance.lognormvariate(3, 1)):
        return False
    owner = life.matter.owner_id
    life.become(
        state=State.TAKEN, contacted_at=life.at, promise_at=life.matter.result_due_at,
        progress_due_at=CLOCKS.progress_due(life.at, life.matter.tier),
    )  # fmt: skip
    life.tell("MatterAccepted", owner, level=life.matter.level.value, before=owner, **deadlines(life.matter))
    return True


def _assigned(life: Life, to: str, why: str, *, desk: bool) -> None:
    matter, level = life.matter, Level.COMMUNITY if desk else Level.GRID
    contact = CLOCKS.contact_due(life.at, matter.tier)
    life.become(
        state=State.WAITING, owner_id=to, level=level, contact_due_at=contact, promise_at=contact, contacted_at=None,
        progress_due_at=CLOCKS.progress_due(life.at, matter.tier),
        result_due_at=max(matter.result_due_at, CLOCKS.result_due(life.at, matter.tier)),
        turn=matter.turn + 1, came=why,
    )  # fmt: skip
    by = "" if why == "late" else matter.owner_id
    promised = matter.promise_at.isoformat()
    life.tell(
        "MatterAssigned", by, owner=to, before=matter.owner_id, why=why, level=level.value, promised=promised,
        released="", grid=matter.spot.grid_id, **deadlines(life.matter),
    )  # fmt: skip


def _worked_on(chance: random.Random, life: Life) -> bool:
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        if not _on(life, HOUR * chance.lognormvariate(1, 1)):
            return False
        owner = life.matter.owner_id
        life.become(progress_due_at=CLOCKS.progress_due(life.at, life.matter.tier))
        life.tell("ProgressReported", owner, life.words("progress", owner, chance.choice(ON_THE_WAY)))
    if chance.random() < 0.02:  # left lying
        return False
    return _on(life, HOUR * chance.lognormvariate(2.5, 1.1))


def _ended(chance: random.Random, life: Life) -> bool:
    owner = life.matter.owner_id
    cause = chance.choices((Cause.SOLVED, Cause.EXPLAINED, Cause.HANDED_OVER), (85, 10, 5))[0]
    if life.at > life.matter.result_due_at:
        life.tell("MatterOverdue", owner=owner)
    life.become(state=State.CLOSING, cause=cause, closed_at=life.at, turn=life.matter.turn + 1)
    line = life.words("closing", owner, chance.choice(DONE))
    life.tell("MatterClosed", owner, line, cause=cause.value, level=life.matter.level.value, before=owner)
    if not _on(life, 2 * MINUTE):
        return False
    life.become(state=State.REPORTED, closed_at=life.at)
    life.tell("MatterReported", owner, cause=cause.value)
    if chance.random() < 0.35:
        return _silent(life)
    if not _on(life, HOUR * chance.lognormvariate(1, 1.2)):
        return False
    if chance.random() < 0.1:
        return True  # not yet
    life.become(state=State.ENDED, word=Word.SOLVED, ended_at=life.at)
    life.tell("ResidentAgreed", life.matter.reporter_id)
    if chance.random() < 0.5 and _on(life, MINUTE):
        life.become(grade=chance.choices((5, 4, 3, 2, 1), (50, 30, 12, 5, 3))[0])
        life.tell("MatterRated", life.matter.reporter_id, grade=life.matter.grade)
    return True


def _silent(life: Life) -> bool:
    if not _on(life, DAY):
        return False
    life.tell("ResidentAskedAgain")
    if not _on(life, 2 * DAY):
        return False
    life.become(state=State.ENDED, word=Word.NO_ANSWER, ended_at=life.at)
    life.tell("MatterLapsed")
    return True


def _reopened(chance: random.Random, district: District, life: Life) -> bool:
    """She says not yet: the same member the first time, the desk after that."""
    matter, resident = life.matter, life.matter.reporter_id
    life.become(
        state=State.WAITING, word=Word.NOT_SOLVED, cause=None, closed_at=None, ended_at=None,
        reopened=matter.reopened + 1,
    )  # fmt: skip
    complaint = life.words("complaint", resident, chance.choice(STILL))
    life.tell("MatterReopened", resident, complaint, times=life.matter.reopened)
    grid = matter.owner_id.split("-")[1]
    again = matter.owner_id if matter.reopened == 0 or grid not in district.desks else district.desks[grid][0]
    _assigned(life, again, "reopened", desk=again.startswith("c-"))
    if not _on(life, MINUTE * chance.lognormvariate(3, 1)):
        return False
    life.become(state=State.TAKEN, contacted_at=life.at, promise_at=life.matter.result_due_at)
    life.tell("MatterAccepted", again, level=life.matter.level.value, before=again)
    return True
