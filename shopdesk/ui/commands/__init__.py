"""Everything that runs commands: palette, sheet of keys, snooze popover, menu bar."""
