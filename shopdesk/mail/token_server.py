"""Asking an OAuth 2 server over HTTPS, and its refusals as our named errors."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from shopdesk.domain.errors import (
    CertificateRefused,
    EncryptionMissing,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    ServerUnreachable,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.mail.hosts import is_loopback
from shopdesk.mail.imap_errors import cleaned, hide, one_line
from shopdesk.mail.network import Network

if TYPE_CHECKING:
    import requests

_GRANT_GONE = {"invalid_grant", "interaction_required", "consent_required", "login_required", "expired_token"}
_BUSY = {"temporarily_unavailable", "server_error", "slow_down"}
_TOO_MANY = 429
_SERVER_FAILS = 500
_LARGEST_ANSWER = 1 << 20


class Pending(ServerRefused):
    """The user has not decided yet; `slower` says that we ask too often."""

    slower = False


def ask(url: str, fields: dict[str, str], timeout: float, network: Network | None = None) -> dict[str, Any]:
    """Send a form and read the JSON answer.

    In: an https address (http on loopback only), fields, seconds for each silence, the way out of this
    computer. Out: the answer, which holds no
    error. Raises `Pending`, `SignInNeeded` (the grant is gone), `SignInRefused`, `ServerBusy`, `ServerRefused`,
    `ServerUnreachable`, `CertificateRefused`, `EncryptionMissing`; no field's value shows in them.
    """
    host = checked_host(url)
    try:
        status, answer = _post(url, host, fields, timeout, network or Network())
    except ServerProblem as problem:
        raise cleaned(problem, _secrets(fields)) from None
    error = str(answer.get("error") or "")
    if error or status >= 400:  # noqa: PLR2004 - where failures begin in HTTP
        detail = one_line(f"{error or status}: {answer.get('error_description') or ''}".rstrip(": "))
        raise _refusal(host, error, status, hide(detail, _secrets(fields)))
    return answer


def checked_host(url: str) -> str:
    """The host of an address; raises `EncryptionMissing` unless it is https or on this computer."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise EncryptionMissing(host, "OAuth needs https")
    return host


def _post(
    url: str, host: str, fields: dict[str, str], timeout: float, network: Network
) -> tuple[int, dict[str, Any]]:
    import requests

    from shopdesk.mail.requests_way import NetworkAdapter

    try:
        with requests.Session() as session:
            session.trust_env = False  # the network knows which proxy was chosen
            session.mount(f"{url.split(':', 1)[0]}://", NetworkAdapter(network, host, timeout))
            reply = session.post(
                url, data=fields, timeout=timeout, allow_redirects=False, headers={"Accept": "application/json"}
            )
            return reply.status_code, _answer(reply, host)
    except requests.exceptions.SSLError as problem:
        raise CertificateRefused(host, one_line(str(problem))) from None
    except requests.exceptions.RequestException as problem:
        raise ServerUnreachable(host, _words(problem)) from None


def _answer(reply: "requests.Response", host: str) -> dict[str, Any]:
    if len(reply.content) > _LARGEST_ANSWER:
        raise ServerRefused(host, "an answer far too large")
    try:
        answer = reply.json()
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        return answer
    if reply.status_code >= _SERVER_FAILS or reply.status_code == _TOO_MANY:
        return {}
    raise ServerRefused(host, f"{reply.status_code}: no JSON")


def _refusal(host: str, error: str, status: int, detail: str) -> ServerProblem:
    if error in {"authorization_pending", "slow_down"}:
        pending = Pending(host, detail)
        pending.slower = error == "slow_down"
        return pending
    if error in _GRANT_GONE:
        return SignInNeeded(host, detail)
    if error in _BUSY or status == _TOO_MANY or (not error and status >= _SERVER_FAILS):
        return ServerBusy(host, detail)
    return SignInRefused(host, detail) if error else ServerRefused(host, detail)


def _words(problem: Exception) -> str:
    import requests

    if isinstance(problem, requests.exceptions.Timeout):
        return "no answer in time"
    inner: BaseException | None = problem
    while inner is not None and not getattr(inner, "strerror", None):
        inner = inner.__context__
    return one_line(getattr(inner, "strerror", None) or str(problem))


def _secrets(fields: dict[str, str]) -> list[str]:
    return [value for key, value in fields.items() if key not in {"grant_type", "client_id", "scope", "redirect_uri"}]
