"""What figures are summed from: the messages of people, by conversation."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.figures import Dealing, Turn
from shopdesk.domain.ids import ConversationId, MailboxId, first_message_id
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.values import STATE, id_list, moment, moment_or_none

# Message ids are in the order of receipt. Kind 0 is a person's mail; directions: 0 incoming, 1 outgoing.
IN_PERIOD = """SELECT DISTINCT m.conversation_id FROM message m
    WHERE m.id >= ? AND m.id < ? AND m.direction < 2 AND m.kind = 0"""
TURNS = """SELECT c.id, c.state, c.topic, c.waiting_since, m.received_at, m.direction
    FROM conversation c JOIN message m INDEXED BY message_conversation ON m.conversation_id = c.id
    WHERE c.id IN (SELECT value FROM json_each(?)) AND c.lane = 0 AND (?2 IS NULL OR c.mailbox_id = ?2)
        AND m.direction < 2 AND m.kind = 0
    ORDER BY c.id, m.id"""
WAITING = """SELECT waiting_since FROM conversation INDEXED BY conversation_list
    WHERE lane = 0 AND state = ? AND waiting_since IS NOT NULL AND (?2 IS NULL OR mailbox_id = ?2)"""


class FigureTable:
    """Messages of people by conversation; fits `figure_ports.FigureRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def dealings(self, start: datetime, end: datetime, mailbox: MailboxId | None = None) -> Sequence[Dealing]:
        """Conversations of people with a message from `start` to before `end`, each with all of its messages."""
        bounds = (first_message_id(int(start.timestamp())), first_message_id(int(end.timestamp())))
        numbers = [row[0] for row in self._database.rows(IN_PERIOD, bounds)]
        rows = self._database.rows(TURNS, (id_list(numbers), mailbox))
        found = []
        for _, group in groupby(rows, key=lambda row: row[0]):
            of_one = list(group)
            number, state, topic, waiting = of_one[0][:4]
            open_since = moment_or_none(waiting) if state == STATE[ConversationState.NEEDS_REPLY] else None
            turns = sorted((Turn(moment(row[4]), bool(row[5])) for row in of_one), key=lambda turn: turn.at)
            done = state == STATE[ConversationState.DONE]
            found.append(Dealing(ConversationId(number), tuple(turns), done, topic, open_since))
        return found

    def waiting_since(self, mailbox: MailboxId | None = None) -> Sequence[datetime]:
        """Since when each customer waits who needs a reply."""
        rows = self._database.rows(WAITING, (STATE[ConversationState.NEEDS_REPLY], mailbox))
        return [moment(row[0]) for row in rows]
