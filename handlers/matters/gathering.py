"""What of an inbound can be kept in a draft or passed on, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from domain.matters.draft import Draft
from domain.messages import Edited, Inbound, Location, Media, MediaKind
from domain.people.person import Person
from domain.phrases import phrase
from handlers.speaking import send
from handlers.turn import Turn

REFUSED = (MediaKind.DOCUMENT, MediaKind.STICKER)
LARGEST = 20 * 1024 * 1024
"""Bytes; the platform hands nothing larger to a bot."""


def draft_of(inbound: Inbound) -> Draft:
    return grown(Draft(inbound.sent_at, inbound.sent_at), inbound)


def grown(draft: Draft, inbound: Inbound) -> Draft:
    """The draft with what came in; an edited message takes the place of what it said before."""
    if inbound.text:
        draft = draft.with_words(inbound.handle, inbound.text, inbound.sent_at)
    media = () if inbound.part(Edited) else kept_media(inbound)
    where = inbound.part(Location) or draft.location
    return replace(draft, media=(*draft.media, *media), location=where, last_at=inbound.sent_at)


def joined(draft: Draft, more: Draft) -> Draft:
    """Two drafts as one: the first one's clock, the newer pin."""
    for said in more.said:
        draft = draft.with_words(said.handle, said.text, more.last_at)
    where = more.location or draft.location
    return replace(draft, media=(*draft.media, *more.media), location=where, last_at=more.last_at)


def kept_media(inbound: Inbound) -> tuple[Media, ...]:
    """What can be passed on: no files of unknown content, nothing too large, no stickers. Captions stay as words."""
    return tuple(replace(m, caption="") for m in inbound.media if m.kind not in REFUSED and m.size <= LARGEST)


def holds_something(inbound: Inbound) -> bool:
    return bool(inbound.text or kept_media(inbound) or inbound.part(Location))


def group_of(inbound: Inbound) -> str:
    """The album it is a part of, or ""."""
    return inbound.media[0].group if inbound.media else ""


def refuse_files(turn: Turn[Any], person: Person, inbound: Inbound) -> None:
    """Says which part was not kept, and what to do instead."""
    if any(m.size > LARGEST for m in inbound.media):
        send(turn, person, phrase("draft.too_large"))
        return
    files = [m for m in inbound.media if m.kind is MediaKind.DOCUMENT]
    if files:
        pictures = all(m.mime.startswith("image/") for m in files)
        send(turn, person, phrase("draft.no_picture_files" if pictures else "draft.no_files"))
