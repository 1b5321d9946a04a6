"""Telling: an event is appended to its chain, then whatever follows from it happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.events import Content, Event
from handlers.lateness import FACT
from handlers.turn import Turn


def tell(
    turn: Turn[Any],
    subject: str,
    type: str,
    *,
    by: str = "",
    content: Content | None = None,
    more: Sequence[Content] = (),
    **facts: str | int | bool,
) -> Event:
    """Appends the event and runs the reactions registered for its type; returns it as appended.

    Its words are kept apart from it. `more` is kept after them. What the clock does late is marked as late.
    """
    if turn.late_by:
        facts = {FACT: turn.late_by, **facts}
    for kept in (*([content] if content is not None else ()), *more):
        keep(turn, kept)
    event: Event = turn.tx.events.append(
        Event(
            subject, type, turn.now, by, facts,
            content.id if content else "", content.commitment() if content else "",
        )
    )  # fmt: skip
    for reaction in turn.house.reactions.get(type, ()):
        reaction(turn, event)
    return event


def keep(turn: Turn[Any], content: Content) -> None:
    """Stores words and media, and has the media's bytes brought home before the platform forgets them."""
    turn.tx.contents.add(content)
    channel = next((address.channel for address in turn.tx.people.addresses(content.by)), "")
    whose = {"channel": channel, "by": content.by, "about": content.subject}
    for media in content.media:
        if channel:
            args = {**whose, "ref": media["ref"], "sort": media["kind"]}
            turn.tx.work.add("download", f"file:{media['ref']}", args)


def new_content(
    turn: Turn[Any],
    subject: str,
    role: str,
    by: str,
    *,
    text: str = "",
    media: tuple[Mapping[str, str | int], ...] = (),
    group: str = "",
    handle: str = "",
) -> Content:
    """Words or media with a fresh id and salt; it is stored by `tell`."""
    salt = f"{turn.tx.chance.getrandbits(128):032x}"
    return Content(turn.tx.new_id(), subject, role, by, turn.now, text, media, salt, group, handle)
