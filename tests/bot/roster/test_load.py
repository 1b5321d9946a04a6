"""`load` as an operator meets it: shown first, put in force after a yes, all or nothing, nobody lost."""

from __future__ import annotations

from collections.abc import Callable

from openpyxl.workbook import Workbook

from domain.areas import Spot
from domain.events import Event
from domain.matters.matter import Matter, State
from domain.messages import Address
from domain.people.person import Person, Role
from storage.transaction import Transaction
from tests.bot.roster.books import add, book, put
from tests.bot.roster.conftest import Operator
from tests.storage.support import matter


def without_zhang(workbook: Workbook) -> None:
    workbook["委员"].delete_rows(3)


LEFT_OUT = (without_zhang, put("委员", "D2", "桃源一网格、桃源二网格"), put("委员", "E2", None))


def test_the_first_load_says_what_it_brings_and_a_second_changes_nothing(operator: Operator) -> None:
    operator.loads()
    assert "网格 +2：桃源一网格、桃源二网格" in operator.out
    assert "装好了：2个网格，1个说事点，2位委员，1位值班" in operator.out
    before = operator.everything()
    assert operator.does("load", "--yes", book(operator.folder)) == 0
    assert operator.out == "没有变化\n"
    assert operator.everything() == before


def test_with_nobody_to_ask_it_shows_and_changes_nothing(operator: Operator) -> None:
    operator.loads()
    before = operator.everything()
    assert operator.does("load", book(operator.folder, *LEFT_OUT)) == 1
    assert "委员 -1：张伟（手上没有事）" in operator.out
    assert "--yes" in operator.err
    assert operator.everything() == before


def test_a_dry_run_only_looks(operator: Operator) -> None:
    operator.loads()
    before = operator.everything()
    assert operator.does("load", "--dry-run", book(operator.folder, *LEFT_OUT)) == 0
    assert "只是看看，什么都没改" in operator.out
    assert operator.everything() == before


def test_mistakes_change_nothing(operator: Operator) -> None:
    operator.loads()
    before = operator.everything()
    assert operator.does("load", "--yes", book(operator.folder, put("委员", "B3", "138-0000-0001"))) == 1
    assert "委员 第3行 电话：和第2行重复了（王芳），一人一个号码" in operator.err
    assert operator.everything() == before


def joined(*people: str) -> Callable[[Transaction], None]:
    def act(tx: Transaction) -> None:
        for number, person in enumerate(people, 500):
            tx.people.bind(person, Address("telegram", str(number)))

    return act


def told(one: Matter) -> dict[str, str | int | bool]:
    """The facts with which such a matter was filed."""
    return {
        "owner": one.owner_id, "kind": one.kind, "tier": one.tier.value, "grid": one.spot.grid_id,
        "level": one.level.value, "sent_at": one.sent_at.isoformat(),
    }  # fmt: skip


def in_hand(owner: str, *states: State, grid: str) -> Callable[[Transaction], None]:
    def act(tx: Transaction) -> None:
        tx.people.save(Person("li", "李叔"))
        for seq, state in enumerate(states, 1):
            spot = Spot(grid, "桃源里3号楼")
            one = matter(f"m{seq}", seq=seq, state=state, owner_id=owner, reporter_id="li", spot=spot)
            tx.matters.add(one)
            tx.events.append(Event(one.subject, "MatterFiled", tx.now, "li", told(one)))

    return act


def grid_called(name: str) -> Callable[[Transaction], str]:
    return lambda tx: next(area.id for area in tx.areas.tree().areas.values() if area.name == name)


def test_who_is_taken_off_is_shown_with_who_gets_her_matters(operator: Operator) -> None:
    operator.loads()
    wang, zhang = operator.id_of("王芳"), operator.id_of("张伟")
    operator.rows(joined(wang, zhang))
    operator.rows(in_hand(zhang, State.WAITING, State.TAKEN, grid=operator.rows(grid_called("桃源二网格"))))
    assert operator.does("load", "--dry-run", book(operator.folder, *LEFT_OUT)) == 0
    assert "委员 -1：张伟（手上2件交给王芳）" in operator.out
    assert operator.rows(lambda tx: tx.matters.get("m1").owner_id) == zhang
    operator.loads(*LEFT_OUT)
    assert operator.rows(lambda tx: {tx.matters.get(m).owner_id for m in ("m1", "m2")}) == {wang}
    assert not any(operator.rows(lambda tx: [tx.events.broken(subject) for subject in tx.events.subjects()]))


