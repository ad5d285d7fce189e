"""What is put under mails: one signature for each mailbox, with the names of shop and agent filled in."""

from collections.abc import Callable, Sequence
from datetime import datetime

from shopdesk.domain.changes import Changes
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import InputRefused, TemplateFaulty
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.template import Fault
from shopdesk.services.ports import Clock, Store, Work

LONGEST = 4_000
"""Characters of a signature."""
_AGENT = "agent_name"
_ALLOWED = ("shop", "agent", "date")
"""Groups of placeholders that mean something under every mail."""
OnDuty = Callable[[], str]
"""Names the agent who is on duty; empty when nobody said so."""


def nobody() -> str:
    """For a desk at which nobody says who is on duty."""
    return ""


class Signatures:
    """Kept by the mailbox's address, so that one that was connected anew has its signature again."""

    def __init__(self, store: Store, clock: Clock, on_duty: OnDuty = nobody) -> None:
        self._store = store
        self._clock = clock
        self._on_duty = on_duty

    def of(self, mailbox: MailboxId) -> str:
        """The signature as it was written, with its placeholders. Raises `NotFound`."""
        with self._store.reading() as work:
            return work.settings.get(_key(work.mailboxes.get(mailbox))) or ""

    def save(self, mailbox: MailboxId, source: str) -> None:
        """Keep a signature; an empty one is none. Raises `InputRefused` (too long), `TemplateFaulty`, `NotFound`."""
        if len(source) > LONGEST:
            raise InputRefused("signature", f"is longer than {LONGEST} characters")
        for fault in self.faults(source):
            raise TemplateFaulty("", fault.start, fault.word)
        with self._store.writing() as work:
            work.settings.save(_key(work.mailboxes.get(mailbox)), source.strip("\n") or None)
            work.touched(Changes(drafts=True))

    def faults(self, source: str) -> Sequence[Fault]:
        """What is wrong in a signature, for an editor; never raises."""
        if not _has_placeholders(source):
            return ()
        from shopdesk.services.liquid_text import LiquidText
        from shopdesk.services.template_values import filters_for, is_placeholder

        def known(name: str) -> bool:
            return name.partition(".")[0] in _ALLOWED and is_placeholder(name, frozenset())

        return LiquidText({}, filters_for("en")).faults(source, known)

    def agent_name(self) -> str:
        """Who signs when nobody is on duty."""
        with self._store.reading() as work:
            return work.settings.get(_AGENT) or ""

    def name_agent(self, name: str) -> None:
        """Say who signs when nobody is on duty."""
        with self._store.writing() as work:
            work.settings.save(_AGENT, " ".join(name.split())[:200] or None)
            work.touched(Changes(drafts=True))

    def signer(self) -> str:
        """Who signs now: the agent on duty, else the one that was named."""
        with self._store.reading() as work:
            return signer(work, self._on_duty)

    def text_for(self, draft: Draft) -> str:
        """What would be put under a draft, also when it was taken off; empty for none. Raises `NotFound`."""
        with self._store.reading() as work:
            return signature_text(work, draft, self._on_duty, self._clock.now())

    def preview(self, mailbox: MailboxId, source: str) -> str:
        """A signature that may not be saved yet, filled; what is wrong in it stays as it is. Raises `NotFound`."""
        with self._store.reading() as work:
            return _filled(work, work.mailboxes.get(mailbox), source, self._on_duty, self._clock.now())


def signer(work: Work, on_duty: OnDuty) -> str:
    """Who signs now."""
    return on_duty() or work.settings.get(_AGENT) or ""


def signature_text(work: Work, draft: Draft, on_duty: OnDuty, now: datetime) -> str:
    """The signature of a draft's mailbox, filled; notes have none. Raises `NotFound` for a mailbox that is gone."""
    if draft.kind is DraftKind.NOTE:
        return ""
    mailbox = work.mailboxes.get(draft.mailbox_id)
    source = work.settings.get(_key(mailbox))
    return _filled(work, mailbox, source, on_duty, now) if source else ""


def _filled(work: Work, mailbox: Mailbox, source: str, on_duty: OnDuty, now: datetime) -> str:
    """What has no value is left out: a mail is not held up by its signature."""
    if not _has_placeholders(source):
        return source.strip("\n")
    from shopdesk.domain.filling import PieceKind
    from shopdesk.services.liquid_text import LiquidText
    from shopdesk.services.template_values import Seat, filters_for, values_for

    values = values_for(None, mailbox, Seat(signer(work, on_duty), now.astimezone()), {})
    try:
        pieces = LiquidText({}, filters_for("en")).fill(source, values)
    except TemplateFaulty:
        return source.strip("\n")
    return "".join(one.text for one in pieces if one.kind is not PieceKind.MISSING).strip("\n")


def _has_placeholders(source: str) -> bool:
    return "{{" in source or "{%" in source


def _key(mailbox: Mailbox) -> str:
    return f"signature:{mailbox.address.casefold()}"
