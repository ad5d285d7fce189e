"""Customers: who writes to the shop, found by name or address, with all that is known of each."""
