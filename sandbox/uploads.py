"""The files of a multipart request as Telegram reads them: which parts are files, and what they are called."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

FILENAME = re.compile(r';\s*filename="((?:[^"\\]|\\.)*)"')
ESCAPED = re.compile(r"\\(.)")
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
STEM, ENDING = 64, 16
"""The longest name of a file and the longest ending, in characters; what is longer is cut off."""


@dataclass(frozen=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    content: bytes
    mime: str


def file_name(disposition: str) -> str | None:
    """The name in a Content-Disposition header; None when it has none and the part is therefore no file.

    Telegram reads filename alone, percent-decoded, and is deaf to the filename* of newer standards.
    """
    found = FILENAME.search(disposition)
    return None if found is None else clean(unquote(ESCAPED.sub(r"\1", found.group(1))))


def clean(name: str) -> str:
    """A name as a telephone shows it: no folders, no signs that a disk refuses, not too long."""
    path = PurePosixPath(FORBIDDEN.sub("", name.replace("\\", "/")))
    return path.stem.strip()[:STEM].strip() + path.suffix.rstrip()[: ENDING + 1]
