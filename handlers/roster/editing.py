"""What somebody can do, how many and which kinds she takes, since when, at night: each asked in one question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from domain.areas import AreaKind
from domain.errors import NoLongerPossible
from domain.matters.kinds import KINDS
from domain.open import OpenDialog
from domain.people.person import Ability, Appointment, Person, Role
from domain.phrases import Phrase, phrase
from handlers.days import day_said
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.assigning import owner_name
from handlers.matters.finder import skill_name
from handlers.questions import typed, until_read
from handlers.roster.asking import NEVER, NOW, agreed, number_said
from handlers.roster.changing import Plan
from handlers.roster.finishing import done
from handlers.roster.lending import ask_lent
from handlers.roster.naming import kind_called, parts, skill_called
from handlers.roster.person_page import kinds_named
from handlers.roster.ports import RosterTransaction
from handlers.roster.scope import person_in_scope, posts_in_scope
from handlers.texts.say import Named, Several, ShortDay
from handlers.turn import Turn

OFFERED_SKILLS = ("plumbing", "electric", "law", "accounting", "nursing", "mediation")
LIMITS = ("3", "5", "8")
NO_LIMIT, NONE = "0", "-"
MOST = 99
TAKES, REFUSES = "takes", "refuses"
Turned = Turn[RosterTransaction]


def ask_edit(turn: Turned, person: Person, dialog: OpenDialog) -> Asking:
    """By `what` of the draft. Ends in a Plan or None. Raises NotAllowed, NoLongerPossible."""
    whom = person_in_scope(turn, person, dialog.subject)
    asked = QUESTIONS.get(str(dialog.draft.get("what", "")))
    if asked is None:
        raise NoLongerPossible(dialog.subject)
    plan = yield from asked(turn, person, whom)
    return (yield from agreed(turn, plan)) if plan is not None else None


def edit(turn: Turned, person: Person, dialog: OpenDialog, plan: Plan | None) -> None:
    """Raises NotAllowed."""
    done(turn, person, plan)


EDIT = Script("roster_edit", ask_edit, edit, calm=True)


def _able(whom: Person, what: str, ability: Ability, line: Phrase) -> Plan:
    return Plan(what, {whom.id: line}, ability=ability)


def skills(turn: Turned, person: Person, whom: Person) -> Asking:
    """One tap adds or takes off a common one; typed words are all of them."""
    now = turn.tx.abilities.of(whom.id)
    options = [Option(f"-{skill}", phrase("roster.skill_off", skill=skill_name(skill))) for skill in now.skills[:4]]
    offered = [skill for skill in OFFERED_SKILLS if skill not in now.skills]
    options += [Option(f"+{skill}", phrase("roster.skill_on", skill=skill_name(skill))) for skill in offered]
    known = Several(tuple(map(skill_name, now.skills))) if now.skills else phrase("roster.none")
    said = yield Question(
        "skills", (phrase("roster.ask_skills", member=owner_name(whom), skills=known),), tuple(options),
        typed(lambda words: "=" + "、".join(map(skill_called, parts(words))) if parts(words) else None),
        lambda value: True, rows=(2,),
    )  # fmt: skip
    chosen = set(parts(said[1:])) if said[0] == "=" else set(now.skills) ^ {said[1:]}
    new = tuple(sorted(chosen))
    named = Several(tuple(map(skill_name, new))) if new else phrase("roster.none")
    line = phrase("roster.line_skills", member=owner_name(whom), skills=named)
    return _able(whom, "skills", replace(now, skills=new), line)


def most(turn: Turned, person: Person, whom: Person) -> Asking:
    now = turn.tx.abilities.of(whom.id)
    options = [Option(n, phrase("roster.limit", n=n)) for n in LIMITS] + [Option(NO_LIMIT, phrase("roster.no_limit"))]
    in_hand = len(turn.tx.matters.of_owner(whom.id))
    words = phrase("roster.ask_most", member=owner_name(whom), n=in_hand)
    limit = int((yield from until_read("most", words, _number, phrase("roster.most_wrong"), options, (4,))))
    line = phrase("roster.line_most", member=owner_name(whom), n=limit)
    return _able(
        whom, "most", replace(now, most=limit),
        line if limit else phrase("roster.line_no_limit", member=owner_name(whom)),
    )  # fmt: skip


def _number(words: str) -> str | None:
    digits = "".join(c for c in words if c.isdigit())
    return str(int(digits)) if digits and int(digits) <= MOST else None


def kinds(turn: Turned, person: Person, whom: Person) -> Asking:
    """Every kind, or typed names of those she takes alone or does not take."""
    now = turn.tx.abilities.of(whom.id)
    member = owner_name(whom)
    options = (
        Option(NONE, phrase("roster.every_kind")),
        Option(REFUSES, phrase("roster.not_these")),
        Option(TAKES, phrase("roster.only_these")),
    )
    which = yield from choose("which", phrase("roster.ask_kinds", member=member), options=options)
    if which == NONE:
        line = phrase("roster.line_every_kind", member=member)
        return _able(whom, "kinds", replace(now, takes=(), refuses=()), line)
    every = Several(tuple(phrase(kind.name_key) for kind in KINDS.values()))
    hint = phrase("roster.kinds_wrong", kinds=every)
    codes = tuple(sorted((yield from until_read("kinds", phrase(f"roster.ask_{which}"), _codes, hint)).split()))
    line = phrase(f"roster.line_{which}", member=member, kinds=kinds_named(codes))
    new = replace(now, takes=codes) if which == TAKES else replace(now, refuses=codes)
    return _able(whom, "kinds", new, line)


def _codes(words: str) -> str | None:
    """None when one of them is no kind."""
    codes = [kind_called(part) for part in parts(words)]
    return " ".join(codes) if codes and all(codes) else None


def days(turn: Turned, person: Person, whom: Person) -> Asking:
    """Since when and until when, of all that is hers here."""
    member = owner_name(whom)
    now, never = Option(NOW, phrase("roster.since_now")), Option(NEVER, phrase("roster.until_never"))
    hint = phrase("roster.day_wrong")
    since = yield from until_read(
        "since", phrase("roster.ask_since", member=member), lambda words: day_said(turn, words), hint, (now,)
    )
    until = yield from until_read(
        "until", phrase("roster.ask_until", member=member), lambda words: _later(since, day_said(turn, words)),
        hint, (never,),
    )  # fmt: skip
    from_on = None if since == NOW else date.fromisoformat(since)
    to_on = None if until == NEVER else date.fromisoformat(until)
    posts = tuple(replace(p, from_on=from_on, to_on=to_on) for p in posts_in_scope(turn, person, whom.id))
    return Plan("days", {whom.id: _days_line(member, from_on, to_on)}, posts)


def _days_line(member: Named | Phrase, from_on: date | None, to_on: date | None) -> Phrase:
    first, last = (ShortDay(day) if day else None for day in (from_on, to_on))
    if first and last:
        return phrase("roster.line_days", member=member, first=first, last=last)
    if first:
        return phrase("roster.line_since", member=member, first=first)
    return (
        phrase("roster.line_until", member=member, last=last) if last else phrase("roster.line_no_end", member=member)
    )


def _later(since: str, day: str | None) -> str | None:
    return day if day is not None and (since == NOW or day >= since) else None


def flags(turn: Turned, person: Person, whom: Person) -> Asking:
    """Each of her areas: leads its group, is called there at night; one tap turns one of them round."""
    posts = posts_in_scope(turn, person, whom.id)
    turned = dict(_flags(turn, posts))
    options = [Option(value, label) for value, (label, _) in turned.items()]
    said = yield from choose("flag", phrase("roster.ask_flags", member=owner_name(whom)), options=options)
    label, post = turned[said]
    line = phrase("roster.line_flag", member=owner_name(whom), flag=label)
    return Plan("lead" if said.startswith("lead") else "night", {whom.id: line}, (post,))


def _flags(turn: Turned, posts: Sequence[Appointment]) -> Iterator[tuple[str, tuple[Phrase, Appointment]]]:
    areas = turn.tx.areas.tree().areas
    for post in posts:
        area = areas[post.area_id]
        name = Named(area.name, area.name_en)
        if post.role is Role.MEMBER and area.kind is AreaKind.GRID:
            key = "roster.lead_off" if post.lead else "roster.lead_on"
            yield f"lead|{area.id}|{post.role}", (phrase(key, area=name), replace(post, lead=not post.lead))
        key = "roster.night_off" if post.night else "roster.night_on"
        yield f"night|{area.id}|{post.role}", (phrase(key, area=name), replace(post, night=not post.night))


def phone(turn: Turned, person: Person, whom: Person) -> Asking:
    """Her number on the roster, which only desks see."""
    words = phrase("roster.ask_phone", member=owner_name(whom))
    said = yield from until_read("phone", words, number_said, phrase("roster.phone_wrong"))
    posts = tuple(replace(post, phone=said) for post in posts_in_scope(turn, person, whom.id))
    return Plan("phone", {whom.id: phrase("roster.line_phone", member=owner_name(whom), phone=said)}, posts)


QUESTIONS: dict[str, Callable[[Turned, Person, Person], Asking]] = {
    "skills": skills,
    "most": most,
    "kinds": kinds,
    "days": days,
    "flags": flags,
    "night": flags,
    "lent": ask_lent,
    "phone": phone,
}
