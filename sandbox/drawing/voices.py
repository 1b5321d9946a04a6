"""Voice notes without words: a hummed murmur with the melody of speech, encoded as OGG/Opus."""

import array
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

RATE = 24_000
SYLLABLES_A_SECOND = 3.6
TONES = ((1.12, 1.12), (0.9, 1.15), (0.84, 0.92), (1.2, 0.8), (1.0, 0.96))
"""Pitch at the start and the end of a syllable, as a share of the speaker's own."""
VOWELS = ((800.0, 1200.0), (400.0, 2000.0), (350.0, 800.0), (500.0, 1500.0))
"""The two strongest resonances in hertz."""


@dataclass(frozen=True)
class Speaker:
    """Who hums, how high (hertz), how long (seconds)."""

    name: str
    pitch: float
    seconds: int


SPEAKERS = (Speaker("voice-heating", 205.0, 14), Speaker("voice-lamp", 132.0, 6), Speaker("voice-stairs", 178.0, 9))


def murmur(speaker: Speaker) -> "array.array[int]":
    """Samples of 16 bits, mono, at RATE."""
    samples = array.array("h")
    count = int(speaker.seconds * SYLLABLES_A_SECOND)
    length = speaker.seconds * RATE // count
    for index in range(count):
        silent = index % 9 == 8 or index == 0
        samples.extend([0] * length if silent else _syllable(speaker.pitch, index, length))
    samples.extend([0] * (speaker.seconds * RATE - len(samples)))
    return samples


def _syllable(pitch: float, index: int, length: int) -> Iterator[int]:
    start, end = TONES[(index * 7 + index // 3) % len(TONES)]
    low, high = VOWELS[(index * 5 + index // 4) % len(VOWELS)]
    phase = 0.0
    for at in range(length):
        share = at / length
        frequency = pitch * (start + (end - start) * share) * (1 + 0.008 * math.sin(at / RATE * 34))
        phase += 2 * math.pi * frequency / RATE
        loud = math.sin(math.pi * min(1.0, share * 1.08)) ** 0.7
        tone = sum(_resonance(frequency * k, low, high) / k**0.5 * math.sin(k * phase) for k in range(1, 9))
        yield round(5200 * loud * tone)


def _resonance(frequency: float, low: float, high: float) -> float:
    near = math.exp(-(((frequency - low) / 280) ** 2)) + 0.6 * math.exp(-(((frequency - high) / 420) ** 2))
    return 0.12 + near


def write_voice(speaker: Speaker, path: Path) -> None:
    """Encode one voice note at 16 kbit/s."""
    av = import_module("av")  # only who draws anew installs it, so the type checker does not know it
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libopus", rate=RATE, layout="mono")
        stream.bit_rate = 16_000
        samples = murmur(speaker)
        for at in range(0, len(samples), 480):
            frame = av.AudioFrame(format="s16", layout="mono", samples=480)
            frame.planes[0].update(samples[at : at + 480].tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
            frame.sample_rate, frame.pts = RATE, at
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
