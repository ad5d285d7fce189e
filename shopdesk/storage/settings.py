"""What the shop set once, as words by name."""

from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable


class SettingTable:
    """Settings by name; fits `ports.SettingRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """The value under a name, None when it was never set."""
        row = self._database.row("SELECT value FROM setting WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def save(self, key: str, value: str | None) -> None:
        """Write or (None) forget a value."""
        if value is None:
            self._database.run("DELETE FROM setting WHERE key = ?", (key,))
        else:
            self._database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, storable(value)))
