"""Digests: what needs a coordinator's hand and how her area stands, told at a fixed hour and whenever she asks."""
