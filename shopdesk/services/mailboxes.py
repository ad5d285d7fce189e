"""Connect, try and remove mailboxes; the secret goes into the keychain and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import AlreadyConnected, InputRefused, NotFound
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Health, Mailbox
from shopdesk.domain.trial import SelfMail, Trial
from shopdesk.services.ports import Secrets, Store
from shopdesk.services.self_mail import SelfMails
from shopdesk.services.sign_ins import SignIns, secret_name
from shopdesk.services.trying import Trying


class Mailboxes:
    """The mail addresses that the shop connected."""

    def __init__(
        self, store: Store, secrets: Secrets, sign_ins: SignIns, trying: Trying, self_mails: SelfMails
    ) -> None:
        self._store = store
        self._secrets = secrets
        self._sign_ins = sign_ins
        self._trying = trying
        self._self_mails = self_mails

    def all(self) -> Sequence[Mailbox]:
        """Every mailbox, in the order that a person gave them, else in that in which they were added."""
        with self._store.reading() as work:
            return work.mailboxes.all()

    def health(self) -> Sequence[Health]:
        """How each mailbox fares."""
        with self._store.reading() as work:
            return [work.mailboxes.health(mailbox.id) for mailbox in work.mailboxes.all()]

    def by_address(self, address: str) -> Mailbox:
        """Raises `NotFound` when no mailbox has this address."""
        with self._store.reading() as work:
            found = work.mailboxes.by_address(address)
        if found is None:
            raise NotFound(address)
        return found

    def add(self, mailbox: Mailbox, secret: str) -> MailboxId:
        """Keep a new mailbox; its secret is in the keychain before the desk knows of it.

        Raises `InputRefused` for an address that is malformed or already connected, `KeychainFailed`.
        """
        self.refuse(mailbox.address)
        self._secrets.save(secret_name(mailbox.address), secret)
        with self._store.writing() as work:
            new = work.mailboxes.add(mailbox)
            work.touched(Changes(mailboxes=frozenset({new})))
        return new

    def refuse(self, address: str) -> None:
        """Raises `InputRefused` for what is no address, and `AlreadyConnected`; else nothing happens."""
        _refuse_bad_address(address)
        with self._store.reading() as work:
            if work.mailboxes.by_address(address) is not None:
                raise AlreadyConnected

    def change(self, mailbox: Mailbox, secret: str | None = None) -> None:
        """Write other settings, or another password or grant, of a connected mailbox, and let it try again.

        With another address the secret goes along. Raises `InputRefused` as `add` does, `NotFound`, `KeychainFailed`.
        """
        _refuse_bad_address(mailbox.address)
        with self._store.reading() as work:
            old, new = secret_name(work.mailboxes.get(mailbox.id).address), secret_name(mailbox.address)
            taken = work.mailboxes.by_address(mailbox.address)
        if taken is not None and taken.id != mailbox.id:
            # Before the keychain is touched: the other mailbox's secret lies there under this name.
            raise AlreadyConnected
        kept = self._secrets.load(old) if secret is None and old != new else secret
        if kept is not None:
            self._secrets.save(new, kept)
        self._sign_ins.forget(mailbox.id)
        with self._store.writing() as work:
            work.mailboxes.save(mailbox)
            health = work.mailboxes.health(mailbox.id)
            work.mailboxes.save_health(
                replace(health, failures=0, next_try=None, problem="", problem_host="", problem_detail="")
            )
            work.touched(Changes(mailboxes=frozenset({mailbox.id})))
        if old != new:
            self._secrets.remove(old)

    def pause(self, mailbox: MailboxId, *, paused: bool) -> None:
        """Do not sync a mailbox any more, or again; what is half done goes on where it was. Raises `NotFound`."""
        with self._store.writing() as work:
            known = work.mailboxes.get(mailbox)
            if known.paused is not paused:
                work.mailboxes.save(replace(known, paused=paused))
                work.touched(Changes(mailboxes=frozenset({mailbox})))

    def rename(self, mailbox: MailboxId, name: str) -> None:
        """Call a mailbox something else in lists, its address when empty; its sync goes on. Raises `NotFound`."""
        with self._store.writing() as work:
            known = work.mailboxes.get(mailbox)
            if known.name != name.strip():
                work.mailboxes.save(replace(known, name=name.strip()))
                work.touched(Changes(mailboxes=frozenset({mailbox})))

    def arrange(self, order: Sequence[MailboxId]) -> None:
        """Put mailboxes into an order; those that are not named, and new ones, stand behind."""
        places = {mailbox: place - len(order) for place, mailbox in enumerate(order)}
        with self._store.writing() as work:
            for known in work.mailboxes.all():
                place = places.get(known.id, 0)
                if known.place != place:
                    work.mailboxes.save(replace(known, place=place))
                    work.touched(Changes(mailboxes=frozenset({known.id})))

    def renew_secret(self, mailbox: MailboxId, secret: str) -> None:
        """Keep another password (or grant) and let the engine try it. Raises `NotFound`, `KeychainFailed`."""
        with self._store.reading() as work:
            known = work.mailboxes.get(mailbox)
        self.change(known, secret)

    def test(self, address: str) -> Trial:
        """Try receiving and sending, each for itself; nothing is fetched or sent."""
        mailbox = self.by_address(address)
        return self._trying.run(mailbox, lambda: self._sign_ins.credential(mailbox), SimpleControl())

    def send_to_oneself(self, address: str, subject: str, text: str) -> SelfMail:
        """Send one small mail from a connected mailbox to itself, because a person asked for it."""
        mailbox = self.by_address(address)
        return self._self_mails.send(mailbox, lambda: self._sign_ins.credential(mailbox), subject, text)

    def remove(self, address: str) -> None:
        """Take away a mailbox, its mails and its keychain entry; other mailboxes stay as they are."""
        mailbox = self.by_address(address)
        with self._store.writing() as work:
            work.mailboxes.remove(mailbox.id)
            work.touched(Changes(mailboxes=frozenset({mailbox.id})))
        self._sign_ins.forget(mailbox.id)
        self._secrets.remove(secret_name(address))


def _refuse_bad_address(address: str) -> None:
    local, at, domain = address.rpartition("@")
    if not (local and at and domain) or any(c.isspace() or not c.isprintable() for c in address):
        raise InputRefused("address", "is not a mail address")
