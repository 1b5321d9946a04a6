"""不归我 and 派给: the right grid is proposed, a second tap hands the matter over, the desk is informed."""

from __future__ import annotations

from domain.areas import Area, Spot
from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.assigning import anybody, assign, owner_name
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.roles import desk_for, holds, on_duty
from handlers.speaking import send
from handlers.telling import tell
from handlers.texts.say import Named
from handlers.turn import Turn

DESK = "desk"
MINE = "mine"
OTHERS = "others"


def ask_whose(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a grid's id, "desk", or "mine" (changed her mind)."""
    matter = turn.tx.matters.get(dialog.subject)
    likely = likely_grids(turn, matter)
    options = [_to_grid(turn, grid) for grid in likely]
    options += [
        Option(OTHERS, phrase("hand.others")),
        Option(DESK, phrase("hand.desk")),
        Option(MINE, phrase("hand.mine")),
    ]
    words = (
        phrase("hand.likely", area=_named(likely[0]), member=owner_name(_first(turn, likely[0])))
        if likely
        else phrase("hand.unsure")
    )
    choice = yield from choose("whose", words, options=options, valid=lambda value: True)
    if choice == OTHERS:
        others = [
            grid for grid in turn.tx.areas.tree().grids() if grid.id != matter.spot.grid_id and grid not in likely
        ]
        options = [*(_to_grid(turn, grid) for grid in others), Option(DESK, phrase("hand.desk"))]
        choice = yield from choose("which", phrase("hand.which"), options=options, rows=(2,), valid=lambda value: True)
    return choice


def likely_grids(turn: Turn[MattersTransaction], matter: Matter) -> list[Area]:
    """Where the pin or the words say the place is, when that is another grid than the one it was given to."""
    tree, gazetteer = turn.tx.areas.tree(), turn.house.gazetteer
    ids: list[str] = []
    if matter.spot.lat is not None and matter.spot.lon is not None:
        ids += gazetteer.at(matter.spot.lat, matter.spot.lon)
    said = " ".join([matter.spot.label, *(c.text for c in turn.tx.contents.of(matter.subject) if c.role == "report")])
    ids += [guess.grid_id for guess in gazetteer.find(said)]
    return [tree.areas[i] for i in dict.fromkeys(ids) if i in tree.areas and i != matter.spot.grid_id][:2]


def _first(turn: Turn[MattersTransaction], grid: Area) -> Person:
    able = on_duty(turn, grid.id) or desk_for(turn, grid.id)
    return able[0] if able else anybody(turn)


def _to_grid(turn: Turn[MattersTransaction], grid: Area) -> Option:
    return Option(grid.id, phrase("hand.to", member=owner_name(_first(turn, grid)), area=_named(grid)))


def _named(area: Area) -> object:

    return Named(area.name, area.name_en)


def hand_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, choice: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if choice == MINE:
        return
    must_work_on(turn, person, matter)
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(choice)
    if choice == DESK:
        desks = [p for p in desk_for(turn, matter.spot.grid_id) if p.id != person.id]
        to = desks[0] if desks else anybody(turn)
        assign(turn, matter, to, by=person.id, why="return")
    else:
        grid = turn.tx.areas.tree().areas[choice]
        to = _first(turn, grid)
        assign(
            turn,
            matter,
            to,
            by=person.id,
            why="transfer",
            spot=Spot(grid.id, matter.spot.label, matter.spot.lat, matter.spot.lon),
        )
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject)


HAND_ON = Script("hand_on", ask_whose, hand_on)


# ---- the desk gives it to somebody ---------------------------------------------------------------------------------


def ask_to_whom(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a member's id."""
    matter = turn.tx.matters.get(dialog.subject)
    grid_id = matter.spot.grid_id
    if not grid_id:
        grids = turn.tx.areas.tree().grids()
        likely = likely_grids(turn, matter)
        ordered = [*likely, *(g for g in grids if g not in likely)]
        grid_id = yield from choose(
            "grid",
            phrase("give.which_grid"),
            options=[Option(g.id, g.called(person.language)) for g in ordered],
            rows=(2,),
            valid=lambda v: True,
        )
    near = on_duty(turn, grid_id)
    members = [p for p in near if p.id != matter.owner_id]
    for grid in turn.tx.areas.tree().grids():
        if len(members) < 6 and grid.id != grid_id:
            members += [p for p in on_duty(turn, grid.id)[:1] if p.id != matter.owner_id and p not in members]
    options = [Option(p.id, phrase("give.to", member=owner_name(p))) for p in members]
    to = yield from choose(
        "to",
        phrase("give.whom", no=matter.number),
        options=[*options, Option(person.id, phrase("give.me"))],
        rows=(2,),
        valid=lambda v: True,
    )
    return grid_id, to


def give(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[str, str]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    grid_id, to_id = result
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    to = turn.tx.people.get(to_id)
    spot = Spot(grid_id or matter.spot.grid_id, matter.spot.label, matter.spot.lat, matter.spot.lon)
    assign(turn, matter, to, by=person.id, why="desk", spot=spot)
    if to.id != person.id:
        send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject)


GIVE = Script("give", ask_to_whom, give)


def gone(turn: Turn[MattersTransaction], person: Person) -> None:
    """A member blocked the bot: each matter in her hands goes to the next who can act, in this same transaction, and the desk hears of it."""
    for matter in turn.tx.matters.of_owner(person.id):
        if matter.can(Act.ASSIGN):
            able = [p for p in (on_duty(turn, matter.spot.grid_id) if matter.spot.grid_id else []) if p.id != person.id]
            able = able or [p for p in desk_for(turn, matter.spot.grid_id) if p.id != person.id] or [anybody(turn)]
            assign(turn, matter, able[0], by="", why="gone")
    if holds(turn, person, Role.MEMBER):
        tell(turn, f"person:{person.id}", "MemberUnreachable")
        for appointment in turn.tx.roster.of_person(person.id)[:1]:
            for coordinator in desk_for(turn, appointment.area_id)[:1]:
                send(turn, coordinator, phrase("desk.member_gone", member=owner_name(person)), silent=True)
