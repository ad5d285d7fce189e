"""Order files in the window: look at one, map its columns, bring it in."""
