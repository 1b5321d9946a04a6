"""What keeps the house safe by itself: what need not be kept is not kept."""
