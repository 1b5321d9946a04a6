"""Pictures of the courtyard: the street lamp dark and mended, the rubbish, the pothole."""

from PIL import Image

from sandbox.drawing.canvas import Canvas, Colour, mixed, scattered

WARM: Colour = (255, 214, 140)
POLE: Colour = (44, 48, 66)


def lamp() -> Image.Image:
    """The street lamp before the third building is dark."""
    return courtyard_at_night(lit=0.0)


def lamp_repaired() -> Image.Image:
    """The same lamp shines again on the same bench."""
    return courtyard_at_night(lit=1.0)


def courtyard_at_night(lit: float) -> Image.Image:
    """The courtyard with its lamp at some brightness, 0 to 1."""
    canvas = Canvas((22, 26, 58), (74, 62, 98))
    for x, y in scattered(34, 0.3):
        canvas.disc(x * 640, y * 190, 0.9, 0.9, (206, 206, 226))
    canvas.disc(92, 78, 25, 25, (246, 236, 206))
    canvas.disc(103, 70, 23, 23, (30, 33, 66))
    _block(canvas, -30, 150, 210, (38, 38, 68), (5, 4), 0.1)
    _block(canvas, 424, 118, 250, (43, 42, 73), (6, 4), 0.55)
    _block(canvas, 216, 196, 170, (33, 34, 62), (4, 3), 0.8)
    canvas.shape([(0, 362), (640, 346), (640, 480), (0, 480)], (46, 47, 66))
    canvas.shape([(150, 480), (330, 360), (410, 358), (520, 480)], (68, 66, 84))
    for x, size in ((40, 52), (118, 38), (584, 60), (632, 42)):
        canvas.disc(x, 362, size, size * 0.7, (30, 42, 52))
    _lamp_post(canvas, lit)
    _bench(canvas, lit)
    return canvas.finished()


def _block(
    canvas: Canvas, x: float, y: float, width: float, wall: Colour, windows: tuple[int, int], seed: float
) -> None:
    columns, rows = windows
    canvas.box(x, y, width, 240, wall)
    canvas.box(x - 5, y - 7, width + 10, 9, mixed(wall, (0, 0, 0), 0.3))
    step = width / columns
    for row in range(rows):
        for column in range(columns):
            warm = (seed + row * 0.618 + column * 0.414) % 1.0 < 0.27
            pane = (244, 190, 108) if warm else mixed(wall, (92, 100, 146), 0.35)
            canvas.box(x + step * (column + 0.24), y + 20 + row * 42, step * 0.5, 24, pane, 2)
            if warm:
                canvas.glow(x + step * (column + 0.49), y + 32 + row * 42, 34, 34, (240, 170, 80), 0.35)


def _lamp_post(canvas: Canvas, lit: float) -> None:
    if lit:
        canvas.glow(356, 118, 250, 230, WARM, 0.55 * lit)
        canvas.haze([(342, 128), (374, 128), (520, 436), (196, 436)], WARM, 0.3 * lit, 14)
        canvas.glow(358, 424, 200, 62, WARM, 0.75 * lit)
    canvas.shade(270, 434, 40, 8)
    canvas.shape([(262, 434), (266, 120), (274, 120), (278, 434)], POLE)
    canvas.box(254, 420, 32, 16, POLE, 4)
    canvas.line([(270, 122), (274, 102), (286, 88), (304, 80), (326, 80), (354, 90)], POLE, 8)
    canvas.shape([(330, 112), (344, 88), (370, 88), (386, 112)], (78, 82, 106))
    glass = mixed((112, 118, 140), (255, 246, 214), lit)
    canvas.shape([(334, 112), (382, 112), (374, 128), (342, 128)], glass)
    if lit:
        canvas.glow(358, 120, 74, 62, (255, 244, 214), 0.95)
    else:
        canvas.line([(346, 114), (354, 120), (351, 126)], (34, 36, 52), 1.6)
        canvas.line([(368, 114), (362, 120), (366, 126)], (34, 36, 52), 1.6)


