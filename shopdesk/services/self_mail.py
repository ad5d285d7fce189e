"""Sends one small mail from a mailbox to itself, when a person asks for it, and says how far it came."""

from collections.abc import Callable
from datetime import datetime

from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import SendingNotSetUp, ShopdeskError
from shopdesk.domain.mailbox import Mailbox
from shopdesk.domain.trial import SelfMail, SelfMailStep
from shopdesk.services.ports import Clock
from shopdesk.services.sending_ports import Delivery, PostOffice

WriteSelfMail = Callable[[str, str, str, datetime], tuple[str, bytes]]
"""In: address, subject, text, time. Out: the address for SMTP, and all bytes. Raises `InputRefused`."""


class SelfMails:
    """The use case in front of the server that sends; works in the calling thread and keeps nothing."""

    def __init__(self, post: PostOffice, write: WriteSelfMail, clock: Clock) -> None:
        self._post = post
        self._write = write
        self._clock = clock

    def send(self, mailbox: Mailbox, credential: Callable[[], Credential], subject: str, text: str) -> SelfMail:
        """Sign in and send one mail to the mailbox's own address; a refusal comes back with its step, nothing raises.

        In: `credential` may raise what keychain and token servers raise; the words are in the person's language.
        """
        if mailbox.smtp is None:
            return SelfMail(SelfMailStep.SIGN_IN, SendingNotSetUp(mailbox.address))
        try:
            delivery = self._post.open(mailbox, credential())
        except ShopdeskError as problem:
            return SelfMail(SelfMailStep.SIGN_IN, problem)
        try:
            return self._handed_over(delivery, mailbox.address, subject, text)
        finally:
            delivery.close()

    def _handed_over(self, delivery: Delivery, address: str, subject: str, text: str) -> SelfMail:
        step = SelfMailStep.ADDRESS
        try:
            envelope, raw = self._write(address, subject, text, self._clock.now().astimezone())
            delivery.begin(envelope, [envelope], len(raw))
            step = SelfMailStep.CONTENT
            delivery.give(raw, lambda: None)
        except ShopdeskError as problem:
            return SelfMail(step, problem)
        return SelfMail(step)
