"""Use cases: load, decide, save, tell; they know no channel and no database."""
