"""An outbound becomes the platform messages that a channel's caps allow: pure, no block ever dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from channels.base import Caps
from channels.wording import clean, pieces, plain, visible
from domain.messages import Ask, Button, Choices, Keys, Location, Media, MediaKind, Outbound, Text

_SIGNS = {
    MediaKind.PHOTO: "🖼",
    MediaKind.VOICE: "🎤",
    MediaKind.VIDEO: "🎬",
    MediaKind.ROUND_VIDEO: "🎬",
    MediaKind.AUDIO: "🎵",
    MediaKind.DOCUMENT: "📄",
    MediaKind.STICKER: "🙂",
}
_POINTER = "👇"
"""Stands where a platform demands words above the buttons and there are none; needs no translation."""
_LONGEST_LABEL = 100
"""Characters on a button or key."""


@dataclass(frozen=True, slots=True)
class Call:
    """One platform message. `texts` fit the limits (a caption's when there is one medium); several media are an album.

    At most one of `choices` and `keys` or `ask` is set, because a platform hangs one keyboard under a message.
    """

    texts: tuple[Text, ...] = ()
    media: tuple[Media, ...] = ()
    place: Location | None = None
    choices: tuple[Choices, ...] = ()
    keys: Keys | None = None
    ask: Ask | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing hangs under it."""
        return not self.choices and self.keys is None and self.ask is None


@dataclass(slots=True)
class _Sorted:
    """The blocks by what becomes of them, degraded ones among the words already."""

    texts: list[Text] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)
    choices: list[Choices] = field(default_factory=list)
    keys: Keys | None = None
    ask: Ask | None = None
    numbered: int = 0


def render(outbound: Outbound, caps: Caps) -> tuple[Call, ...]:
    """The messages in order of sending: places and pictures first, then the words, buttons under the last of them."""
    blocks = _sort(outbound, caps)
    calls = [Call(place=place) for place in blocks.places]
    caption = _caption(blocks, caps)
    if caption is None:
        calls += _media_calls(blocks, caps)
        calls += [Call(texts=piece) for piece in _fill(blocks.texts, caps)]
    else:
        calls.append(Call(texts=caption, media=(replace(blocks.media[0], caption=""),)))
    return tuple(_with_keyboards(calls, blocks))


def _sort(outbound: Outbound, caps: Caps) -> _Sorted:
    found = _Sorted()
    for block in outbound.blocks:
        match block:
            case Text() if visible(clean(block.value)):
                found.texts.append(replace(block, value=clean(block.value)))
            case Media() if block.kind in caps.media:
                found.media.append(replace(block, caption=clean(block.caption)))
            case Media():
                found.texts.append(Text(_described(block)))
            case Location() if caps.pins and block.datum == caps.datum:
                found.places.append(block)
            case Location():
                found.texts.append(Text(_spelled(block)))
            case Choices() if caps.buttons and any(block.rows):
                found.choices.append(_labelled(block))
            case Choices():
                _number(block, found)
            case Keys() | Ask():
                _sort_keyboard(block, caps, found)
    return found


def _sort_keyboard(block: Keys | Ask, caps: Caps, found: _Sorted) -> None:
    if isinstance(block, Ask) and block.what in caps.asks:
        rows = block.keys or (found.keys.rows if found.keys else ())
        found.ask, found.keys = replace(block, label=_label(block.label), keys=rows), None
        return
    rows = ((block.label,), *block.keys) if isinstance(block, Ask) else block.rows
    if not caps.keys:
        found.texts += [Text(" · ".join(clean(label) for label in row)) for row in rows]
    elif found.ask is not None:
        found.ask = replace(found.ask, keys=found.ask.keys or rows)
    else:
        found.keys = Keys(tuple(tuple(_label(label) for label in row) for row in rows))


def _described(media: Media) -> str:
    parts = (_SIGNS[media.kind], f"{media.seconds}″" if media.seconds else "", clean(media.name), clean(media.caption))
    return " ".join(part for part in parts if part)


def _spelled(place: Location) -> str:
    label = f"{clean(place.label)} " if visible(place.label) else ""
    return f"📍 {label}{place.lat:.5f}, {place.lon:.5f} ({place.datum})"


def _labelled(choices: Choices) -> Choices:
    rows = (tuple(replace(b, label=_label(b.label)) for b in row) for row in choices.rows if row)
    return replace(choices, rows=tuple(rows))


