"""What is taken away when a customer is erased."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MailsToErase:
    """Counts of what goes for good."""

    conversations: int = 0
    messages: int = 0
    files: int = 0
    notes: int = 0
    drafts: int = 0


@dataclass(frozen=True, slots=True)
class ToErase:
    """All that the desk holds of a customer."""

    mails: MailsToErase = MailsToErase()
    orders: int = 0
    cases: int = 0
    """They stay as cases of nobody: what they cost and how they ended is needed for the figures."""
    addresses: tuple[str, ...] = ()
    """Those that were asked for and all that are joined with them."""

    @property
    def is_nothing(self) -> bool:
        """True when the desk knows nobody of that address."""
        return self.mails == MailsToErase() and not self.orders and not self.cases
