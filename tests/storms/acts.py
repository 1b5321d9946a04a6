"""What may happen in a storm, one function each: somebody does something that people do, or ought not to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.district import District
from domain.areas import AreaKind
from domain.messages import Choice, Edited, Join, Leave, Location, Media, MediaKind, ReplyTo, Text
from domain.people.person import Ability, Appointment, Person, Role
from storage.transaction import Transaction
from tests.storms.phones import Phone
from tests.storms.stage import Stage
from tests.storms.words import ANYBODY, DESKS, MEMBERS, RESIDENTS, TROUBLES

FRESH = 10
"""Buttons among which a person mostly chooses: the newest."""
MOMENTS = (
    timedelta(seconds=1), timedelta(seconds=40), timedelta(minutes=3), timedelta(minutes=11), timedelta(minutes=35),
    timedelta(hours=1, minutes=1), timedelta(hours=4), timedelta(hours=9), timedelta(days=1), timedelta(days=4),
)  # fmt: skip
EVER_LESS = (20, 20, 20, 16, 16, 12, 8, 6, 3, 1)
"""How often each of the moments passes."""


def a_report(storm: Stage) -> None:
    resident = storm.phones[f"r{storm.chance.randrange(6)}"]
    place = storm.chance.choice([*_buildings(storm), "", "火星路99号"])
    storm.receives(resident, Text(place + storm.chance.choice(TROUBLES)))
    if storm.chance.random() < 0.8 and not _presses(storm, resident, storm.chance.choice(("交给", *OTHERWISE))):
        _presses(storm, resident, "交给") or _presses(storm, resident, storm.chance.choice(OTHERWISE))


OTHERWISE = ("私下说一声", "请人调解", "只记下来", "分成两件交", "补到", "是新的")
"""How else what was said is handed in."""


def a_sorting(storm: Stage) -> None:
    """Whoever has a matter asks somebody to mediate, takes a second one out, or puts two together."""
    owner = _busy(storm)
    if owner is not None and _presses(storm, owner, "更多"):
        wanted = storm.chance.choice(("转调解", "这是两件事", "和另一件并起来"))
        if _presses(storm, owner, wanted):
            storm.receives(owner, Text(storm.chance.choice(("1", "2", "垃圾没人收"))))
    for phone in _shuffled(storm, list(storm.phones.values())):
        for label in ("我与两边没有关系，我来", "我不合适", "还是请人说一声", "不是一回事", "还是一件", "看内容"):
            if storm.chance.random() < 0.5 and _presses(storm, phone, label):
                return


def a_report_of_ones_own(storm: Stage) -> None:
    """Somebody who serves has a trouble herself."""
    phone = storm.chance.choice([phone for id, phone in storm.phones.items() if not id.startswith("r")])
    storm.receives(
        phone, Text("报事 " + storm.chance.choice(_buildings(storm) or [""]) + storm.chance.choice(TROUBLES))
    )
    _presses(storm, phone, "交给")


def a_decline(storm: Stage) -> None:
    """Either side would rather not."""
    owner = _busy(storm)
    if owner is not None and storm.chance.random() < 0.6 and _presses(storm, owner, "不归我"):
        _presses(storm, owner, "我与这事有关")
        return
    for phone in _shuffled(storm, [phone for id, phone in storm.phones.items() if id.startswith("r")]):
        if _presses(storm, phone, "更多") and _presses(storm, phone, "换个人"):
            _presses(storm, phone, "换一位")
            return


def a_wait(storm: Stage) -> None:
    """Somebody who has a matter lets it wait, or wants more time for it; a desk may say yes."""
    for owner in _shuffled(storm, [phone for id, phone in storm.phones.items() if not id.startswith("r")]):
        hers = [choice.prompt for choice, words in owner.choices() if words == "办结"]
        if not hers:
            continue
        storm.receives(owner, Choice(storm.chance.choice(hers), "more"))
        if storm.chance.random() < 0.5 and _presses(storm, owner, "先等一等"):
            _presses(storm, owner, storm.chance.choice(("等居民", "等配件", "看天气")))
            _presses(storm, owner, storm.chance.choice(("明天", "一周")))
            _presses(storm, owner, "就这样")
        elif _presses(storm, owner, "要多几天"):
            _presses(storm, owner, storm.chance.choice(("多1天", "多7天")))
            storm.receives(owner, Text("等厂家"))
        break
    for phone in _shuffled(storm, [phone for id, phone in storm.phones.items() if id.startswith("c")]):
        if storm.chance.random() < 0.7 and _presses(storm, phone, "同意"):
            return


def a_hand(storm: Stage) -> None:
    """Somebody who has a matter looks for help; whoever is asked says something; helpers are done, or cannot."""
    for owner in _shuffled(storm, [phone for id, phone in storm.phones.items() if not id.startswith("r")]):
        hers = [choice.prompt for choice, words in owner.choices() if words == "办结"]
        if not hers:
            continue
        storm.receives(owner, Choice(storm.chance.choice(hers), "help"))
        if not _presses(storm, owner, storm.chance.choice(("会", "不用", "会水电的"))):
            wanted = ("谁会修水管", "谁有车", "谁懂法律", storm.chance.choice(list(storm.phones.values())).name)
            storm.receives(owner, Text(storm.chance.choice(wanted)))
        break
    for phone in _shuffled(storm, list(storm.phones.values())):
        for label in ("我来帮", "这次不行", "我帮完了", "还在帮", "来不了了", "再问几位", "请案头想办法", "不问了"):
            if storm.chance.random() < 0.4 and _presses(storm, phone, label):
                return


def an_insult(storm: Stage) -> None:
    """A member calls something no matter; a desk stops listening, lets it go on, or listens again."""
    for owner in _shuffled(storm, [phone for id, phone in storm.phones.items() if not id.startswith("r")]):
        if _presses(storm, owner, "更多") and _presses(storm, owner, "不是正经事"):
            break
    for phone in _shuffled(storm, [phone for id, phone in storm.phones.items() if id.startswith("c")]):
        if _presses(storm, phone, storm.chance.choice(("停七天", "照常办", "放开", "放开"))):
            _presses(storm, phone, storm.chance.choice(("骂人的话", "开玩笑的", "算了")))
            return


def what_she_takes(storm: Stage) -> None:
    """A limit, a kind refused, a skill."""
    id = storm.chance.choice([id for id in storm.phones if not id.startswith("r")])
    ability = Ability(
        id, storm.chance.choice(((), ("plumbing",), ("electric", "law"))), storm.chance.choice((0, 0, 1, 3)), (),
        storm.chance.choice(((), ("lighting",), ("water", "rubbish"))),
    )  # fmt: skip
    storm.rows.act(lambda tx: tx.abilities.save(ability))
    storm.did.append(f"{id} can {ability.skills}, takes {ability.most}, refuses {ability.refuses}")


def a_button(storm: Stage) -> None:
    phone = _somebody(storm)
    shown = phone.choices()[-FRESH:] if storm.chance.random() < 0.8 else phone.choices()
    if not shown:
        return
    choice, _ = storm.chance.choice(shown)
    phone.pressed = [*phone.pressed[-FRESH:], choice]
    storm.receives(phone, choice)
    if storm.chance.random() < 0.1:
        storm.receives(phone, choice)


def a_card_taken(storm: Stage) -> None:
    """Matters must come on, or there would be nothing but waiting ones."""
    owner = _busy(storm)
    if owner is not None and _presses(storm, owner, "接了"):
        return
    a_button(storm)


def a_closing(storm: Stage) -> None:
    owner = _busy(storm)
    if owner is None or not _presses(storm, owner, "办结"):
        return
    if _presses(storm, owner, storm.chance.choice(("办好了", "办不了", "转出", "联系不上"))):
        storm.receives(owner, Text(storm.chance.choice(("换了灯泡，亮了", "这个归电力公司管", "修好了"))))


def a_word_of_hers(storm: Stage) -> None:
    """好了 or 还没好, where she is asked."""
    for phone in _shuffled(storm, [phone for id, phone in storm.phones.items() if id.startswith("r")]):
        if _presses(storm, phone, storm.chance.choice(("好了", "还没好", "还要办"))):
            if storm.chance.random() < 0.7:
                storm.receives(phone, Text("哪里都不对"))
            return


def words(storm: Stage) -> None:
    phone = _somebody(storm)
    storm.receives(phone, Text(storm.chance.choice(_vocabulary(storm, phone))))


def a_reply(storm: Stage) -> None:
    phone = _somebody(storm)
    if phone.shown:
        handle = storm.chance.choice(list(phone.shown))
        storm.receives(phone, Text(storm.chance.choice(_vocabulary(storm, phone))), ReplyTo(handle))


def a_picture(storm: Stage) -> None:
    phone = _somebody(storm)
    kind = storm.chance.choice((MediaKind.PHOTO, MediaKind.VOICE, MediaKind.VIDEO, MediaKind.DOCUMENT))
    media = Media(
        kind, f"ref{storm.steps}", group=storm.chance.choice(("", "", f"album{storm.steps // 20}")), seconds=9
    )
    storm.receives(phone, media)


def a_pin(storm: Stage) -> None:
    lon, lat = 103.70 + storm.chance.random() * 0.02, 36.00 + storm.chance.random() * 0.02
    storm.receives(_somebody(storm), Location(lat, lon))


def an_edit(storm: Stage) -> None:
    phone = _somebody(storm)
    if phone.said:
        handle = storm.chance.choice(phone.said[-4:])
        storm.receives(phone, Edited(handle), Text(storm.chance.choice((*TROUBLES, *_vocabulary(storm, phone)))))


def an_old_button(storm: Stage) -> None:
    phone = _somebody(storm)
    if phone.pressed:
        storm.receives(phone, storm.chance.choice(phone.pressed))


def anothers_button(storm: Stage) -> None:
    """A press that nobody could make, as somebody hostile would send it."""
    other = storm.phones[storm.chance.choice(list(storm.phones))]
    if other.choices():
        storm.receives(_somebody(storm), storm.chance.choice(other.choices())[0])


def a_poster(storm: Stage) -> None:
    storm.receives(_somebody(storm), Join(storm.chance.choice(("", "point-g0", "nothing"))))


def a_block(storm: Stage) -> None:
    """The bot hears of it, or finds out by the next message."""
    phone = _somebody(storm)
    if storm.chance.random() < 0.5:
        storm.receives(phone, Leave())
    phone.blocked = True
    storm.did.append(f"{phone.address.account} has blocked the bot")


def a_return(storm: Stage) -> None:
    gone = [phone for phone in storm.phones.values() if phone.blocked]
    if gone:
        storm.receives(storm.chance.choice(gone), Leave(back=True))


def a_leave(storm: Stage) -> None:
    phone = storm.chance.choice([phone for id, phone in storm.phones.items() if id[0] in "mhc"])
    storm.receives(phone, Text(storm.chance.choice(("请假", "今天请假", "明天请假", "下周请假", "今天到周五休息"))))
    if storm.chance.random() < 0.8:
        _presses(storm, phone, storm.chance.choice(("就这样", "今天")))
        _presses(storm, phone, "就这样")


def a_forgetting(storm: Stage) -> None:
    """Somebody asks for it, or takes it back; whoever's day is over is forgotten portion by portion."""
    phone = _somebody(storm)
    if storm.chance.random() < 0.3:
        _presses(storm, phone, "不删了")
    else:
        storm.receives(phone, Text("删掉我的资料"))
        _presses(storm, phone, "删，过一天生效")

    def some(tx: Transaction) -> None:
        for person_id in tx.erasing.unfinished(tx.now):
            _ = tx.erasing.portion(person_id) or tx.erasing.letter_waits(person_id) or tx.erasing.trace(person_id)

    storm.acts("some of what is to be forgotten is", some)


