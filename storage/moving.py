"""A chat that goes on under another account: every table that names an address, in one place."""

from __future__ import annotations

from domain.messages import Address
from storage.statements import Statements

MOVES = (
    # the new account may have been met a moment before we heard of the move; the old binding is the one with a history
    """
    DELETE FROM addresses WHERE channel = :channel AND account = :new AND EXISTS (
        SELECT 1 FROM addresses AS old WHERE old.channel = :channel AND old.account = :old)
    """,
    "UPDATE addresses SET account = :new WHERE channel = :channel AND account = :old",
    """
    DELETE FROM handles WHERE channel = :channel AND account = :old AND handle IN (
        SELECT handle FROM handles WHERE channel = :channel AND account = :new)
    """,
    "UPDATE handles SET account = :new WHERE channel = :channel AND account = :old",
    """
    DELETE FROM outbox_once WHERE channel = :channel AND account = :old AND dedupe IN (
        SELECT dedupe FROM outbox_once WHERE channel = :channel AND account = :new)
    """,
    "UPDATE outbox_once SET account = :new WHERE channel = :channel AND account = :old",
    "UPDATE outbox SET account = :new WHERE state = 'queued' AND channel = :channel AND account = :old",
    "UPDATE outbox SET account = :new WHERE state = 'sending' AND channel = :channel AND account = :old",
)


def move_address(statements: Statements, address: Address, new_account: str) -> None:
    """Moving to the same account changes nothing."""
    if new_account != address.account:
        for move in MOVES:
            statements.run(move, channel=address.channel, old=address.account, new=new_account)
