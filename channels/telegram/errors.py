"""What an error of the Bot API means for the message that met it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from channels.base import Revoked
from channels.telegram.obstacles import WORDS, Obstacle
from domain.errors import DeliveryFailed

_MISSING = (
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message_id_invalid",
    "message identifier is not specified",
)
_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user is deactivated",
    "input_user_deactivated",
    "have no rights to send a message",
    "not enough rights to send",
    "chat_write_forbidden",
)
_UNCHANGED = "message is not modified"


class NotSent(NetworkError):
    """The connection failed before the request could leave: trying again repeats nothing."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(f"no connection: {WORDS[obstacle][1]} / {WORDS[obstacle][0]}")
        self.obstacle = obstacle


class NoAnswer(TimedOut):
    """The request left and no answer came: it may have been carried out."""


class Unreachable(DeliveryFailed):
    """The platform could not be connected to; `obstacle` says what is in the way."""

    def __init__(self, reason: str, obstacle: Obstacle) -> None:
        super().__init__(reason)
        self.obstacle = obstacle


class TooLarge(TelegramError):
    """The file is larger than a bot may download."""


def unchanged(error: TelegramError) -> bool:
    """Whether an edit was refused because the message says this already."""
    return isinstance(error, BadRequest) and _UNCHANGED in error.message.lower()


@contextmanager
def decided() -> Iterator[None]:
    """Turns the library's errors into `DeliveryFailed` or `Revoked`."""
    try:
        yield
    except TelegramError as error:
        raise decision(error) from None  # the cause may quote the address, and with it the token


def decision(error: TelegramError) -> DeliveryFailed | Revoked:
    """What to do about it."""
    reason = f"{type(error).__name__}: {error.message}"
    match error:
        case RetryAfter():
            return DeliveryFailed(reason, retry_after=_seconds(error.retry_after))
        case Forbidden():
            return DeliveryFailed(reason, permanent=True, gone=True)
        case ChatMigrated():
            return DeliveryFailed(reason, moved_to=str(error.new_chat_id))
        case InvalidToken():
            return _unknown_to_the_platform(error.message.lower(), reason)
        case TimedOut():
            return DeliveryFailed(reason, unknown=True)
        case BadRequest():
            return _refused(error.message.lower(), reason)
        case NotSent():
            return Unreachable(error.message, error.obstacle)
        case NetworkError() | Conflict():
            return DeliveryFailed(reason)
        case EndPointNotFound() | TooLarge():
            return DeliveryFailed(reason, permanent=True)
    # "Invalid server response": a page of HTML in place of JSON, from something between us and the platform
    return DeliveryFailed(reason)


def _unknown_to_the_platform(message: str, reason: str) -> DeliveryFailed | Revoked:
    """A revoked token is "Unauthorized"; "Not Found" is a method or a file that this server does not have."""
    return Revoked(reason) if "unauthorized" in message else DeliveryFailed(reason, permanent=True)


def _refused(message: str, reason: str) -> DeliveryFailed:
    if any(sign in message for sign in _MISSING):
        return DeliveryFailed(reason, missing=True)
    return DeliveryFailed(reason, permanent=True, gone=any(sign in message for sign in _GONE))


def _seconds(value: int | float | timedelta) -> float:
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
