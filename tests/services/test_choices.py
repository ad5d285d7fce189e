"""What a person chooses about mailboxes, folders and the network, as the engine and the command line see it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopdesk.app.shop import build_shop
from shopdesk.domain.errors import InputRefused, KeychainFailed, NotFound
from shopdesk.domain.ids import FolderId
from shopdesk.domain.mailbox import FolderRole
from shopdesk.domain.network import NetworkSettings, Proxy, ProxyKind
from shopdesk.services.connection import PROXY_SECRET
from shopdesk.system.keychain import Keychain
from tests.fakes.clock import StoppedClock
from tests.servers.certificates import Authority
from tests.services.bench import ANNA, SHOP, Bench, a_mailbox, mail
from tests.services.test_passes import Post

OTHER = "other@shop.example"


# --- mailboxes -------------------------------------------------------------------------------------------


def test_a_mailbox_gets_another_name_and_needs_no_new_connection(bench: Bench) -> None:
    before = bench.shop.mailboxes.by_address(SHOP)
    bench.shop.mailboxes.rename(before.id, "  Amazon DE ")
    after = bench.shop.mailboxes.by_address(SHOP)
    assert (after.name, after.shown) == ("Amazon DE", "Amazon DE")
    assert after.for_sync == before.for_sync
    bench.shop.mailboxes.rename(before.id, "")
    assert bench.shop.mailboxes.by_address(SHOP).shown == SHOP


def test_mailboxes_stand_in_the_order_that_a_person_gave_them_and_new_ones_behind(bench: Bench) -> None:
    first = bench.shop.mailboxes.by_address(SHOP).id
    second = bench.shop.mailboxes.add(a_mailbox(OTHER), "secret")
    bench.shop.mailboxes.arrange([second, first])
    third = bench.shop.mailboxes.add(a_mailbox("third@shop.example"), "secret")
    assert [mailbox.id for mailbox in bench.shop.mailboxes.all()] == [second, first, third]
    bench.heard.clear()
    bench.shop.mailboxes.arrange([second, first])
    assert [one.id for one in bench.shop.mailboxes.all()] == [second, first, third]


# --- folders ---------------------------------------------------------------------------------------------


@pytest.fixture
def post(data_folder: Path, clock: StoppedClock) -> Iterator[Post]:
    with Bench(data_folder, clock) as bench:
        post = Post(bench)
        yield post
        post.office.server.stop()


def test_an_unticked_folder_is_left_alone_and_keeps_its_mails_and_a_ticked_one_is_imported(post: Post) -> None:
    shop, choice = post.bench.shop, post.bench.shop.outside.folders
    post.deliver(mail(sender=ANNA, name="<1@a>"), "Sent")
    assert choice.of(post.mailbox) == []
    post.sync()
    folder = next(one for one in choice.of(post.mailbox) if one.name == "Sent")
    assert folder.wanted
    assert choice.of(post.mailbox)[0].role is FolderRole.INBOX
    assert [one.messages for one in shop.mailboxes.health()] == [1]

    choice.choose(post.mailbox, folder.id, wanted=False)
    post.deliver(mail(sender=ANNA, name="<2@a>"), "Sent")
    post.sync()
    assert [one.messages for one in shop.mailboxes.health()] == [1]

    choice.choose(post.mailbox, folder.id, wanted=True)
    post.sync()
    assert [one.messages for one in shop.mailboxes.health()] == [2]


def test_the_inbox_is_always_synced(post: Post) -> None:
    post.sync()
    folders = post.bench.shop.outside.folders
    with pytest.raises(InputRefused):
        folders.choose(post.mailbox, folders.of(post.mailbox)[0].id, wanted=False)
    with pytest.raises(NotFound):
        folders.choose(post.mailbox, FolderId(999), wanted=True)


# --- network ---------------------------------------------------------------------------------------------


def test_a_proxy_is_chosen_once_for_every_process_and_its_password_lies_in_the_keychain(bench: Bench) -> None:
    here = bench.shop.outside.connection
    assert here.settings() == NetworkSettings()
    here.choose_proxy(Proxy(ProxyKind.SOCKS5, " proxy.example ", 1080, "anna"), "secret word")
    there = build_shop(bench.shop.data_folder)
    try:
        assert there.outside.connection.settings().proxy == Proxy(ProxyKind.SOCKS5, "proxy.example", 1080, "anna")
        assert there.outside.connection.proxy_password() == "secret word"
        assert not there.outside.network.is_direct("imap.shop.example")
    finally:
        there.close()
    here.choose_proxy(Proxy(ProxyKind.HTTP, "proxy.example", 8080, "anna"))
    assert here.proxy_password() == "secret word"
    here.choose_proxy(Proxy(ProxyKind.NONE, "proxy.example", 8080, "anna"))
    assert here.settings().proxy == Proxy()
    assert Keychain().load(PROXY_SECRET) is None
    assert any(changes.settings for changes in bench.heard)
    stored = b"".join(file.read_bytes() for file in bench.shop.data_folder.iterdir() if file.is_file())
    assert b"secret word" not in stored


@pytest.mark.parametrize(
    ("proxy", "field"),
    [
        (Proxy(ProxyKind.SOCKS5, "", 1080), "proxy host"),
        (Proxy(ProxyKind.HTTP, "http://proxy.example", 8080), "proxy host"),
        (Proxy(ProxyKind.HTTP, "proxy example", 8080), "proxy host"),
        (Proxy(ProxyKind.HTTP, "proxy.example", 0), "proxy port"),
        (Proxy(ProxyKind.HTTP, "proxy.example", 70_000), "proxy port"),
        (Proxy(ProxyKind.HTTP, "proxy.example", 8080, "a:b"), "proxy user"),
    ],
)
def test_what_cannot_be_a_proxy_is_refused(bench: Bench, proxy: Proxy, field: str) -> None:
    with pytest.raises(InputRefused) as refused:
        bench.shop.outside.connection.choose_proxy(proxy, "secret")
    assert refused.value.field == field
    assert bench.shop.outside.connection.settings() == NetworkSettings()


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '["socks5", "", 0, ""]', '["other", "a", 1, ""]', "null"])
def test_a_setting_that_nobody_understands_counts_as_none(bench: Bench, text: str) -> None:
    with bench.shop.store.writing() as work:
        work.settings.save("network.proxy", text)
        work.settings.save("network.authorities", text)
    assert bench.shop.outside.connection.settings() == NetworkSettings()
    with bench.shop.store.writing() as work:
        work.settings.save("network.proxy", None)
        assert work.settings.get("network.proxy") is None


def test_own_authorities_are_trusted_shown_and_taken_away_again(bench: Bench, tmp_path: Path) -> None:
    connection = bench.shop.outside.connection
    authority = Authority(tmp_path, "Our own")
    [new] = connection.trust(authority.ca_file.read_bytes())
    assert connection.trust(authority.ca_file.read_bytes()) == []
    assert connection.settings().authorities == (new,)
    loaded = bench.shop.outside.network.trust("imap.shop.example").get_ca_certs()
    assert "Our own" in str(loaded)
    connection.distrust(new.fingerprint)
    assert connection.settings().authorities == ()
    with pytest.raises(InputRefused):
        connection.trust(b"no certificate")


def test_a_locked_keychain_is_named(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise KeychainFailed("locked")

    monkeypatch.setattr(Keychain, "save", locked)
    with pytest.raises(KeychainFailed):
        bench.shop.outside.connection.choose_proxy(Proxy(ProxyKind.HTTP, "proxy.example", 1, "anna"), "word")
    assert bench.shop.outside.connection.settings() == NetworkSettings()