def time(storm: Stage) -> None:
    storm.passes(storm.chance.choices(MOMENTS, EVER_LESS)[0])


def a_dismissal(storm: Stage) -> None:
    storm.reloads(lambda district: _without(storm, district), "somebody leaves the service")


def an_appointment(storm: Stage) -> None:
    storm.reloads(lambda district: _with(storm, district), "somebody is appointed")


def a_new_map(storm: Stage) -> None:
    """A grid, or one of its buildings, is no more."""
    storm.reloads(lambda district: _smaller(storm, district), "a grid is given up")


Act = Callable[[Stage], None]
ACTS: Sequence[tuple[Act, int]] = (
    (a_report, 14), (a_button, 30), (a_card_taken, 10), (a_closing, 6), (a_word_of_hers, 6), (words, 12), (a_reply, 8),
    (a_picture, 3), (a_pin, 2), (an_edit, 3), (an_old_button, 3), (anothers_button, 2), (a_poster, 1), (a_block, 3),
    (a_return, 4), (a_leave, 4), (time, 14), (a_dismissal, 1), (an_appointment, 2), (a_new_map, 1),
    (a_report_of_ones_own, 2), (a_decline, 3), (a_sorting, 6), (a_wait, 8), (what_she_takes, 3), (a_hand, 8),
    (an_insult, 1), (a_forgetting, 2),
)  # fmt: skip
"""Each with how often it happens; another part of the house adds a line."""


