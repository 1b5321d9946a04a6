"""传单: a notice on paper, with a code that leads to it, and how many copies were handed out at doors."""
