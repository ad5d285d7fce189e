"""Connecting a mailbox: the first page of a new shop, and the wizard behind "Add mailbox"."""
