"""Who can do what: skills, and who is chosen for a matter."""
