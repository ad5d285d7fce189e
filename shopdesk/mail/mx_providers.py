"""Which known provider takes the mail of somebody's own domain, by the names of the domain's MX hosts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from shopdesk.domain.mailbox import Server
from shopdesk.mail.presets import PRESETS, Preset

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


def preset_by_mx(hosts: Sequence[str]) -> Preset | None:
    """The provider of the first MX host that the table knows, as it serves a domain of one's own."""
    for host in hosts:
        key = next((key for pattern, key in _KEYS if re.fullmatch(pattern, host)), None)
        if key is not None:
            return _for_own_domain(next(preset for preset in PRESETS if preset.key == key))
    return None


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
