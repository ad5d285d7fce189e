"""The part of a transaction that knows people, days and facts."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.storage.database import ShopDatabase

if TYPE_CHECKING:
    from shopdesk.storage.agents import AgentTable
    from shopdesk.storage.day import DayTable
    from shopdesk.storage.day_counts import DayCounts
    from shopdesk.storage.facts import FactTable
    from shopdesk.storage.thread_events import ThreadEventTable


class DayWork:
    """Each repository is imported when it is first asked for."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    @cached_property
    def agents(self) -> "AgentTable":
        """Who works here."""
        from shopdesk.storage.agents import AgentTable

        return AgentTable(self._database)

    @cached_property
    def day(self) -> "DayTable":
        """The lists of the day."""
        from shopdesk.storage.day import DayTable

        return DayTable(self._database)

    @cached_property
    def day_counts(self) -> "DayCounts":
        """What the desk knows for them."""
        from shopdesk.storage.day_counts import DayCounts

        return DayCounts(self._database)

    @cached_property
    def facts(self) -> "FactTable":
        """What holds for a while."""
        from shopdesk.storage.facts import FactTable

        return FactTable(self._database)

    @cached_property
    def thread_events(self) -> "ThreadEventTable":
        """What was done with conversations."""
        from shopdesk.storage.thread_events import ThreadEventTable

        return ThreadEventTable(self._database)
