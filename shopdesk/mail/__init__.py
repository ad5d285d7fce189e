"""Speaking with mail servers, and reading what they hand over."""
