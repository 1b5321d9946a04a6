"""通知: a desk tells the people of an area something, and answers what they ask about it."""
