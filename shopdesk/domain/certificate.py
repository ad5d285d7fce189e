"""A TLS certificate as a person has to see it before trusting it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SeenCertificate:
    """What a server showed; nothing of it is proven but the fingerprint."""

    host: str
    port: int
    fingerprint: str
    """SHA-256 of the whole certificate, 64 lower-case hex digits."""
    subject: str = ""
    """Whom it names; empty when that could not be read."""
    issuer: str = ""
    """Who signed it."""
    names: tuple[str, ...] = ()
    """Hosts that it is made for."""
    begins: datetime | None = None
    ends: datetime | None = None
    """UTC; None when it could not be read."""

    @property
    def shown_fingerprint(self) -> str:
        """The fingerprint as people compare it: pairs with colons."""
        upper = self.fingerprint.upper()
        return ":".join(upper[place : place + 2] for place in range(0, len(upper), 2))

    @property
    def is_self_signed(self) -> bool:
        """Whether nobody but its owner vouches for it."""
        return bool(self.subject) and self.subject == self.issuer
