"""From a mailbox to what its server wants to see: the password, or a fresh OAuth 2 token."""

from datetime import timedelta

from shopdesk.domain.connection import Credential, Tokens
from shopdesk.domain.errors import SignInNeeded
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, SignIn
from shopdesk.services.ports import Clock, OAuth, Secrets

_RENEW_BEFORE = timedelta(minutes=5)


def secret_name(address: str) -> str:
    """The keychain entry of a mailbox."""
    return f"mailbox:{address.casefold()}"


def client_secret_name(client_id: str) -> str:
    """The keychain entry of the secret that belongs to an OAuth client id."""
    return f"oauth-client:{client_id}"


class SignIns:
    """Loads secrets from the keychain; access tokens live in memory only."""

    def __init__(self, secrets: Secrets, oauth: OAuth, clock: Clock) -> None:
        self._secrets = secrets
        self._oauth = oauth
        self._clock = clock
        self._tokens: dict[MailboxId, Tokens] = {}

    def credential(self, mailbox: Mailbox) -> Credential:
        """What to sign in with now.

        Raises `SignInNeeded` when there is no secret or the grant is gone, `KeychainFailed`, or a
        `ServerProblem` of the token server.
        """
        if mailbox.sign_in is SignIn.OAUTH:
            return Credential(mailbox.user, token=self._access_token(mailbox))
        password = self._secrets.load(secret_name(mailbox.address))
        if password is None:
            raise SignInNeeded(mailbox.imap.host, "no password in the keychain")
        return Credential(mailbox.user, password=password)

    def forget(self, mailbox: MailboxId) -> None:
        """Drop the access token, so that the next sign-in asks for a new one."""
        self._tokens.pop(mailbox, None)

    def _access_token(self, mailbox: Mailbox) -> str:
        held = self._tokens.get(mailbox.id)
        if held is None or held.expires_at - _RENEW_BEFORE <= self._clock.now():
            held = self._renewed(mailbox)
            self._tokens[mailbox.id] = held
        return held.access

    def _renewed(self, mailbox: Mailbox) -> Tokens:
        refresh = self._secrets.load(secret_name(mailbox.address))
        if refresh is None or mailbox.oauth is None:
            raise SignInNeeded(mailbox.imap.host, "no OAuth grant in the keychain")
        tokens = self._oauth.refresh(mailbox.oauth, refresh)
        # A rotated refresh token is saved before anything uses the new access token: a crash in
        # between would otherwise leave only the old one, which the server refuses from now on.
        if tokens.refresh and tokens.refresh != refresh:
            self._secrets.save(secret_name(mailbox.address), tokens.refresh)
        return tokens
