"""The room of new mailboxes: finding servers, signing in, the steps of connecting."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, cast

from shopdesk.app.core import Core
from shopdesk.domain.errors import SignInNeeded

if TYPE_CHECKING:
    from shopdesk.domain.mailbox import Mailbox
    from shopdesk.mail.presets import Preset
    from shopdesk.services.connecting import Connecting
    from shopdesk.services.discovery import Discovery
    from shopdesk.services.mailboxes import Mailboxes
    from shopdesk.services.ports import Secrets
    from shopdesk.services.self_mail import SelfMails
    from shopdesk.services.sign_ins import SignIns
    from shopdesk.services.trying import Trying


class ConnectingRoom(Core):
    """Everything that a new mailbox needs."""

    @cached_property
    def mailboxes(self) -> "Mailboxes":
        """Connect, try and remove mailboxes."""
        from shopdesk.services.mailboxes import Mailboxes
        from shopdesk.system.at_first_use import AtFirstUse

        secrets = cast("Secrets", AtFirstUse(lambda: self.outside.secrets))
        sign_ins = cast("SignIns", AtFirstUse(lambda: self._sign_ins))
        trying = cast("Trying", AtFirstUse(lambda: self.outside.trying(self._clock)))
        self_mails = cast("SelfMails", AtFirstUse(lambda: self.outside.self_mails(self._clock)))
        return Mailboxes(self.store, secrets, sign_ins, trying, self_mails)

    @cached_property
    def connecting(self) -> "Connecting":
        """The steps of connecting a mailbox, before anything is kept."""
        from shopdesk.services.connecting import Connecting

        out = self.outside
        trying, self_mails = out.trying(self._clock), out.self_mails(self._clock)
        return Connecting(self.mailboxes, self.discovery, out.secrets, out.oauth, out.quick_source, trying, self_mails)

    @cached_property
    def discovery(self) -> "Discovery":
        """Find the servers of a mail address."""
        from shopdesk.services.discovery import Discovery

        return Discovery(self.outside.server_search)

    def preset_for(self, address: str) -> "Preset | None":
        """The servers of a known provider for a mail address."""
        from shopdesk.mail.presets import preset_for

        return preset_for(address)

    def sign_in_by_oauth(
        self, mailbox: "Mailbox", client_secret: str, show: Callable[[str, str], None], *, at_other_device: bool
    ) -> None:
        """Let the user sign in, in the browser here or with a code elsewhere, and connect the mailbox.

        `show` gets the address to open and the code to type there (empty for a browser). Raises its failures.
        """
        from shopdesk.services.sign_ins import client_secret_name
        from shopdesk.system.opener import Opener

        setup = mailbox.oauth
        if setup is None:
            raise SignInNeeded(mailbox.imap.host, "no OAuth client")
        if client_secret:
            self.outside.secrets.save(client_secret_name(setup.client_id), client_secret)

        def in_browser(url: str) -> None:
            show(url, "")
            Opener().open_link(url)

        if at_other_device:
            tokens = self.outside.oauth.device_sign_in(setup, lambda code: show(code.verification_url, code.user_code))
        else:
            tokens = self.outside.oauth.browser_sign_in(setup, in_browser, login_hint=mailbox.address)
        self.mailboxes.add(mailbox, tokens.refresh)
