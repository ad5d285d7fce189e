"""Who works at the desk, and whose conversations are."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from shopdesk.domain.agent import Agent
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.storage.database import ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros

_AGENT = "SELECT id, name, color, active FROM agent"
# Open work: what needs a reply, of people.
OPEN_OF = """SELECT a.agent_id, count(*) FROM conversation c INDEXED BY conversation_list
    LEFT JOIN assignment a ON a.conversation_id = c.id WHERE c.lane = 0 AND c.state = 0 GROUP BY a.agent_id"""


class AgentTable:
    """Agents and their conversations; fits `day_ports.AgentRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> Sequence[Agent]:
        """In the order in which they came, those who left too."""
        return [Agent(AgentId(i), name, color, bool(active)) for i, name, color, active in self._rows("ORDER BY id")]

    def get(self, agent: AgentId) -> Agent:
        """One of them; raises `NotFound`."""
        found = next((one for one in self.all() if one.id == agent), None)
        if found is None:
            raise NotFound(f"agent {agent}")
        return found

    def add(self, agent: Agent) -> AgentId:
        """Write a new one; its `id` is ignored and the new one returned."""
        rows = self._database.rows(
            "INSERT INTO agent (name, color, active) VALUES (?, ?, ?) RETURNING id",
            (storable(agent.name), agent.color, int(agent.active)),
        )
        return AgentId(rows[0][0])

    def save(self, agent: Agent) -> None:
        """Write a known one as it is."""
        self._database.run(
            "UPDATE agent SET name = ?, color = ?, active = ? WHERE id = ?",
            (storable(agent.name), agent.color, int(agent.active), agent.id),
        )

    def assigned(self, conversations: Sequence[ConversationId]) -> Mapping[ConversationId, AgentId]:
        """Whose they are; nobody's are left out."""
        return dict(
            self._database.rows(
                "SELECT conversation_id, agent_id FROM assignment"
                " WHERE conversation_id IN (SELECT value FROM json_each(?))",
                (id_list(conversations),),
            )
        )

    def assign(self, conversations: Sequence[ConversationId], agent: AgentId | None, at: datetime) -> None:
        """Give them to somebody, or (None) to nobody."""
        if agent is None:
            self._database.run(
                "DELETE FROM assignment WHERE conversation_id IN (SELECT value FROM json_each(?))",
                (id_list(conversations),),
            )
            return
        self._database.run(
            "INSERT OR REPLACE INTO assignment"
            " SELECT id, ?, ? FROM conversation WHERE id IN (SELECT value FROM json_each(?))",
            (agent, micros(at), id_list(conversations)),
        )

    def open_counts(self) -> Mapping[AgentId | None, int]:
        """How many conversations of each need a reply; None counts those of nobody."""
        return dict(self._database.rows(OPEN_OF))

    def _rows(self, tail: str) -> list[tuple[int, str, int, int]]:
        rows: list[tuple[int, str, int, int]] = self._database.rows(f"{_AGENT} {tail}")
        return rows
