"""OAuth 2 against a real (small) authorization server, and its tokens against real mail servers."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.demo.behaviour import Behaviour
from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import (
    Cancelled,
    EncryptionMissing,
    ServerBusy,
    ServerRefused,
    ServerUnreachable,
    ShopdeskError,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Security, Server, SignIn
from shopdesk.mail import oauth
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.oauth import DeviceCode, OAuthClient
from tests.fakes.authorization_server import AuthorizationServer

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ADDRESS = "shop@mail.example"


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as running:
        yield running


@pytest.fixture
def client() -> OAuthClient:
    return OAuthClient(timeout=2, now=lambda: NOW)


class Browser:
    """Visits addresses in a thread of its own, as a browser does."""

    def __init__(self, answer: Callable[[str], list[str]]) -> None:
        self._answer = answer
        self.seen: list[tuple[int, str]] = []
        self._threads: list[threading.Thread] = []

    def open(self, url: str) -> None:
        thread = threading.Thread(target=self._visit, args=(url,))
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        for thread in self._threads:
            thread.join()

    def _visit(self, url: str) -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for address in self._answer(url):
            try:
                with opener.open(address, timeout=5) as page:
                    self.seen.append((page.status, page.read().decode()))
            except urllib.error.HTTPError as refused:
                self.seen.append((refused.code, ""))
                refused.close()


def test_the_browser_brings_tokens(server: AuthorizationServer, client: OAuthClient) -> None:
    browser = Browser(lambda url: [server.consent(url)])
    tokens = client.browser_sign_in(server.setup, browser.open, 5, page="<p>谢谢</p>")
    browser.close()
    assert tokens.access in server.access
    assert tokens.refresh in server.refresh
    assert tokens.expires_at == NOW + timedelta(hours=1)
    assert browser.seen == [(200, "<p>谢谢</p>")]


def test_an_answer_with_a_strange_state_is_not_taken(server: AuthorizationServer, client: OAuthClient) -> None:
    browser = Browser(lambda url: [server.consent(url, state="of somebody else"), server.consent(url)])
    tokens = client.browser_sign_in(server.setup, browser.open, 5)
    browser.close()
    assert tokens.access in server.access
    assert [status for status, _ in browser.seen] == [404, 200]


def test_a_user_who_says_no_is_told(server: AuthorizationServer, client: OAuthClient) -> None:
    browser = Browser(lambda url: [server.consent(url, error="access_denied")])
    with pytest.raises(SignInRefused, match="access_denied: the user said no"):
        client.browser_sign_in(server.setup, browser.open, 5)
    browser.close()


def test_nobody_waits_for_ever(server: AuthorizationServer, client: OAuthClient) -> None:
    with pytest.raises(SignInNeeded):
        client.browser_sign_in(server.setup, lambda _url: None, 0.05)
    with pytest.raises(Cancelled):
        client.browser_sign_in(server.setup, lambda _url: None, 5, stop=lambda: True)


def test_a_visitor_who_says_nothing_does_not_block(
    server: AuthorizationServer, client: OAuthClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shopdesk.mail.loopback_answer._Visitor.timeout", 0.1)
    silent: list[socket.socket] = []

    def open_both(url: str) -> None:
        port = int(urllib.request.urlparse(server.consent(url)).port or 0)
        silent.append(socket.create_connection(("127.0.0.1", port)))
        browser.open(url)

    browser = Browser(lambda url: [server.consent(url)])
    tokens = client.browser_sign_in(server.setup, open_both, 5)
    browser.close()
    silent[0].close()
    assert tokens.access in server.access


def test_refreshing_rotates_and_a_used_token_is_no_good(server: AuthorizationServer, client: OAuthClient) -> None:
    first = server.grant()
    tokens = client.refresh(server.setup, first)
    assert tokens.refresh != first
    assert client.refresh(server.setup, tokens.refresh).access in server.access
    with pytest.raises(SignInNeeded) as caught:
        client.refresh(server.setup, first)
    assert "revoked" in caught.value.detail
    assert first not in str(caught.value)
    assert caught.value.host == "127.0.0.1"


def test_a_server_that_does_not_rotate_keeps_the_token(server: AuthorizationServer, client: OAuthClient) -> None:
    server.rotates = False
    first = server.grant()
    assert client.refresh(server.setup, first).refresh == first


def test_a_strange_lifetime_counts_as_an_hour(server: AuthorizationServer, client: OAuthClient) -> None:
    for life in ("soon", 1e400, None, 0):
        server.life = life
        tokens = client.refresh(server.setup, server.grant())
        assert tokens.expires_at == NOW + timedelta(hours=1)


def test_a_wrong_client_id_is_refused(server: AuthorizationServer, client: OAuthClient) -> None:
    setup = OAuthSetup("", server.setup.token_url, "other", ())
    with pytest.raises(SignInRefused, match="invalid_client"):
        client.refresh(setup, server.grant())


def test_a_client_secret_goes_along_where_it_is_needed(server: AuthorizationServer) -> None:
    setup = OAuthSetup("", server.setup.token_url, "shop", (), client_secret_needed=True)
    OAuthClient(lambda client_id: f"secret of {client_id}").refresh(setup, server.grant())
    assert server.asked[-1]["client_secret"] == "secret of shop"
    OAuthClient(lambda client_id: f"secret of {client_id}").refresh(server.setup, server.grant())
    assert "client_secret" not in server.asked[-1]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ((503, b"<html>down</html>"), ServerBusy),
        ((429, b""), ServerBusy),
        ((400, b'{"error": "temporarily_unavailable"}'), ServerBusy),
        ((200, b"<html>sign in to the hotel</html>"), ServerRefused),
        ((200, b"[1]"), ServerRefused),
        ((200, b"{}"), ServerRefused),
        ((200, b'{"access_token": 7}'), ServerRefused),
        ((404, b"{}"), ServerRefused),
        ((302, b""), ServerRefused),
        ((400, b'{"error": "interaction_required"}'), SignInNeeded),
        ((200, b" " * 1_100_000), ServerRefused),
    ],
)
def test_odd_answers_have_names(
    server: AuthorizationServer, client: OAuthClient, answer: tuple[int, bytes], problem: type[ShopdeskError]
) -> None:
    server.answer_with = answer
    with pytest.raises(problem):
        client.refresh(server.setup, "x")


def test_no_server_is_unreachable_and_names_its_host(client: OAuthClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        silent = OAuthSetup("", f"http://127.0.0.1:{port}/", "shop", ())
        with pytest.raises(ServerUnreachable, match="no answer in time"):
            OAuthClient(timeout=0.1).refresh(silent, "x")
    with pytest.raises(ServerUnreachable) as caught:
        client.refresh(silent, "x")
    assert caught.value.detail == "Connection refused"


def test_nothing_goes_over_plain_http_but_to_this_computer(client: OAuthClient) -> None:
    setup = OAuthSetup("http://login.example/", "http://login.example/token", "shop", ())
    with pytest.raises(EncryptionMissing):
        client.refresh(setup, "x")
    with pytest.raises(EncryptionMissing):
        client.browser_sign_in(setup, lambda _url: None)


def test_a_device_code_is_shown_and_asked_for_until_the_user_decides(
    server: AuthorizationServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(oauth, "_SLOWER_BY", 0.05)
    server.pending_polls, server.slow_downs = 2, 1
    shown: list[DeviceCode] = []
    tokens = OAuthClient().device_sign_in(server.setup, shown.append)
    assert tokens.refresh in server.refresh
    assert [(code.user_code, code.verification_url) for code in shown] == [("ABCD-EFGH", f"{server.url}/activate")]
    assert "hidden" not in repr(shown)
    assert len([fields for fields in server.asked if "device_code" in fields]) == 4


@pytest.mark.parametrize(("error", "problem"), [("access_denied", SignInRefused), ("expired_token", SignInNeeded)])
def test_a_device_that_is_refused_or_forgotten_is_told(
    server: AuthorizationServer, error: str, problem: type[ShopdeskError]
) -> None:
    server.device_error = error
    with pytest.raises(problem):
        OAuthClient().device_sign_in(server.setup, lambda _code: None)


def test_asking_for_a_device_can_be_stopped_and_ends_by_itself(server: AuthorizationServer) -> None:
    server.pending_polls = 10_000
    with pytest.raises(Cancelled):
        OAuthClient().device_sign_in(server.setup, lambda _code: None, lambda: len(server.asked) > 2)
    moments = iter([NOW, NOW, NOW + timedelta(minutes=5)])
    with pytest.raises(SignInNeeded):
        OAuthClient(now=lambda: next(moments)).device_sign_in(server.setup, lambda _code: None)


def test_a_server_without_device_codes_is_told(server: AuthorizationServer, client: OAuthClient) -> None:
    server.answer_with = (200, b'{"user_code": "x"}')
    with pytest.raises(ServerRefused):
        client.device_sign_in(server.setup, lambda _code: None)


def test_tokens_never_show(server: AuthorizationServer, client: OAuthClient) -> None:
    tokens = client.refresh(server.setup, server.grant())
    assert tokens.access not in repr(tokens)
    assert tokens.refresh not in repr(tokens)


@pytest.mark.parametrize("mechanisms", [("AUTH=XOAUTH2", "AUTH=OAUTHBEARER"), ("AUTH=OAUTHBEARER",), ("AUTH=XOAUTH2",)])
def test_a_token_opens_a_mailbox_and_a_revoked_one_does_not(
    server: AuthorizationServer, client: OAuthClient, mechanisms: tuple[str, ...]
) -> None:
    tokens = client.refresh(server.setup, server.grant())
    behaviour = Behaviour(capabilities=("ID", "IDLE", *mechanisms), folders=FULL.folders)
    store = MailStore()
    store.add_user(ADDRESS, "no password here", behaviour.folders)
    lines: list[str] = []
    with ImapServer(store, behaviour, check_token=lambda user, token: token in server.access) as imap:
        host, port = imap.address
        mailbox = Mailbox(
            MailboxId(1), ADDRESS, Server(host, port, Security.NONE), None, ADDRESS, SignIn.OAUTH, server.setup
        )
        session = ImapSource(lines.append).open(mailbox, Credential(ADDRESS, token=tokens.access))
        assert "INBOX" in [folder.name for folder in session.folders()]
        session.close()
        server.access.clear()
        with pytest.raises(SignInRefused) as caught:
            ImapSource(lines.append).open(mailbox, Credential(ADDRESS, token=tokens.access))
    assert tokens.access not in str(caught.value)
    assert tokens.access not in "\n".join(lines)
