"""One SQL text for two engines."""

from __future__ import annotations

import pytest

from storage.dialects import for_postgres, for_reading_postgres, for_sqlite


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("SELECT * FROM a WHERE b = :b AND c=:c_2", "SELECT * FROM a WHERE b = %(b)s AND c=%(c_2)s"),
        ("SELECT ':b', 'it''s :c', \":d\"", "SELECT ':b', 'it''s :c', \":d\""),
        ("SELECT :n::bigint", "SELECT %(n)s::bigint"),
        ("SELECT a LIKE '5%' OR 7 % 2 = 1", "SELECT a LIKE '5%%' OR 7 %% 2 = 1"),
    ],
)
def test_names_become_placeholders_and_nothing_else_changes(written: str, sent: str) -> None:
    assert for_postgres(written) == sent


def test_row_locks_are_only_for_writing_on_postgres() -> None:
    written = "SELECT * FROM a ORDER BY b LIMIT 1\n    FOR UPDATE SKIP LOCKED"
    assert for_postgres(written) == written
    assert for_reading_postgres(written) == for_sqlite(written) == "SELECT * FROM a ORDER BY b LIMIT 1"


def test_serial_keys_count_upwards_on_both() -> None:
    assert for_sqlite("CREATE TABLE a (n BIGSERIAL PRIMARY KEY)") == (
        "CREATE TABLE a (n INTEGER PRIMARY KEY AUTOINCREMENT)"
    )
