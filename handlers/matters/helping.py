"""请人帮忙: colleagues are asked for a hand by skill, by thing or by name; whoever asks keeps the lead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from domain.duty.helping import MOST, HelpState, Wanted, asked_for
from domain.duty.skills import suited
from domain.errors import NoLongerPossible
from domain.matters.matter import Matter
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.matters.assigning import owner_name
from handlers.matters.cards import short_of, what_of
from handlers.matters.finder import PERSON, SKILL, near, skill_name, wanted_in, who_can
from handlers.matters.help_answers import let_go
from handlers.matters.help_calls import AT_ONCE, ask_people, not_to_be_asked, several, to_desk
from handlers.matters.help_words import in_state, may_be_helped
from handlers.matters.metoo_words import whom
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.matters.talking import Saying, from_member
from handlers.roles import members_at
from handlers.speaking import send
from handlers.turn import Turn

OFFERED, COLLEAGUES, MOST_MATTERS = 4, 2, 6
DESK, SAY, NOTHING = "desk", "say", "nothing"


# ---- whom ----------------------------------------------------------------------------------------------------------


def ask_for(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (a matter's id, a `Wanted` as text, "desk", "say" for words that were meant for the resident, "-<id>" of
    a helper who is let go, or "nothing"). Raises NoLongerPossible.
    """
    matter_id = dialog.subject or (yield from _which(turn, person))
    if matter_id == NOTHING:
        return "", NOTHING
    matter = turn.tx.matters.get(matter_id)
    if not may_be_helped(turn, person, matter):
        raise NoLongerPossible(matter_id)
    said = str(dialog.draft.get("said", ""))
    choice = (yield from _sure(turn, matter, said)) if said else (yield from _whom(turn, matter))
    n = 0
    while choice.startswith("?"):
        n += 1
        choice = yield Question(
            f"again.{n}", (phrase("help.none", what=choice[1:]),),
            (Option(DESK, phrase("help.to_desk")), Option(NOTHING, phrase("help.nothing"))),
            read=lambda given: _read(turn, given), valid=lambda value: True,
        )  # fmt: skip
    return matter_id, choice


def _which(turn: Turn[MattersTransaction], person: Person) -> Asking:
    mine = [m for m in turn.tx.matters.of_owner(person.id) if may_be_helped(turn, person, m)][:MOST_MATTERS]
    options = [Option(m.id, phrase("tap.open", no=m.number, what=short_of(m))) for m in mine]
    options.append(Option(NOTHING, phrase("help.nothing")))
    return (yield from choose("which", phrase("help.which"), options=options, valid=lambda value: True))


def _whom(turn: Turn[MattersTransaction], matter: Matter) -> Asking:
    helpers = turn.tx.helpers.of(matter.id)
    busy = in_state(helpers, HelpState.HELPING)
    options = [] if len(busy) >= MOST else _offered(turn, matter)
    options += [Option(f"-{h.person_id}", phrase("help.let_go", member=_name(turn, h.person_id))) for h in busy]
    options.append(Option(NOTHING, phrase("help.nothing")))
    if len(busy) >= MOST:
        return (yield from choose("full", phrase("help.full", n=MOST), options=options, valid=lambda value: True))
    words = phrase("help.whom", no=matter.number, what=what_of(matter))
    return (
        yield Question(
            "whom", (words,), tuple(options), read=lambda given: _read(turn, given), valid=lambda value: True, rows=(2,)
        )
    )


def _read(turn: Turn[MattersTransaction], given: Inbound) -> str | None:
    """What was typed, found; else it with a question mark before it."""
    if not given.text:
        return None
    wanted = wanted_in(turn, given.text)
    return wanted.text if wanted is not None else f"?{asked_for(given.text) or given.text.strip()[:40]}"


def _offered(turn: Turn[MattersTransaction], matter: Matter) -> list[Option]:
    """Skills that suit its kind, the colleagues of the place, then whatever else somebody in the street can do."""
    suit = suited(matter.kind)
    others = [skill for skill in turn.tx.hands.skills() if skill not in suit]
    first = _by_skill(turn, matter, suit)
    return [*first, *_colleagues(turn, matter), *_by_skill(turn, matter, others)[: OFFERED - len(first)]]


