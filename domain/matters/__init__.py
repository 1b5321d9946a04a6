"""Matters: one small thing a resident asks to be put right, from the first word to the last."""
