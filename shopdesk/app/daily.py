"""The room of the day: targets, what mails are about, promises, checklists, figures."""

from shopdesk.app.core import Core


class Daily(Core):
    """Everything that leads through the day."""
