"""A load of how people serve: every change an event, what was done in chat told first, and nothing left with nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.bootstrap import reactions
from bot.crafts.places import Places
from domain.areas import Spot
from domain.clocks import Clocks
from domain.events import Event
from domain.messages import Address
from domain.people.person import Ability
from domain.phrases import phrase
from handlers.roster.changing import Plan, carry_out
from handlers.turn import Contacts, House, Turn
from storage.transaction import Transaction
from tests.bot.roster.books import book, put
from tests.bot.roster.conftest import Operator
from tests.bot.roster.test_load import told
from tests.bot.roster.test_serving import FULL, column
from tests.storage.support import matter


def changed(operator: Operator, name: str) -> list[Mapping[str, object]]:
    """What was written down of her changes."""
    subject = f"person:{operator.id_of(name)}"
    events = operator.rows(lambda tx: tx.events.of(subject))
    return [event.facts for event in events if event.type == "RosterChanged"]


def edited_in_chat(operator: Operator, name: str) -> None:
    """马丽 gives her a limit of 3."""
    of_id, by_id = operator.id_of(name), operator.id_of("马丽")

    def act(tx: Transaction) -> None:
        house = House(Clocks(), Contacts("0931-5550100"), Places(tx.areas.tree().areas.values()), reactions=reactions())
        plan = Plan("most", {of_id: phrase("roster.line_no_limit", member=name)}, ability=Ability(of_id, most=3))
        carry_out(Turn(tx, house), tx.people.get(by_id), plan)

    operator.rows(act)


def test_each_person_who_changes_has_an_event_of_codes(operator: Operator) -> None:
    operator.loads()
    operator.loads(*FULL)
    assert changed(operator, "王芳") == [
        {"how": "file", "what": "member_added"},
        {"how": "file", "what": "first_in lead most night refuses resources since skills until"},
    ]
    assert changed(operator, "马丽") == [
        {"how": "file", "what": "coordinator_added"},
        {"how": "file", "what": "resources"},
    ]


def test_a_load_is_known_by_the_digest_of_its_files(operator: Operator) -> None:
    operator.loads()
    operator.loads(put("委员", "A2", "王小芳"))
    first, second = (event.facts["digest"] for event in operator.rows(lambda tx: tx.events.of("district")))
    assert len(str(first)) == len(str(second)) == 64
    assert first != second


def test_what_was_edited_in_chat_stays_when_the_sheet_says_nothing_of_it(operator: Operator) -> None:
    operator.loads()
    edited_in_chat(operator, "王芳")
    operator.loads(put("委员", "A3", "张大伟"))
    assert "在聊天里改过" not in operator.out
    assert operator.rows(lambda tx: [ability.most for ability in tx.abilities.all()]) == [3]


def test_what_a_load_undoes_of_a_change_in_chat_is_told_before(operator: Operator) -> None:
    operator.loads()
    edited_in_chat(operator, "王芳")
    operator.loads(column("委员", "最多几件", "", ""))
    assert "王芳：最多几件：不限" in operator.out
    assert "! 王芳：马丽" in operator.out
    assert "在聊天里改过，装上就按表里的" in operator.out


def test_the_roster_as_it_runs_holds_what_was_edited_in_chat(operator: Operator) -> None:
    operator.loads()
    edited_in_chat(operator, "王芳")
    now = operator.folder / "now.xlsx"
    assert operator.does("template", "--current", "--out", now) == 0
    assert operator.does("load", "--yes", now) == 0
    assert operator.out == "没有变化\n"


def test_whose_service_is_over_hands_on_what_she_has(operator: Operator) -> None:
    operator.loads()
    wang, zhang = operator.id_of("王芳"), operator.id_of("张伟")

    def act(tx: Transaction) -> None:
        for number, person_id in enumerate((wang, zhang)):
            tx.people.bind(person_id, Address("telegram", str(500 + number)))
        grid = tx.areas.tree().grids()[0].id
        due = tx.now + timedelta(days=1)
        filed = replace(matter("m", owner_id=wang, reporter_id=zhang), spot=Spot(grid, "桃源里"), result_due_at=due)
        tx.matters.add(filed)
        tx.events.append(Event(filed.subject, "MatterFiled", tx.now, zhang, told(filed)))

    operator.rows(act)
    operator.loads(column("委员", "到哪天", "2020-01-01", ""))
    assert operator.rows(lambda tx: tx.matters.get("m").owner_id) != wang


def test_a_desk_that_would_end_is_refused(operator: Operator) -> None:
    operator.loads()
    assert operator.does("load", "--yes", book(operator.folder, column("值班", "到哪天", "2099-12-31"))) == 1
    assert "上面没有人值班" in operator.err
