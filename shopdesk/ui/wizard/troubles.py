"""Which kind of trouble a failure is, for whom it speaks: each kind has its own sentence and its own way out."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from shopdesk.domain import errors
from shopdesk.domain.discovery import Found, Need
from shopdesk.domain.mailbox import Server
from shopdesk.domain.trial import Part


class Kind(StrEnum):
    """Every refusal that has a sentence of its own."""

    ADDRESS_MALFORMED = "address_malformed"
    ALREADY_CONNECTED = "already_connected"
    SERVER_NAME_MALFORMED = "server_name_malformed"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - the name of a kind
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    APP_PASSWORD_WANTED = "app_password_wanted"  # noqa: S105
    CODE_WANTED = "code_wanted"
    BROWSER_WANTED = "browser_wanted"
    IMAP_OFF = "imap_off"
    CLIENT_BLOCKED = "client_blocked"
    SENDING_PASSWORD_WRONG = "sending_password_wrong"  # noqa: S105
    SENDING_MISSING = "sending_missing"
    HOST_UNKNOWN = "host_unknown"
    PROXY_REFUSED = "proxy_refused"
    NO_ANSWER = "no_answer"
    CONNECTION_REFUSED = "connection_refused"
    CONNECTION_LOST = "connection_lost"
    NO_TLS = "no_tls"
    NO_MAIL_SERVER = "no_mail_server"
    CERTIFICATE_UNKNOWN = "certificate_unknown"
    CERTIFICATE_CHANGED = "certificate_changed"
    TOO_MANY = "too_many"
    SERVER_REFUSED = "server_refused"
    KEYCHAIN = "keychain"
    BROWSER_DECLINED = "browser_declined"
    BROWSER_EXPIRED = "browser_expired"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One refusal with what its sentence has to name."""

    kind: Kind
    part: Part | None
    """The line of the test card; None before or besides the trial."""
    server: Server | None
    provider: str
    failure: errors.ShopdeskError | None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else is known when something fails."""

    part: Part | None = None
    server: Server | None = None
    found: Found | None = None
    sending_works: bool = False
    """Name and password are right, then: only receiving is closed."""
    pinned: bool = False
    """A certificate was trusted by hand for this server."""


_OFF = re.compile(
    r"imap[^.]{0,40}(disabled|not enabled|switched off|turned off|not activated)|not enabled for imap"
    r"|(enable|activate)[^.]{0,20}imap|service is not open|imap.{0,12}(未开启|关闭)|未开启.{0,12}imap",
    re.IGNORECASE,
)
_APP = re.compile(r"application.specific|app(lication)?.?password|app password|web login required", re.IGNORECASE)
_CODE = re.compile(r"authorization code|授权码|authorisation code", re.IGNORECASE)
_CLOSED_DOOR = re.compile(r"refused|abgelehnt|10061", re.IGNORECASE)


def trouble_of(failure: errors.ShopdeskError, around: Circumstances) -> Trouble:
    """The kind of an expected failure under these circumstances."""
    provider = around.found.provider if around.found is not None else ""
    kind = next((find(failure, around) for known, find in _KINDS if isinstance(failure, known)), Kind.OTHER)
    return Trouble(kind, around.part, around.server, provider, failure)


def _of_sign_in(failure: errors.ShopdeskError, around: Circumstances) -> Kind:
    detail = getattr(failure, "detail", "")
    needs = around.found.needs if around.found is not None else ()
    if around.part is Part.SENDING:
        return _wanted(detail, needs) or Kind.SENDING_PASSWORD_WRONG
    if around.sending_works:
        return Kind.CLIENT_BLOCKED if Need.BLOCKED_BY_DEFAULT in needs else Kind.IMAP_OFF
    if Need.BLOCKED_BY_DEFAULT in needs:
        return Kind.CLIENT_BLOCKED
    wanted = _wanted(detail, needs)
    if wanted is not None:
        return wanted
    return Kind.IMAP_OFF if _OFF.search(detail) else Kind.PASSWORD_WRONG


def _wanted(detail: str, needs: tuple[Need, ...]) -> Kind | None:
    """The kind of secret that the provider wants instead of the password."""
    if Need.AUTHORIZATION_CODE in needs or _CODE.search(detail):
        return Kind.CODE_WANTED
    if Need.BROWSER in needs:
        return Kind.BROWSER_WANTED
    if Need.APP_PASSWORD in needs or _APP.search(detail):
        return Kind.APP_PASSWORD_WANTED
    return None


def _of_silence(failure: errors.ShopdeskError, _around: Circumstances) -> Kind:
    refused = _CLOSED_DOOR.search(getattr(failure, "detail", ""))
    return Kind.CONNECTION_REFUSED if refused else Kind.NO_ANSWER


def _of_certificate(_failure: errors.ShopdeskError, around: Circumstances) -> Kind:
    return Kind.CERTIFICATE_CHANGED if around.pinned else Kind.CERTIFICATE_UNKNOWN


def _of_stranger(failure: errors.ShopdeskError, _around: Circumstances) -> Kind:
    return Kind.NO_TLS if "no TLS" in getattr(failure, "detail", "") else Kind.NO_MAIL_SERVER


def _of_input(failure: errors.ShopdeskError, _around: Circumstances) -> Kind:
    is_address = getattr(failure, "field", "") == "address"
    return Kind.ADDRESS_MALFORMED if is_address else Kind.SERVER_NAME_MALFORMED


def _of_refusal(failure: errors.ShopdeskError, _around: Circumstances) -> Kind:
    return Kind.IMAP_OFF if _OFF.search(getattr(failure, "detail", "")) else Kind.SERVER_REFUSED


def _of_missing(_failure: errors.ShopdeskError, around: Circumstances) -> Kind:
    return Kind.PASSWORD_MISSING if around.part is not None else Kind.BROWSER_EXPIRED


def _always(kind: Kind) -> "Callable[[errors.ShopdeskError, Circumstances], Kind]":
    return lambda failure, around: kind


def _of_sign_in_or_browser(failure: errors.ShopdeskError, around: Circumstances) -> Kind:
    return _of_sign_in(failure, around) if around.part is not None else Kind.BROWSER_DECLINED


_KINDS: tuple[tuple[type[errors.ShopdeskError], Callable[[errors.ShopdeskError, Circumstances], Kind]], ...] = (
    (errors.AlreadyConnected, _always(Kind.ALREADY_CONNECTED)),
    (errors.InputRefused, _of_input),
    (errors.ProxyRefused, _always(Kind.PROXY_REFUSED)),
    (errors.HostNotFound, _always(Kind.HOST_UNKNOWN)),
    (errors.ServerUnreachable, _of_silence),
    (errors.ConnectionLost, _always(Kind.CONNECTION_LOST)),
    (errors.ServerBusy, _always(Kind.TOO_MANY)),
    (errors.NotAMailServer, _of_stranger),
    (errors.CertificateRefused, _of_certificate),
    (errors.EncryptionMissing, _always(Kind.NO_TLS)),
    (errors.SignInRefused, _of_sign_in_or_browser),
    (errors.SignInNeeded, _of_missing),
    (errors.ServerRefused, _of_refusal),
    (errors.KeychainFailed, _always(Kind.KEYCHAIN)),
)
"""The first that fits; special kinds stand before what they are a kind of."""
