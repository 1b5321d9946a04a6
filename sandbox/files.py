"""Files kept by the sandbox: ids per kind, paths for download, the drawn assets people send."""

import base64
import hashlib
import mimetypes
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from sandbox.errors import StageError, bad_request
from sandbox.images import picture_size
from sandbox.records import Media, PhotoSize

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
PREFIX = {
    "photo": "AgACAgI",
    "voice": "AwACAgI",
    "video": "BAACAgI",
    "document": "BQACAgI",
    "audio": "CQACAgI",
    "animation": "CgACAgI",
    "sticker": "CAACAgI",
    "video_note": "DQACAgI",
}
FOLDER = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music", "video_note": "video_notes"}
ENDING = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "audio": ".mp3", "video_note": ".mp4"}


@dataclass(frozen=True)
class StoredFile:
    """One file: content may be shorter than size says, for files too large to keep."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    content: bytes
    size: int
    mime: str


@dataclass(frozen=True)
class Asset:
    """One ready-made picture, voice note or video people can send."""

    name: str
    kind: str
    content: bytes
    mime: str
    seconds: int = 0
    width: int = 0
    height: int = 0


class Assets:
    """The folder of drawn assets and its index.toml: per name a table of file, kind, mime, seconds, width, height."""

    def __init__(self, folder: Path) -> None:
        index = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))
        self._all = {name: _read_asset(folder, name, entry) for name, entry in index.items()}

    def get(self, name: str) -> Asset:
        """The asset of this name; StageError when there is none."""
        if name not in self._all:
            raise StageError(f"no asset is called {name!r}; there are: {', '.join(sorted(self._all))}")
        return self._all[name]

    def find(self, name: str) -> Asset | None:
        """The asset of this name, or whose file is called so; None when there is none."""
        return self._all.get(name) or self._all.get(Path(name).stem)

    def of_kind(self, kind: str) -> list[Asset]:
        """Every asset of a kind, in the order of the index."""
        return [asset for asset in self._all.values() if asset.kind == kind]


class Files:
    """Every file ever sent; files are never forgotten, so an id stays good after a restore."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._media: dict[str, Media] = {}

    def keep(
        self, kind: str, content: bytes, mime: str, *, name: str | None = None, size: int | None = None
    ) -> StoredFile:
        """Store content under new ids. size overrides the byte count of a file too large to hold in memory."""
        number = len(self._by_id) + 1
        digest = hashlib.sha256(f"{number}:{kind}".encode() + hashlib.sha256(content).digest()).digest()
        token = base64.urlsafe_b64encode(digest * 2).decode().rstrip("=")
        ending = Path(name).suffix if name else ENDING.get(kind) or mimetypes.guess_extension(mime) or ".bin"
        stored = StoredFile(
            file_id=PREFIX[kind] + token[:64],
            unique_id="AQAD" + token[:12],
            kind=kind,
            path=f"{FOLDER.get(kind, 'documents')}/file_{number}{ending}",
            content=content,
            size=len(content) if size is None else size,
            mime=mime,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id, or None."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file at a download path, or None."""
        return self._by_path.get(path)

    def get(self, file_id: str, *kinds: str) -> StoredFile:
        """The file for an id the bot sent; refused as Telegram does when unknown or of another kind."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        if kinds and stored.kind not in kinds:
            raise bad_request(f"can't use file of type {_title(stored.kind)} as {_title(kinds[0])}")
        return stored

    def photo(self, content: bytes, mime: str, asset: str | None = None) -> Media:
        """Keep a picture in two sizes; IMAGE_PROCESS_FAILED when it is none."""
        size = picture_size(content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if sum(size) > 10_000 or max(size) > 20 * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        width, height = size
        scale = min(1.0, 320 / max(size))
        small = PhotoSize(self.keep("photo", content, mime).file_id, round(width * scale), round(height * scale))
        large = PhotoSize(self.keep("photo", content, mime).file_id, width, height)
        media = Media(large.file_id, "photo", asset=asset, width=width, height=height, mime=mime, sizes=(small, large))
        return self.remember(media)

    def remember(self, media: Media) -> Media:
        """Keep what belongs to a file (duration, sizes), so that resending its id brings it back."""
        media = replace(media, size=self._by_id[media.file_id].size)
        for file_id in (media.file_id, *(size.file_id for size in media.sizes)):
            self._media[file_id] = media
        return media

    def media(self, file_id: str, *kinds: str) -> Media:
        """The media behind an id the bot sent, of one of the kinds; refused like get()."""
        return self._media[self.get(file_id, *kinds).file_id]

    def person_sends(self, asset: Asset) -> Media:
        """Keep an asset as the file of a new message."""
        if asset.kind == "photo":
            return self.photo(asset.content, asset.mime, asset.name)
        stored = self.keep(asset.kind, asset.content, asset.mime)
        media = Media(stored.file_id, asset.kind, asset.seconds, asset.name, asset.width, asset.height, mime=asset.mime)
        return self.remember(media)


def _title(kind: str) -> str:
    return "".join(word.capitalize() for word in kind.split("_"))


def _read_asset(folder: Path, name: str, entry: dict[str, object]) -> Asset:
    file = folder / str(entry["file"])
    mime = str(entry.get("mime") or mimetypes.guess_type(file.name)[0])
    numbers = {key: int(str(entry[key])) for key in ("seconds", "width", "height") if key in entry}
    return Asset(name, str(entry["kind"]), file.read_bytes(), mime, **numbers)
