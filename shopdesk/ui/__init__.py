"""The window: screens made of presenters without Qt and widgets without decisions."""
