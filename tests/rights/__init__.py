"""The table of rights, tried cell by cell, and printed: `python -m tests.rights` writes docs/rights.md."""
