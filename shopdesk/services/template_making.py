"""Makes a template of a reply that somebody wrote."""

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Message
from shopdesk.domain.subjects import bare_subject
from shopdesk.domain.template import Template
from shopdesk.domain.template_from_reply import KnownWords, template_from_text
from shopdesk.services.ports import Work
from shopdesk.services.template_values import first_name


def made_from(work: Work, reply: Draft | Message, conversation: ConversationId | None, agent: str) -> Template:
    """A template of a draft, or of a message of a conversation; the subject only where a reply would not have it."""
    if isinstance(reply, Draft):
        known = _known(work, reply.conversation_id, agent, tuple(blank.placeholder for blank in reply.blanks))
        subject = reply.subject if reply.kind is DraftKind.NEW else ""
        return template_from_text(subject, reply.body, known, reply.language)
    home = conversation if conversation is not None else work.conversations.of_message(reply.id)
    subject = reply.mail.subject if bare_subject(reply.mail.subject) == reply.mail.subject else ""
    return template_from_text(subject, reply.mail.own_words, _known(work, home, agent, ()))


def _known(work: Work, conversation: ConversationId | None, agent: str, gaps: tuple[str, ...]) -> KnownWords:
    if conversation is None:
        return KnownWords(agent=agent, gaps=gaps)
    row = work.conversations.get(conversation)
    mailbox = work.mailboxes.get(row.mailbox_id)
    name = "" if "@" in row.customer_name else row.customer_name
    return KnownWords(
        customer=name,
        first_name=first_name(name),
        email=row.customer_email,
        orders=row.order_numbers,
        shop=mailbox.shown,
        shop_email=mailbox.address,
        agent=agent,
        market=row.market,
        gaps=gaps,
    )
