"""Hands out message ids that nobody used yet."""

from collections.abc import Sequence

from shopdesk.domain.ids import SERIAL_BITS, MessageId, first_message_id
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import id_list

_PER_SECOND = 1 << SERIAL_BITS


class MessageIdGiver:
    """Unused message ids for the time of one writing transaction, also before they are written."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database
        self._next: dict[int, int] = {}

    def give(self, received_seconds: Sequence[int]) -> list[MessageId]:
        """One id per given second (UTC, earlier than 1970 counts as 1970), in the same order."""
        wanted = [max(second, 0) for second in received_seconds]
        self._look_up(set(wanted))
        return [self._take(second) for second in wanted]

    def _take(self, second: int) -> MessageId:
        while True:
            if second not in self._next:
                self._look_up({second})
            serial = self._next[second]
            if serial < _PER_SECOND:
                self._next[second] = serial + 1
                return MessageId(first_message_id(second) + serial)
            second += 1

    def _look_up(self, seconds: set[int]) -> None:
        """Learn the first free serial of seconds that were not asked for before."""
        unknown = seconds.difference(self._next)
        if not unknown:
            return
        rows = self._database.rows(
            "SELECT value, (SELECT max(id) FROM message WHERE id >= value << 12 AND id < (value + 1) << 12)"
            " FROM json_each(?)",
            (id_list(unknown),),
        )
        for second, highest in rows:
            self._next[second] = 0 if highest is None else highest - first_message_id(second) + 1
