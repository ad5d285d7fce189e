"""What one piece of work touched; announced after commit, so that screens refetch only what is named."""

from dataclasses import dataclass

from shopdesk.domain.ids import ConversationId, CustomerId, MailboxId


@dataclass(frozen=True, slots=True)
class Changes:
    """Identifiers of touched things; an empty record means that nothing changed."""

    conversations: frozenset[ConversationId] = frozenset()
    removed_conversations: frozenset[ConversationId] = frozenset()
    mailboxes: frozenset[MailboxId] = frozenset()
    set_aside: bool = False
    settings: bool = False
    customers: frozenset[CustomerId] = frozenset()
    """Customers with a newer mail, another name, or other notes and tags."""
    outbox: bool = False
    """Something was queued, left, or came to a stop on its way out."""
    drafts: bool = False
    templates: bool = False
    day: bool = False
    """Checklists, promises, facts of the day, who is on duty."""
    cases: bool = False
    orders: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Both together; a conversation removed later is no longer named as changed."""
        removed = self.removed_conversations | other.removed_conversations
        return Changes(
            conversations=(self.conversations | other.conversations) - removed,
            removed_conversations=removed,
            mailboxes=self.mailboxes | other.mailboxes,
            set_aside=self.set_aside or other.set_aside,
            settings=self.settings or other.settings,
            customers=self.customers | other.customers,
            outbox=self.outbox or other.outbox,
            drafts=self.drafts or other.drafts,
            templates=self.templates or other.templates,
            day=self.day or other.day,
            cases=self.cases or other.cases,
            orders=self.orders or other.orders,
        )

    def __bool__(self) -> bool:
        """True when anything at all was touched."""
        return self != Changes()
