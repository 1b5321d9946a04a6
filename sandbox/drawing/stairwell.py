"""Pictures of the stairwell: the broken rail and the lift that stands still."""

from PIL import Image

from sandbox.drawing.canvas import Canvas, mixed


def stairs() -> Image.Image:
    """The stair rail hangs down where three bars are missing."""
    canvas = Canvas((248, 232, 204), (226, 196, 160))
    canvas.box(0, 330, 640, 150, (176, 154, 136))
    canvas.box(0, 250, 640, 8, (164, 190, 164))
    canvas.box(0, 258, 640, 110, (190, 212, 188))
    _landing_window(canvas)
    for index in range(7):
        x, y = 120 + index * 82, 440 - index * 44
        canvas.shape([(x, y), (660, y), (660, y + 46), (x, y + 46)], mixed((168, 150, 138), (214, 196, 178), index / 7))
        canvas.box(x, y, 540, 9, (236, 222, 204))
        canvas.haze([(x, y + 9), (x + 82, y + 9), (x + 82, y + 18), (x, y + 18)], (70, 54, 48), 0.25, 3)
    _rail(canvas)
    return canvas.finished()


def _landing_window(canvas: Canvas) -> None:
    canvas.box(56, 46, 150, 164, (250, 244, 230), 4)
    canvas.box(66, 56, 130, 144, (252, 226, 168))
    canvas.disc(150, 96, 24, 24, (255, 246, 216))
    canvas.box(127, 56, 8, 144, (250, 244, 230))
    canvas.box(66, 122, 130, 7, (250, 244, 230))
    canvas.haze([(66, 56), (196, 56), (470, 470), (250, 470)], (255, 226, 160), 0.26, 16)
    canvas.box(44, 208, 174, 13, (232, 216, 192), 3)
    canvas.box(92, 182, 34, 27, (190, 104, 74), 4)
    for x, y in ((92, 168), (108, 154), (126, 166)):
        canvas.disc(x, y, 15, 17, (96, 146, 92))


def _rail(canvas: Canvas) -> None:
    iron, wood = (74, 88, 92), (150, 82, 52)
    for index in (0, 1, 5, 6):
        x = 150 + index * 82
        y = 440 - index * 44
        canvas.line([(x, y), (x, y - 112)], iron, 8)
        if index != 6:
            canvas.line([(x + 40, y - 2), (x + 40, y - 134)], iron, 5)
    for index, lean in ((2, -26), (4, 22)):
        x, y = 150 + index * 82, 440 - index * 44
        canvas.line([(x, y), (x + lean * 0.4, y - 26), (x + lean, y - 44)], iron, 8)
    canvas.line([(130, 340), (292, 254)], wood, 15)
    canvas.line([(292, 254), (330, 276), (352, 318)], wood, 15)
    canvas.line([(352, 318), (362, 312)], (228, 184, 130), 5)
    canvas.line([(536, 122), (680, 46)], wood, 15)
    canvas.line([(536, 122), (522, 126)], (228, 184, 130), 9)
    canvas.line([(404, 396), (470, 410)], iron, 7)
    canvas.line([(336, 366), (352, 412)], iron, 6)


def lift() -> Image.Image:
    """The lift stands still, its doors half open; a shopping trolley waits."""
    canvas = Canvas((244, 230, 206), (230, 208, 178))
    canvas.shape([(0, 398), (640, 398), (640, 480), (0, 480)], (198, 184, 170))
    for x in range(-60, 700, 106):
        canvas.line([(320 + (x - 320) * 1.5, 480), (x, 399)], (180, 166, 152), 2)
    canvas.box(0, 300, 640, 98, (206, 190, 164))
    canvas.box(168, 46, 304, 356, (138, 130, 128), 4)
    canvas.box(184, 62, 272, 340, (50, 44, 48))
    canvas.glow(330, 250, 120, 210, (110, 84, 70), 0.5)
    canvas.haze([(318, 402), (352, 402), (352, 250), (318, 210)], (34, 28, 32), 0.6, 4)
    for x, width in ((184, 114), (372, 84)):
        _door(canvas, x, width)
    _panel(canvas)
    _tape(canvas)
    _plant(canvas)
    _trolley(canvas)
    return canvas.finished()


def _door(canvas: Canvas, x: float, width: float) -> None:
    canvas.box(x, 62, width, 340, (186, 192, 196))
    canvas.haze([(x + 10, 62), (x + 40, 62), (x + 24, 402), (x + 4, 402)], (240, 244, 246), 0.5, 5)
    canvas.box(x if x > 300 else x + width - 6, 62, 6, 340, (128, 134, 140))


def _panel(canvas: Canvas) -> None:
    canvas.box(276, 14, 88, 26, (46, 44, 48), 6)
    canvas.glow(320, 27, 60, 34, (230, 60, 50), 0.6)
    canvas.line([(308, 20), (332, 34)], (244, 84, 70), 4)
    canvas.line([(332, 20), (308, 34)], (244, 84, 70), 4)
    canvas.box(498, 196, 38, 84, (212, 216, 218), 6)
    canvas.disc(517, 220, 11, 11, (158, 162, 166))
    canvas.disc(517, 256, 11, 11, (158, 162, 166))
    canvas.shape([(511, 223), (523, 223), (517, 214)], (246, 246, 246))
    canvas.shape([(511, 253), (523, 253), (517, 262)], (246, 246, 246))


def _tape(canvas: Canvas) -> None:
    start, end = (152.0, 236.0), (488.0, 296.0)
    canvas.line([start, end], (246, 196, 62), 20)
    for index in range(1, 12):
        share = index / 12
        x, y = start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
        canvas.shape([(x - 10, y - 12), (x + 2, y - 10), (x + 8, y + 11), (x - 4, y + 9)], (62, 56, 54))


def _plant(canvas: Canvas) -> None:
    canvas.shade(68, 440, 54, 10, 0.4)
    for tip_x, tip_y in ((20, 236), (48, 206), (78, 214), (106, 244), (122, 280), (8, 284)):
        canvas.shape(
            [(62, 376), (tip_x - 8, tip_y + 44), (tip_x, tip_y), (tip_x + 16, tip_y + 44), (76, 376)], (98, 142, 88)
        )
        canvas.line([(68, 372), (tip_x, tip_y + 12)], (76, 116, 70), 2)
    canvas.shape([(30, 368), (108, 368), (98, 440), (40, 440)], (196, 112, 78))
    canvas.box(26, 360, 86, 15, (212, 130, 94), 4)


def _trolley(canvas: Canvas) -> None:
    canvas.shade(560, 448, 62, 10, 0.4)
    canvas.line([(520, 440), (536, 306), (512, 296)], (90, 86, 90), 6)
    canvas.shape([(528, 322), (606, 332), (600, 434), (520, 428)], (186, 72, 70))
    canvas.shape([(524, 372), (604, 380), (602, 398), (522, 391)], (238, 214, 176))
    for x, y in ((548, 316), (566, 306), (584, 318)):
        canvas.disc(x, y, 15, 18, (122, 164, 92))
    canvas.line([(590, 330), (600, 290)], (238, 236, 220), 7)
    canvas.line([(600, 292), (606, 272)], (112, 156, 84), 8)
    for x in (530, 590):
        canvas.disc(x, 442, 13, 13, (56, 52, 56))
        canvas.disc(x, 442, 5, 5, (190, 186, 186))
