"""A signed-in IMAP connection with what is known of its server: what all commands need."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shopdesk.mail.imap_connection import Answer, Client, Literal, in_quotes, quoted
from shopdesk.mail.imap_errors import at_the_door, refusal
from shopdesk.mail.imap_fetch import Item, read_items
from shopdesk.mail.quirks import Quirks
from shopdesk.mail.wire import Wire


@dataclass(frozen=True, slots=True)
class Line:
    """The connection, the server's abilities after sign-in, and its oddities."""

    host: str
    client: Client
    wire: Wire
    capabilities: frozenset[str]
    """Upper case, as given after sign-in."""
    enabled: frozenset[str]
    """What ENABLE (RFC 5161) switched on, upper case."""
    quirks: Quirks
    now: Callable[[], datetime]

    @property
    def has_condstore(self) -> bool:
        """True when the server counts changes (RFC 7162)."""
        return "CONDSTORE" in self.capabilities or "QRESYNC" in self.enabled

    @property
    def counts_changes_already(self) -> bool:
        """True when no SELECT has to ask for CONDSTORE any more."""
        return bool(self.enabled & {"CONDSTORE", "QRESYNC"})

    def run(self, *parts: bytes | Literal) -> Answer:
        """Send a command; a refusal is an answer, a broken connection raises `ConnectionLost`."""
        with at_the_door(self.host):
            return self.client.engine.run(*parts)

    def must(self, *parts: bytes | Literal) -> Answer:
        """Send a command that has to succeed; raises `ServerRefused` or what else the refusal means."""
        answer = self.run(*parts)
        if not answer.ok:
            raise refusal(self.host, answer.text)
        return answer

    def items(self, answer: Answer) -> dict[int, Item]:
        """What the FETCH answers in it say, by UID; with UIDONLY (RFC 9586) they have another name."""
        with at_the_door(self.host):
            found = read_items(answer.untagged.get("FETCH", []))
            found.update(read_items(answer.untagged.get("UIDFETCH", []), numbers_are_uids=True))
            return found

    def folder_word(self, raw: bytes) -> bytes | Literal:
        """A folder's name as this server takes it."""
        if self.quirks.ampersand_as_literal and b"&" in raw:
            plain = quoted(raw)
            return plain if plain == raw else Literal(raw)
        return quoted(raw) if raw else in_quotes(raw)