def _bench(canvas: Canvas, lit: float) -> None:
    wood = mixed((58, 50, 60), (190, 128, 76), lit * 0.9)
    edge = mixed(wood, (0, 0, 0), 0.35)
    canvas.shade(398, 448, 66, 10, 0.45)
    for x in (350, 440):
        canvas.line([(x, 416), (x - 5, 448)], edge, 6)
        canvas.line([(x + 8, 416), (x + 13, 446)], edge, 6)
    canvas.box(334, 404, 130, 12, wood, 4)
    canvas.box(334, 413, 130, 4, edge, 2)


def rubbish() -> Image.Image:
    """Two bins that nobody emptied, a magpie on top."""
    canvas = Canvas((246, 224, 190), (236, 196, 150))
    _brick_wall(canvas)
    canvas.shape([(0, 352), (640, 340), (640, 480), (0, 480)], (176, 160, 146))
    for x, y in scattered(70, 0.7):
        canvas.disc(x * 640, 356 + y * 124, 2.2, 1.1, (158, 142, 130))
    canvas.shade(330, 420, 250, 26, 0.4)
    for x, tint in ((196, (74, 122, 92)), (330, (84, 134, 100))):
        _bin(canvas, x, tint)
    _bag(canvas, 236, 204, 50, (66, 68, 82))
    _bag(canvas, 318, 192, 42, (222, 214, 202))
    _bag(canvas, 392, 208, 48, (88, 90, 104))
    _bag(canvas, 144, 392, 54, (74, 76, 90))
    _bag(canvas, 486, 398, 48, (226, 218, 204))
    _carton(canvas)
    canvas.disc(250, 440, 17, 9, (226, 134, 66))
    canvas.line([(238, 436), (262, 444)], (250, 196, 120), 2)
    _magpie(canvas, 322, 140)
    return canvas.finished()


def _brick_wall(canvas: Canvas) -> None:
    canvas.box(0, 60, 640, 292, (208, 142, 112))
    for row in range(13):
        for column in range(-1, 11):
            shade = (row * 0.37 + column * 0.61) % 1.0
            brick = mixed((196, 124, 96), (220, 156, 124), shade)
            canvas.box(column * 64 + (row % 2) * 32, 62 + row * 23, 60, 20, brick, 2)
    canvas.box(0, 48, 640, 16, (232, 206, 178))


def _bin(canvas: Canvas, x: float, tint: Colour) -> None:
    canvas.shape([(x, 232), (x + 118, 232), (x + 106, 414), (x + 12, 414)], tint)
    canvas.shape([(x + 84, 232), (x + 118, 232), (x + 106, 414), (x + 82, 414)], mixed(tint, (0, 0, 0), 0.18))
    canvas.box(x - 7, 224, 132, 17, mixed(tint, (0, 0, 0), 0.28), 6)
    for wheel in (x + 24, x + 94):
        canvas.disc(wheel, 414, 12, 12, (52, 50, 56))
        canvas.disc(wheel, 414, 5, 5, (150, 146, 146))
    canvas.disc(x + 50, 316, 19, 19, mixed(tint, (255, 255, 255), 0.5))
    canvas.disc(x + 50, 316, 11, 11, tint)


def _bag(canvas: Canvas, x: float, y: float, size: float, tint: Colour) -> None:
    canvas.disc(x, y, size, size * 0.82, tint)
    canvas.shape(
        [(x - 9, y - size * 0.74), (x + 9, y - size * 0.74), (x + 18, y - size * 1.05), (x - 16, y - size * 1.08)], tint
    )
    canvas.line([(x - 9, y - size * 0.76), (x + 9, y - size * 0.76)], (206, 74, 62), 4)
    canvas.arc(x - size * 0.15, y, size * 0.6, 190, 262, mixed(tint, (255, 255, 255), 0.35), 3)


def _carton(canvas: Canvas) -> None:
    canvas.shape([(420, 352), (520, 338), (534, 416), (432, 430)], (204, 158, 104))
    canvas.shape([(420, 352), (446, 332), (546, 320), (520, 338)], (226, 184, 130))
    canvas.shape([(520, 338), (546, 320), (556, 396), (534, 416)], (176, 130, 82))
    canvas.shape([(464, 346), (480, 344), (490, 422), (476, 424)], (232, 204, 158))


