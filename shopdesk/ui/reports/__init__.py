"""Reports: the figures of a period as tiles, charts and tables."""
