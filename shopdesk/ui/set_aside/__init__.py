"""Mails that could not be read: what is known of them, another try, their raw bytes."""
