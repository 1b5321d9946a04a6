"""Writes docs/rights.md anew."""

from __future__ import annotations

from tests.rights.page import PAGE, page

PAGE.write_text(page(), "utf-8")
