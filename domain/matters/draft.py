"""What a resident has said so far of a matter that is not handed in yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from domain.areas import Spot
from domain.matters.kinds import PICTURE, VIDEO, VOICE
from domain.messages import Location, Media, MediaKind

HEARD = (MediaKind.VOICE, MediaKind.ROUND_VIDEO, MediaKind.AUDIO)
"""Kinds that only a person can understand."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message's words, with the platform's id by which an edit finds them."""

    handle: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """`sent_at` is the first message's instant (clocks start there); `scene` a talk point's code; `last_at` the
    newest part's instant. `at` is the place where it was heard, `came_of` the subject of what it came of (a visit).
    """

    sent_at: datetime
    last_at: datetime
    said: tuple[Said, ...] = ()
    media: tuple[Media, ...] = ()
    location: Location | None = None
    on_behalf_of: str = ""
    at: Spot | None = None
    came_of: str = ""

    @property
    def words(self) -> str:
        return "\n".join(said.text for said in self.said if said.text)

    @property
    def album(self) -> bool:
        return any(media.group for media in self.media)

    @property
    def voice(self) -> Media | None:
        return next((media for media in self.media if media.kind in HEARD), None)

    @property
    def unheard(self) -> str:
        """What it is until a person has listened or looked: the kind of its first medium; "" when there are words."""
        if self.words or not self.media:
            return ""
        first = self.voice or self.media[0]
        return {MediaKind.PHOTO: PICTURE, MediaKind.VIDEO: VIDEO, MediaKind.ROUND_VIDEO: VIDEO}.get(first.kind, VOICE)

    def with_words(self, handle: str, text: str, at: datetime) -> Draft:
        """More words, or other words where the handle was there before."""
        kept = [replace(said, text=text) if handle and said.handle == handle else said for said in self.said]
        if not any(handle and said.handle == handle for said in self.said):
            kept.append(Said(handle, text))
        return replace(self, said=tuple(kept), last_at=at)

    def to_json(self) -> dict[str, object]:
        return {
            "sent_at": self.sent_at.isoformat(),
            "last_at": self.last_at.isoformat(),
            "said": [[said.handle, said.text] for said in self.said],
            "media": [asdict(media) for media in self.media],
            "location": asdict(self.location) if self.location else None,
            "on_behalf_of": self.on_behalf_of,
            "at": asdict(self.at) if self.at else None,
            "came_of": self.came_of,
        }

    @staticmethod
    def from_json(body: Mapping[str, Any]) -> Draft:
        return Draft(
            datetime.fromisoformat(body["sent_at"]),
            datetime.fromisoformat(body["last_at"]),
            tuple(Said(handle, text) for handle, text in body["said"]),
            tuple(media_from_json(media) for media in body["media"]),
            Location(**body["location"]) if body["location"] else None,
            body["on_behalf_of"],
            Spot(**body["at"]) if body.get("at") else None,
            body.get("came_of", ""),
        )


def media_from_json(body: Mapping[str, Any]) -> Media:
    return Media(**{**body, "kind": MediaKind(body["kind"])})
