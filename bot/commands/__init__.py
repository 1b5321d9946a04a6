"""The commands of `little-bench`, one module each; bot/command_line.py lists them."""
