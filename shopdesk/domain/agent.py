"""The people who work at the desk: named profiles, without a server and without passwords."""

from dataclasses import dataclass

from shopdesk.domain.ids import AgentId

COLORS = 8
"""How many pairs of colours there are for avatars."""


@dataclass(frozen=True, slots=True)
class Agent:
    """One person who answers customers."""

    id: AgentId
    """0 for one that was not saved yet."""
    name: str
    color: int = 0
    """Which pair of avatar colours, from 0."""
    active: bool = True
    """False for somebody who left: the name stays on what they did."""
