"""The room after the sale: cases and orders."""

from shopdesk.app.core import Core


class AfterSales(Core):
    """Everything that follows a sale."""
