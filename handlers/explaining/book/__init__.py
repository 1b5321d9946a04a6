"""The answer book (民生百事簿): what is asked again and again, with its answers."""
