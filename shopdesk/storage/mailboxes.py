"""Mailboxes and how they fare."""

import json
from collections.abc import Sequence

from shopdesk.domain.errors import AlreadyConnected, NotFound
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import (
    Health,
    Mailbox,
    MailboxState,
    OAuthSetup,
    Security,
    Server,
    SignIn,
)
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.mailbox_removal import Removal
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros_or_none, moment_or_none

# The index holds messages in order, so that copies in several folders are counted once without a sort.
COUNTS = """SELECT
    (SELECT count(*) FROM (SELECT 1 FROM place INDEXED BY place_message WHERE message_id IS NOT NULL
        AND folder_id IN (SELECT id FROM folder WHERE mailbox_id = ?1 AND listed) GROUP BY message_id)),
    (SELECT count(*) FROM folder f JOIN place p INDEXED BY place_unfinished ON p.folder_id = f.id
        WHERE f.mailbox_id = ?1 AND f.listed AND f.wanted AND p.sha256 IS NULL),
    (SELECT count(*) FROM folder f JOIN place p INDEXED BY place_set_aside ON p.folder_id = f.id
        WHERE f.mailbox_id = ?1 AND f.listed AND p.set_aside IS NOT NULL)"""


class MailboxTable:
    """Mailboxes and how they fare; fits `ports.MailboxRepository`."""

    def __init__(self, database: ShopDatabase, removal: Removal) -> None:
        self._database = database
        self._removal = removal

    def all(self) -> Sequence[Mailbox]:
        """All connected mailboxes in the order that a person gave them, else in that in which they were added."""
        rows = self._database.rows("SELECT id, settings FROM mailbox WHERE leaving = 0 ORDER BY id")
        return sorted((_mailbox(row) for row in rows), key=lambda mailbox: mailbox.place)

    def get(self, mailbox: MailboxId) -> Mailbox:
        """One mailbox; raises `NotFound`."""
        row = self._database.row("SELECT id, settings FROM mailbox WHERE id = ? AND leaving = 0", (mailbox,))
        if row is None:
            raise NotFound(f"mailbox {mailbox}")
        return _mailbox(row)

    def by_address(self, address: str) -> Mailbox | None:
        """The mailbox of an address, whatever its case."""
        statement = "SELECT id, settings FROM mailbox WHERE address_key = ? AND leaving = 0"
        row = self._database.row(statement, (address.casefold(),))
        return None if row is None else _mailbox(row)

    def add(self, mailbox: Mailbox) -> MailboxId:
        """Write a new mailbox; returns its id (the given one is ignored). `InputRefused` for a known address."""
        self._refuse_known(mailbox.address, None)
        row = self._database.row(
            "INSERT INTO mailbox (address, address_key, settings) VALUES (?, ?, ?) RETURNING id",
            (mailbox.address, mailbox.address.casefold(), _settings(mailbox)),
        )
        if row is None:
            raise NotFound(mailbox.address)
        return MailboxId(row[0])

    def save(self, mailbox: Mailbox) -> None:
        """Write the settings of a mailbox; raises `NotFound`, or `InputRefused` for another one's address."""
        self._refuse_known(mailbox.address, mailbox.id)
        changed = self._database.run(
            "UPDATE mailbox SET address = ?, address_key = ?, settings = ? WHERE id = ? AND leaving = 0",
            (mailbox.address, mailbox.address.casefold(), _settings(mailbox), mailbox.id),
        )
        if not changed:
            raise NotFound(f"mailbox {mailbox.id}")

    def remove(self, mailbox: MailboxId) -> None:
        """Take away a mailbox with its folders, places and what no other mailbox holds.

        It is out of sight with this transaction; the rows and raw mails follow in short transactions after the commit.
        """
        self._removal.begin(mailbox)

    def health(self, mailbox: MailboxId) -> Health:
        """State of one mailbox with its live counts; raises `NotFound`."""
        known = self.get(mailbox)
        messages, waiting, aside = self._database.row(COUNTS, (mailbox,)) or (0, 0, 0)
        row = self._database.row(
            "SELECT state, last_try, last_success, next_try, failures, problem, problem_host, problem_detail"
            " FROM health WHERE mailbox_id = ?",
            (mailbox,),
        )
        if row is None:
            return Health(known, messages=messages, waiting_bytes=waiting, set_aside=aside)
        return Health(
            mailbox=known,
            state=MailboxState(row[0]),
            messages=messages,
            waiting_bytes=waiting,
            set_aside=aside,
            last_try=moment_or_none(row[1]),
            last_success=moment_or_none(row[2]),
            next_try=moment_or_none(row[3]),
            failures=row[4],
            problem=row[5],
            problem_host=row[6],
            problem_detail=row[7],
        )

    def save_health(self, health: Health) -> None:
        """Write state, times, failures and problem; the counts are never written."""
        self._database.run(
            "INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                health.mailbox.id,
                health.state.value,
                micros_or_none(health.last_try),
                micros_or_none(health.last_success),
                micros_or_none(health.next_try),
                health.failures,
                health.problem,
                storable(health.problem_host),
                storable(health.problem_detail),
            ),
        )

    def _refuse_known(self, address: str, besides: MailboxId | None) -> None:
        known = self.by_address(address)
        if known is not None and known.id != besides:
            raise AlreadyConnected


def _settings(mailbox: Mailbox) -> str:
    oauth = mailbox.oauth
    return json.dumps({
        "address": mailbox.address,
        "imap": _server_list(mailbox.imap),
        "smtp": None if mailbox.smtp is None else _server_list(mailbox.smtp),
        "user": mailbox.user,
        "sign_in": mailbox.sign_in.value,
        "oauth": None if oauth is None else {
            "authorize_url": oauth.authorize_url,
            "token_url": oauth.token_url,
            "client_id": oauth.client_id,
            "scopes": oauth.scopes,
            "device_url": oauth.device_url,
            "client_secret_needed": oauth.client_secret_needed,
        },
        "name": mailbox.name,
        "since_days": mailbox.since_days,
        "ca_file": mailbox.ca_file,
        "own_addresses": mailbox.own_addresses,
        "paused": mailbox.paused,
        "place": mailbox.place,
    })


def _server_list(server: Server) -> list[str | int]:
    return [server.host, server.port, server.security.value, server.fingerprint]


def _server(listed: list[str | int]) -> Server:
    host, port, security, *later = listed  # mailboxes of the first days know no fingerprint
    return Server(str(host), int(port), Security(str(security)), str(later[0]) if later else "")


def _mailbox(row: Row) -> Mailbox:
    settings = json.loads(row[1])
    oauth = settings["oauth"]
    return Mailbox(
        id=MailboxId(row[0]),
        address=settings["address"],
        imap=_server(settings["imap"]),
        smtp=None if settings["smtp"] is None else _server(settings["smtp"]),
        user=settings["user"],
        sign_in=SignIn(settings["sign_in"]),
        oauth=None if oauth is None else OAuthSetup(**{**oauth, "scopes": tuple(oauth["scopes"])}),
        name=settings["name"],
        since_days=settings["since_days"],
        ca_file=settings["ca_file"],
        own_addresses=tuple(settings["own_addresses"]),
        place=int(settings.get("place", 0)),
        paused=bool(settings.get("paused")),  # mailboxes of the first release know no pause
    )
