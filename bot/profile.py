"""What people see of the bot before they write to it, set by the bot itself when it starts."""

from __future__ import annotations

from pathlib import Path

from bot.menus import commands
from channels.telegram.profile import Introduction, Menu, Profile

PICTURE = Path(__file__).parent / "picture.jpg"


def profile(desk: str) -> Profile:
    """Name, descriptions and menus in both languages (Chinese for everybody else), and the picture."""
    zh = (
        "小板凳",
        f"小区里哪里坏了、有什么难处，跟我说一声：打字、按住说话、拍照都行。我交给管这片的委员，办到哪了告诉您，好没好您说了算。急事请打{desk}。",
        "小区的小事，说一声就有人办。",
    )
    en = (
        "Little Bench",
        "Something broken or hard in your neighbourhood? Type, hold to speak or send a photo. "
        f"It goes to the member for your block; you hear how it goes, and you have the last word. Urgent: {desk}.",
        "Neighbourhood matters, told in a line, seen to by somebody with a name.",
    )
    nobody = frozenset[str]()
    return Profile(
        introductions=(Introduction("", *zh), Introduction("zh", *zh), Introduction("en", *en)),
        menus=(
            Menu("private", "", commands(nobody, "zh")),
            Menu("private", "zh", commands(nobody, "zh")),
            Menu("private", "en", commands(nobody, "en")),
        ),
        picture=PICTURE,
    )
