"""One conversation: its header and its messages."""
