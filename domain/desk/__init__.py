"""The desk: what needs a hand, who is on duty, and by which terms a matter is found again."""
