"""The settings: one dialog whose changes act at once."""
