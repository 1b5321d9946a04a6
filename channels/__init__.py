"""Platforms: parse what comes in, render what goes out."""
