"""What was promised in the conversation, without Qt."""

from collections.abc import Sequence
from typing import Protocol

from shopdesk.domain.ids import ConversationId
from shopdesk.domain.promise import Promise
from shopdesk.ui.overriding import override
from shopdesk.ui.side_panel.beside import Beside


class PromisesView(Protocol):
    """The card of promises."""

    def show_promises(self, promises: Sequence[Promise]) -> None: ...


class BesidePromises(Beside[Sequence[Promise], PromisesView]):
    """What the customer still waits for."""

    @override
    def ask(self, conversation: ConversationId) -> Sequence[Promise]:
        return self.desk.promises.of_conversation(conversation)

    @override
    def show(self, view: PromisesView, found: Sequence[Promise]) -> None:
        view.show_promises([one for one in found if one.settled_at is None])
