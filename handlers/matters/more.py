"""更多: the member's and the desk's second row of things to do with a matter."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Spot
from domain.errors import NoLongerPossible
from domain.events import Content
from domain.matters.kinds import KINDS, kind_of, likely_kinds, private
from domain.matters.matter import Act, Matter, State, Tier
from domain.open import OpenDialog
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.matters.abuse import may_be_none, say_so
from handlers.matters.assigning import reclassify, resident_name
from handlers.matters.calling import CALL
from handlers.matters.closing import CLOSE
from handlers.matters.extending import EXTEND
from handlers.matters.handing_on import HAND_ON
from handlers.matters.handing_up import HAND_DOWN, HAND_UP, may_go_down, may_go_up
from handlers.matters.help_words import may_be_helped
from handlers.matters.helping import HELP
from handlers.matters.lists import show_timeline
from handlers.matters.mediating import MEDIATE, may_be_mediated
from handlers.matters.metoo_desk import GO_WITH, may_go_with_another
from handlers.matters.metoo_words import whom
from handlers.matters.noting import NOTE, NOTE_ROLE
from handlers.matters.packet_sending import TO_HOTLINE, may_go_to_hotline
from handlers.matters.pausing import PAUSE
from handlers.matters.place_mending import told_place
from handlers.matters.places import Whereabouts, locate
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_work_on
from handlers.matters.splitting import SPLIT_IN_TWO, may_be_split
from handlers.matters.talking import line_as_it_is, say_ready
from handlers.matters.trouble import MARK
from handlers.matters.uniting import UNITE, others_of
from handlers.matters.urgency import URGENCY, may_be_reclassified
from handlers.matters.wishes import may_wait
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

READY = ("on_my_way", "tomorrow", "reported", "parts")


# ---- member --------------------------------------------------------------------------------------------------------


def ask_member(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (what, detail)."""
    matter = turn.tx.matters.get(dialog.subject)
    what = yield from choose(
        "what",
        phrase("more.what", no=matter.number),
        options=_member_options(turn, person, matter),
        rows=(2,),
        valid=lambda v: True,
    )
    if what == "kind":
        codes = list(dict.fromkeys([*(code for code, _ in likely_kinds(_said(turn, matter))[:3]), *KINDS]))
        kind = yield from choose(
            "kind",
            phrase("more.kind"),
            options=[Option(code, phrase(KINDS[code].name_key)) for code in codes],
            rows=(3,),
            valid=KINDS.__contains__,
        )
        return what, kind
    if what == "place":
        return what, (yield from locate(Whereabouts(turn, person), "place"))
    return what, None


def _said(turn: Turn[MattersTransaction], matter: Matter) -> str:
    return " ".join(content.text for content in turn.tx.contents.of(matter.subject) if _hers(matter, content))


def _hers(matter: Matter, content: Content) -> bool:
    """A coordinator may be the resident too; what she noted for the desk is not what she said."""
    return content.by == matter.reporter_id and content.role != NOTE_ROLE


def _member_options(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> list[Option]:
    wanted = ["kind", "place"]
    if not at_its_desk(turn, person, matter):  # whose card shows the whole way
        wanted.append("history")
    if at_its_desk(turn, person, matter) and not kind_of(matter.kind).quiet and not matter.joined:
        wanted.append("trouble")
    if at_its_desk(turn, person, matter):
        wanted += ["join", "note"] if may_go_with_another(turn, matter) else ["note"]
    if may_go_up(turn, matter):
        wanted.append("up")
    if may_go_to_hotline(turn, person, matter):
        wanted.append("hotline")
    if at_its_desk(turn, person, matter) and may_go_down(turn, matter):
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
    if not matter.show_phone:
        wanted.append("ask_phone")
    if may_be_none(turn, matter):
        wanted.append("abuse")
    return [Option(what, phrase(f"more.{what}")) for what in (*wanted, "nothing")]


def do_member(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[str, object]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    what, detail = result
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    match what:
        case "close":
            begin(turn, person, CLOSE, subject=matter.id)
        case "kind":
            set_kind(turn, person, matter, str(detail))
        case "trouble":
            begin(turn, person, MARK, subject=matter.id)
        case "join":
            begin(turn, person, GO_WITH, subject=matter.id)
        case "note":
            begin(turn, person, NOTE, subject=matter.id)
        case "abuse":
            say_so(turn, person, matter)
        case "help":
            begin(turn, person, HELP, subject=matter.id)
        case "pause":
            begin(turn, person, PAUSE, subject=matter.id)
        case "extend":
            begin(turn, person, EXTEND, subject=matter.id)
        case "urgency":
            begin(turn, person, URGENCY, subject=matter.id)
        case "mediate":
            begin(turn, person, MEDIATE, subject=matter.id)
        case "split":
            begin(turn, person, SPLIT_IN_TWO, subject=matter.id)
        case "unite":
            begin(turn, person, UNITE, subject=matter.id)
        case "up":
            begin(turn, person, HAND_UP, subject=matter.id)
        case "hotline":
            begin(turn, person, TO_HOTLINE, subject=matter.id)
        case "down":
            begin(turn, person, HAND_DOWN, subject=matter.id)
        case "place":
            assert isinstance(detail, Spot)
            correct_place(turn, person, matter, detail)
        case "history":
            show_timeline(turn, person, matter)
        case "ask_phone":
            begin(turn, turn.tx.people.get(matter.reporter_id), CALL, subject=matter.id, draft={"asked": True})
            send(turn, person, phrase("more.phone_asked", resident=resident_name(turn, matter)), about=matter.subject)


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


def set_kind(turn: Turn[MattersTransaction], person: Person, matter: Matter, code: str) -> None:
    """One tap; the clocks follow the kind, but only a desk's own word calls danger off. Raises NoLongerPossible."""
    if code not in KINDS:
        raise NoLongerPossible(f"kind {code}")
    before, matter = matter, replace(matter, kind=code)
    if private(matter) is not private(before):  # of what is about a person no line is kept for lists
        matter = replace(matter, what=line_as_it_is(turn, matter))
    turn.tx.matters.save(matter)
    tier, results = turn.house.practice.tier_of(code, turn.today), turn.house.clocks.results
    tier = Tier.COMPLEX if matter.wish else tier
    other_time = tier is not matter.tier or results.get(code) != results.get(before.kind)
    moves = matter.in_hand and matter.tier is not Tier.DANGER and other_time
    if moves and matter.joined:  # it may leave what it waits for by this: its new time is told once
        reclassify(turn, matter, tier, person.id)
    tell(turn, matter.subject, "KindSet", by=person.id, kind=code)
    if moves and not matter.joined:
        reclassify(turn, matter, tier, person.id)


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