def one_grid(workbook: Workbook) -> None:
    workbook["网格"].delete_rows(3)
    workbook["小区和楼"].delete_rows(3)
    workbook["委员"].delete_rows(3)
    workbook["委员"]["E2"] = None


def test_matters_of_a_grid_that_goes_follow_their_place(operator: Operator) -> None:
    operator.loads(put("小区和楼", "B2", "桃源二网格"))
    wang, zhang, ma = (operator.id_of(name) for name in ("王芳", "张伟", "马丽"))
    operator.rows(joined(wang, zhang, ma))
    operator.rows(in_hand(zhang, State.WAITING, State.REPORTED, grid=operator.rows(grid_called("桃源二网格"))))
    operator.loads(one_grid)
    assert "撤掉的网格里有2件还没办完" in operator.out
    first = operator.rows(grid_called("桃源一网格"))
    assert operator.rows(lambda tx: {tx.matters.get(m).spot.grid_id for m in ("m1", "m2")}) == {first}
    assert operator.rows(lambda tx: tx.matters.get("m1").owner_id) == wang
    last = operator.rows(lambda tx: [tx.events.of(f"matter:{m}")[-1] for m in ("m1", "m2")])
    assert [(event.type, event.facts["grid"]) for event in last] == [("MatterAssigned", first), ("PlaceSet", first)]


def test_a_coordinator_goes_only_after_she_was_shown_and_never_the_last(operator: Operator) -> None:
    operator.loads()
    assert operator.does("load", book(operator.folder, put("值班", "A2", "赵云"), put("值班", "B2", None))) == 1
    assert "值班 +1：赵云" in operator.out
    assert "值班 -1：马丽（手上没有事）" in operator.out
    assert "值班的人里还没有一位加入机器人" in operator.out

    def nobody(workbook: Workbook) -> None:
        workbook["值班"].delete_rows(2)

    assert operator.does("load", "--yes", book(operator.folder, nobody)) == 1
    assert "值班：一行也没有填" in operator.err
    assert operator.rows(lambda tx: len([post for post in tx.roster.all() if post.role is Role.COORDINATOR])) == 2


def test_a_load_is_an_event_of_counts_only(operator: Operator) -> None:
    operator.loads()
    [event] = operator.rows(lambda tx: tx.events.of("district"))
    assert event.type == "RosterLoaded"
    assert set(event.facts) == {"added", "changed", "removed", "digest"}


def test_a_printed_code_stops_only_by_name(operator: Operator) -> None:
    operator.loads()
    code = operator.rows(lambda tx: tx.areas.talk_points()[0].code)

    def without_points(workbook: Workbook) -> None:
        workbook["说事点"].delete_rows(2)

    operator.loads(without_points)
    assert "说事点 ~ 桃源里东门：不在表里了，贴出去的码还能用" in operator.out
    assert operator.rows(lambda tx: tx.areas.talk_point(code)) is not None
    path = book(operator.folder, without_points)
    assert operator.does("load", "--yes", "--stop-code", "桃源里东门", path) == 0
    assert "说事点「桃源里东门」的码从此失效" in operator.out
    assert operator.rows(lambda tx: tx.areas.talk_point(code)) is None


def test_menus_of_those_whose_role_changes_are_set_anew(operator: Operator) -> None:
    operator.loads()
    zhang = operator.id_of("张伟")
    operator.rows(joined(zhang))
    operator.loads(*LEFT_OUT)
    kinds = operator.rows(lambda tx: [(job.kind, job.subject) for job in tx.work.claim(tx.now, 9)])
    assert ("menu", f"person:{zhang}") in kinds


def test_check_reads_a_roster_and_makes_nothing(operator: Operator) -> None:
    assert operator.does("check", book(operator.folder)) == 0
    assert "2个网格，4个小区和楼，2位委员，1位值班，1个说事点" in operator.out
    assert operator.does("check", book(operator.folder, add("委员", "", "1"))) == 1
    assert "委员 第4行 姓名：空着" in operator.err
    assert not (operator.folder / "little-bench.sqlite3").exists()


def test_check_alone_needs_no_district_file(operator: Operator) -> None:
    assert operator.does("check") == 0


def test_template_then_current_then_load(operator: Operator) -> None:
    operator.loads()
    path = operator.folder / "now.xlsx"
    assert operator.does("template", "--current", "--out", path) == 0
    assert operator.does("load", path) == 0
    assert operator.out == "没有变化\n"
    assert operator.does("template", "--out", path) == 1
    assert "已经有了，没有动它" in operator.err
