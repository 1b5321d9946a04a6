"""更多: the member's and the desk's second row of things to do with a matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from domain.areas import Spot
from domain.matters.kinds import KINDS, likely_kinds
from domain.matters.matter import Act, Matter
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.matters.abuse import say_so
from handlers.matters.assigning import resident_name
from handlers.matters.calling import CALL
from handlers.matters.closing import CLOSE
from handlers.matters.extending import EXTEND
from handlers.matters.handing_on import HAND_ON
from handlers.matters.handing_up import HAND_DOWN, HAND_UP
from handlers.matters.helping import HELP
from handlers.matters.lists import show_timeline
from handlers.matters.mediating import MEDIATE
from handlers.matters.metoo_desk import GO_WITH
from handlers.matters.metoo_words import whom
from handlers.matters.more_options import ask_what
from handlers.matters.noting import NOTE
from handlers.matters.packet_sending import TO_HOTLINE
from handlers.matters.pausing import PAUSE
from handlers.matters.place_mending import told_place
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.matters.sorting import ask_about_whom, said_in, set_kind
from handlers.matters.splitting import SPLIT_IN_TWO
from handlers.matters.talking import say_ready
from handlers.matters.trouble import MARK
from handlers.matters.uniting import UNITE
from handlers.matters.urgency import URGENCY
from handlers.speaking import send
from handlers.turn import Turn

READY = ("on_my_way", "tomorrow", "reported", "parts")
BEGINS: Mapping[str, Script] = {
    "close": CLOSE, "help": HELP, "pause": PAUSE, "extend": EXTEND, "urgency": URGENCY, "note": NOTE, "join": GO_WITH,
    "trouble": MARK, "up": HAND_UP, "down": HAND_DOWN, "hotline": TO_HOTLINE, "mediate": MEDIATE,
    "split": SPLIT_IN_TWO, "unite": UNITE,
}  # fmt: skip
"""What is a dialog of its own."""


# ---- member --------------------------------------------------------------------------------------------------------


def ask_member(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (what, detail)."""
    matter = turn.tx.matters.get(dialog.subject)
    what = yield from ask_what(turn, person, matter)
    if what == "kind":
        codes = list(dict.fromkeys([*(code for code, _ in likely_kinds(said_in(turn, matter))[:3]), *KINDS]))
        kind = yield from choose(
            "kind",
            phrase("more.kind"),
            options=[Option(code, phrase(KINDS[code].name_key)) for code in codes],
            rows=(3,),
            valid=KINDS.__contains__,
        )
        return what, (kind, (yield from ask_about_whom(turn, person, matter, kind)))
    if what == "place":
        return what, (yield from locate(Whereabouts(turn, person), "place"))
    return what, None


def do_member(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[str, object]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    what, detail = result
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    match what:
        case "kind":
            assert isinstance(detail, tuple)
            set_kind(turn, person, matter, *detail)
        case "place":
            assert isinstance(detail, Spot)
            correct_place(turn, person, matter, detail)
        case "abuse":
            say_so(turn, person, matter)
        case "history":
            show_timeline(turn, person, matter)
        case "ask_phone":
            begin(turn, turn.tx.people.get(matter.reporter_id), CALL, subject=matter.id, draft={"asked": True})
            send(turn, person, phrase("more.phone_asked", resident=resident_name(turn, matter)), about=matter.subject)
        case _ if what in BEGINS:
            begin(turn, person, BEGINS[what], subject=matter.id)
        case _ if what in turn.house.with_matter:
            turn.house.with_matter[what].begin(turn, person, matter)


def correct_place(turn: Turn[MattersTransaction], person: Person, matter: Matter, spot: Spot) -> None:
    """The words and the pin are put right at once; when the place is another grid's, it is asked whose it is."""
    members = {a.person_id for a in turn.tx.roster.of_area(spot.grid_id, Role.MEMBER)} if spot.grid_id else set()
    moves = bool(matter.spot.grid_id) and spot.grid_id != matter.spot.grid_id and matter.owner_id not in members
    placed = replace(spot, grid_id=matter.spot.grid_id) if moves else spot
    corrected = replace(matter, spot=placed)
    turn.tx.matters.save(corrected)
    told_place(turn, person, matter, corrected)
    send(turn, person, phrase("more.place_set"), about=matter.subject, silent=True)
    if moves and matter.can(Act.ASSIGN):
        begin(turn, person, HAND_ON, subject=matter.id)


MORE = Script("more", ask_member, do_member)


# ---- ready phrases -------------------------------------------------------------------------------------------------


def ask_ready(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    matter = turn.tx.matters.get(dialog.subject)
    options = [Option(key, phrase(f"ready.{key}")) for key in READY]
    return (
        yield from choose(
            "which",
            phrase("ready.which", to=whom(turn, matter)),
            options=[*options, Option("nothing", phrase("more.nothing"))],
        )
    )


def do_ready(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, key: str) -> None:
    if key != "nothing":
        say_ready(turn, person, turn.tx.matters.get(dialog.subject), key)


READY_PHRASES = Script("ready", ask_ready, do_ready)
