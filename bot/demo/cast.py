"""What the chat page needs to know of the demo: people, posters, the map, what can be sent and tried."""

from __future__ import annotations

from typing import Any

from bot.crafts.prints import qr_svg
from bot.demo.district import DESK
from bot.demo.people import BOT_ID, BOT_NAME, BOT_USERNAME, LANGUAGES, LINK, PHONES, WANG, ZHAO
from bot.district import District
from domain.areas import Area, AreaKind, TalkPoint
from sandbox.said import SAID

PHOTOS = ("lamp", "heating", "leak", "rubbish", "stairs", "pothole", "lift", "lamp-repaired", "heating-repaired")
VOICES = {"voice-heating": 14, "voice-lamp": 6, "voice-stairs": 9}
"""Each with its seconds."""
COMPOSER = {"zh": "3号楼2单元门口的路灯坏了", "en": "The lamp at the door of building 3, unit 2 is out"}
NIGHT, MORNING, EVENING = "22:40", "08:30", "20:45"
SUNDAY, MONDAY = 0, 1
"""As calendars of the page count them."""
BINS = {"zh": "楼下垃圾桶满了没人收", "en": "The bins downstairs are full"}
GIVE = {"zh": "交给", "en": "Give it to"}
AN_HOUR = 3700
"""Seconds after which nobody has taken an ordinary matter in time."""
CHIPS = (
    {"label": {"zh": "夜里没暖气", "en": "No heating at night"}, "acts": (
        {"do": "until", "hour": NIGHT, "within": 18},
        {"do": "say", "person": "zhao", "text": {"zh": "暖气凉了，屋里冷得很", "en": "The heating is cold, it is freezing in here"}},
    )},
    {"label": {"zh": "没人接", "en": "Nobody takes it"}, "acts": (
        {"do": "until", "hour": MORNING, "within": 12},
        {"do": "say", "person": "li", "text": BINS},
        {"do": "tap", "person": "li", "text": GIVE},
        {"do": "wait", "by": AN_HOUR},
        {"do": "wait", "by": AN_HOUR},
    )},
    {"label": {"zh": "周一早上", "en": "Monday morning"}, "acts": (
        {"do": "until", "hour": EVENING, "weekday": SUNDAY},
        {"do": "say", "person": "li", "text": BINS},
        {"do": "tap", "person": "li", "text": GIVE},
        {"do": "until", "person": "ma", "hour": MORNING, "weekday": MONDAY},
        {"do": "see", "person": "ma", "text": {"zh": "周一早。", "en": "Good morning, Mon"}},
    )},
    {"label": {"zh": "有煤气味", "en": "A smell of gas"}, "person": "zhao", "do": "say", "text": {"zh": "楼道里有煤气味", "en": "There is a smell of gas in the stairway"}},
    {"label": {"zh": "下周请假", "en": "On leave next week"}, "person": "wang", "do": "say", "text": {"zh": "下周请假", "en": "On leave next week"}},
    {"label": {"zh": "谢谢", "en": "Thanks"}, "person": "zhao", "do": "say", "text": {"zh": "谢谢啊", "en": "Thank you"}},
)  # fmt: skip


def cast(district: District, language: str) -> dict[str, Any]:
    """The page's cast as JSON; the bot goes by its name in this language."""
    grids = district.tree.grids()
    corners = [corner for grid in grids for corner in grid.polygon]
    lons, lats = [lon for lon, _ in corners], [lat for _, lat in corners]
    margin = 0.0008
    return {
        "bot": {"id": BOT_ID, "first_name": BOT_NAME[LANGUAGES.index(language)], "username": BOT_USERNAME},
        "people": [
            {
                "id": phone.account, "key": phone.key, "name": _both(*phone.name), "role": phone.role,
                "size": phone.size, "about": _both(*phone.about),
            }
            for phone in PHONES
        ],
        "posters": [_poster(point) for point in district.talk_points],
        "map": {
            "bounds": [min(lons) - margin, min(lats) - margin, max(lons) + margin, max(lats) + margin],
            "grids": [{"name": _both(g.name, g.name_en), "polygon": [list(corner) for corner in g.polygon]} for g in grids],
            "buildings": [_spot(a) for a in district.areas if a.kind is AreaKind.BUILDING],
            "points": [{"name": _both(p.name, p.name_en), "lat": p.lat, "lon": p.lon} for p in district.talk_points],
        },
        "photos": list(PHOTOS),
        "voices": [{"asset": asset, "seconds": seconds, "caption": SAID[asset]} for asset, seconds in VOICES.items()],
        "chips": list(CHIPS),
        "composer": COMPOSER,
        "opening": {"person": ZHAO.key, "poster": district.talk_points[0].code, "beside": WANG.key},
        "timezone": "Asia/Shanghai",
    }  # fmt: skip


def _poster(point: TalkPoint) -> dict[str, Any]:
    link = LINK + point.code
    return {
        "code": point.code, "name": _both(point.name, point.name_en), "payload": point.code,
        "lat": point.lat, "lon": point.lon, "qr_svg": qr_svg(link), "telephone": DESK,
    }  # fmt: skip


def _spot(area: Area) -> dict[str, Any]:
    return {"name": _both(area.name, area.name_en), "lat": area.lat, "lon": area.lon}


def _both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en or zh}
