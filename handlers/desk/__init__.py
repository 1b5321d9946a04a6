"""The desk: what needs a hand on one screen, who is on duty, and finding any matter of the area again."""
