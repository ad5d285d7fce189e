"""What the page of cases has, and which part of it a person wants to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shopdesk.domain.agent import Agent
from shopdesk.domain.case import Case
from shopdesk.domain.case_rules import CaseRules
from shopdesk.domain.ids import AgentId, CaseId, ConversationId


class Whose(StrEnum):
    """Whose cases are shown."""

    EVERYONE = "everyone"
    MINE = "mine"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases are shown; without anything chosen all of them are."""

    shop: str = ""
    only_due: bool = False
    whose: Whose = Whose.EVERYONE

    def lets_through(self, case: Case, now: datetime, me: AgentId | None = None) -> bool:
        """Whether a case is shown. In: who is on duty here; where nobody is, nobody's own are meant by "mine"."""
        if self.shop and case.shop != self.shop:
            return False
        if self.whose is Whose.MINE and me is not None and case.owner != me:
            return False
        if self.whose is Whose.NOBODY and case.owner is not None:
            return False
        return not self.only_due or (case.due_at is not None and case.due_at <= now)

    def as_text(self) -> str:
        """As it is remembered."""
        return "|".join((self.whose.value, "due" if self.only_due else "", self.shop))


def filter_of(text: str) -> CaseFilter:
    """What `CaseFilter.as_text` wrote; anything else lets everything through."""
    whose, _, rest = text.partition("|")
    due, _, shop = rest.partition("|")
    known = Whose(whose) if whose in set(Whose) else Whose.EVERYONE
    return CaseFilter(shop, only_due=due == "due", whose=known)


@dataclass(slots=True)
class Shown:
    """What the page has."""

    cases: dict[CaseId, Case] = field(default_factory=dict)
    closed: int = 0
    homes: Mapping[CaseId, tuple[ConversationId, ...]] = field(default_factory=dict)
    archived: Sequence[Case] | None = None
    """None until somebody unfolds the column."""
    rules: CaseRules = field(default_factory=CaseRules)
    team: Sequence[Agent] = ()
    """Those who left too."""
    me: AgentId | None = None
    """Who is on duty here."""

    def owner_name(self, case: Case) -> str:
        """Whose a case is; empty for nobody's."""
        return next((one.name for one in self.team if one.id == case.owner), "")

    def working(self) -> list[Agent]:
        """Those to whom a case may be given."""
        return [one for one in self.team if one.active]
