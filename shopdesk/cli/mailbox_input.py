"""What a person types about a mailbox, made into facts."""

import ipaddress
import sys
from argparse import Namespace
from dataclasses import replace
from getpass import getpass
from pathlib import Path

from shopdesk.cli.shop import CliShop, KnowsPresets
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Security, Server, SignIn

_LARGEST_PORT = 65_535
_LONGEST_PASSWORD = 65_536
_NOT_KEPT_YET = MailboxId(0)


def mailbox_from(arguments: Namespace, shop: CliShop) -> Mailbox:
    """The mailbox that the options describe; raises `InputRefused`."""
    address: str = arguments.address.strip()
    security = Security(arguments.security) if arguments.security else None
    preset = shop.preset_for(address) if isinstance(shop, KnowsPresets) else None
    imap, smtp = (preset.imap, preset.smtp) if preset is not None else (None, None)
    imap = server_from("--imap", arguments.imap, security) if arguments.imap else imap
    smtp = server_from("--smtp", arguments.smtp, security) if arguments.smtp else smtp
    if imap is None:
        raise InputRefused("--imap", "is needed as HOST:PORT, because the servers of this address are not known")
    oauth = oauth_from(arguments.oauth_client, preset.oauth if preset is not None else None)
    return Mailbox(
        id=_NOT_KEPT_YET,
        address=address,
        imap=imap,
        smtp=smtp,
        sign_in=SignIn.PASSWORD if oauth is None else SignIn.OAUTH,
        oauth=oauth,
        user=arguments.user or (address if preset is None else preset.user(address)),
        since_days=since_from(arguments.since),
        ca_file=ca_file_from(arguments.ca),
    )


def oauth_from(client_id: str, known: OAuthSetup | None) -> OAuthSetup | None:
    """The provider's OAuth 2 addresses with the shop's own client id; None without one. Raises `InputRefused`."""
    if not client_id:
        return None
    if known is None:
        raise InputRefused("--oauth-client", "is for Google and Microsoft mailboxes; others take a password here")
    return replace(known, client_id=client_id.strip())


def server_from(option: str, text: str, security: Security | None) -> Server:
    """HOST:PORT, also 1.2.3.4:143 and [::1]:143, with its protection (TLS when nothing was said).

    Raises `InputRefused`: the port is missing or no port, or an unprotected connection would leave this computer.
    """
    host, colon, port = text.strip().rpartition(":")
    if not colon or not host or ("[" in host) != ("]" in host) or (":" in host and not host.startswith("[")):
        raise InputRefused(option, "needs HOST:PORT, for example imap.example.com:993 or [::1]:143")
    host = host.removeprefix("[").removesuffix("]")
    if not host or any(sign.isspace() or not sign.isprintable() for sign in host):
        raise InputRefused(option, "names no host")
    if not (port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= _LARGEST_PORT):
        raise InputRefused(option, f"needs a port from 1 to {_LARGEST_PORT} behind the colon")
    chosen = security or Security.TLS
    if chosen is Security.NONE and not is_loopback(host):
        raise InputRefused("--security", f"none is allowed on this computer only, not for {host}")
    return Server(host, int(port), chosen)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this computer itself."""
    if host.casefold().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def since_from(text: str) -> int | None:
    """How many days back to import: a number, or None for "all"; raises `InputRefused`."""
    if text.casefold() == "all":
        return None
    if text.isascii() and text.isdigit() and 1 <= int(text[:7]) <= 36_500:  # noqa: PLR2004 - a hundred years
        return int(text)
    raise InputRefused("--since", "needs a number of days from 1, or all")


def ca_file_from(text: str) -> str:
    """The absolute path of a certificate file (PEM), empty for none; raises `InputRefused`."""
    if not text:
        return ""
    path = Path(text).expanduser().absolute()
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise InputRefused("--ca", f"cannot be read: {problem.strerror or 'no such file'}") from None
    if b"-----BEGIN " not in content:
        raise InputRefused("--ca", "needs a file with certificates in PEM form")
    return str(path)


def password_from(from_stdin: bool) -> str:  # noqa: FBT001 - the option as it came
    """The password, from standard input or asked for at a terminal; one line end behind it is not part of it."""
    if from_stdin:
        return _readable(sys.stdin.buffer.read(_LONGEST_PASSWORD + 1))
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputRefused("--password-stdin", "is needed where nobody can be asked for the password")
    return _readable(getpass("Password: ").encode())


def _readable(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputRefused("password", "is not UTF-8 text") from None
    text = text.removesuffix("\n").removesuffix("\r")
    if not text:
        raise InputRefused("password", "is empty")
    if len(raw) > _LONGEST_PASSWORD or any(sign in text for sign in "\0\r\n"):
        raise InputRefused("password", "has more than one line")
    return text