def next_act(storm: Stage) -> None:
    storm.chance.choices([act for act, _ in ACTS], [weight for _, weight in ACTS])[0](storm)


# ---- who, where and what -------------------------------------------------------------------------------------------


def _somebody(storm: Stage) -> Phone:
    """Mostly somebody to whom something was shown."""
    phones = list(storm.phones.values())
    spoken_to = [phone for phone in phones if phone.shown]
    return storm.chance.choice(spoken_to if spoken_to and storm.chance.random() < 0.8 else phones)


def _busy(storm: Stage) -> Phone | None:
    """Somebody of the roster who has cards."""
    found = [phone for id, phone in storm.phones.items() if not id.startswith("r") and phone.choices()]
    return storm.chance.choice(found) if found else None


def _shuffled(storm: Stage, phones: list[Phone]) -> list[Phone]:
    storm.chance.shuffle(phones)
    return phones


def _presses(storm: Stage, phone: Phone, label: str) -> bool:
    """The newest button whose label holds this, if one is there."""
    found: list[Choice] = [choice for choice, words in phone.choices() if label in words]
    if not found:
        return False
    phone.pressed = [*phone.pressed[-FRESH:], found[-1]]
    storm.receives(phone, found[-1])
    return True


def _vocabulary(storm: Stage, phone: Phone) -> Sequence[str]:
    id = phone.address.account
    hers = RESIDENTS if id.startswith("r") else DESKS if id.startswith("c") else MEMBERS
    return hers if storm.chance.random() < 0.8 else ANYBODY


