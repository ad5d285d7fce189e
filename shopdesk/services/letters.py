"""What is found out about arrived mails before they are filed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from shopdesk.domain.blocking import blocking_key
from shopdesk.domain.filing import Clues, Renewal
from shopdesk.domain.grouping import clues_of
from shopdesk.domain.ids import MessageId
from shopdesk.domain.mailbox import Folder, FolderRole
from shopdesk.domain.markets import Market, customer_address, market_of
from shopdesk.domain.message import Address, Direction, Mail, MailKind
from shopdesk.domain.numbers import Numbers, find_numbers
from shopdesk.services.reading import Arrived
from shopdesk.services.reads_filed import ReadsFiled


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What filing must know besides the mails themselves."""

    folder: Folder
    own_addresses: frozenset[str]
    """All addresses of all mailboxes, casefolded."""
    now: datetime
    first_import: bool
    """True while a folder is brought in for the first time: old mail asks for nothing."""
    topics: ReadsFiled | None = None
    """Reads what customers just wrote; None leaves it for later."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An arrived mail that is new to the desk, with what was found out about it."""

    arrived: Arrived
    mail: Mail
    direction: Direction
    customer: Address
    market: str
    numbers: Numbers
    clues: Clues
    received_at: datetime = field(init=False)

    def __post_init__(self) -> None:
        """Keep the time of receipt at hand."""
        object.__setattr__(self, "received_at", self.arrived.fetched.received_at)


def new_letters(
    batch: Sequence[Arrived], known: Collection[str], at: Circumstances, blocked: frozenset[str] = frozenset()
) -> list[Letter]:
    """The mails of a batch whose fingerprint is not known, each once; what people wrote who are `blocked` asks for
    nothing."""
    letters: dict[str, Letter] = {}
    for arrived in batch:
        mail = arrived.mail
        if mail is not None and mail.fingerprint not in known and mail.fingerprint not in letters:
            letters[mail.fingerprint] = _letter(arrived, mail, at, blocked)
    return list(letters.values())


def _letter(arrived: Arrived, mail: Mail, at: Circumstances, blocked: frozenset[str]) -> Letter:
    # What lies in Sent is ours, also when it was written under an address that we were not told of.
    own = at.own_addresses | {mail.sender.key} if at.folder.role is FolderRole.SENT else at.own_addresses
    customer = customer_address(mail, own)
    answers_elsewhere = any(address.key == customer.key for address in mail.reply_to)
    is_ours = mail.sender.key in own and not answers_elsewhere and not _is_notice_to_oneself(mail, own)
    if blocked and not is_ours and mail.kind is MailKind.PERSONAL and _is_blocked(blocked, mail.sender, customer):
        mail = replace(mail, kind=MailKind.BLOCKED)
    market = _market(mail)
    numbers = _numbers_of(mail, market)
    return Letter(
        arrived,
        mail,
        Direction.OUTGOING if is_ours else Direction.INCOMING,
        replace(customer, name=market.plain_name(customer.name)) if market else customer,
        market.word if market else "",
        numbers,
        clues_of(mail, customer, market, numbers),
    )


def _is_blocked(blocked: frozenset[str], *who: Address) -> bool:
    return any(blocking_key(blocked, address.email) for address in who)


def _is_notice_to_oneself(mail: Mail, own: frozenset[str]) -> bool:
    """Our own machines tell us something, such as the test mail of a mailbox: nobody else is waiting for it."""
    return mail.kind is MailKind.NOTICE and bool(mail.to) and all(address.key in own for address in mail.to)


def renewal_of(message: MessageId, mail: Mail) -> Renewal:
    """A better reading of a message that is here, with the numbers found in it."""
    numbers = _numbers_of(mail, _market(mail))
    return Renewal(message, mail, numbers.orders, numbers.parcels)


def _numbers_of(mail: Mail, market: Market | None) -> Numbers:
    return find_numbers(mail.subject, mail.own_words or mail.text, market.word if market else "")


def _market(mail: Mail) -> Market | None:
    """The marketplace that a mail comes through or goes to."""
    return market_of(mail.sender, (*mail.reply_to, *mail.to[:1]), mail.delivered_to)
