"""How well and how fast the answer book is found: ten thousand entries, and questions as people put them."""
