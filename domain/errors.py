"""Errors that carry a decision for the caller; what people read is made in the texts."""

from __future__ import annotations


class DomainError(Exception):
    """A rule of the house says no."""


class NotAllowed(DomainError):
    """This person may not do this here."""


class NoLongerPossible(DomainError):
    """The state has moved on since the button was shown."""


class NotFound(DomainError):
    """The id names nothing (or nothing that this person may see)."""


class DeliveryFailed(Exception):
    """A channel could not deliver.

    `permanent`: trying again is no use. `retry_after`: seconds to wait. `unknown`: it may have arrived.
    `gone`: the person blocked or deleted the bot. `moved_to`: the chat lives on under this account.
    `missing`: the message to edit or delete is not there any more.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        unknown: bool = False,
        gone: bool = False,
        missing: bool = False,
        moved_to: str = "",
    ) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after = retry_after
        self.unknown = unknown
        self.gone = gone
        self.missing = missing
        self.moved_to = moved_to