def _by_skill(turn: Turn[MattersTransaction], matter: Matter, skills: Sequence[str]) -> list[Option]:
    """Of these the first few that somebody in the street has."""
    out = not_to_be_asked(turn, matter)
    options: list[Option] = []
    for skill in skills:
        if len(options) == OFFERED:
            break
        in_street = takewhile(lambda each: each.near, who_can(turn, matter, Wanted(SKILL, skill), out))
        found = list(islice(in_street, AT_ONCE))
        if found:
            label = phrase("help.tap_skill", skill=skill_name(skill), n=len(found))
            options.append(Option(Wanted(SKILL, skill).text, label))
    return options


def _colleagues(turn: Turn[MattersTransaction], matter: Matter) -> list[Option]:
    out = not_to_be_asked(turn, matter)
    beside = [other for other in members_at(turn, matter.spot) if other.id not in out][:COLLEAGUES]
    return [Option(Wanted(PERSON, o.id).text, phrase("help.tap_person", member=owner_name(o))) for o in beside]


def _name(turn: Turn[MattersTransaction], person_id: str) -> object:
    return owner_name(turn.tx.people.get(person_id))


def _sure(turn: Turn[MattersTransaction], matter: Matter, said: str) -> Asking:
    """ "谁会修水管？", said and not asked for: colleagues are meant, or the resident."""
    wanted = wanted_in(turn, said)
    if wanted is None:
        return f"?{asked_for(said)}"
    found = near(turn, matter, wanted, not_to_be_asked(turn, matter), AT_ONCE)
    options = [
        Option(wanted.text, phrase("help.ask_them", people=several(found))),
        Option(SAY, phrase("help.say_it", resident=whom(turn, matter))),
        Option(NOTHING, phrase("help.nothing")),
    ]
    words = phrase("help.sure", line=said, no=matter.number, what=what_of(matter))
    if not found:
        return f"?{asked_for(said)}"
    return (yield from choose("sure", words, options=options, valid=lambda value: True))


# ---- asking --------------------------------------------------------------------------------------------------------


def do_ask(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: tuple[str, str]) -> None:
    """Raises NotAllowed."""
    matter_id, choice = chosen
    if choice == NOTHING:
        send(turn, person, phrase("small.ok"))
        return
    matter = turn.tx.matters.get(matter_id)
    must_work_on(turn, person, matter)
    if choice == SAY:
        from_member(turn, person, matter, Saying(str(dialog.draft["said"]), (), str(dialog.draft.get("handle", ""))))
        return
    if choice == DESK:
        to_desk(turn, person, matter)
    elif choice.startswith("-"):
        let_go(turn, person, matter, choice[1:])
    elif not ask_people(turn, person, matter, Wanted.of(choice)):
        send(turn, person, phrase("help.nobody_now", desk=turn.house.contacts.desk), about=matter.subject)


HELP = Script("help", ask_for, do_ask, calm=True)


def asked_colleagues(turn: Turn[MattersTransaction], person: Person, inbound: Inbound, matter_id: str = "") -> bool:
    """Words of somebody at work that ask who can do something: colleagues may be meant, and that is asked.

    Only where there is somebody who can. `matter_id` is "" for what is said to nothing in particular.
    """
    if inbound.media or not asked_for(inbound.text) or wanted_in(turn, inbound.text) is None:
        return False
    mine = [m for m in turn.tx.matters.of_owner(person.id) if may_be_helped(turn, person, m)]
    if matter_id:
        mine = [turn.tx.matters.get(matter_id)]
    if not mine or not may_be_helped(turn, person, mine[0]):
        return False
    subject = mine[0].id if len(mine) == 1 else ""
    begin(turn, person, HELP, subject=subject, draft={"said": inbound.text, "handle": inbound.handle})
    return True
