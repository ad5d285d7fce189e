"""The cases beside a conversation without Qt."""

from collections.abc import Sequence
from typing import Protocol

from shopdesk.domain.case import Case
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.beside import Beside


class CasesView(Protocol):
    """The card of cases."""

    def show_cases(self, cases: Sequence[Case]) -> None: ...


class BesideCases(Beside[Sequence[Case], CasesView]):
    """The cases of the conversation and of its customer."""

    @override
    def ask(self, conversation: ConversationId) -> Sequence[Case]:
        return self.desk.customers.cases(conversation)

    @override
    def show(self, view: CasesView, found: Sequence[Case]) -> None:
        view.show_cases(found)
