"""One run of our sync in a process of its own; prints its milestones as one JSON object.

`python -m tests.bench.sync_child DATA PORT USER [count] [far]`: `count` counts the commands, `far` compresses as with a
server that is not on this computer, and stops when all text is here. The environment's BENCH_BEGAN is the monotonic
start in ns.
"""

import json
import os
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path

from shopdesk.app.shop import build_shop
from shopdesk.domain.changes import Changes
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server

NEWEST = 200


class Secrets:
    """A keychain for this process."""

    def load(self, name: str) -> str | None:
        return "secret"

    def save(self, name: str, secret: str) -> None:
        """Every password here is the same."""

    def remove(self, name: str) -> None:
        """There is nothing to remove."""


class Milestones:
    """Seconds since the process was started."""

    def __init__(self) -> None:
        self.began = int(os.environ.get("BENCH_BEGAN", time.monotonic_ns()))
        self.reached: dict[str, float] = {}
        self._seen: set[ConversationId] = set()

    def mark(self, name: str) -> None:
        self.reached.setdefault(name, (time.monotonic_ns() - self.began) / 1e9)

    def announce(self, changes: Changes) -> None:
        if "newest" not in self.reached:
            self._seen |= changes.conversations
            if len(self._seen) >= NEWEST:
                self.mark("newest")


class WatchedSession:
    """Notices when the texts are here and only the rest of the bytes is missing."""

    def __init__(self, session, milestones: Milestones) -> None:
        self._session = session
        self._milestones = milestones

    def whole(self, uids):
        self._milestones.mark("text")
        return self._session.whole(uids)

    def __getattr__(self, name: str):
        return getattr(self._session, name)


class EnoughText(Exception):
    """All text is here."""


class TextOnly(WatchedSession):
    """Ends the pass where only the rest of the bytes is missing."""

    def whole(self, uids):
        raise EnoughText


def peak_memory() -> float:
    """MB; the most that was resident of this process at once (Linux), with the mapped pages of files."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")) / 1024


def main() -> None:
    folder, port, user = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    milestones, commands = Milestones(), []
    from shopdesk.mail.imap import ImapSource

    counted = ImapSource(lambda line: commands.append(line) if " > " in line and " > (" not in line else None)
    source = counted if "count" in sys.argv else ImapSource(compress_loopback="far" in sys.argv)
    shop = build_shop(folder, announce=milestones.announce, secrets=Secrets(), source=source)
    known = [mailbox.id for mailbox in shop.mailboxes.all()]
    server = Server("127.0.0.1", port, Security.NONE)
    mailbox = (
        known[0]
        if known
        else shop.mailboxes.add(Mailbox(MailboxId(0), f"{user}@heronquill.example", server, None, user), "secret")
    )
    session = shop.sync.connect(mailbox)
    milestones.mark("connected")
    if "far" in sys.argv:
        _text_only(shop, mailbox, session, milestones)
        return
    report = shop.sync.sync(mailbox, WatchedSession(session, milestones), SimpleControl())
    for name in ("newest", "text", "complete"):
        milestones.mark(name)
    peak = peak_memory()
    commands.clear()
    began = time.perf_counter()
    shop.sync.sync(mailbox, session, SimpleControl())
    again = {"again": time.perf_counter() - began, "commands": len(commands)}
    folders = sum(folder.wanted for folder in _folders(shop, mailbox))
    session.close()
    stored = sum(1 for _ in shop.ledger.mails())
    shop.close()
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        json.dumps(
            milestones.reached
            | again
            | {
                "folders": folders,
                "peak": peak,
                "reader": reader,
                "new": report.new,
                "stored": stored,
                "set_aside": report.set_aside,
                "disk": sum(path.stat().st_size for path in folder.iterdir()),
            }
        )
    )


def _text_only(shop, mailbox, session, milestones: Milestones) -> None:
    with suppress(EnoughText):
        shop.sync.sync(mailbox, TextOnly(session, milestones), SimpleControl())
    for name in ("newest", "text"):
        milestones.mark(name)
    print(json.dumps(milestones.reached | {"received": session._line.wire.received}))
    session.close()
    shop.close()


def _folders(shop, mailbox):
    with shop.store.reading() as work:
        return work.folders.of_mailbox(mailbox)


if __name__ == "__main__":
    main()
