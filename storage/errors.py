"""What can go wrong with the storage itself; none of these is the fault of the act that was running."""

from __future__ import annotations


class StorageError(Exception):
    """The rows could not be kept or reached. The act was sound: it may be tried again once the cause is gone."""


class CommitFailed(StorageError):
    """Nothing of the act was kept; the caller may try again."""


class DatabaseBusy(CommitFailed):
    """Somebody else held the database for longer than we wait."""


class CommitUnknown(CommitFailed):
    """The connection broke during COMMIT and it could not be found out what became of it.

    Trying again is right for acts that recognise their own repetition (by `seen`, by a state that has moved on).
    """


class TransactionLost(StorageError):
    """SQLite rolled the whole batch back by itself (disk full, I/O error); nothing more may run in it."""


class SecondInstance(StorageError):
    """Another process works on the same database; `pid` (on a server "pid@host") is "" when it cannot be read."""

    def __init__(self, path: str, pid: str) -> None:
        super().__init__(f"{path} is in use by process {pid or 'unknown'}; only one may work on it at a time")
        self.path = path
        self.pid = pid


class LeaseLost(StorageError):
    """Another process has taken the database over while this one was stopped or cut off: this one must end."""

    def __init__(self) -> None:
        super().__init__("another process has taken the database over, so this one ends")


class DatabaseDamaged(StorageError):
    """The file is no database or its pages contradict each other: it must be restored from a backup."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} is damaged: {reason}")
        self.path = path
        self.reason = reason


class NewerDatabase(StorageError):
    """The schema holds a step of a later release than this one; `found` names it, `known` is our newest."""

    def __init__(self, found: str, known: int) -> None:
        super().__init__(f"the database has schema {found}, this release knows {known:04d}: run the newer release")
        self.found = found
        self.known = known


class OlderDatabase(StorageError):
    """The schema is an earlier release's and a bot may be at work on it: a short command leaves it as it is."""

    def __init__(self, pid: str) -> None:
        super().__init__("the database was made by an earlier release: start `little-bench run` of this release first")
        self.pid = pid


class DatabaseClosed(StorageError):
    """The door is shut; nothing more is taken."""
