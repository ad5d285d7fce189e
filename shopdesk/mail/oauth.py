"""OAuth 2 for mail servers: browser with PKCE on loopback, device code, refresh; the client id is the shop's own."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from shopdesk.domain.connection import Tokens
from shopdesk.domain.errors import Cancelled, ServerRefused, ServerUnreachable, SignInNeeded, SignInRefused
from shopdesk.domain.mailbox import OAuthSetup
from shopdesk.mail.imap_errors import one_line
from shopdesk.mail.loopback_answer import CodeCatcher
from shopdesk.mail.network import Network
from shopdesk.mail.token_server import Pending, ask, checked_host

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_USUAL_LIFE = 3_600
_USUAL_PAUSE = 5.0
_SLOWER_BY = 5.0
_LOOK = 0.2
_DONE_PAGE = "<!doctype html><meta charset=utf-8><title>Shopdesk</title><h1>Shopdesk ✓</h1>"


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the user types at another device (RFC 8628)."""

    user_code: str
    verification_url: str
    complete_url: str
    """With the code in it; may be empty."""
    expires_at: datetime
    device_code: str = field(repr=False)
    pause: float = _USUAL_PAUSE
    """Seconds between two questions."""


class OAuthClient:
    """Fits `services.ports.OAuth`, and makes the first sign-in.

    `client_secret` finds the secret that belongs to a client id, for the providers that give one even to programs on
    a desk; `timeout` is the longest silence of a token server in seconds.
    """

    def __init__(
        self,
        client_secret: Callable[[str], str] = lambda _client_id: "",
        timeout: float = 20.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        network: Network | None = None,
    ) -> None:
        self._client_secret = client_secret
        self._timeout = timeout
        self._now = now
        self._network = network or Network()

    def refresh(self, setup: OAuthSetup, refresh_token: str) -> Tokens:
        """New tokens; the returned refresh token may be another one, which has to be kept before the first use.

        Raises `SignInNeeded` when the grant is gone, `SignInRefused` when the client id is refused, and what else may
        stand between us and a server.
        """
        fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return self._tokens(setup, self._ask(setup, fields), refresh_token)

    def browser_sign_in(
        self,
        setup: OAuthSetup,
        open_url: Callable[[str], None],
        wait_seconds: float = 120.0,
        *,
        login_hint: str = "",
        page: str = _DONE_PAGE,
        stop: Callable[[], bool] = lambda: False,
    ) -> Tokens:
        """Let the user sign in with the browser; blocks the calling thread for `wait_seconds` at most.

        In: how to open an address, the mail address to suggest, the page that the browser shows at the end. Raises
        `SignInRefused` when the user or the provider says no, `SignInNeeded` when nobody answers in time, `Cancelled`.
        """
        checked_host(setup.authorize_url)
        proof = _new_proof()
        with CodeCatcher(proof.state, page) as catcher:
            open_url(_authorize_url(setup, proof, catcher.address, login_hint))
            answer = catcher.wait(wait_seconds, stop)
            if stop():
                raise Cancelled
            fields = {
                "grant_type": "authorization_code",
                "code": _code_in(answer, checked_host(setup.authorize_url)),
                "redirect_uri": catcher.address,
                "code_verifier": proof.verifier,
            }
            return self._tokens(setup, self._ask(setup, fields), "")

    def device_sign_in(
        self, setup: OAuthSetup, show: Callable[[DeviceCode], None], stop: Callable[[], bool] = lambda: False
    ) -> Tokens:
        """Let the user sign in at any device: `show` is called once with the code to type, then we keep asking.

        Raises `SignInRefused` when the user says no, `SignInNeeded` when the code expires unused, `Cancelled`.
        """
        code = self._device_code(setup)
        show(code)
        pause = code.pause
        while self._now() < code.expires_at:
            _rest(pause, stop)
            try:
                fields = {"grant_type": DEVICE_GRANT, "device_code": code.device_code}
                return self._tokens(setup, self._ask(setup, fields), "")
            except Pending as pending:
                pause += _SLOWER_BY if pending.slower else 0.0
            except ServerUnreachable:
                pause *= 2  # RFC 8628 wants it slower after a timeout
        raise SignInNeeded(checked_host(setup.device_url), "the code has expired")

    def _device_code(self, setup: OAuthSetup) -> DeviceCode:
        fields = {"client_id": setup.client_id, "scope": " ".join(setup.scopes)}
        answer = ask(setup.device_url, fields, self._timeout, self._network)
        try:
            return DeviceCode(
                user_code=str(answer["user_code"]),
                verification_url=str(answer.get("verification_uri") or answer["verification_url"]),
                complete_url=str(answer.get("verification_uri_complete") or ""),
                expires_at=self._now() + timedelta(seconds=float(answer.get("expires_in") or _USUAL_LIFE)),
                device_code=str(answer["device_code"]),
                pause=float(answer.get("interval") or _USUAL_PAUSE),
            )
        except (LookupError, ValueError, OverflowError):
            raise ServerRefused(checked_host(setup.device_url), "no device code in the answer") from None

    def _ask(self, setup: OAuthSetup, fields: dict[str, str]) -> dict[str, Any]:
        fields["client_id"] = setup.client_id
        secret = self._client_secret(setup.client_id) if setup.client_secret_needed else ""
        if secret:
            fields["client_secret"] = secret
        return ask(setup.token_url, fields, self._timeout, self._network)

    def _tokens(self, setup: OAuthSetup, answer: dict[str, Any], refresh_before: str) -> Tokens:
        access, refresh = answer.get("access_token"), answer.get("refresh_token") or refresh_before
        if not isinstance(access, str) or not access or not isinstance(refresh, str):
            raise ServerRefused(checked_host(setup.token_url), "no token in the answer")
        try:
            life = timedelta(seconds=float(answer.get("expires_in") or _USUAL_LIFE))
            return Tokens(access, refresh, self._now() + life)
        except (ValueError, TypeError, OverflowError):
            return Tokens(access, refresh, self._now() + timedelta(seconds=_USUAL_LIFE))


