"""The inbox: tabs, the list of conversations, the search."""
