"""Puts together what lets mails leave."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from shopdesk.services.outbox import Outbox
from shopdesk.services.sent_copies import SentCopies
from shopdesk.system.at_first_use import AtFirstUse

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from shopdesk.app.outside import Outside
    from shopdesk.domain.ids import MailboxId
    from shopdesk.domain.message import Mail
    from shopdesk.mail.imap import ImapSource
    from shopdesk.mail.smtp_send import SmtpPost
    from shopdesk.services.ports import Clock, Store
    from shopdesk.services.sending_ports import PostOffice, SentSource
    from shopdesk.services.sign_ins import SignIns

# The window asks what is in the outbox and sends nothing itself: it loads no protocols and no reader of mails for that.


def make_outbox(folder: Path, store: "Store", clock: "Clock", sign_ins: "SignIns", outside: "Outside") -> Outbox:
    """The outbox of a data folder: one process at a time sends from it."""

    @cache
    def source() -> "ImapSource":
        from shopdesk.mail.imap import ImapSource

        return ImapSource(network=outside.network)

    @cache
    def post() -> "SmtpPost":
        from shopdesk.mail.smtp_send import SmtpPost

        return SmtpPost(network=outside.network)

    def alone(mailbox: "MailboxId") -> "AbstractContextManager[None]":
        from shopdesk.system.single_instance import hold_folder

        return hold_folder(folder, f"sending-{mailbox}.lock")

    copies = SentCopies(store, clock, sign_ins, cast("SentSource", AtFirstUse(source)), _read_mail)
    return Outbox(store, clock, sign_ins, cast("PostOffice", AtFirstUse(post)), copies, alone)


def _read_mail(raw: bytes, *, whole: bool = True) -> "Mail":
    from shopdesk.mail.read_mime import read_mail

    return read_mail(raw, whole=whole)
