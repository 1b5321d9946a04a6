"""The token, a canary, is in no log line, no traceback and no error text, whatever fails."""

from __future__ import annotations

import io
import logging
import traceback
from collections.abc import Iterator

import pytest
from telegram.error import TelegramError

from channels.base import Revoked
from channels.telegram.channel import Telegram
from channels.telegram.redaction import redact
from domain.errors import DeliveryFailed
from domain.messages import Address, Outbound, Text
from sandbox import Person, Sandbox
from tests.channels.conftest import TOKEN
from tests.clock import FakeClock


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, at the lowest level, as a handler writes it."""
    written = io.StringIO()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    undo = redact(TOKEN)
    yield written
    undo()
    root.setLevel(before)
    root.removeHandler(handler)


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["500", "html", "reset", "timeout", "refuse"])
async def test_no_failure_shows_the_token(
    telegram: Telegram, wang: Person, sandbox: Sandbox, log: io.StringIO, kind: str
) -> None:
    sandbox.faults.plan("*", kind)  # type: ignore[arg-type]
    with pytest.raises(DeliveryFailed) as failed:
        await telegram.deliver(Outbound(Address("telegram", "42"), (Text("您好"),)))
    logging.getLogger("anything").error("failed", exc_info=failed.value)
    assert TOKEN not in "".join(traceback.format_exception(failed.value))
    assert TOKEN not in log.getvalue()


@pytest.mark.asyncio
async def test_an_address_nobody_listens_at_is_not_quoted(clock: FakeClock, log: io.StringIO) -> None:
    telegram = Telegram(TOKEN, clock, api="http://127.0.0.1:1")
    await telegram.request.initialize()
    with pytest.raises(TelegramError) as failed:
        await telegram.bot.get_me()
    await telegram.stop()
    assert TOKEN not in "".join(traceback.format_exception(failed.value))
    assert TOKEN not in log.getvalue()


@pytest.mark.asyncio
async def test_a_revoked_token_is_not_repeated_in_the_complaint(telegram: Telegram, sandbox: Sandbox) -> None:
    sandbox.revoke_token()
    with pytest.raises(Revoked) as revoked:
        await telegram.start()
    assert TOKEN not in "".join(traceback.format_exception(revoked.value))


def test_words_arguments_tracebacks_and_stacks_are_scrubbed(log: io.StringIO) -> None:
    logger = logging.getLogger("some_package")
    logger.info("GET %s", f"https://example.org/bot{TOKEN}/getMe")
    logger.info(f"calling {TOKEN}", stack_info=True)
    try:
        raise ValueError(TOKEN)
    except ValueError:
        logger.exception("it failed")
    assert TOKEN not in log.getvalue()
    assert log.getvalue().count("<hidden>") >= 2
    assert "ValueError" in log.getvalue()


def test_other_lines_stay_as_they_are(log: io.StringIO) -> None:
    logging.getLogger("x").info("%s of %d", "one", 2)
    assert "one of 2" in log.getvalue()
