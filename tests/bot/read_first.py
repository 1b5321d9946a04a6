"""What the processes of the tests have read before they are forked; imported for that alone."""

from bot.imports import for_life

with for_life():
    import psycopg
    import pypinyin

    import bot.connecting
    import bot.operating
    import bot.running
    import tests.bot.dying
    from bot.command_line import parser

    parser()  # reads every command

__all__ = ["bot", "psycopg", "pypinyin", "tests"]
