"""Draw every asset anew into sandbox/assets: python -m sandbox.draw_assets (needs the packages pillow and av)."""

from pathlib import Path

from sandbox.drawing.canvas import HEIGHT, WIDTH
from sandbox.drawing.film import SECONDS, SIZE, write_film
from sandbox.drawing.flat import heating, heating_repaired, leak
from sandbox.drawing.outdoors import lamp, lamp_repaired, pothole, rubbish
from sandbox.drawing.stairwell import lift, stairs
from sandbox.drawing.voices import SPEAKERS, write_voice

FOLDER = Path(__file__).parent / "assets"
PICTURES = {
    "lamp": lamp,
    "heating": heating,
    "leak": leak,
    "rubbish": rubbish,
    "stairs": stairs,
    "pothole": pothole,
    "lift": lift,
    "lamp-repaired": lamp_repaired,
    "heating-repaired": heating_repaired,
}


def draw_all(folder: Path) -> None:
    """Write the pictures, the voices, the film and index.toml."""
    entries = []
    for name, draw in PICTURES.items():
        draw().save(folder / f"{name}.jpg", quality=82, optimize=True, progressive=True)
        entries.append(_entry(name, "jpg", "photo", "image/jpeg", width=WIDTH, height=HEIGHT))
    for speaker in SPEAKERS:
        write_voice(speaker, folder / f"{speaker.name}.ogg")
        entries.append(_entry(speaker.name, "ogg", "voice", "audio/ogg", seconds=speaker.seconds))
    write_film(folder / "video.mp4")
    width, height = SIZE
    entries.append(_entry("video", "mp4", "video", "video/mp4", seconds=SECONDS, width=width, height=height))
    (folder / "index.toml").write_text("\n".join(entries), encoding="utf-8")


def _entry(name: str, ending: str, kind: str, mime: str, **numbers: int) -> str:
    texts = {"file": f"{name}.{ending}", "kind": kind, "mime": mime}
    lines = [f'{key} = "{value}"' for key, value in texts.items()] + [f"{key} = {n}" for key, n in numbers.items()]
    return "\n".join([f"[{name}]", *lines, ""])


if __name__ == "__main__":
    draw_all(FOLDER)
