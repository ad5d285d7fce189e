"""The demo shop: three mailboxes with two weeks of customers' mail, and more that arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.letters import DOMAIN, Letter, LetterWriter
from shopdesk.demo.presets import FULL
from shopdesk.demo.samples import Kind, Sample, load_samples

_OLD_HOURS = 110
_UNREAD_HOURS = 30
_REAL_PASSWORD = "changed-last-week"  # noqa: S105 — the demo's own, on loopback


@dataclass(frozen=True)
class DemoMailbox:
    """A mailbox of the demo shop and the password that the desk is given for it."""

    name: str
    address: str
    user: str
    password: str
    is_refused: bool = False
    """True where the server knows another password."""


@dataclass(frozen=True)
class DemoMail:
    """One mail and the place where it lies."""

    user: str
    folder: str
    raw: bytes
    flags: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class DemoShop:
    """Everything that the demo's server holds at its start."""

    mailboxes: tuple[DemoMailbox, ...]
    mails: tuple[DemoMail, ...]
    folder: Path
    """Where the samples came from."""

    def fill(self, store: MailStore) -> None:
        """Add the users, their folders and all mails to a store."""
        for mailbox in self.mailboxes:
            store.add_user(mailbox.user, _REAL_PASSWORD if mailbox.is_refused else mailbox.password, FULL.folders)
        for mail in self.mails:
            store.deliver(mail.user, mail.folder, mail.raw, mail.flags, mail.at)

    def next_arrival(self, number: int, now: datetime) -> DemoMail:
        """The n-th mail (from 0) that arrives while the demo runs; after the last text they begin anew."""
        samples = load_samples(self.folder, "arrivals.json")
        sample = samples[number % len(samples)]
        again = number // len(samples)
        if again:
            sample = _renamed(sample, again)
        (letter,) = LetterWriter(self.folder, now).write(sample)
        return DemoMail(f"{sample.mailbox}@{DOMAIN}", "INBOX", letter.raw, (), now)


def build_demo_mailboxes(now: datetime, folder: Path) -> DemoShop:
    """The demo shop as it stands at ``now``; ``folder`` is the demo's folder of the resources.

    The same ``now`` gives the same bytes.
    """
    if now.tzinfo is None:
        raise ValueError("now needs a time zone")
    writer = LetterWriter(folder, now.replace(microsecond=0))
    mails = [mail for sample in load_samples(folder) for mail in _place(sample, writer.write(sample))]
    mailboxes = (
        DemoMailbox("Lumen & Linen", f"hello@{DOMAIN}", f"hello@{DOMAIN}", "demo-hello"),
        DemoMailbox("Marketplaces", f"market@{DOMAIN}", f"market@{DOMAIN}", "demo-market"),
        DemoMailbox("Wholesale", f"wholesale@{DOMAIN}", f"wholesale@{DOMAIN}", "demo-old", is_refused=True),
    )
    return DemoShop(mailboxes, tuple(sorted(mails, key=lambda mail: mail.at)), folder)


def _place(sample: Sample, letters: Sequence[Letter]) -> list[DemoMail]:
    user = f"{sample.mailbox}@{DOMAIN}"
    is_old = sample.messages[-1].hours_ago > _OLD_HOURS
    placed: list[DemoMail] = []
    for number, letter in enumerate(letters):
        if letter.from_shop:
            placed.append(DemoMail(user, "Sent", letter.raw, ("\\Seen",), letter.at))
        else:
            folder = "Archive" if is_old else "INBOX"
            placed.append(DemoMail(user, folder, letter.raw, _flags(sample, number), letter.at))
    return placed


def _flags(sample: Sample, number: int) -> tuple[str, ...]:
    following = sample.messages[number + 1 :]
    if any(message.from_shop for message in following):
        is_next = following[0].from_shop and following[0].kind is Kind.ORDINARY
        return ("\\Answered", "\\Seen") if is_next else ("\\Seen",)
    return () if sample.messages[number].hours_ago < _UNREAD_HOURS else ("\\Seen",)


def _renamed(sample: Sample, again: int) -> Sample:
    return replace(sample, id=f"{sample.id}-{again}")