def _buildings(storm: Stage) -> list[str]:
    return storm.rows.act(
        lambda tx: [area.name for area in tx.areas.tree().areas.values() if area.kind is AreaKind.BUILDING]
    )


def _without(storm: Stage, district: District) -> District:
    """One member fewer; a coordinator stays as long as she is the last."""
    members = {post.person_id for post in district.appointments if post.role is Role.MEMBER}
    desks = {post.person_id for post in district.appointments if post.role is Role.COORDINATOR}
    gone = storm.chance.choice(sorted(members | (desks if len(desks) > 1 else set())) or [""])
    people = tuple(person for person in district.people if person.id != gone)
    posts = tuple(post for post in district.appointments if post.person_id != gone)
    return replace(district, people=people, appointments=posts)


def _with(storm: Stage, district: District) -> District:
    """Whoever was dismissed earlier, or somebody's second post."""
    known = {person.id for person in district.people}
    away = [id for id in storm.phones if id not in known and not id.startswith("r")]
    grids = [area.id for area in district.areas if area.kind in (AreaKind.GRID, AreaKind.BUILDING)]
    if not grids:
        return district
    who = storm.chance.choice(away or sorted(known))
    post = Appointment(who, storm.chance.choice(grids), Role.MEMBER, storm.chance.randrange(1, 4))
    if any(
        (p.person_id, p.area_id, p.role) == (post.person_id, post.area_id, post.role) for p in district.appointments
    ):
        return district
    people = district.people if who in known else (*district.people, Person(who, storm.phones[who].name))
    return replace(district, people=people, appointments=(*district.appointments, post))


def _smaller(storm: Stage, district: District) -> District:
    grids = [area.id for area in district.areas if area.kind is AreaKind.GRID]
    if len(grids) < 2:
        return district
    lost = storm.chance.choice(grids)
    areas = tuple(area for area in district.areas if lost not in (area.id, area.parent_id))
    known = {area.id for area in areas}
    posts = tuple(post for post in district.appointments if post.area_id in known)
    kept = {post.person_id for post in posts}
    return replace(
        district, areas=areas, appointments=posts,
        people=tuple(person for person in district.people if person.id in kept),
        talk_points=tuple(point for point in district.talk_points if point.area_id in known),
    )  # fmt: skip
