"""The people family as the house sees it."""

from __future__ import annotations

from domain.phrases import phrase
from handlers.family import Command, Family
from handlers.people import invitations, welcome

PEOPLE = Family(
    name="people",
    commands=(
        Command("help", ("帮助", "help"), welcome.help_page, menu=phrase("menu.help")),
        Command("language", ("语言", "中文", "english", "language"), welcome.language, menu=phrase("menu.language")),
    ),
    scripts=(invitations.JOIN,),
    presses={"lang": welcome.language_pressed, "inv": invitations.pressed},
    joined=invitations.joined,
    greets=welcome.greeted,
)
