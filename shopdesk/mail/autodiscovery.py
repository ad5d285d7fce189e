"""Finds the servers of a mail address: shipped table, the domain's own word over https and DNS, careful guesses."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote

from shopdesk.domain.control import Control
from shopdesk.domain.discovery import Found, Outcome, Source, Tried, mail_domain
from shopdesk.domain.errors import NotFound, ServerRefused
from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.asking import Asking, Limits
from shopdesk.mail.autoconfig_xml import Offer, Offers, read_autoconfig
from shopdesk.mail.found import found_at, found_in_table
from shopdesk.mail.lookup import Lookup
from shopdesk.mail.mx_providers import neighbours, preset_by_mx, preset_by_server, upper_domain
from shopdesk.mail.network_lookup import NetworkLookup
from shopdesk.mail.presets import preset_for
from shopdesk.mail.srv import Service, first_answering, imap_service, smtp_service

_AUTOCONFIG = (
    "https://autoconfig.{domain}/mail/config-v1.1.xml",
    "https://{domain}/.well-known/autoconfig/mail/config-v1.1.xml",
)
_IMAPS, _SMTPS, _SUBMISSION = 993, 465, 587
_DEFAULT_LIMITS = Limits()


class Autodiscovery:
    """Fits `services.ports.ServerSearch`; works in the calling thread, one question after the other."""

    def __init__(self, lookup: Lookup | None = None, limits: Limits = _DEFAULT_LIMITS) -> None:
        self._lookup = lookup or NetworkLookup()
        self._limits = limits

    def search(self, address: str, control: Control) -> Outcome:
        """Servers of an address and the ways that led nowhere, within 15 seconds.

        Nothing secret is needed or sent; only the domain itself gets to see the address. Network failures are ways
        that led nowhere. Raises `InputRefused` for what is no address, `Cancelled`.
        """
        asking = Asking(self._limits, control)
        found = _Search(address.strip(), self._lookup, asking, control).run()
        return Outcome(found, tuple(asking.tried))


class _Search:
    """One search."""

    def __init__(self, address: str, lookup: Lookup, asking: Asking, control: Control) -> None:
        self._address = address
        self._domain = mail_domain(address)
        self._lookup = lookup
        self._asking = asking
        self._control = control
        self._imap = Service(None)
        """What DNS said about IMAP."""
        self._mx: Sequence[str] = ()

    def run(self) -> Found | None:
        """All steps until one finds something."""
        steps = (self._table, self._mail_hosts, self._autoconfig, self._services, self._guesses)
        try:
            for number, step in enumerate(steps):
                self._control.report(number, len(steps))
                self._asking.begin_step()
                found = step()
                if found is not None:
                    return found
        except NotFound:
            self._asking.tried.append(Tried(Source.MX, self._domain, NotFound.__name__, "no such domain"))
        return None

    def _table(self) -> Found | None:
        preset = preset_for(f"x@{self._domain}")
        return found_in_table(preset, self._address, Source.TABLE) if preset else None

    def _mail_hosts(self) -> Found | None:
        hosts = self._asking.ask(Source.MX, self._domain, lambda deadline: self._lookup.mx(self._domain, deadline))
        self._mx = hosts or ()
        preset = preset_by_mx(self._mx)
        return found_in_table(preset, self._address, Source.MX) if preset else None

    def _autoconfig(self) -> Found | None:
        for place in _AUTOCONFIG:
            url = place.format(domain=self._domain)

            def read(deadline: float, url: str = url) -> Offers:
                return self._offers(url, deadline)

            offers = self._asking.ask(Source.AUTOCONFIG, url, read)
            imap = offers and self._usable(url, offers.imap)
            if offers and imap:
                smtp = next((offer.server for offer in offers.smtp), None) or self._usual_smtp(imap.server)
                return found_at(imap.server, smtp, self._address, Source.AUTOCONFIG, user=imap.user)
        return None

    def _offers(self, url: str, deadline: float) -> Offers:
        raw = self._lookup.fetch_https(f"{url}?emailaddress={quote(self._address, safe='')}", deadline)
        return read_autoconfig(raw, self._address, url.split("/")[2])

    def _usable(self, url: str, offers: Sequence[Offer]) -> Offer | None:
        """The first server that we can sign in to: for a browser sign-in we have to know where."""
        for offer in offers:
            preset = preset_by_server(offer.server.host)
            if offer.takes_password or (preset is not None and preset.oauth is not None):
                return offer
        self._asking.note(Source.AUTOCONFIG, url, ServerRefused(self._domain, "no server in it that we could use"))
        return None

    def _services(self) -> Found | None:
        self._imap = imap_service(self._domain, self._lookup, self._asking)
        imap = self._imap.server
        if imap is None:
            return None
        self._asking.begin_step()
        sending = smtp_service(self._domain, self._lookup, self._asking)
        smtp = sending.server or (None if sending.is_denied else self._usual_smtp(imap))
        return self._with_warning(found_at(imap, smtp, self._address, Source.SRV))

    def _with_warning(self, found: Found) -> Found:
        servers = [server for server in (found.imap, found.smtp) if server is not None]
        return replace(found, ask_first=not found.provider and not all(map(self._is_ours, servers)))

    def _is_ours(self, server: Server) -> bool:
        return f".{server.host}".endswith(f".{self._domain}")

    def _guesses(self) -> Found | None:
        if self._imap.is_denied:
            return None
        hosts = [f"imap.{self._domain}", f"mail.{self._domain}"]
        hosts += [host for mx_host in self._mx[:1] for host in neighbours(mx_host)]
        servers = [Server(host, _IMAPS, Security.TLS) for host in dict.fromkeys(hosts)]
        imap = first_answering(servers, Source.GUESS, self._asking, self._lookup.try_imap)
        if imap is None:
            return None
        return self._with_warning(found_at(imap, self._usual_smtp(imap), self._address, Source.GUESS))

    def _usual_smtp(self, imap: Server) -> Server | None:
        """An SMTP server under a usual name that answers; where IMAP is, SMTP may be too."""
        if preset_by_server(imap.host) is not None:
            return None  # the table knows it
        self._asking.begin_step()
        ours = [f"smtp.{self._domain}", f"mail.{self._domain}"]
        beside = upper_domain(imap.host)
        there = [imap.host, f"smtp.{beside}"] if beside else [imap.host]
        hosts = [*ours, *there] if imap.host.startswith("imap.") and self._is_ours(imap) else [*there, *ours]
        ports = ((_SMTPS, Security.TLS), (_SUBMISSION, Security.STARTTLS))
        servers = (Server(host, port, security) for host in dict.fromkeys(hosts) for port, security in ports)
        return first_answering(servers, Source.GUESS, self._asking, self._lookup.try_smtp)
