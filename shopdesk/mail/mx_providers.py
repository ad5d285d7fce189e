"""Which known provider takes the mail of somebody's own domain, by the names of the domain's MX hosts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.presets import PRESETS, Preset

_LONGEST_PUBLIC = 3
"""Letters of an upper domain under which anybody may have a name, such as co.uk or com.au."""

_KEYS: tuple[tuple[str, str], ...] = (
    (r"(.*\.)?(google|googlemail)\.com", "gmail"),
    (r".*\.mail\.protection\.outlook\.com|.*\.mx\.microsoft", "microsoft365"),
    (r".*\.olc\.protection\.outlook\.com|.*\.hotmail\.com", "outlook"),
    (r"mx-aol\..*\.yahoodns\.net", "aol"),
    (r".*\.yahoodns\.net", "yahoo"),
    (r".*\.mail\.icloud\.com", "icloud"),
    (r"(hw)?mxbiz\d*\.qq\.com", "exmail"),
    (r"mx(domain|\d)\.qq\.com", "qq"),
    (r"(qiye163|hz)mx\d*\.mxmail\.netease\.com|.*\.qiye\.163\.com", "netease-qiye"),
    (r".*\.mxhichina\.com|.*\.qiye\.aliyun\.com", "alimail"),
    (r"mx\d*\.(zoho|zohomail)\.com", "zoho-com"),
    (r"mx\d*\.(zoho|zohomail)\.eu", "zoho-eu"),
    (r"mx\d*\.(zoho|zohomail)\.in", "zoho-in"),
    (r"mx\d*\.(zoho|zohomail)\.com\.au", "zoho-com.au"),
    (r"mx\d*\.(zoho|zohomail)\.jp", "zoho-jp"),
    (r"mx\d*\.(zoho|zohomail)\.com\.cn", "zoho-com.cn"),
    (r"mx\d*\.zohocloud\.ca", "zoho-ca"),
    (r".*\.messagingengine\.com", "fastmail"),
    (r"(emx|mxs)\.mail\.ru", "mail.ru"),
    (r"mx\.yandex\.(net|ru|com)", "yandex"),
    (r"mx\d*\.seznam\.cz", "seznam"),
    (r"mail(sec)?\.protonmail\.ch", "proton"),
    (r"mail\.tutanota\.de", "tuta"),
)
"""A whole name of an MX host, and the key of the provider's preset."""

_HOSTERS: tuple[tuple[str, str, str], ...] = (
    (r".*\.kundenserver\.de", "imap.1und1.de", "smtp.1und1.de"),
    (r".*\.rzone\.de", "imap.strato.de", "smtp.strato.de"),
    (r".*\.gandi\.net", "mail.gandi.net", "mail.gandi.net"),
    (r".*\.one\.com", "imap.one.com", "send.one.com"),
    (r".*\.emailsrvr\.com", "secure.emailsrvr.com", "secure.emailsrvr.com"),
    (r".*\.secureserver\.net", "imap.secureserver.net", "smtpout.secureserver.net"),
)
"""MX hosts, IMAP and SMTP (993 and 465, TLS) of those who only host others' domains: nothing has to be prepared."""


def preset_by_mx(hosts: Sequence[str]) -> Preset | None:
    """The provider of the first MX host that the table knows, as it serves a domain of one's own.

    A hoster without a name of its own in the presets has an empty key.
    """
    for host in hosts:
        for pattern, imap, smtp in _HOSTERS:
            if re.fullmatch(pattern, host):
                return Preset("", (), Server(imap, 993, Security.TLS), Server(smtp, 465, Security.TLS))
        key = next((key for pattern, key in _KEYS if re.fullmatch(pattern, host)), None)
        if key is not None:
            return _for_own_domain(next(preset for preset in PRESETS if preset.key == key))
    return None


def neighbours(mx_host: str) -> list[str]:
    """Where the IMAP server of those who take a domain's mail usually is.

    The MX host itself (a rented server does everything), and the usual names beside it.
    """
    beside = upper_domain(mx_host)
    return [mx_host, f"imap.{beside}", f"mail.{beside}"] if beside else [mx_host]


def upper_domain(host: str) -> str:
    """The domain that a host stands in, empty when anybody may have names in that one (mx.example, shop.co.uk)."""
    upper = host.partition(".")[2]
    owner, _, end = upper.partition(".")
    return "" if not end or (len(owner) <= _LONGEST_PUBLIC and "." not in end) else upper


def preset_by_server(host: str) -> Preset | None:
    """The provider whose IMAP server this is, whoever named it.

    Microsoft has one server for two presets; the later one is for companies, and only their domains name servers.
    """
    own = host.replace("imappro.", "imap.", 1)
    known = [preset for preset in PRESETS if preset.imap is not None and preset.imap.host in {host, own}]
    return known[-1] if known else None


def _for_own_domain(preset: Preset) -> Preset:
    """Zoho has other servers for companies' domains than for its own."""
    if not preset.key.startswith("zoho-"):
        return preset
    return replace(preset, imap=_company(preset.imap), smtp=_company(preset.smtp))


def _company(server: Server | None) -> Server | None:
    if server is None:
        return None
    first, _, rest = server.host.partition(".")
    return replace(server, host=f"{first}pro.{rest}")
