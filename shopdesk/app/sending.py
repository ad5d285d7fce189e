"""Puts together what lets mails leave."""

from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.mail.imap import ImapSource
from shopdesk.mail.read_mime import read_mail
from shopdesk.mail.smtp_send import SmtpPost
from shopdesk.services.outbox import Outbox
from shopdesk.services.sent_copies import SentCopies
from shopdesk.system.single_instance import hold_folder

if TYPE_CHECKING:
    from shopdesk.app.outside import Outside
    from shopdesk.services.ports import Clock, Store
    from shopdesk.services.sign_ins import SignIns


def make_outbox(folder: Path, store: "Store", clock: "Clock", sign_ins: "SignIns", outside: "Outside") -> Outbox:
    """The outbox of a data folder: one process at a time sends from it."""
    copies = SentCopies(store, clock, sign_ins, ImapSource(network=outside.network), read_mail)
    post = SmtpPost(network=outside.network)
    return Outbox(store, clock, sign_ins, post, copies, lambda mailbox: hold_folder(folder, f"sending-{mailbox}.lock"))
