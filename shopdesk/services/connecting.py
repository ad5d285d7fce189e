"""From a mail address to a connected mailbox: find the servers, sign in, try everything, and only then keep it."""

from collections.abc import Callable
from dataclasses import replace

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.domain.connection import Credential, Tokens
from shopdesk.domain.control import Control
from shopdesk.domain.discovery import Outcome
from shopdesk.domain.errors import Cancelled
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Server, SignIn
from shopdesk.domain.trial import Proof, SelfMail, Trial
from shopdesk.services.discovery import Discovery
from shopdesk.services.mailboxes import Mailboxes
from shopdesk.services.ports import CodeToType, MailSource, OAuthSignIn, Secrets
from shopdesk.services.self_mail import SelfMails
from shopdesk.services.sign_ins import client_secret_name
from shopdesk.services.trying import Tell, Trying, tell_nobody

_BROWSER_SECONDS = 300.0
"""A second factor, a forgotten password: signing in may take its time, and it can be given up at any moment."""


class Connecting:
    """The steps of the mailbox wizard; all of them work in the calling thread."""

    def __init__(
        self,
        mailboxes: Mailboxes,
        discovery: Discovery,
        secrets: Secrets,
        oauth: OAuthSignIn,
        source: MailSource,
        trying: Trying,
        self_mails: SelfMails,
    ) -> None:
        self._mailboxes = mailboxes
        self._discovery = discovery
        self._secrets = secrets
        self._oauth = oauth
        self._source = source
        self._trying = trying
        self._self_mails = self_mails

    def search(self, address: str, control: Control | None = None) -> Outcome:
        """The servers of an address that is not connected yet, within 15 seconds.

        Raises `InputRefused` for a malformed address, `AlreadyConnected`, `Cancelled`.
        """
        self._mailboxes.refuse(address.strip())
        return self._discovery.search(address, control)

    def certificate(self, server: Server, *, sends: bool) -> SeenCertificate:
        """What a server shows that is not trusted, for a person to look at; raises `ServerProblem`s."""
        return self._source.certificate(replace(server, fingerprint=""), sends=sends)

    def known_client(self, setup: OAuthSetup) -> str:
        """The client id that the shop used for another mailbox of this provider; empty for none."""
        used = (mailbox.oauth for mailbox in self._mailboxes.all())
        return next((each.client_id for each in used if each and each.token_url == setup.token_url), "")

    def sign_in_by_browser(
        self,
        setup: OAuthSetup,
        client_secret: str,
        address: str,
        open_url: Callable[[str], None],
        control: Control,
    ) -> Tokens:
        """Let the user sign in with the browser; raises `SignInRefused`, `SignInNeeded`, `Cancelled`, and others."""
        return self._signed_in(
            setup,
            client_secret,
            lambda: self._oauth.browser_sign_in(
                setup, open_url, _BROWSER_SECONDS, login_hint=address, stop=lambda: _is_cancelled(control)
            ),
        )

    def sign_in_by_code(
        self, setup: OAuthSetup, client_secret: str, show: Callable[[CodeToType], None], control: Control
    ) -> Tokens:
        """Let the user sign in at any device with a code; raises as `sign_in_by_browser` does."""
        return self._signed_in(
            setup,
            client_secret,
            lambda: self._oauth.device_sign_in(setup, show, stop=lambda: _is_cancelled(control)),
        )

    def try_out(self, mailbox: Mailbox, proof: Proof, control: Control, tell: Tell = tell_nobody) -> Trial:
        """Try a mailbox that nobody keeps yet; raises `Cancelled` only."""
        return self._trying.run(mailbox, lambda: _credential(mailbox, proof), control, tell)

    def send_to_oneself(self, mailbox: Mailbox, proof: Proof, subject: str, text: str) -> SelfMail:
        """Send one small mail from a mailbox that nobody keeps yet to itself, because a person asked for it."""
        return self._self_mails.send(mailbox, lambda: _credential(mailbox, proof), subject, text)

    def keep(self, mailbox: Mailbox, proof: Proof) -> MailboxId:
        """Connect it: the secret goes into the keychain, the settings onto the desk. Raises as `Mailboxes.add`."""
        kind = SignIn.PASSWORD if proof.tokens is None else SignIn.OAUTH
        oauth = mailbox.oauth if proof.tokens is not None else None
        return self._mailboxes.add(replace(mailbox, sign_in=kind, oauth=oauth), proof.secret)

    def _signed_in(self, setup: OAuthSetup, client_secret: str, sign_in: Callable[[], Tokens]) -> Tokens:
        """The client's secret has to be in the keychain while we ask; it stays only if that led to something."""
        name = client_secret_name(setup.client_id)
        if not client_secret:
            return sign_in()
        before = self._secrets.load(name)
        self._secrets.save(name, client_secret)
        try:
            return sign_in()
        except BaseException:
            if before is None:
                self._secrets.remove(name)
            else:
                self._secrets.save(name, before)
            raise


def _credential(mailbox: Mailbox, proof: Proof) -> Credential:
    token = "" if proof.tokens is None else proof.tokens.access
    return Credential(mailbox.user, password=proof.password, token=token)


def _is_cancelled(control: Control) -> bool:
    try:
        control.stop_if_cancelled()
    except Cancelled:
        return True
    return False
