"""Everything that is kept: two SQLite files behind `storage.store.open_store`; a row never leaves this floor."""
