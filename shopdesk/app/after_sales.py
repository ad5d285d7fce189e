"""The room after the sale: cases and orders."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.case_rules import CaseRules
    from shopdesk.services.blocking import Blocking
    from shopdesk.services.case_escalations import Escalations
    from shopdesk.services.case_ledger import PaymentLedger
    from shopdesk.services.case_pack import CasePacks
    from shopdesk.services.cases import Cases
    from shopdesk.services.erasing import Erasing
    from shopdesk.services.order_folder import OrderFolder
    from shopdesk.services.orders import Orders
    from shopdesk.services.ports import Work


class AfterSales(Core):
    """Everything that follows a sale."""

    @cached_property
    def orders(self) -> "Orders":
        """What was bought."""
        from shopdesk.services.orders import Orders

        return Orders(self.store, self._clock, _order_presets)

    @cached_property
    def order_folder(self) -> "OrderFolder":
        """Order files that come in by themselves."""
        from shopdesk.services.order_folder import OrderFolder
        from shopdesk.system.watched_folder import WatchedFolder

        return OrderFolder(self.store, self._clock, self.orders, WatchedFolder())

    @cached_property
    def erasing(self) -> "Erasing":
        """Erase customers for good."""
        from shopdesk.services.erasing import Erasing

        return Erasing(self.store, self._clock)

    @cached_property
    def blocking(self) -> "Blocking":
        """Whose mails ask for nothing."""
        from shopdesk.services.blocking import Blocking

        return Blocking(self.store, self._clock)

    @cached_property
    def cases(self) -> "Cases":
        """What went wrong after a sale; the shop's own gates, playbooks and limits are in the folder `cases`."""
        from shopdesk.services.cases import Cases

        return Cases(self.store, self._clock, self._case_rules, self._who, self._seated)

    @cached_property
    def escalations(self) -> "Escalations":
        """Questions to supplier, warehouse and owner."""
        from shopdesk.mail.write_mime import MailWriter
        from shopdesk.services.case_escalations import Escalations
        from shopdesk.services.replies import Replies

        return Escalations(self.store, self._clock, Replies(self.store, self._clock, MailWriter()), self._who)

    @cached_property
    def payments(self) -> "PaymentLedger":
        """What cases cost."""
        from shopdesk.services.case_ledger import PaymentLedger

        return PaymentLedger(self.store, lambda: self.cases.rules)

    @cached_property
    def case_packs(self) -> "CasePacks":
        """Evidence for disputes."""
        from shopdesk.mail.file_risk import risk_of
        from shopdesk.mail.read_mime import read_attachment
        from shopdesk.services.attachments import Attachments
        from shopdesk.services.case_pack import CasePacks
        from shopdesk.system.foreign_files import ForeignFiles

        places = ForeignFiles()
        files = Attachments(self.store, read_attachment, risk_of, places)
        return CasePacks(self.store, self._clock, files.raw, files.content, places.put)

    def _case_rules(self) -> "CaseRules":
        from shopdesk.domain.case_rules import read_case_rules
        from shopdesk.system.paths import resources
        from shopdesk.system.rule_files import load_rules

        return read_case_rules(load_rules(resources() / "cases", self.data_folder / "cases"))

    def _who(self) -> str:
        """Who is at work here, for the history of cases."""
        return ""

    def _seated(self, work: "Work") -> "Agent | None":
        """The same as one of the team, within a transaction; the room of the day knows."""
        return None


def _order_presets() -> "Iterator[str]":
    """What is known of the order files of marketplaces."""
    from shopdesk.system.paths import resources

    for file in sorted((resources() / "orders").glob("*.json")):
        yield file.read_text("utf-8")
