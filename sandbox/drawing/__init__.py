"""Drawing the pictures, voices and the film people can send; run by hand, never by the sandbox."""
