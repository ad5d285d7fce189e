"""`sync`: one complete pass over every mailbox."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from shopdesk.cli.error_texts import sentence_of
from shopdesk.cli.output import complain, counted, line, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.errors import ConnectionLost, KeychainFailed, NotFound, ServerProblem, ShopdeskError
from shopdesk.domain.mailbox import Mailbox
from shopdesk.services.sync import SyncReport

PAUSES = (1.0, 3.0)
"""Seconds before a pass goes on after a connection that broke off; then the mailbox counts as failed."""
_SHOWN_EVERY = 0.1


class TerminalControl:
    """Shows progress in one line of a terminal; Ctrl+C is what stops the work."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._shown_at = 0.0
        self._is_shown = False

    def report(self, done: int, total: int) -> None:
        """Show how far the work is, at most ten times a second."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self._shown_at >= _SHOWN_EVERY:
            self._shown_at = now
            self._is_shown = True
            of_all = f" of {total:,}" if total else ""
            print(f"\r\x1b[K{self._title}: {done:,}{of_all}", end="", file=sys.stderr, flush=True)

    def stop_if_cancelled(self) -> None:
        """Nobody asks in another way than by Ctrl+C."""

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_shown = False


def define(parser: ArgumentParser) -> None:
    """The words after `sync`."""
    parser.add_argument("--mailbox", metavar="ADDRESS", help="only this one (default: all)")
    parser.add_argument("--retry-set-aside", action="store_true", help="read mails again that could not be read")
    parser.add_argument("--json", action="store_true", help="for machines: one JSON object a mailbox")


def run(arguments: Namespace, shop: CliShop) -> int:
    """Sync mailbox after mailbox; 0 when all came to their end, 1 when one failed (the others are done)."""
    mailboxes = [shop.mailboxes.by_address(arguments.mailbox)] if arguments.mailbox else shop.mailboxes.all()
    if not mailboxes:
        complain("No mailbox is connected; add one with: mailbox add ADDRESS --imap HOST:PORT --smtp HOST:PORT")
    # What an older reader set aside or read is read again by itself: an update may have taught it.
    control = TerminalControl("Reading stored mails again")
    try:
        shop.rereading.renew(control)
        shop.sync.retry_set_aside(control, only_older_readers=not arguments.retry_set_aside)
    finally:
        control.clear()
    return max([_sync_one(shop, mailbox, as_json=arguments.json) for mailbox in mailboxes], default=0)


def _sync_one(shop: CliShop, mailbox: Mailbox, *, as_json: bool) -> int:
    control = TerminalControl(line(mailbox.address))
    try:
        shop.sync.note_start(mailbox.id)
        report = _pass(shop, mailbox, control, PAUSES)
        shop.sync.note_success(mailbox.id)
    except (ServerProblem, KeychainFailed, NotFound) as problem:
        control.clear()
        shop.sync.note_failure(mailbox.id, problem)
        _tell_failure(mailbox, problem, as_json=as_json)
        return 1
    finally:
        control.clear()
    _tell(mailbox, report, as_json=as_json)
    return 1 if report.missing else 0


def _pass(shop: CliShop, mailbox: Mailbox, control: TerminalControl, pauses: Sequence[float]) -> SyncReport:
    """One pass; a connection that broke off is opened again, and the pass goes on where it was."""
    try:
        session = shop.sync.connect(mailbox.id)
        try:
            return shop.sync.sync(mailbox.id, session, control)
        finally:
            session.close()
    except ConnectionLost:
        if not pauses:
            raise
        time.sleep(pauses[0])
        return _pass(shop, mailbox, control, pauses[1:])


def _tell(mailbox: Mailbox, report: SyncReport, *, as_json: bool) -> None:
    if as_json:
        counts = {name: getattr(report, name) for name in ("new", "finished", "set_aside", "missing")}
        say_json({"mailbox": mailbox.address, **counts, "error": None})
        return
    words = [counted(report.new, "new mail")]
    if report.finished > report.new:
        words.append(f"{report.finished:,} completed")
    if report.set_aside:
        words.append(f"{report.set_aside:,} set aside")
    say(f"{line(mailbox.address)}: {', '.join(words)}")
    if report.missing:
        missing = counted(report.missing, "mail")
        complain(f"{line(mailbox.address)}: the server lists {missing} that it does not hand over; sync again later.")


def _tell_failure(mailbox: Mailbox, problem: ShopdeskError, *, as_json: bool) -> None:
    if as_json:
        say_json({"mailbox": mailbox.address, "error": type(problem).__name__, "text": sentence_of(problem)})
    complain(f"{line(mailbox.address)}: {sentence_of(problem)}")


COMMAND = Command("sync", "bring all mail in: one complete pass over all wanted folders", define, run, writes=True)
