"""What is worth a second look before an answer leaves; none of it keeps a mail from being sent."""

import re
from enum import Enum

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.message import Direction, Message

MANY = 10
"""From so many recipients on a person is asked to look again."""
_NO_REPLY = re.compile(r"^(?:no|do[-_.]?not|donot|never)[-_.]?(?:reply|answer|respond)", re.IGNORECASE)
_NAMES_A_FILE = re.compile(
    r"\battach(?:ed|ment|ments|ing)?\b|\benclosed\b|\banbei\b|\bim anhang\b|\bangehängt\b|\bbeigefügt\b"
    r"|\bci-joint|\bpièce jointe\b|\badjunto\b|\ballegat[oi]\b|附件|附上|随信附",
    re.IGNORECASE,
)


class Caution(Enum):
    """One thing to look at."""

    NO_REPLY = "no_reply"
    """Nobody reads mails to that address."""
    MANY_RECIPIENTS = "many_recipients"
    REPLY_TO_ELSEWHERE = "reply_to_elsewhere"
    """The answer goes to another domain than the one that wrote."""
    FORGOTTEN_FILE = "forgotten_file"


def named_file(body: str) -> tuple[int, str] | None:
    """Where a text speaks of an attachment, and the word; also in languages that have no rules of their own."""
    found = _NAMES_A_FILE.search(body)
    return (found.start(), found[0]) if found else None


def cautions_of(draft: Draft, answered: Message | None) -> tuple[Caution, ...]:
    """What to look at. In: a draft, and the message that it answers, if there is one."""
    if draft.kind is DraftKind.NOTE:
        return ()
    people = (*draft.to, *draft.cc, *draft.bcc)
    found = []
    if any(_NO_REPLY.match(one.email) for one in people):
        found.append(Caution.NO_REPLY)
    if len(people) >= MANY:
        found.append(Caution.MANY_RECIPIENTS)
    if _goes_elsewhere(draft, answered):
        found.append(Caution.REPLY_TO_ELSEWHERE)
    if not draft.files and _NAMES_A_FILE.search(draft.body):
        found.append(Caution.FORGOTTEN_FILE)
    return tuple(found)


def _goes_elsewhere(draft: Draft, answered: Message | None) -> bool:
    if answered is None or answered.direction is not Direction.INCOMING or draft.kind is DraftKind.FORWARD:
        return False
    mail = answered.mail
    wrote = mail.sender.domain
    return any(one.domain != wrote and one.key in {reply.key for reply in mail.reply_to} for one in draft.to)
