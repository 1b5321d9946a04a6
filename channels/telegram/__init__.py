"""Telegram by python-telegram-bot over aiohttp."""

import os

# The library changes times from numbers to timedeltas and warns at each one until told that the new form is wanted.
os.environ.setdefault("PTB_TIMEDELTA", "true")