def _label(words: str) -> str:
    """On one line, and short: a platform refuses the whole message for one button that holds a story."""
    line = " ".join(clean(words).split())
    if not visible(line):
        return "…"
    return line if len(line) <= _LONGEST_LABEL else next(pieces(line, _LONGEST_LABEL - 1, len)) + "…"


def _number(choices: Choices, found: _Sorted) -> None:
    """Buttons as a list: what can be chosen gets a number, counted over the whole message; a link shows its address."""
    for button in (button for row in choices.rows for button in row):
        if button.url:
            found.texts.append(Text(f"{_label(button.label)}: {button.url}"))
        else:
            found.numbered += 1
            found.texts.append(Text(f"{found.numbered} {_label(button.label)}"))


def _caption(blocks: _Sorted, caps: Caps) -> tuple[Text, ...] | None:
    """All words as the caption of the only medium, or None when there is not exactly one or they do not fit."""
    if len(blocks.media) != 1 or blocks.media[0].kind not in caps.captioned:
        return None
    own = blocks.media[0].caption
    texts = (*([Text(own)] if visible(own) else []), *blocks.texts)
    return texts if caps.count(plain(texts)) <= caps.caption_limit else None


def _media_calls(blocks: _Sorted, caps: Caps) -> Iterator[Call]:
    """Albums of what may stand in one, all else singly; captions that do not fit go to the words."""
    album: list[Media] = []
    for media in [_short(media, blocks, caps) for media in blocks.media]:
        if caps.album < 2 or media.kind not in (MediaKind.PHOTO, MediaKind.VIDEO):
            yield _alone(media)
            continue
        album.append(media)
        if len(album) == caps.album:
            yield Call(media=tuple(album))
            album = []
    if len(album) > 1:
        yield Call(media=tuple(album))
    elif album:
        yield _alone(album[0])


def _alone(media: Media) -> Call:
    return Call(texts=(Text(media.caption),) if media.caption else (), media=(replace(media, caption=""),))


def _short(media: Media, blocks: _Sorted, caps: Caps) -> Media:
    fits = media.kind in caps.captioned and caps.count(media.caption) <= caps.caption_limit
    if fits or not media.caption:
        return media if visible(media.caption) else replace(media, caption="")
    blocks.texts.insert(0, Text(media.caption))
    return replace(media, caption="")


def _fill(texts: Sequence[Text], caps: Caps) -> Iterator[tuple[Text, ...]]:
    """Texts packed into as few messages as they need, in order."""
    packed: list[Text] = []
    for part in (part for text in texts for part in _parts(text, caps)):
        if packed and caps.count(plain([*packed, part])) > caps.text_limit:
            yield tuple(packed)
            packed = []
        packed.append(part)
    if packed:
        yield tuple(packed)


def _parts(text: Text, caps: Caps) -> Iterator[Text]:
    marks = caps.count(plain([replace(text, value="")]))
    for piece in pieces(text.value, caps.text_limit - marks, caps.count):
        if visible(piece):
            yield replace(text, value=piece)


def _with_keyboards(calls: list[Call], blocks: _Sorted) -> list[Call]:
    """Hangs the buttons under the last message and a lasting keyboard under the first one that is free."""
    if blocks.choices:
        if not calls or len(calls[-1].media) > 1:
            calls.append(Call(texts=(Text(_POINTER),)))
        calls[-1] = replace(calls[-1], choices=tuple(blocks.choices))
    if blocks.keys is None and blocks.ask is None:
        return calls
    free = next((i for i in reversed(range(len(calls))) if calls[i].bare and len(calls[i].media) < 2), None)
    if free is None:
        calls.insert(0, Call(texts=(Text(_keyboard_words(blocks)),)))
        free = 0
    calls[free] = replace(calls[free], keys=blocks.keys, ask=blocks.ask)
    return calls


def _keyboard_words(blocks: _Sorted) -> str:
    if blocks.ask is not None:
        return blocks.ask.label or _POINTER
    labels = [label for row in (blocks.keys.rows if blocks.keys else ()) for label in row]
    return " · ".join(labels) or _POINTER


def buttons(call: Call) -> Iterator[Iterator[tuple[str, Button]]]:
    """The rows of a call's buttons, each with the prompt it belongs to."""
    for choices in call.choices:
        for row in choices.rows:
            yield ((choices.prompt, button) for button in row)