@dataclass(frozen=True, slots=True)
class _Proof:
    """What shows that question and answer belong together (RFC 7636), made anew for each sign-in."""

    state: str = field(repr=False)
    verifier: str = field(repr=False)
    challenge: str


def _new_proof() -> _Proof:
    from oauthlib.common import generate_token
    from oauthlib.oauth2 import WebApplicationClient

    client = WebApplicationClient("")
    verifier = client.create_code_verifier(96)
    return _Proof(generate_token(48), verifier, client.create_code_challenge(verifier, "S256"))


def _authorize_url(setup: OAuthSetup, proof: _Proof, redirect_uri: str, login_hint: str) -> str:
    """The page of the provider that the user has to see."""
    from oauthlib.common import add_params_to_uri

    wishes = {
        "response_type": "code",
        "client_id": setup.client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(setup.scopes),
        "state": proof.state,
        "code_challenge": proof.challenge,
        "code_challenge_method": "S256",
        "access_type": "offline",  # without these two Google hands out a refresh token only once in a lifetime
        "prompt": "consent",
        "login_hint": login_hint,
    }
    url: str = add_params_to_uri(setup.authorize_url, [(key, value) for key, value in wishes.items() if value])
    return url


def _code_in(answer: dict[str, str], host: str) -> str:
    """The authorization code that the browser brought; raises `SignInNeeded`, `SignInRefused`."""
    if not answer:
        raise SignInNeeded(host, "nobody signed in in time")
    if "code" not in answer:
        raise SignInRefused(host, one_line(f"{answer['error']}: {answer.get('error_description', '')}"))
    return answer["code"]


def _rest(seconds: float, stop: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while (rest := end - time.monotonic()) > 0:
        if stop():
            raise Cancelled
        time.sleep(min(rest, _LOOK))
