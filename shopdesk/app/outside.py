"""The room with the doors to the outside world: secrets, network, mail servers, sign-in servers."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from shopdesk.app.about import About
    from shopdesk.mail.network import Network
    from shopdesk.mail.oauth import OAuthClient
    from shopdesk.services.connection import Connection
    from shopdesk.services.folder_choice import FolderChoice
    from shopdesk.services.ports import Clock, MailSource, Secrets, ServerSearch, Store
    from shopdesk.services.remote_pictures import RemotePictures
    from shopdesk.services.self_mail import SelfMails
    from shopdesk.services.sending_ports import PostOffice
    from shopdesk.services.trying import Trying


class Outside:
    """Each door is made, and its imports paid for, when it is first asked for."""

    def __init__(
        self, data_folder: Path, store: "Store", secrets: "Secrets | None", source: "MailSource | None"
    ) -> None:
        self._data_folder = data_folder
        self._store = store
        self._given_secrets = secrets
        self._given_source = source

    @cached_property
    def secrets(self) -> "Secrets":
        """The system's keychain."""
        if self._given_secrets is not None:
            return self._given_secrets
        from shopdesk.system.keychain import Keychain

        return Keychain()

    @cached_property
    def about(self) -> "About":
        """What the program says about itself."""
        from shopdesk.app.about import About

        return About(self._data_folder)

    @cached_property
    def connection(self) -> "Connection":
        """Which proxy and which authorities were chosen."""
        from shopdesk.mail.authorities import read_authorities
        from shopdesk.services.connection import Connection
        from shopdesk.system.at_first_use import AtFirstUse

        secrets = cast("Secrets", AtFirstUse(lambda: self.secrets))
        return Connection(self._store, secrets, read_authorities)

    @cached_property
    def folders(self) -> "FolderChoice":
        """Which folders belong on the desk."""
        from shopdesk.services.folder_choice import FolderChoice

        return FolderChoice(self._store)

    @cached_property
    def network(self) -> "Network":
        """The way out of this computer, as it was chosen."""
        from shopdesk.mail.network import Network

        return Network(self.connection.settings, self.connection.proxy_password)

    @cached_property
    def pictures(self) -> "RemotePictures":
        """Pictures that mails want from the internet."""
        from shopdesk.mail.remote_pictures import RemotePictureSource
        from shopdesk.services.remote_pictures import RemotePictures

        return RemotePictures(self._store, RemotePictureSource(self.network))

    @cached_property
    def source(self) -> "MailSource":
        """Connections to mail servers."""
        from shopdesk.mail.imap import ImapSource

        return self._given_source or ImapSource(network=self.network)

    @cached_property
    def quick_source(self) -> "MailSource":
        """For somebody who sits and waits: both sides of a trial are over in about 20 seconds."""
        from shopdesk.mail.imap import ImapSource
        from shopdesk.mail.timeouts import Timeouts

        return self._given_source or ImapSource(timeouts=Timeouts(connect=9.5, read=20.0), network=self.network)

    @cached_property
    def quick_post(self) -> "PostOffice":
        """The same for one mail to oneself."""
        from shopdesk.mail.smtp_send import SmtpPost
        from shopdesk.mail.timeouts import Timeouts

        return SmtpPost(Timeouts(connect=9.5, read=20.0), network=self.network, last_answer=60.0)

    def self_mails(self, clock: "Clock") -> "SelfMails":
        """Sends test mails to oneself."""
        from shopdesk.mail.self_mail import write_self_mail
        from shopdesk.services.self_mail import SelfMails

        return SelfMails(self.quick_post, write_self_mail, clock)

    def trying(self, clock: "Clock") -> "Trying":
        """Tries mailboxes before they are kept."""
        from shopdesk.services.trying import Trying

        return Trying(self.quick_source, clock)

    @cached_property
    def server_search(self) -> "ServerSearch":
        """Finds the servers of an address."""
        from shopdesk.mail.autodiscovery import Autodiscovery
        from shopdesk.mail.network_lookup import NetworkLookup

        return Autodiscovery(NetworkLookup(network=self.network))

    @cached_property
    def oauth(self) -> "OAuthClient":
        """Asks sign-in servers."""
        from shopdesk.mail.oauth import OAuthClient
        from shopdesk.services.sign_ins import client_secret_name

        return OAuthClient(
            lambda client_id: self.secrets.load(client_secret_name(client_id)) or "", network=self.network
        )
