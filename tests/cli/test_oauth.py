"""A mailbox is connected by signing in: with a code at another device, or in the browser."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.app.shop import Shop
from shopdesk.cli.main import run
from shopdesk.domain.mailbox import SignIn
from shopdesk.mail.presets import Preset, preset_for
from shopdesk.services.sign_ins import secret_name
from tests.fakes.authorization_server import AuthorizationServer
from tests.fakes.keychain import MemoryKeychain

ADDRESS = "shop@outlook.com"


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with AuthorizationServer() as server:
        yield server


@pytest.fixture
def shop(server: AuthorizationServer, tmp_path: Path) -> Iterator[Shop]:
    class WithOurServer(Shop):
        def preset_for(self, address: str) -> Preset | None:
            known = preset_for(address)
            return known and replace(known, oauth=replace(server.setup, client_id=""))

    shop = WithOurServer(tmp_path / "desk")
    yield shop
    shop.close()


def added(shop: Shop, *words: str) -> int:
    return run(["mailbox", "add", ADDRESS, "--oauth-client", "shop", *words], lambda: nullcontext(shop))


def test_a_code_typed_at_another_device_connects_the_mailbox(
    shop: Shop, server: AuthorizationServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert added(shop, "--device") == 0
    assert "ABCD-EFGH" in capsys.readouterr().out
    [mailbox] = shop.mailboxes.all()
    assert (mailbox.sign_in, mailbox.oauth and mailbox.oauth.client_id) == (SignIn.OAUTH, "shop")
    assert shop.outside.secrets.load(secret_name(ADDRESS)) in server.refresh


def test_the_browser_connects_the_mailbox(
    shop: Shop, server: AuthorizationServer, monkeypatch: pytest.MonkeyPatch, keychain: MemoryKeychain
) -> None:
    def browse(url: str) -> bool:
        with urllib.request.urlopen(server.consent(url), timeout=10) as page:  # noqa: S310 - our own server
            return page.status == 200

    browsers: list[threading.Thread] = []

    def open_browser(_opener: object, url: str) -> None:
        browsers.append(threading.Thread(target=browse, args=(url,)))
        browsers[0].start()

    monkeypatch.setattr("shopdesk.system.opener.Opener.open_link", open_browser)
    assert added(shop) == 0
    browsers[0].join()
    assert shop.mailboxes.all()[0].address == ADDRESS


def test_a_user_who_says_no_connects_nothing(
    shop: Shop, server: AuthorizationServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.device_error = "access_denied"
    assert added(shop, "--device") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert list(shop.mailboxes.all()) == []


def test_a_provider_without_oauth_says_so(shop: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["mailbox", "add", "a@shop.example", "--imap", "127.0.0.1:1", "--oauth-client", "x"]
    assert run(words, lambda: nullcontext(shop)) != 0
    assert "Google and Microsoft" in capsys.readouterr().err
