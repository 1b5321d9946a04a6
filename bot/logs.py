"""How the running bot writes its log: lines for people, or JSON for a program that collects them."""

from __future__ import annotations

import logging
import sys

from pythonjsonlogger.json import JsonFormatter

from bot.config import LogTable

OURS = ("little-bench", "bot", "channels", "handlers", "storage")
_TEXT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_JSON = ("levelname", "name", "message")


def start_logging(log: LogTable) -> None:
    """Everything goes to standard error. Libraries are heard from warnings on: finer, they tell what people say."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_json() if log.format == "json" else logging.Formatter(_TEXT))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(log.level.upper())


def _json() -> logging.Formatter:
    names = {"levelname": "level", "name": "logger"}
    return JsonFormatter(_JSON, timestamp=True, rename_fields=names, json_ensure_ascii=False)
