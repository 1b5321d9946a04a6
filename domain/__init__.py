"""The rules of the house: plain values and decisions, standard library only, no I/O."""
