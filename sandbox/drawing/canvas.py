"""A canvas of 640 × 480 drawn at twice the size: flat shapes, soft light, a little grain."""

from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 640, 480
SCALE = 2
Colour = tuple[int, int, int]
Point = tuple[float, float]


def scattered(count: int, seed: float = 0.0) -> Iterator[Point]:
    """Points spread evenly over the unit square, always the same for the same seed."""
    for index in range(count):
        yield (seed + index * 0.754877666) % 1.0, (seed * 1.7 + index * 0.569840291) % 1.0


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour between two; share 0 is the first, 1 the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


class Canvas:
    """Coordinates count in pixels of the finished picture."""

    def __init__(self, top: Colour, bottom: Colour) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE))
        self._draw = ImageDraw.Draw(self._image)
        for y in range(HEIGHT * SCALE):
            self._draw.line([(0, y), (WIDTH * SCALE, y)], mixed(top, bottom, y / (HEIGHT * SCALE)))

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._draw.polygon([_scaled(point) for point in points], colour)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour, radius: float = 0) -> None:
        """A filled rectangle, its corners rounded when radius is given."""
        self._draw.rounded_rectangle([_scaled((x, y)), _scaled((x + w, y + h))], radius * SCALE, colour)

    def disc(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """A filled ellipse around its centre."""
        self._draw.ellipse([_scaled((x - rx, y - ry)), _scaled((x + rx, y + ry))], colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A line with round joints and ends."""
        scaled = [_scaled(point) for point in points]
        self._draw.line(scaled, colour, round(width * SCALE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, width / 2, colour)

    def arc(self, x: float, y: float, r: float, start: float, end: float, colour: Colour, width: float) -> None:
        """A piece of a circle; angles in degrees, clockwise from three o'clock."""
        frame = [_scaled((x - r, y - r)), _scaled((x + r, y + r))]
        self._draw.arc(frame, start, end, colour, round(width * SCALE))

    def glow(self, x: float, y: float, rx: float, ry: float, colour: Colour, strength: float) -> None:
        """Soft light around a point, brightening what is there; strength is 0 to 1."""
        size = (round(rx * 2 * SCALE), round(ry * 2 * SCALE))
        fade = (
            ImageChops.invert(Image.radial_gradient("L")).resize(size).point(lambda v: max(0, v - 74) * 1.4 * strength)
        )
        light = Image.new("RGB", self._image.size)
        light.paste(Image.new("RGB", size, colour), _corner(x - rx, y - ry), fade)
        self._image.paste(ImageChops.screen(self._image, light))

    def haze(self, points: Sequence[Point], colour: Colour, strength: float, blur: float = 0) -> None:
        """A see-through polygon, its edge blurred: beams of light and shadows. strength is 0 to 1."""
        mask = Image.new("L", self._image.size)
        ImageDraw.Draw(mask).polygon([_scaled(point) for point in points], round(255 * strength))
        if blur:
            mask = mask.filter(ImageFilter.GaussianBlur(blur * SCALE))
        self._image.paste(Image.new("RGB", self._image.size, colour), (0, 0), mask)

    def shade(self, x: float, y: float, rx: float, ry: float, strength: float = 0.35) -> None:
        """A soft shadow on the ground."""
        mask = Image.new("L", self._image.size)
        frame = [_scaled((x - rx, y - ry)), _scaled((x + rx, y + ry))]
        ImageDraw.Draw(mask).ellipse(frame, round(255 * strength))
        mask = mask.filter(ImageFilter.GaussianBlur(6 * SCALE))
        self._image.paste(Image.new("RGB", self._image.size, (20, 16, 24)), (0, 0), mask)

    def finished(self) -> Image.Image:
        """The picture in its own size, darker towards the corners, with the grain of a telephone's camera."""
        vignette = ImageChops.invert(Image.radial_gradient("L")).resize(self._image.size)
        darker = self._image.point(lambda v: v * 0.72)
        picture = Image.composite(self._image, darker, vignette.point(lambda v: min(255, v * 2.2)))
        picture = picture.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        grain = Image.effect_noise((WIDTH, HEIGHT), 9).convert("RGB")
        return Image.blend(picture, ImageChops.overlay(picture, grain), 0.35)


def _scaled(point: Point) -> tuple[float, float]:
    return point[0] * SCALE, point[1] * SCALE


def _corner(x: float, y: float) -> tuple[int, int]:
    return round(x * SCALE), round(y * SCALE)
