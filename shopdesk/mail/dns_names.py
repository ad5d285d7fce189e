"""DNS with a deadline: who takes a domain's mail, where its services are, addresses of a host.

The system's own `getaddrinfo` cannot be given a deadline, and a search for servers has to come to its end.
"""

import time
from contextlib import suppress
from typing import Any

import dns.exception
import dns.name
import dns.resolver

from shopdesk.domain.errors import InputRefused, NotFound, ServerUnreachable
from shopdesk.mail.imap_errors import one_line
from shopdesk.mail.lookup import Target, public_host

_SHORTEST = 0.05
_MOST_RECORDS = 20


class Names:
    """Asks the name servers that the system uses, or those of the given resolver."""

    def __init__(self, resolver: dns.resolver.Resolver | None = None) -> None:
        self._resolver = resolver

    def mx(self, domain: str, deadline: float) -> list[str]:
        """Hosts that take the mail of a domain, the preferred first; those that cannot be hosts are left out.

        Raises `NotFound` when there is no such domain, `ServerUnreachable` when DNS does not answer.
        """
        records = self._records(domain, "MX", deadline)
        if records is None:
            raise NotFound(domain)
        hosts = []
        for record in sorted(records, key=lambda record: record.preference):
            with suppress(InputRefused):
                hosts.append(public_host(_text(record.exchange)))
        return hosts

    def srv(self, name: str, deadline: float) -> list[Target]:
        """Where a service is, by priority and then weight; a "." becomes a target without host (RFC 2782)."""
        records = self._records(name, "SRV", deadline) or []
        targets = []
        for record in sorted(records, key=lambda record: (record.priority, -record.weight)):
            host = _text(record.target)
            with suppress(InputRefused):
                targets.append(Target(public_host(host) if host else "", record.port))
        return targets

    def addresses(self, host: str, kind: str, deadline: float) -> list[str]:
        """Numeric addresses of a host; `kind` is A or AAAA."""
        return [str(record.address) for record in self._records(host, kind, deadline) or []]

    def _records(self, name: str, kind: str, deadline: float) -> list[Any] | None:
        """Records of one kind, None when the name does not exist."""
        try:
            if self._resolver is None:
                self._resolver = dns.resolver.Resolver()
            rest = max(deadline - time.monotonic(), _SHORTEST)
            answer = self._resolver.resolve(
                dns.name.from_text(f"{name}."), kind, lifetime=rest, search=False, raise_on_no_answer=False
            )
        except dns.resolver.NXDOMAIN:
            return None
        except (dns.exception.DNSException, OSError, ValueError) as problem:
            raise ServerUnreachable(name, _words(problem)) from None
        return list(answer.rrset or ())[:_MOST_RECORDS]


def _text(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).removesuffix(".")


def _words(problem: Exception) -> str:
    if isinstance(problem, dns.exception.Timeout):
        return "no answer from DNS in time"
    return one_line(f"DNS: {problem}")
