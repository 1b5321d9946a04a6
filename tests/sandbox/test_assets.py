"""The drawn assets: all there, as the index says, small enough for a repository."""

import pytest

from sandbox import Sandbox
from sandbox.drawing.voices import RATE, Speaker, murmur
from sandbox.images import picture_size


def test_there_are_nine_photos_three_voices_and_a_film(sandbox: Sandbox) -> None:
    assets = sandbox.world.assets
    assert [len(assets.of_kind(kind)) for kind in ("photo", "voice", "video")] == [9, 3, 1]


def test_every_photo_has_the_size_the_index_says(sandbox: Sandbox) -> None:
    for asset in sandbox.world.assets.of_kind("photo"):
        assert picture_size(asset.content) == (asset.width, asset.height) == (640, 480)


@pytest.mark.parametrize(("kind", "magic"), [("voice", b"OggS"), ("video", b"ftyp")])
def test_voices_are_ogg_and_the_film_is_mp4(sandbox: Sandbox, kind: str, magic: bytes) -> None:
    for asset in sandbox.world.assets.of_kind(kind):
        assert magic in asset.content[:12]
        assert asset.seconds > 0


def test_assets_are_small(sandbox: Sandbox) -> None:
    for kind in ("photo", "voice", "video"):
        assert all(len(asset.content) < 50_000 for asset in sandbox.world.assets.of_kind(kind))


def test_a_murmur_lasts_as_long_as_it_says() -> None:
    assert len(murmur(Speaker("x", 200.0, 1))) == RATE
