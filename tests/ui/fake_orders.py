"""Orders in memory that fit what the window needs of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shopdesk.domain.control import Control
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.order import Order, OrdersBeside, number_key, purchases
from shopdesk.domain.order_import import (
    ColumnMapping,
    FoundOrders,
    OrderFile,
    OrderImportDone,
    OrderPreview,
)


@dataclass
class FakeOrders:
    """Orders by the customer's address; a preview that a test sets."""

    rows: Callable[[], Mapping[int, Conversation]]
    known: list[Order] = field(default_factory=list)
    shown: OrderPreview | None = None
    asked: list[object] = field(default_factory=list)
    done_files: list[OrderFile] = field(default_factory=list)
    watched: str = ""
    fail_with: Exception | None = None

    def beside(self, conversation: ConversationId) -> OrdersBeside:
        self._refuse()
        row = self.rows()[conversation]
        keys = {number_key(number) for number in row.order_numbers}
        theirs = [one for one in self.known if one.email == row.customer_email]
        named = [one for one in self.known if number_key(one.number) in keys]
        return OrdersBeside(tuple(dict.fromkeys([*named, *theirs])), purchases(theirs))

    def preset_titles(self) -> Sequence[tuple[str, str]]:
        return (("ebay", "eBay orders report"), ("own", "Own table"), ("shopify", "Shopify orders"))

    def preview(
        self,
        name: str,
        content: bytes,
        preset: str | None = None,
        mapping: ColumnMapping | None = None,
        control: Control | None = None,
    ) -> OrderPreview:
        self._refuse()
        self.asked.append(("preview", name, preset, mapping))
        if self.shown is None:
            return OrderPreview(name, "", ("A",), mapping or ColumnMapping({}), FoundOrders(()))
        return self.shown if mapping is None else replace(self.shown, mapping=mapping)

    def import_(self, preview: OrderPreview, control: Control | None = None) -> OrderImportDone:
        self._refuse()
        if control is not None:
            control.report(0, len(preview.found.orders))
            control.stop_if_cancelled()
        self.asked.append(("import", preview.name))
        return OrderImportDone(preview.added, preview.changed, preview.same, preview.found.refused)

    def folder(self) -> str:
        return self.watched

    def watch(self, folder: str) -> None:
        self._refuse()
        self.watched = folder

    def done(self) -> Sequence[OrderFile]:
        return self.done_files

    def _refuse(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with
