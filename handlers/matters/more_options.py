"""What stands under 更多: all of it while it fits, else where it goes to and what it is lie behind one tap."""

from __future__ import annotations

from domain.matters.kinds import kind_of
from domain.matters.matter import Matter, State
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import BACK, Asking, Option, choose
from handlers.matters.abuse import may_be_none
from handlers.matters.handing_up import may_go_down, may_go_up
from handlers.matters.help_words import may_be_helped
from handlers.matters.mediating import may_be_mediated
from handlers.matters.metoo_desk import may_go_with_another
from handlers.matters.offered import with_others
from handlers.matters.packet_sending import may_go_to_hotline
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk
from handlers.matters.splitting import may_be_split
from handlers.matters.uniting import others_of
from handlers.matters.urgency import may_be_reclassified
from handlers.matters.wishes import may_wait
from handlers.turn import Turn

MOST_AT_ONCE = 11
ELSEWHERE = "elsewhere"
GOES = ("need", "up", "down", "hotline", "mediate", "trouble", "split", "unite", "abuse")
"""Where it goes, and what it is or is not."""


def ask_what(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Asking:
    """Ends in what she wants to do, "nothing" among it."""
    wanted = _wanted(turn, person, matter)
    own = [what for what in wanted if what not in turn.house.with_matter]  # a guest's row puts nothing out of reach
    goes = [what for what in wanted if what in GOES] if len(own) > MOST_AT_ONCE else []
    first = [what for what in wanted if what not in goes]
    behind = [ELSEWHERE] if goes else []
    options = [Option(what, phrase(f"more.{what}")) for what in (*first, *behind, "nothing")]
    what = yield from choose(
        "what", phrase("more.what", no=matter.number), options=options, rows=(2,), valid=lambda v: True
    )
    if what != ELSEWHERE:
        return what
    options = [*(Option(what, phrase(f"more.{what}")) for what in goes), Option(BACK, phrase("more.back"))]
    words = phrase("more.what_elsewhere", no=matter.number)
    return (yield from choose("where", words, options=options, rows=(2,), valid=lambda v: True))


def _wanted(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[str]:
    """In the order in which they stand."""
    desk = at_its_desk(turn, person, matter)
    wanted = ["kind", "place"]
    if not desk:  # whose card shows the whole way
        wanted.append("history")
    if desk and not kind_of(matter.kind).quiet and not matter.joined:
        wanted.append("trouble")
    if desk:
        wanted += ["join", "note"] if may_go_with_another(turn, matter) else ["note"]
    if may_go_up(turn, matter):
        wanted.append("up")
    if may_go_to_hotline(turn, person, matter):
        wanted.append("hotline")
    if desk and may_go_down(turn, matter):
        wanted.append("down")
    if may_wait(matter):
        wanted[:0] = ["extend"] if matter.paused else ["pause", "extend"]
    if may_be_reclassified(turn, person, matter):
        wanted.append("urgency")
    if matter.state is State.WAITING:
        wanted.insert(0, "close")
    if may_be_helped(turn, person, matter):
        wanted.insert(0, "help")
    if may_be_mediated(matter):
        wanted.append("mediate")
    if may_be_split(turn, person, matter):
        wanted.append("split")
    if others_of(turn, person, matter):
        wanted.append("unite")
    wanted += with_others(turn, person, matter)
    if not matter.show_phone:
        wanted.append("ask_phone")
    if may_be_none(turn, matter):
        wanted.append("abuse")
    return wanted
