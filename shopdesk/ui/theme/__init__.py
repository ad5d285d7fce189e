"""How everything looks: tokens, palette, type, icons."""
