"""Find the servers of a mail address, so that typing the address is enough."""

from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.discovery import Found, Outcome, mail_domain
from shopdesk.services.ports import ServerSearch


class Discovery:
    """The use case in front of the network."""

    def __init__(self, servers: ServerSearch) -> None:
        self._servers = servers

    def find(self, address: str, control: Control | None = None) -> Found | None:
        """The servers of an address, None when the user has to type them; as `search` otherwise."""
        return self.search(address, control).found

    def search(self, address: str, control: Control | None = None) -> Outcome:
        """Look for servers in the calling thread, 15 seconds at most; a failing network means "not found".

        Out: what was found, and the ways that led nowhere for "Copy details". Progress goes to `control` in steps.
        Raises `InputRefused` for a malformed address, `Cancelled`.
        """
        mail_domain(address)
        return self._servers.search(address.strip(), control or SimpleControl())
