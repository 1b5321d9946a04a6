"""Random lives of a small district through the synchronous core: `python -m tests.storms --seed 7` repeats one."""
