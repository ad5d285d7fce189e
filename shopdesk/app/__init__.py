"""The composition root, and the starts of window, engine and command line."""
