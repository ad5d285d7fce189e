"""The effective-reply check: local rules for a draft against the mail that it answers."""
