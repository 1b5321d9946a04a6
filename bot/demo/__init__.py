"""The demo: the production bot in a process of its own, the sandbox around it, and an invented district."""
