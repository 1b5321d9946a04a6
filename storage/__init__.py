"""Where rows live: one database door, two engines, one module per family."""
