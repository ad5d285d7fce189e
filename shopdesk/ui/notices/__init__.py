"""Notices about new mail, the tray icon and the badge."""
