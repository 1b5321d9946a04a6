"""The printed page of rights."""

from __future__ import annotations

from tests.rights.page import PAGE, page


def test_the_page_says_what_the_tables_say() -> None:
    assert PAGE.read_text("utf-8") == page(), "print it anew: python -m tests.rights"
