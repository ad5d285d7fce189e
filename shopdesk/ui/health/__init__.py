"""How the mailboxes fare: the panel with what to do, the strip of the alarm, what was said to the servers."""
