"""The demo shop and its servers; the servers also play providers' quirks and faults in tests."""
