"""Catalogues: every word the bot says, in Chinese and English."""
