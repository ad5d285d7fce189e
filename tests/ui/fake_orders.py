"""Orders in memory that fit what the window needs of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from shopdesk.domain.control import Control
from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId, OrderId
from shopdesk.domain.order import Order, OrdersBeside, WritingAbout, number_key, purchases
from shopdesk.domain.order_import import (
    ColumnMapping,
    FoundOrders,
    OrderFile,
    OrderImportDone,
    OrderPreview,
)
from shopdesk.domain.order_watch import Watched, WatchRules


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
    needing: list[Watched] = field(default_factory=list)
    aside: list[Watched] = field(default_factory=list)
    kept_rules: WatchRules = field(default_factory=WatchRules)

    @property
    def watching(self) -> "FakeOrders":
        return self

    def all(self) -> Sequence[Watched]:
        aside = {(one.order.id, one.reason) for one in self.aside}
        return [one for one in self.needing if (one.order.id, one.reason) not in aside]

    def put_aside(self, found: Sequence[Watched]) -> None:
        self._refuse()
        self.aside += found

    def bring_back(self, found: Sequence[Watched]) -> None:
        self.aside = [one for one in self.aside if one not in found]

    def rules(self) -> WatchRules:
        return self.kept_rules

    def set_rules(self, rules: WatchRules) -> None:
        self.kept_rules = rules

    def count(self) -> int:
        return len(self.known)

    def writing_about(self, order: OrderId) -> WritingAbout:
        one = next(one for one in self.known if one.id == order)
        home = next((row for row in self.rows().values() if row.customer_email == one.email), None)
        values = {"order.number": one.number, "customer.name": one.customer_name}
        return WritingAbout(home.id if home is not None else None, one.email, one.customer_name, values)

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
