"""The room of the day: targets, what mails are about, promises, checklists, figures."""

from functools import cached_property
from typing import TYPE_CHECKING

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.mail_rules import MailRules
    from shopdesk.services.agents import Agents
    from shopdesk.services.day import Day
    from shopdesk.services.facts import Facts
    from shopdesk.services.figures import Figures
    from shopdesk.services.own_items import OwnItems
    from shopdesk.services.ports import Work
    from shopdesk.services.promises import Promises
    from shopdesk.services.targets import Targets
    from shopdesk.services.thread_events import ThreadEvents
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

        return Topics(self.store, self._clock, self._mail_rules, self._who)

    @cached_property
    def promises(self) -> "Promises":
        """What the shop promised to customers."""
        from shopdesk.services.promises import Promises

        return Promises(self.store, self._clock)

    @cached_property
    def agents(self) -> "Agents":
        """Who works here; each computer remembers who is on duty."""
        import platform

        from shopdesk.services.agents import Agents

        return Agents(self.store, self._clock, platform.node())

    @cached_property
    def facts(self) -> "Facts":
        """What holds for a while."""
        from shopdesk.services.facts import Facts

        return Facts(self.store, self._clock)

    @cached_property
    def own_items(self) -> "OwnItems":
        """The shop's own lines on the lists of the day."""
        from shopdesk.services.own_items import OwnItems

        return OwnItems(self.store, _suggested_lines)

    @cached_property
    def day(self) -> "Day":
        """The lists of the day."""
        from shopdesk.services.conversations import Conversations
        from shopdesk.services.day import Day
        from shopdesk.system.surveyor import DeskSurveyor

        conversations = Conversations(self.store, self._clock, self.agents.name_of_seated)
        surveyor = DeskSurveyor(self.data_folder, self._to_review, self._watched_orders)
        return Day(self.store, self._clock, self.agents, conversations, surveyor)

    @cached_property
    def thread_events(self) -> "ThreadEvents":
        """What was done with conversations."""
        from shopdesk.services.thread_events import ThreadEvents

        return ThreadEvents(self.store)

    def _to_review(self, now: "datetime") -> "Sequence[str]":
        """Names of templates that are to be looked over; the engine asks too, so nothing that fills templates is read
        in for it."""
        from shopdesk.services.template_history import due_for_review

        with self.store.reading() as work:
            return [template.name for template in due_for_review(work, now)]

    def _watched_orders(self, work: "Work", now: "datetime") -> "Sequence[str]":
        """Whose orders need somebody."""
        return ()

    def _who(self) -> str:
        """Who is at work here."""
        return self.agents.name()

    def _seated(self, work: "Work") -> "Agent | None":
        """The same as one of the team, within a transaction."""
        return self.agents.seated(work)

    def _mail_rules(self) -> "MailRules":
        from shopdesk.domain.mail_rules import read_mail_rules
        from shopdesk.system.paths import resources
        from shopdesk.system.rule_files import load_rules

        return read_mail_rules(load_rules(resources() / "topics", self.data_folder / "topics"))


def _suggested_lines(language: str) -> str:
    """Lines of checklists that come with the program, in a language that it has."""
    from shopdesk.system.paths import resources

    return (resources() / "checklists" / f"{'zh' if language.startswith('zh') else 'en'}.json").read_text("utf-8")
