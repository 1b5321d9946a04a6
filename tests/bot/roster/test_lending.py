"""What was offered and withdrawn in chat, when a roster that was written before is loaded again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import openpyxl

from domain.listening.offer import Offer, OfferAct
from storage.transaction import Transaction
from tests.bot.roster.books import book, read, said
from tests.bot.roster.conftest import Operator
from tests.bot.roster.test_serving import FULL


def lent(operator: Operator) -> list[str]:
    return [each.what for each in operator.rows(lambda tx: tx.resources.all())]


def test_what_was_withdrawn_in_chat_stays_withdrawn_and_the_operator_hears_it(operator: Operator) -> None:
    operator.loads(*FULL)
    assert "会议室" in lent(operator)

    def withdraw(tx: Transaction) -> None:
        room = next(each for each in tx.resources.all() if each.what == "会议室")
        tx.offers.save(tx.offers.get(room.id).after(OfferAct.WITHDRAW))

    operator.rows(withdraw)
    operator.loads(*FULL)
    assert "资源：王芳在聊天里撤了「会议室」，没有再列上" in operator.err
    assert "会议室" not in lent(operator)


def test_what_was_offered_in_chat_stays_though_the_sheet_does_not_know_it(operator: Operator) -> None:
    operator.loads(*FULL)

    def offer(tx: Transaction) -> None:
        wang = next(post.person_id for post in tx.roster.all() if tx.people.get(post.person_id).name == "王芳")
        tx.offers.save(Offer("o1", wang, "投影仪", noted_by=wang, noted_at=tx.now - timedelta(days=1)))

    operator.rows(offer)
    operator.loads(*FULL)
    assert "资源：「投影仪」（王芳）是在聊天里记的，表里没有，照旧留着" in operator.err
    assert "投影仪" in lent(operator)


def test_the_lists_of_a_desk_are_no_roster(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "需求"
    workbook.create_sheet("资源").append(["有什么", "找谁"])
    workbook.save(tmp_path / "清单.xlsx")
    assert said(tmp_path / "清单.xlsx") == ["清单.xlsx：这是小板凳的清单表格，不是名册：由案头在聊天里发给机器人来收"]


def test_a_code_of_something_withdrawn_is_no_mistake(tmp_path: Path) -> None:
    before = read(book(tmp_path, *FULL)).district
    room = next(each for each in before.resources or () if each.what == "会议室")
    stands = tuple(each for each in before.resources or () if each is not room)
    found = read(book(tmp_path, *FULL), before=replace(before, resources=stands, withdrawn=(room,)))
    assert [remark.key for remark in found.remarks if remark.key.startswith("lent")] == ["lent_withdrawn"]
    assert set(found.district.resources or ()) == set(stands)
