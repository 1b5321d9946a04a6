"""Digests: what happened in an area in a span of time, as figures that each know the matters behind them."""
