"""Servers that a domain names in DNS (RFC 6186, RFC 8314), taken only if they answer behind TLS."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from shopdesk.domain.discovery import Source
from shopdesk.domain.errors import ServerRefused
from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.asking import Asking
from shopdesk.mail.lookup import Lookup, Target

Try = Callable[[Server, float], None]

_MOST_TARGETS = 3
_IMAP = (("_imaps._tcp", Security.TLS), ("_imap._tcp", Security.STARTTLS))
_SMTP = (("_submissions._tcp", Security.TLS), ("_submission._tcp", Security.STARTTLS))


@dataclass(frozen=True, slots=True)
class Service:
    """What a domain's DNS says about one of its services."""

    server: Server | None
    is_denied: bool = False
    """The domain says that it does not offer this."""


def imap_service(domain: str, lookup: Lookup, asking: Asking) -> Service:
    """Where a domain has IMAP."""
    return _service(domain, _IMAP, lookup, asking, lookup.try_imap)


def smtp_service(domain: str, lookup: Lookup, asking: Asking) -> Service:
    """Where a domain takes mail from its users."""
    return _service(domain, _SMTP, lookup, asking, lookup.try_smtp)


def first_answering(servers: Iterable[Server], source: Source, asking: Asking, try_one: Try) -> Server | None:
    """The first server that answers behind TLS."""
    for server in servers:

        def knock(deadline: float, server: Server = server) -> bool:
            try_one(server, deadline)
            return True

        if asking.ask(source, f"{server.host}:{server.port}", knock):
            return server
    return None


def _service(
    domain: str, kinds: Sequence[tuple[str, Security]], lookup: Lookup, asking: Asking, try_one: Try
) -> Service:
    is_denied, is_named = False, False
    for name, security in kinds:
        whole = f"{name}.{domain}"

        def find(deadline: float, whole: str = whole) -> Sequence[Target]:
            return lookup.srv(whole, deadline)

        targets = asking.ask(Source.SRV, whole, find) or ()
        real = [target for target in targets if target.host and target.port][:_MOST_TARGETS]
        if targets and not real:
            is_denied = True
            asking.note(Source.SRV, whole, ServerRefused(domain, "not offered"))
        is_named = is_named or bool(real)
        servers = (Server(target.host, target.port, security) for target in real)
        found = first_answering(servers, Source.SRV, asking, try_one)
        if found is not None:
            return Service(found)
    return Service(None, is_denied=is_denied and not is_named)
