"""The short film: the street lamp flickers and goes out."""

from importlib import import_module
from pathlib import Path

from PIL import Image

from sandbox.drawing.outdoors import courtyard_at_night

FRAMES_A_SECOND = 12
SIZE = (320, 240)
FLICKER = "99969999909993990960930039000000903000000000"
"""The lamp's brightness frame by frame, in ninths."""
SECONDS = round(len(FLICKER) / FRAMES_A_SECOND)


def write_film(path: Path) -> None:
    """Encode it as H.264 in MP4, which every browser on a telephone plays."""
    av = import_module("av")  # only who draws anew installs it, so the type checker does not know it
    stills = {level: _still(int(level) / 9) for level in set(FLICKER)}
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=FRAMES_A_SECOND)
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": "27", "profile": "baseline", "preset": "slow"}
        for level in FLICKER:
            container.mux(stream.encode(av.VideoFrame.from_image(stills[level])))
        container.mux(stream.encode(None))


def _still(lit: float) -> Image.Image:
    return courtyard_at_night(lit).resize(SIZE, Image.Resampling.LANCZOS)
