"""Facts that hold for a while."""

from collections.abc import Sequence

from shopdesk.domain.fact import Fact, FactKind
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros_or_none, moment_or_none


class FactTable:
    """The board of facts; fits `day_ports.FactRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> Sequence[Fact]:
        """By name, expired ones too."""
        rows = self._database.rows("SELECT name, value, starts, ends, kind FROM fact ORDER BY name")
        return [
            Fact(name, value, moment_or_none(starts), moment_or_none(ends), FactKind(kind))
            for name, value, starts, ends, kind in rows
        ]

    def save(self, fact: Fact) -> None:
        """Write one, in place of another of its name."""
        self._database.run(
            "INSERT OR REPLACE INTO fact (name, value, starts, ends, kind) VALUES (?, ?, ?, ?, ?)",
            (fact.name, storable(fact.value), micros_or_none(fact.starts), micros_or_none(fact.ends), fact.kind.value),
        )

    def remove(self, name: str) -> bool:
        """Take one away; False when there is none."""
        return bool(self._database.run("DELETE FROM fact WHERE name = ?", (name,)))
