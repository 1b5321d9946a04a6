"""Spreadsheets of the lists as desks send them back: read, compared with what is, made into entries."""
