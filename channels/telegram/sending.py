"""One rendered call becomes one request to the Bot API."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from telegram import Bot, InputFile, InputMediaPhoto, InputMediaVideo, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from channels.render import Call
from channels.telegram.errors import unchanged
from channels.telegram.render import inline, keyboard
from channels.wording import html
from domain.errors import DeliveryFailed
from domain.messages import Media, MediaKind, Text

LOCAL = "file:"
"""A ref that begins with this is the path of a file of ours, to be uploaded."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_EDITABLE = (MediaKind.PHOTO, MediaKind.VIDEO)


async def send(bot: Bot, chat: int, call: Call, **options: Any) -> int:
    """Sends one message (or one album) and returns its id, an album's first. `options` go to the method as they are."""
    if len(call.media) > 1:
        album = [await _in_album(media) for media in call.media]
        return (await bot.send_media_group(chat, album, **options))[0].message_id
    options["reply_markup"] = keyboard(call)
    if call.media:
        return (await _send_media(bot, chat, call, options)).message_id
    if call.place is not None:
        return (await _send_place(bot, chat, call, options)).message_id
    message = await bot.send_message(
        chat, html(call.texts), parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, **options
    )
    return message.message_id


async def edit(bot: Bot, chat: int, message_id: int, call: Call) -> None:
    """Makes an earlier message say this; that it says so already is no error."""
    try:
        await _edit(bot, chat, message_id, call)
    except BadRequest as error:
        if not unchanged(error):
            raise


async def _edit(bot: Bot, chat: int, message_id: int, call: Call) -> None:
    where: dict[str, Any] = {"chat_id": chat, "message_id": message_id, "reply_markup": inline(call)}
    if call.media and call.media[0].kind in _EDITABLE:
        await bot.edit_message_media(await _in_album(call.media[0], call.texts), **where)
    elif call.media:
        await bot.edit_message_caption(caption=html(call.texts), parse_mode=ParseMode.HTML, **where)
    else:
        await _edit_words(bot, html(call.texts), where)


async def _edit_words(bot: Bot, words: str, where: dict[str, Any]) -> None:
    """A card sent with a picture keeps it: its words are the caption."""
    try:
        await bot.edit_message_text(words, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW, **where)
    except BadRequest as error:
        if "no text in the message to edit" not in error.message.lower():
            raise
        await bot.edit_message_caption(caption=words, parse_mode=ParseMode.HTML, **where)


async def _send_media(bot: Bot, chat: int, call: Call, options: dict[str, Any]) -> Message:
    media = call.media[0]
    content = await _content(media)
    if media.kind is MediaKind.ROUND_VIDEO:
        return await bot.send_video_note(chat, content, **options)
    if media.kind is MediaKind.STICKER:
        return await bot.send_sticker(chat, content, **options)
    methods: dict[MediaKind, Callable[..., Awaitable[Message]]] = {
        MediaKind.PHOTO: bot.send_photo,
        MediaKind.VOICE: bot.send_voice,
        MediaKind.VIDEO: bot.send_video,
        MediaKind.AUDIO: bot.send_audio,
        MediaKind.DOCUMENT: bot.send_document,
    }
    caption = html(call.texts) or None
    return await methods[media.kind](chat, content, caption=caption, parse_mode=ParseMode.HTML, **options)


async def _send_place(bot: Bot, chat: int, call: Call, options: dict[str, Any]) -> Message:
    assert call.place is not None
    title, _, address = call.place.label.partition(", ")
    if title:
        return await bot.send_venue(chat, call.place.lat, call.place.lon, title, address or title, **options)
    return await bot.send_location(chat, call.place.lat, call.place.lon, **options)


async def _in_album(media: Media, texts: tuple[Text, ...] = ()) -> InputMediaPhoto | InputMediaVideo:
    words = texts or ((Text(media.caption),) if media.caption else ())
    kind = InputMediaPhoto if media.kind is MediaKind.PHOTO else InputMediaVideo
    return kind(await _content(media), caption=html(words) or None, parse_mode=ParseMode.HTML)


async def _content(media: Media) -> str | InputFile:
    if not media.ref.startswith(LOCAL):
        return media.ref
    path = Path(media.ref.removeprefix(LOCAL))
    try:
        content = await asyncio.to_thread(path.read_bytes)
    except FileNotFoundError:
        raise DeliveryFailed("the file that was to be sent is no longer there", permanent=True) from None
    return InputFile(content, filename=media.name or path.name, attach=False)
