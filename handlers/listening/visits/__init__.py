"""Visits: noting one, what comes of it, the slips that go with it, and the venues that are called at."""
