"""Telegram by python-telegram-bot over aiohttp."""