def _magpie(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x + 22, y + 2), (x + 76, y + 26), (x + 70, y + 34), (x + 14, y + 16)], (40, 52, 88))
    canvas.disc(x, y, 27, 18, (34, 36, 48))
    canvas.disc(x - 2, y + 6, 17, 11, (246, 242, 234))
    canvas.disc(x - 24, y - 15, 13, 12, (34, 36, 48))
    canvas.shape([(x - 34, y - 18), (x - 52, y - 12), (x - 34, y - 10)], (70, 66, 66))
    canvas.disc(x - 27, y - 17, 2.6, 2.6, (255, 250, 236))
    for leg in (-4, 8):
        canvas.line([(x + leg, y + 16), (x + leg, y + 30)], (70, 66, 66), 2.4)


def pothole() -> Image.Image:
    """A hole in the road full of water, a cone beside it."""
    canvas = Canvas((190, 208, 214), (232, 208, 176))
    canvas.box(0, 100, 640, 60, (126, 146, 112))
    for x, y in scattered(26, 0.2):
        canvas.disc(x * 640, 92 + y * 30, 34, 25, mixed((112, 136, 100), (150, 166, 118), y))
    canvas.box(0, 142, 640, 34, (214, 202, 184))
    canvas.box(0, 172, 640, 10, (182, 170, 156))
    canvas.shape([(0, 182), (640, 182), (640, 480), (0, 480)], (118, 114, 116))
    for x, y in scattered(420, 0.5):
        canvas.disc(x * 640, 186 + y * 294, 1.6, 1.0, mixed((100, 96, 100), (142, 138, 138), (x * 7) % 1))
    for x in (-20, 180, 560):
        canvas.shape([(x, 222), (x + 96, 222), (x + 92, 234), (x - 8, 234)], (236, 226, 204))
    _hole(canvas)
    _cone(canvas)
    _leaf(canvas, 206, 302, (206, 120, 52))
    _leaf(canvas, 330, 352, (226, 160, 64))
    return canvas.finished()


def _hole(canvas: Canvas) -> None:
    rim = [(128, 350), (172, 292), (262, 268), (352, 276), (420, 314), (436, 366), (372, 418), (258, 430), (164, 408)]
    canvas.shape([(x - 12 if x < 280 else x + 12, y - 8 if y < 350 else y + 9) for x, y in rim], (94, 90, 92))
    canvas.shape(rim, (66, 60, 62))
    water = [(168, 356), (206, 312), (280, 296), (356, 304), (402, 340), (394, 376), (330, 402), (244, 406), (188, 388)]
    canvas.shape(water, (124, 152, 168))
    canvas.haze([(220, 330), (330, 312), (372, 330), (260, 352)], (232, 240, 240), 0.75, 7)
    canvas.haze([(250, 378), (350, 362), (364, 376), (270, 394)], (246, 226, 190), 0.5, 6)
    for start, end in (
        ((128, 350), (72, 372)),
        ((436, 366), (500, 396)),
        ((262, 268), (246, 232)),
        ((258, 430), (240, 462)),
    ):
        middle = ((start[0] + end[0]) / 2 + 8, (start[1] + end[1]) / 2 - 7)
        canvas.line([start, middle, end], (80, 75, 78), 4)


def _cone(canvas: Canvas) -> None:
    canvas.shade(512, 398, 64, 13, 0.45)
    canvas.shape([(452, 392), (566, 392), (576, 406), (442, 406)], (206, 88, 40))
    canvas.shape([(470, 392), (548, 392), (517, 232), (501, 232)], (238, 112, 50))
    canvas.shape([(479, 346), (539, 346), (531, 304), (487, 304)], (252, 242, 226))
    canvas.shape([(494, 268), (524, 268), (519, 244), (499, 244)], (252, 242, 226))
    canvas.haze([(522, 392), (548, 392), (517, 232), (511, 232)], (120, 40, 20), 0.28, 3)


def _leaf(canvas: Canvas, x: float, y: float, tint: Colour) -> None:
    canvas.shape([(x - 20, y + 6), (x - 4, y - 8), (x + 16, y - 6), (x + 24, y + 4), (x + 6, y + 11)], tint)
    canvas.line([(x - 26, y + 9), (x + 16, y - 1)], mixed(tint, (60, 30, 10), 0.5), 2)
