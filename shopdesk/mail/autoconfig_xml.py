"""Reads the settings that a mail domain publishes (Mozilla's autoconfig format 1.1) from bytes of a stranger."""

from dataclasses import dataclass, field
from xml.parsers import expat

from shopdesk.domain.discovery import mail_domain
from shopdesk.domain.errors import InputRefused, ServerRefused
from shopdesk.domain.mailbox import Security, Server
from shopdesk.mail.hosts import clean_host
from shopdesk.mail.imap_errors import one_line
from shopdesk.mail.lookup import public_host

_DEEPEST = 12
_MOST_ELEMENTS = 2_000
_LONGEST_TEXT = 500
_LONGEST_USER = 320
_SERVERS: dict[tuple[str, ...], str] = {
    ("clientConfig", "emailProvider", "incomingServer"): "imap",
    ("clientConfig", "emailProvider", "outgoingServer"): "smtp",
}
_SECURITY = {"SSL": Security.TLS, "STARTTLS": Security.STARTTLS}
_OAUTH = "oauth2"
_PASSWORD = frozenset({"password-cleartext", "password-encrypted", "plain", "secure"})


@dataclass(frozen=True, slots=True)
class Offer:
    """One server that a domain offers."""

    server: Server
    user: str
    takes_password: bool
    takes_oauth: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """Usable servers, the preferred first."""

    imap: tuple[Offer, ...]
    smtp: tuple[Offer, ...]


@dataclass(slots=True)
class _Element:
    """One server as it is written."""

    kind: str
    texts: dict[str, str] = field(default_factory=dict)
    authentications: list[str] = field(default_factory=list)


def read_autoconfig(raw: bytes, address: str, host: str) -> Offers:
    """Servers in a configuration file, the placeholders filled for an address.

    Servers without encryption, with a sign-in that we do not have, or with a host that cannot be one are left out.
    `host` published the file and is named when it cannot be read: `ServerRefused`.
    """
    reader = _Reader(host)
    try:
        reader.read(raw)
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise ServerRefused(host, one_line(f"no settings: {problem}")) from None
    offers = {
        kind: tuple(offer for one in reader.servers if one.kind == kind and (offer := _offer(one, address)))
        for kind in ("imap", "smtp")
    }
    return Offers(offers["imap"], offers["smtp"])


class _Reader:
    """Collects the servers while expat goes through the bytes; anything suspicious ends it.

    A DTD, the only place where entities and outer files could be declared, is refused at its first sign.
    """

    def __init__(self, host: str) -> None:
        self.servers: list[_Element] = []
        self._host = host
        self._path: list[str] = []
        self._count = 0
        self._server: _Element | None = None
        self._text = ""

    def read(self, raw: bytes) -> None:
        """Raises `ServerRefused`, `expat.ExpatError`, `ValueError`."""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.EntityDeclHandler = self._refuse_entity
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._write
        parser.Parse(raw, True)  # noqa: FBT003 - expat takes it by position only
        if not self.servers:
            raise ServerRefused(self._host, "no mail servers in it")

    def _refuse_doctype(self, *_: object) -> None:
        raise ServerRefused(self._host, "a DTD in it")

    def _refuse_entity(self, *_: object) -> None:
        raise ServerRefused(self._host, "an entity in it")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._path.append(name)
        self._text = ""
        if self._count > _MOST_ELEMENTS or len(self._path) > _DEEPEST:
            raise ServerRefused(self._host, "too large a tree")
        kind = _SERVERS.get(tuple(self._path), "")
        if kind and attributes.get("type", "").casefold() == kind:
            self._server = _Element(kind)

    def _write(self, text: str) -> None:
        if self._server is not None and len(self._text) < _LONGEST_TEXT:
            self._text += text[:_LONGEST_TEXT]

    def _end(self, name: str) -> None:
        depth = len(self._path)
        self._path.pop()
        if self._server is None:
            return
        text = self._text.strip()
        if depth == 3:  # noqa: PLR2004 - the server's own end tag
            self.servers.append(self._server)
            self._server = None
        elif depth == 4 and name == "authentication":  # noqa: PLR2004 - its children
            self._server.authentications.append(text.casefold())
        elif depth == 4:  # noqa: PLR2004
            self._server.texts.setdefault(name, text)
        self._text = ""


def _offer(written: _Element, address: str) -> Offer | None:
    """The server if we can use it."""
    security = _SECURITY.get(written.texts.get("socketType", "").upper())
    port = written.texts.get("port", "")
    if security is None or not (port.isascii() and port.isdigit() and len(port) <= 5):  # noqa: PLR2004 - 65535
        return None
    try:
        host = public_host(_filled(written.texts.get("hostname", ""), address))
        _, checked_port = clean_host(f"{host}:{port}")
    except InputRefused:
        return None
    known = set(written.authentications)
    takes_password, takes_oauth = not known or bool(known & _PASSWORD), _OAUTH in known
    if checked_port is None or not (takes_password or takes_oauth):
        return None
    return Offer(Server(host, checked_port, security), _user(written, address), takes_password, takes_oauth)


def _user(written: _Element, address: str) -> str:
    """The sign-in name, the address when the file names none that could be one."""
    user = _filled(written.texts.get("username", ""), address)
    fits = user and len(user) <= _LONGEST_USER and user.isprintable() and "%" not in user and " " not in user
    return user if fits else address


def _filled(text: str, address: str) -> str:
    """Fill the placeholders once; what they bring in is not looked at again."""
    values = {
        "EMAILADDRESS": address,
        "EMAILLOCALPART": address.rpartition("@")[0],
        "EMAILDOMAIN": mail_domain(address),
    }
    pieces = text.split("%")
    for number in range(1, len(pieces) - 1, 2):
        pieces[number] = values.get(pieces[number].upper(), f"%{pieces[number]}%")
    if len(pieces) % 2 == 0:
        pieces[-1] = f"%{pieces[-1]}"
    return "".join(pieces)
