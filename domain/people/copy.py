"""What stands on the page that somebody gets of her own data: worded in her language, files by what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that she said; `files` are the platform's names of its photos and voice notes."""

    at: str
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """One of her matters; `way` is everything that happened to it, a line each."""

    title: str
    facts: tuple[tuple[str, str], ...]
    said: tuple[Said, ...]
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Further:
    """What there is of her beside her matters, of one sort."""

    heading: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """`headings` are those of what she said, of the way, of who saw what, and what is said for a file that is not
    shown.
    """

    language: str
    title: str
    about: str
    facts: tuple[tuple[str, str], ...]
    reported: tuple[Reported, ...]
    seen: tuple[str, ...]
    drafts: tuple[str, ...]
    headings: dict[str, str] = field(default_factory=dict)
    foot: str = ""
    further: tuple[Further, ...] = ()
