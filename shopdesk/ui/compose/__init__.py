"""Where answers are written: the composer, its templates, and what became of mails that were sent."""
