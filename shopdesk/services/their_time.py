"""What a customer's clock shows: by their orders, the hours of their mails, their address and language."""

import re
from collections.abc import Iterator
from datetime import timedelta
from email.utils import parsedate_to_datetime

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.errors import NotFound, ShopdeskError
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.language_guess import guess_language
from shopdesk.domain.markets import market_of
from shopdesk.domain.message import Direction, Message
from shopdesk.domain.order import number_key
from shopdesk.domain.their_zone import WrittenAt, ZoneGuess, guess_zones, named_zone
from shopdesk.services.ports import Store, Work

_SETTING = "their_zone."
_MAILS = 5
_DATE = re.compile(rb"(?im)^Date:[ \t]*([^\r\n]{6,60})")
_HEAD = 1 << 16
_LANGUAGES = ("en", "de", "fr", "es", "it", "zh")
"""In which orders name countries."""


class TheirTime:
    """Guesses, and remembers what a person chose instead."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, conversation: ConversationId) -> tuple[ZoneGuess, ...]:
        """The zones that the customer of a conversation may live in, the best first; one that a person chose is sure
        and alone. Raises `NotFound`."""
        with self._store.reading() as work:
            row = work.conversations.get(conversation)
            chosen = named_zone(work.settings.get(_setting(row)) or "")
            if chosen is not None:
                return (chosen,)
            theirs = [one for one in work.conversations.messages(conversation) if _is_theirs(one)][-_MAILS:]
            country = next(_countries(work, row), "")
            archived = [(one, _sha256(work, one)) for one in theirs if _wrote_themselves(one)]
        written = [found for one, sha256 in archived if (found := self._written(one, sha256)) is not None]
        language = guess_language("\n".join(one.mail.own_words for one in theirs)) or ""
        address = row.customer_email if archived else ""  # what a marketplace made up tells nothing
        return guess_zones(country=country, written=written, language=language, address=address)

    def choose(self, conversation: ConversationId, zone: ZoneGuess) -> None:
        """A person knows better: from now on this is the customer's clock."""
        with self._store.writing() as work:
            row = work.conversations.get(conversation)
            if row.customer_email:
                work.settings.save(_setting(row), zone.city)

    def _written(self, message: Message, sha256: str) -> WrittenAt | None:
        """The Date header keeps its offset in the raw mail only."""
        try:
            found = _DATE.search(self._store.archive.get(sha256)[:_HEAD]) if sha256 else None
            at = parsedate_to_datetime(found[1].decode("ascii")) if found else None
        except (ShopdeskError, ValueError):
            return None
        offset = at.utcoffset() if at is not None else None
        return None if offset is None or abs(offset) > timedelta(hours=14) else WrittenAt(message.at, offset)


def _setting(row: Conversation) -> str:
    return f"{_SETTING}{row.customer_email.casefold()}"


def _sha256(work: Work, message: Message) -> str:
    try:
        return work.mails.sha256_of(message.id)
    except NotFound:  # only its beginning is here
        return ""


def _is_theirs(message: Message) -> bool:
    return message.direction is Direction.INCOMING and not message.mail.kind.is_machine


def _wrote_themselves(message: Message) -> bool:
    """Not through a marketplace, whose servers write their own hours and addresses."""
    mail = message.mail
    return market_of(mail.sender, mail.reply_to, mail.delivered_to) is None


def _countries(work: Work, row: Conversation) -> Iterator[str]:
    for order in work.orders.numbered([number_key(number) for number in row.order_numbers]):
        code = country_code(order.address.country)
        if code:
            yield code


def country_code(name: str) -> str:
    """Two letters for a country named in one of the languages of order files; empty for a word that is none."""
    word = " ".join(name.split())
    if len(word) <= 2 and word.isascii():  # noqa: PLR2004 - a code already
        return word.upper()
    from babel import Locale

    for language in _LANGUAGES:
        for code, known in Locale(language).territories.items():
            if known.casefold() == word.casefold() and code.isalpha():
                return str(code)
    return {"USA": "US", "UK": "GB", "GREAT BRITAIN": "GB", "ENGLAND": "GB"}.get(word.upper(), "")

