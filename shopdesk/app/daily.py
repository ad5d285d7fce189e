"""The room of the day: targets, what mails are about, promises, checklists, figures."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from shopdesk.domain.mail_rules import MailRules
    from shopdesk.services.figures import Figures
    from shopdesk.services.promises import Promises
    from shopdesk.services.targets import Targets
    from shopdesk.services.topics import Topics


class Daily(Core):
    """Everything that leads through the day."""

    @cached_property
    def targets(self) -> "Targets":
        """Within what time mailboxes answer."""
        from shopdesk.services.targets import Targets
        from shopdesk.system.public_holidays import LibraryHolidays

        return Targets(self.store, self._clock, LibraryHolidays())

    @cached_property
    def figures(self) -> "Figures":
        """Figures of periods."""
        from shopdesk.services.figures import Figures

        return Figures(self.store, self._clock)

    @cached_property
    def topics(self) -> "Topics":
        """What conversations are about; the shop's own lists are in the folder `topics` of its data."""
        from shopdesk.services.topics import Topics

        return Topics(self.store, self._clock, self._mail_rules)

    @cached_property
    def promises(self) -> "Promises":
        """What the shop promised to customers."""
        from shopdesk.services.promises import Promises

        return Promises(self.store, self._clock)

    def _mail_rules(self) -> "MailRules":
        from shopdesk.domain.mail_rules import read_mail_rules
        from shopdesk.system.paths import resources
        from shopdesk.system.rule_files import load_rules

        return read_mail_rules(load_rules(resources() / "topics", self.data_folder / "topics"))
