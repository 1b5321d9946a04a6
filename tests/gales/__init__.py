"""Random lives of a small district through the real dispatch, heartbeat and delivery, in weather: crashes, lost
answers, repeated and reordered updates, wrong clocks. `python -m tests.gales --seed 7` repeats one.
"""
