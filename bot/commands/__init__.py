"""The commands of `little-bench`, one module each; bot/__main__.py lists them."""
