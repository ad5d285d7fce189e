"""The room of answers: replies, templates, what is on its way out."""

from functools import cache, cached_property
from typing import TYPE_CHECKING, cast

from shopdesk.app.core import Core

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.template import ExtraValue, Template
    from shopdesk.services.outbox import Outbox
    from shopdesk.services.replies import Replies
    from shopdesk.services.reply_check import ReplyCheck
    from shopdesk.services.sending_ports import MailWriting
    from shopdesk.services.signatures import Signatures
    from shopdesk.services.templates import Templates
    from shopdesk.services.their_time import TheirTime
    from shopdesk.system.spelling import WordLists


class Answering(Core):
    """Everything that an answer needs."""

    @cached_property
    def replies(self) -> "Replies":
        """Write answers and notes."""
        from shopdesk.services.replies import Replies
        from shopdesk.system.at_first_use import AtFirstUse

        return Replies(self.store, self._clock, cast("MailWriting", AtFirstUse(_mail_writer)))

    @cached_property
    def templates(self) -> "Templates":
        """The template library."""
        from shopdesk.services.templates import Templates

        return Templates(self.store, self._clock, _starter, self._facts_of)

    def _facts_of(self, now: "datetime") -> "Sequence[ExtraValue]":
        from shopdesk.services.facts import Facts

        return Facts(self.store, self._clock).values(now)

    @cached_property
    def reply_check(self) -> "ReplyCheck":
        """Look at drafts; the shop's own lists are in the folder `rules` of its data."""
        from shopdesk.domain.reply_check.rules import read_rules
        from shopdesk.services.reply_check import ReplyCheck
        from shopdesk.system.paths import resources
        from shopdesk.system.rule_files import load_rules

        return ReplyCheck(self.store, read_rules(load_rules(resources() / "rules", self.data_folder / "rules")))

    @cached_property
    def signatures(self) -> "Signatures":
        """What is put under mails."""
        from shopdesk.services.signatures import Signatures

        return Signatures(self.store, self._clock)

    @cached_property
    def spelling(self) -> "WordLists":
        """Knows the words of the languages that this system has dictionaries of, and the shop's own."""
        from shopdesk.system.spelling import WordLists, dictionary_folders

        return WordLists(self.data_folder / "dictionary.txt", dictionary_folders())

    @cached_property
    def their_time(self) -> "TheirTime":
        """What customers' clocks show."""
        from shopdesk.services.their_time import TheirTime

        return TheirTime(self.store)

    @cached_property
    def outbox(self) -> "Outbox":
        """Let queued mails leave."""
        from shopdesk.app.sending import make_outbox

        return make_outbox(self.data_folder, self.store, self._clock, self._sign_ins, self.outside)


@cache
def _mail_writer() -> "MailWriting":
    from shopdesk.mail.write_mime import MailWriter

    return MailWriter()


def _starter() -> "Sequence[Template]":
    """The templates that come with the program."""
    from shopdesk.services.template_records import starter_templates
    from shopdesk.system.paths import resources

    return starter_templates(file.read_text("utf-8") for file in sorted((resources() / "starter").glob("*.json")))
