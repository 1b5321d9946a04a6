"""Duty by the clock: services that end, what nobody has, and who does not react."""
