"""The platform as the configuration names it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.clock import Clock
from bot.config import Config
from bot.lease import HeldRequest, Holding
from channels.telegram.channel import Telegram
from channels.telegram.request import AiohttpRequest


def telegram_of(
    config: Config,
    clock: Clock,
    holding: Holding | None = None,
    dated: Callable[[datetime], None] = lambda said: None,
) -> Telegram:
    """Not connected yet; `stop` must be called whatever becomes of `start`. `dated` hears what time it is there."""
    proxy = config.bot.proxy.get_secret_value() or None
    request = HeldRequest(holding, proxy=proxy, dated=dated) if holding else AiohttpRequest(proxy=proxy, dated=dated)
    return Telegram(config.bot.token.get_secret_value(), clock, api=config.bot.base_url, request=request)
