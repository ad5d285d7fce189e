"""The demo's servers together: IMAP with the demo shop's mail, an SMTP sink, and mail that keeps arriving."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from shopdesk.demo.behaviour import Behaviour
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from shopdesk.demo.shop import DemoMailbox, build_demo_mailboxes
from shopdesk.demo.smtp_sink import Accepted, SmtpSink


@dataclass(frozen=True)
class DemoConnections:
    """Where the demo's servers listen (plain, loopback only) and whom they know."""

    imap_host: str
    imap_port: int
    smtp_host: str
    smtp_port: int
    mailboxes: tuple[DemoMailbox, ...]


class DemoServers:
    """Runs the demo's servers between ``with`` and its end.

    ``folder`` is the demo's folder of the resources. Every ``arrival_seconds`` a new mail arrives; None sends none.
    """

    def __init__(
        self,
        folder: Path,
        *,
        behaviour: Behaviour = FULL,
        arrival_seconds: float | None = 60.0,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._clock = clock or (lambda: datetime.now(UTC))
        self.shop = build_demo_mailboxes(self._clock(), folder)
        # Another start is another set of mails: what a client knows of the last one must not fit.
        self.store = MailStore(first_validity=int(self._clock().timestamp()))
        self.shop.fill(self.store)
        self.imap = ImapServer(self.store, behaviour)
        accounts = {each.user: each.password for each in self.shop.mailboxes if not each.is_refused}
        self.smtp = SmtpSink(accounts, deliver=self._deliver)
        self._arrival_seconds = arrival_seconds
        self._arrived = 0
        self._ending = threading.Event()
        self._postman: threading.Thread | None = None

    def start(self) -> DemoConnections:
        """Start all servers and say how to reach them."""
        imap_host, imap_port = self.imap.start()
        smtp_host, smtp_port = self.smtp.start()
        if self._arrival_seconds is not None:
            self._postman = threading.Thread(target=self._bring_mail, name="demo-postman", daemon=True)
            self._postman.start()
        return DemoConnections(imap_host, imap_port, smtp_host, smtp_port, self.shop.mailboxes)

    def stop(self) -> None:
        """End all servers; may be called twice."""
        self._ending.set()
        if self._postman is not None:
            self._postman.join()
        self.smtp.stop()
        self.imap.stop()

    def __enter__(self) -> Self:
        self.connections = self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def arrive(self) -> int:
        """Let the next mail arrive now; returns its UID."""
        mail = self.shop.next_arrival(self._arrived, self._clock())
        self._arrived += 1
        return self.store.deliver(mail.user, mail.folder, mail.raw, mail.flags, mail.at)

    def _bring_mail(self) -> None:
        while not self._ending.wait(self._arrival_seconds):
            self.arrive()

    def _deliver(self, mail: Accepted) -> None:
        """Mail between the demo's own mailboxes arrives; all other mail only stays in the sink."""
        own = {each.address for each in self.shop.mailboxes}
        for recipient in mail.recipients:
            if recipient.lower() in own:
                self.store.deliver(recipient.lower(), "INBOX", mail.raw)
