"""Telegram's pictures, voices and files as the neutral `Media`."""

from __future__ import annotations

from datetime import timedelta

from telegram import Message

from channels.telegram.sending import LOCAL
from domain.messages import Media, MediaKind


def media_of(message: Message) -> Media | None:
    """The one medium of a message: of a photo the largest size, of an animation the video, of a die its sign.

    Raises ValueError for a reference that would name a file of ours.
    """
    found = _media_of(message)
    if found is not None and found.ref.startswith(LOCAL):
        raise ValueError("a reference that no platform gives")
    return found


def _media_of(message: Message) -> Media | None:
    caption, group = message.caption or "", message.media_group_id or ""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Media(MediaKind.PHOTO, largest.file_id, caption, group, size=largest.file_size or 0, mime="image/jpeg")
    if message.voice:
        v = message.voice
        return _timed(MediaKind.VOICE, v.file_id, v.duration, v.file_size, v.mime_type, caption)
    if message.video_note:
        n = message.video_note
        return _timed(MediaKind.ROUND_VIDEO, n.file_id, n.duration, n.file_size, "video/mp4")
    if message.audio:
        a = message.audio
        return _timed(MediaKind.AUDIO, a.file_id, a.duration, a.file_size, a.mime_type, caption, group, a.file_name)
    film = message.video or message.animation  # an animation comes as a document too
    if film:
        return _timed(
            MediaKind.VIDEO, film.file_id, film.duration, film.file_size, film.mime_type, caption, group, film.file_name
        )
    return _still(message, caption, group)


def _still(message: Message, caption: str, group: str) -> Media | None:
    if message.document:
        d = message.document
        return _timed(MediaKind.DOCUMENT, d.file_id, 0, d.file_size, d.mime_type, caption, group, d.file_name)
    if message.sticker:
        return Media(MediaKind.STICKER, message.sticker.file_id, name=message.sticker.emoji or "")
    if message.dice:
        return Media(MediaKind.STICKER, "", name=message.dice.emoji)
    return None


def _timed(
    kind: MediaKind,
    ref: str,
    duration: int | timedelta,
    size: int | None,
    mime: str | None,
    caption: str = "",
    group: str = "",
    name: str | None = None,
) -> Media:
    seconds = duration.total_seconds() if isinstance(duration, timedelta) else duration
    return Media(kind, ref, caption, group, round(seconds), size or 0, mime or "", name or "")
