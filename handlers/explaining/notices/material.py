"""What a notice says and shows: words typed or as a caption, pictures one by one or as an album, a film, a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.errors import NoLongerPossible
from domain.explaining.notice import LARGEST_FILE, LONGEST, MOST_MEDIA, misfit, units
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.filing import media_json
from handlers.speaking import send
from handlers.turn import Turn

TEXT, MEDIA, ALBUM_AT = "text", "media", "album_at"
"""What the draft holds: words, media, and when the last part of an album came."""
WHAT, BARE = "what.", "?bare"
TOO_LONG = "?long "
TRIES = 5
ALBUM_QUIET = timedelta(seconds=2)
MEGABYTE = 1024 * 1024


def ask_material(draft: Mapping[str, Any], begun: str = "") -> Asking:
    """Ends in the words, "" where the pictures say it all; `begun`: what was said before it was asked for."""
    words, said = _wanted(draft), "\n".join(each for each in (begun, str(draft.get(TEXT) or "")) if each)
    for n in range(TRIES):
        if not said:
            bare = (Option(BARE, phrase("notices.no_words")),) if draft.get(MEDIA) else ()
            said = yield Question(f"{WHAT}{n}", (words,), bare, lambda given: given.text or None, lambda value: True)
        if said == BARE:
            return ""
        if units(said) <= LONGEST:
            return said
        words, said = phrase("notices.too_long", n=units(said), most=LONGEST), ""
    raise NoLongerPossible(TEXT)


def _wanted(draft: Mapping[str, Any]) -> Phrase:
    return phrase("notices.words_too", n=len(draft[MEDIA])) if draft.get(MEDIA) else phrase("notices.what")


def with_media(dialog: OpenDialog, inbound: Inbound) -> dict[str, object]:
    """The draft with what came in; a caption goes on with what was said already."""
    media = [*_media(dialog.draft), *(media_json(replace(each, caption="")) for each in inbound.media)]
    typed = next((said for key, said in reversed(dialog.trail) if key.startswith(WHAT) and said != BARE), "")
    said = [str(dialog.draft.get(TEXT) or typed), inbound.text]
    text = {TEXT: "\n".join(words for words in said if words)} if inbound.text else {}
    album = {ALBUM_AT: inbound.sent_at.isoformat()} if any(each.group for each in inbound.media) else {}
    return {**dialog.draft, MEDIA: media, **text, **album}


def _media(draft: Mapping[str, object]) -> Sequence[object]:
    had = draft.get(MEDIA)
    return had if isinstance(had, list | tuple) else ()


def refused(turn: Turn[Any], person: Person, draft: Mapping[str, object], inbound: Inbound) -> bool:
    """Says which medium cannot go with it and what to do instead; false when all can."""
    why = misfit(inbound.media, len(_media(draft)))
    if why is not None:
        limits = {"most": MOST_MEDIA, "megabytes": LARGEST_FILE // MEGABYTE}
        send(turn, person, phrase(f"notices.misfit_{why.value}", **limits))
    return why is not None


def hold(dialog: OpenDialog) -> datetime | None:
    """The parts of an album arrive one by one: the next question waits for the last."""
    at = dialog.draft.get(ALBUM_AT)
    return datetime.fromisoformat(str(at)) + ALBUM_QUIET if at else None
