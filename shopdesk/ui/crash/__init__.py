"""Bugs: caught, told once, the window goes on."""
