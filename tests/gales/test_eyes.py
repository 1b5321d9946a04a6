"""A gale sees what must not be, and says by which command it blows again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from domain.messages import Text
from tests.gales.gale import Gale
from tests.storms.stage import Broken

SEED = 0


@pytest.fixture
def gale() -> Iterator[Gale]:
    """In calm weather, with one matter filed."""
    gale = Gale.of(SEED)
    gale.weather.calm = True
    gale.receives(gale.phones["r0"], Text("着火了"))
    yield gale
    gale.close()


def sees(gale: Gale) -> str:
    """What it says of the next step."""
    with pytest.raises(Broken) as broken:
        gale.receives(gale.phones["r1"], Text("你好"))
    return str(broken.value)


def does(gale: Gale, sql: str) -> None:
    """Somebody does something to the rows that nobody should."""
    gale.disk.act(lambda tx: tx.statements.run(sql))


def test_a_column_that_no_event_has_set_and_the_command_that_repeats_it(gale: Gale) -> None:
    does(gale, "UPDATE matters SET kind = 'rubbish'")
    said = sees(gale)
    assert "kind: rubbish, not" in said
    assert said.endswith(f"again: python -m tests.gales --seed {SEED}")


def test_a_matter_with_an_owner_who_cannot_act(gale: Gale) -> None:
    does(gale, "UPDATE addresses SET blocked = 1 WHERE person_id IN (SELECT owner_id FROM matters)")
    assert "who cannot act" in sees(gale)


def test_an_event_that_is_taken_out(gale: Gale) -> None:
    does(gale, "DELETE FROM events WHERE type = 'MatterFiled'")
    assert "a row of events was touched" in sees(gale)


def test_a_message_that_is_called_sent_and_never_left(gale: Gale) -> None:
    does(gale, "UPDATE outbox SET state = 'queued' WHERE state = 'sent'")
    assert "was sent and is queued" in sees(gale)


def test_a_message_that_stays_on_its_way(gale: Gale) -> None:
    does(
        gale,
        """
        INSERT INTO outbox (channel, account, op, urgency, key, body, state, attempts, maybe_repeat, holds, due_at,
            put_at, reason, cause)
        SELECT channel, 'r5', op, urgency, key, body, 'sending', 1, 0, 0, '', put_at, '', '' FROM outbox LIMIT 1
        """,
    )
    assert "is on its way for ever" in sees(gale)


def test_an_update_that_has_an_effect_again(gale: Gale) -> None:
    gale.platform.waiting.append("e1")
    does(gale, "DELETE FROM seen")
    assert "update e1 had an effect again" in sees(gale)


def test_a_slot_that_falls_due_again(gale: Gale) -> None:
    does(gale, "UPDATE schedule SET state = 'fired' WHERE kind = 'sweep'")
    does(gale, "UPDATE schedule SET state = 'waiting' WHERE kind = 'sweep' AND state = 'fired'")
    does(gale, "UPDATE schedule SET state = 'fired' WHERE kind = 'sweep'")
    assert "fell due again" in sees(gale)
