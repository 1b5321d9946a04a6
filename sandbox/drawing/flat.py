"""Pictures from inside a flat: the radiator, cold and warm again, and the leaking pipe."""

from PIL import Image

from sandbox.drawing.canvas import Canvas, Colour, mixed, scattered

COLD, WARM = (82, 134, 204), (206, 74, 52)


def heating() -> Image.Image:
    """Snow outside, a cold radiator, a cat in a scarf."""
    canvas = _room()
    _radiator(canvas, [(216, 226, 238), (242, 247, 252), (178, 194, 216)], (140, 176, 226))
    for x, y in ((196, 240), (262, 236), (356, 240), (424, 236)):
        _flake(canvas, x, y)
    _thermometer(canvas, COLD, 34)
    _cat(canvas)
    _scarf(canvas)
    return canvas.finished()


def heating_repaired() -> Image.Image:
    """Snow outside as before; the radiator is warm, and the cat has taken its scarf off."""
    canvas = _room()
    _radiator(canvas, [(246, 226, 200), (255, 244, 226), (226, 190, 150)], (255, 176, 96))
    for x in (206, 270, 334, 398):
        canvas.arc(x, 232, 12, 100, 260, WARM, 4)
        canvas.arc(x, 210, 12, 280, 80, WARM, 4)
    _thermometer(canvas, WARM, 92)
    canvas.glow(310, 330, 300, 190, (255, 190, 110), 0.35)
    _cat(canvas)
    return canvas.finished()


def _room() -> Canvas:
    canvas = Canvas((240, 228, 208), (226, 206, 182))
    canvas.shape([(0, 400), (640, 400), (640, 480), (0, 480)], (186, 142, 104))
    for x in range(-40, 680, 92):
        canvas.line([(x, 480), (x + 36, 401)], (168, 124, 88), 2)
    canvas.box(0, 390, 640, 12, (250, 242, 228))
    _frosty_window(canvas)
    return canvas


def _frosty_window(canvas: Canvas) -> None:
    canvas.box(150, 34, 320, 186, (250, 244, 234), 4)
    canvas.box(162, 46, 296, 162, (150, 178, 206))
    canvas.shape([(162, 208), (162, 160), (240, 142), (330, 166), (458, 138), (458, 208)], (226, 234, 242))
    for x, y in scattered(60, 0.4):
        canvas.disc(166 + x * 288, 50 + y * 154, 2.3, 2.3, (250, 252, 255))
    for corner_x, corner_y in ((162, 46), (458, 46), (162, 208), (458, 208)):
        canvas.glow(corner_x, corner_y, 80, 60, (236, 244, 255), 0.6)
    canvas.box(304, 46, 10, 162, (250, 244, 234))
    canvas.box(132, 214, 356, 15, (238, 228, 212), 3)


def _radiator(canvas: Canvas, paint: list[Colour], air: Colour) -> None:
    """`paint` is its own colour, where light falls on it, and where none does; `air` the colour around it."""
    body, light, dark = paint
    canvas.shade(310, 398, 170, 10, 0.3)
    canvas.glow(310, 316, 250, 140, air, 0.32)
    for index in range(9):
        x = 166 + index * 32
        canvas.box(x, 252, 27, 130, body, 12)
        canvas.box(x + 4, 258, 6, 116, light, 3)
        canvas.box(x + 20, 258, 4, 116, dark, 2)
    canvas.box(156, 268, 310, 9, (200, 212, 228), 4)
    canvas.box(156, 352, 310, 9, (200, 212, 228), 4)
    canvas.line([(466, 356), (506, 356), (506, 400)], (196, 206, 220), 9)
    canvas.disc(506, 350, 13, 11, (92, 134, 190))


def _flake(canvas: Canvas, x: float, y: float) -> None:
    for dx, dy in ((9, 0), (4.5, 7.8), (-4.5, 7.8)):
        canvas.line([(x - dx, y - dy), (x + dx, y + dy)], (112, 156, 210), 2.2)


def _thermometer(canvas: Canvas, colour: Colour, height: float) -> None:
    canvas.box(540, 84, 50, 172, (252, 248, 240), 20)
    canvas.box(559, 102, 12, 122, (222, 224, 228), 6)
    canvas.box(560, 230 - height, 10, height, colour, 5)
    canvas.disc(565, 230, 15, 15, colour)
    for index in range(7):
        canvas.line([(576, 110 + index * 15), (584, 110 + index * 15)], (150, 150, 158), 1.6)


