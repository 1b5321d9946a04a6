"""Somebody's own data as one page that opens anywhere: no line of it comes from elsewhere, and nothing in it runs."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

from bot.crafts.photos import for_screen
from bot.crafts.printable import printable
from domain.people.copy import Copy, Reported, Said

ROOM = 30_000_000
"""Bytes of pictures and voices on one page: with what is written it stays below what platforms let us send."""
MOST_OF_ONE = 3_000_000
LEAST = 20_000
VOICE = b"OggS"
STYLE = """
:root { color-scheme: light dark }
body { font: 17px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 42rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.6rem; margin: .5rem 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1.05rem; margin: 1rem 0 .3rem }
article { border-top: 1px solid #8885; margin-top: 1.2rem; padding-top: .2rem }
table { border-collapse: collapse } th { text-align: left; font-weight: normal; opacity: .7; padding-right: 1rem; vertical-align: top; white-space: nowrap }
ul { padding-left: 1.1rem; margin: .3rem 0 } time { opacity: .7; display: block; font-size: .9em }
p, td, li { overflow-wrap: anywhere; white-space: pre-wrap } p { margin: .2rem 0 }
img { display: block; max-width: 100%; max-height: 24rem; border-radius: 6px; margin: .4rem 0 } audio { width: 100%; margin: .4rem 0 }
.said { margin: .6rem 0 } .small { opacity: .7; font-size: .9em }
@media print { body { font-size: 11pt; max-width: none; padding: 0 } h1, h2, h3 { break-after: avoid } .said, img, tr { break-inside: avoid } img { max-height: 9cm } audio { display: none } }
"""  # noqa: E501 (one rule a line)
POLICY = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'"


def page(copy: Copy, files: Mapping[str, Path]) -> bytes:
    """HTML, UTF-8. `files` has the photos and voice notes that are at home, by what the platform calls them.

    To be called in the child process: pictures are decoded.
    """
    shown, room = dict[str, str](), ROOM
    for ref, file in files.items():
        put = _shown(file) if room > LEAST else None  # the rest need not be decoded
        if put is not None and len(put) <= room:
            shown[ref] = put
            room -= len(put)
    body = "\n".join(_body(copy, shown))
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(copy.title)}</title><style>{STYLE}</style>"
    )
    lang = "en" if copy.language == "en" else "zh-CN"
    return f'<!doctype html>\n<html lang="{lang}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'.encode()


def _body(copy: Copy, shown: Mapping[str, str]) -> Iterable[str]:
    yield f"<h1>{_text(copy.title)}</h1>\n<p>{_text(copy.about)}</p>\n{_table(copy.facts)}"
    if copy.drafts:
        yield f"<h2>{_text(copy.headings['drafts'])}</h2>\n{_list(copy.drafts)}"
    if copy.reported:
        yield f"<h2>{_text(copy.headings['matters'])}</h2>"
    for matter in copy.reported:
        yield _article(matter, copy.headings, shown)
    for further in copy.further:
        yield f"<h2>{_text(further.heading)}</h2>"
        yield from (_said(said, copy.headings, shown) for said in further.said)
    yield f"<h2>{_text(copy.headings['seen'])}</h2>\n{_list(copy.seen)}"
    if copy.foot:
        yield f'<p class="small">{_text(copy.foot)}</p>'


def _article(matter: Reported, headings: Mapping[str, str], shown: Mapping[str, str]) -> str:
    said = "\n".join(_said(each, headings, shown) for each in matter.said)
    hers = f"<h3>{_text(headings['said'])}</h3>\n{said}" if said else ""
    way = f"<h3>{_text(headings['way'])}</h3>\n{_list(matter.way)}" if matter.way else ""
    return f"<article>\n<h2>{_text(matter.title)}</h2>\n{_table(matter.facts)}\n{hers}\n{way}\n</article>"


def _said(said: Said, headings: Mapping[str, str], shown: Mapping[str, str]) -> str:
    words = f"<p>{_text(said.text)}</p>" if said.text else ""
    missing = f'<p class="small">{_text(headings["not_shown"])}</p>'
    files = "".join(shown.get(ref, missing) for ref in said.files)
    return f'<div class="said"><time>{_text(said.at)}</time>{words}{files}</div>'


def _shown(file: Path) -> str | None:
    """A picture or a voice as a part of the page; None for anything else, and for what is too large."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    if content.startswith(VOICE):
        sound = f'<audio controls src="data:audio/ogg;base64,{b64encode(content).decode()}"></audio>'
        return sound if len(content) <= MOST_OF_ONE else None
    picture = for_screen(content)
    if picture is None:
        return None
    return f'<img alt="" src="data:image/jpeg;base64,{b64encode(picture).decode()}">'


def _table(facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<tr><th>{_text(label)}</th><td>{_text(value)}</td></tr>" for label, value in facts)
    return f"<table>{rows}</table>"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def _text(words: str) -> str:
    return escape(printable(words))
