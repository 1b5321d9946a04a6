"""What went wrong, in words that say what to mend; a fault of ours goes to the log with all its details."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from bot.running import EmptyDistrict, WebhookRefused
from bot.server import PortTaken
from bot.toml_errors import Mistakes
from channels.base import Revoked
from domain.errors import DeliveryFailed, NotFound
from storage.database import OlderDatabase, SecondInstance, StorageError


def sorry(*lines: str) -> int:
    """Says it and returns the exit status."""
    print("\n".join(lines), file=sys.stderr)
    return 1


def in_words(error: Exception) -> Sequence[str]:
    match error:
        case Mistakes():
            return error.lines
        case Revoked():
            return ["bot.token: Telegram refuses it; get a new one from BotFather / 令牌不对，去 BotFather 再要一个"]
        case DeliveryFailed():
            return [f"Telegram: {error}"]
        case EmptyDistrict():
            return ["the database holds no district yet; first: little-bench load / 还没有区域，先 little-bench load"]
        case WebhookRefused():
            return [f"webhook.url: Telegram refuses it / Telegram 不收这个网址: {error}"]
        case PortTaken():
            return [f"{error} / 端口用不了，换一个，或关掉占着它的程序"]
        case NotFound():
            return [f"{error}: nobody on the roster has this id or name / 名册上没有"]
        case OlderDatabase():
            return [f"{error} / 数据库还是旧版本的样子：先用新版本 little-bench run 启动一次"]
        case SecondInstance():
            return [f"{error}; stop that one first / 进程 {error.pid} 正用着数据库，先停下它"]
        case StorageError():
            return [str(error)]
    logging.getLogger("little-bench").critical("a fault of the program itself", exc_info=error)
    return ["this should not happen: please report the lines above / 这是程序自己的毛病，请把上面几行报给我们"]