def _cat(canvas: Canvas) -> None:
    fur, dark = (222, 150, 84), (188, 116, 58)
    canvas.shade(104, 452, 92, 13, 0.4)
    canvas.disc(106, 440, 96, 20, (152, 86, 78))
    canvas.disc(112, 410, 70, 44, fur)
    canvas.arc(126, 418, 66, 330, 120, dark, 15)
    for x in (132, 150, 168):
        canvas.line([(x, 374), (x - 5, 392)], dark, 5)
    canvas.disc(66, 384, 34, 30, fur)
    canvas.shape([(38, 372), (42, 338), (62, 358)], fur)
    canvas.shape([(72, 357), (94, 340), (96, 372)], fur)
    canvas.arc(54, 382, 7, 20, 160, (74, 44, 30), 2.6)
    canvas.arc(80, 382, 7, 20, 160, (74, 44, 30), 2.6)
    canvas.shape([(63, 392), (71, 392), (67, 397)], (172, 84, 78))


def _scarf(canvas: Canvas) -> None:
    canvas.box(40, 406, 66, 17, (178, 52, 52), 8)
    canvas.shape([(90, 416), (108, 414), (116, 452), (98, 454)], (196, 66, 62))
    canvas.line([(99, 440), (115, 437)], (246, 214, 170), 4)


def leak() -> Image.Image:
    """Water under the sink, drop by drop into the red basin."""
    canvas = Canvas((216, 228, 224), (198, 212, 208))
    for row in range(5):
        for column in range(9):
            tint = mixed((226, 236, 232), (206, 222, 218), (row * 0.43 + column * 0.31) % 1)
            canvas.box(column * 74 - 12, row * 74 + 4, 70, 70, tint, 3)
    canvas.shape([(0, 372), (640, 372), (640, 480), (0, 480)], (196, 170, 144))
    canvas.box(0, 366, 640, 8, (236, 228, 214))
    canvas.box(80, 22, 480, 34, (250, 250, 248), 12)
    canvas.shape([(142, 56), (498, 56), (456, 116), (184, 116)], (236, 240, 240))
    canvas.haze([(142, 96), (498, 96), (456, 118), (184, 118)], (130, 150, 156), 0.4, 6)
    _pipe(canvas)
    canvas.disc(330, 428, 230, 34, (150, 176, 190))
    canvas.haze([(150, 424), (330, 410), (420, 416), (240, 434)], (236, 244, 248), 0.7, 8)
    _basin(canvas)
    for y, size in ((262, 9), (304, 11), (346, 8)):
        canvas.shape([(388, y - size * 1.9), (388 - size * 0.75, y), (388 + size * 0.75, y)], (86, 150, 204))
        canvas.disc(388, y, size * 0.78, size * 0.85, (86, 150, 204))
        canvas.disc(385, y - 2, 2.2, 3, (226, 242, 252))
    return canvas.finished()


def _pipe(canvas: Canvas) -> None:
    steel, light, dark = (170, 180, 186), (216, 224, 228), (126, 136, 144)
    canvas.box(306, 114, 30, 92, steel)
    canvas.box(311, 114, 7, 92, light)
    canvas.arc(354, 204, 48, 20, 180, steel, 30)
    canvas.arc(354, 204, 46, 20, 180, dark, 5)
    canvas.box(372, 132, 30, 84, steel)
    canvas.box(377, 132, 7, 84, light)
    canvas.box(386, 118, 254, 30, steel)
    canvas.box(386, 123, 254, 7, light)
    canvas.box(298, 186, 46, 22, dark, 5)
    canvas.box(363, 190, 48, 24, dark, 5)
    canvas.line([(376, 214), (388, 226), (400, 214)], (86, 150, 204), 6)
    canvas.glow(388, 212, 46, 34, (150, 200, 240), 0.6)
    canvas.line([(368, 196), (384, 204), (376, 212)], (92, 66, 52), 2.4)


def _basin(canvas: Canvas) -> None:
    canvas.shade(372, 446, 140, 16, 0.4)
    canvas.shape([(252, 382), (508, 382), (468, 452), (292, 452)], (206, 62, 56))
    canvas.shape([(446, 382), (508, 382), (468, 452), (432, 452)], (174, 46, 44))
    canvas.disc(380, 382, 130, 22, (228, 92, 82))
    canvas.disc(380, 384, 114, 16, (112, 166, 204))
    for radius in (22, 46):
        canvas.arc(388, 384, radius, 200, 340, (210, 232, 246), 2)
    canvas.disc(388, 384, 10, 3, (226, 242, 252))
    canvas.disc(300, 418, 11, 13, (250, 206, 120))
    canvas.disc(322, 424, 9, 11, (250, 206, 120))
