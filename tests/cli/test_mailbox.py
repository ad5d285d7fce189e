"""`mailbox add|list|test|remove`."""

from __future__ import annotations

from pathlib import Path

import pytest

from shopdesk.cli.mailbox_input import is_loopback, server_from
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Security, Server

OURS = "hello@shop.example"
ADD = ("mailbox", "add", OURS, "--imap", "127.0.0.1:1143", "--smtp", "127.0.0.1:1025", "--security", "none")


def test_the_password_goes_into_the_keychain_without_its_line_end(connected, keychain) -> None:
    assert list(keychain.secrets.values()) == ["pä ss wörd "]
    files = b"".join(path.read_bytes() for path in connected.folder.rglob("*") if path.is_file())
    assert "wörd".encode() not in files


def test_the_list_shows_servers_user_and_horizon(connected) -> None:
    said = connected("mailbox", "list")
    assert said.code == 0
    assert "hello@shop.example at 127.0.0.1:" in said.out
    assert "imports everything" in said.out
    found = connected("mailbox", "list", "--json").json[0]
    assert (found["address"], found["imap"]["security"], found["since_days"]) == (OURS, "none", None)


def test_options_become_the_mailbox(command_line, tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    ca.write_text("-----BEGIN CERTIFICATE-----\n")
    said = command_line(
        "mailbox", "add", OURS, "--imap", "[::1]:1143", "--security", "starttls", "--user", "Shop", "--since", "30",
        "--ca", str(ca), "--password-stdin", "--json", given=b"secret\r\n",
    )  # fmt: skip
    assert (said.code, said.json) == (0, {"added": OURS})
    found = command_line("mailbox", "list", "--json").json[0]
    assert found["imap"] == {"host": "::1", "port": 1143, "security": "starttls"}
    assert (found["smtp"], found["user"], found["since_days"], found["ca_file"]) == (None, "Shop", 30, str(ca))
    assert "Shop at [::1]:1143 (starttls), cannot send, imports the last 30 days" in command_line("mailbox", "list").out


@pytest.mark.parametrize(
    ("words", "given", "sentence"),
    [
        (ADD, b"", "--password-stdin is needed"),
        ((*ADD, "--password-stdin"), b"\n", "password is empty"),
        ((*ADD, "--password-stdin"), b"one\ntwo\n", "more than one line"),
        ((*ADD, "--password-stdin"), b"\xff\xfe\xfa", "not UTF-8"),
        ((*ADD, "--password-stdin"), b"x" * 100_000, "more than one line"),
        ((*ADD, "--since", "0"), b"x", "--since needs a number of days"),
        ((*ADD, "--since", "-3"), b"x", "--since"),
        ((*ADD, "--ca", "/nowhere/ca.pem"), b"x", "--ca cannot be read"),
        ((*ADD, "--ca", __file__ + "/.."), b"x", "--ca cannot be read"),
        ((*ADD, "--imap", "mail.example:143"), b"x", "none is allowed on this computer only"),
        ((*ADD, "--imap", "mail.example"), b"x", "--imap needs HOST:PORT"),
        ((*ADD, "--imap", "::1:143"), b"x", "--imap needs HOST:PORT"),
        ((*ADD, "--smtp", "localhost:70000"), b"x", "--smtp needs a port"),
        ((*ADD, "--smtp", "localhost:smtp"), b"x", "--smtp needs a port"),
        ((*ADD, "--security", "hope"), b"x", "invalid choice"),
        (("mailbox", "add", OURS, "--password-stdin"), b"x", "--imap is needed"),
        (("mailbox", "add", "nobody", *ADD[3:], "--password-stdin"), b"x", "not a mail address"),
        (("mailbox", "test", "nobody@x.example"), b"", "Not found: nobody@x.example"),
        (("mailbox", "remove", "nobody@x.example"), b"", "Not found: nobody@x.example"),
        (("mailbox",), b"", "required"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_changes_nothing(
    command_line, keychain, words, given, sentence
) -> None:
    said = command_line(*words, given=given)
    assert said.code in {1, 2}
    assert said.out == ""
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1
    assert keychain.secrets == {}
    assert command_line("mailbox", "list", "--json").json == []


def test_a_file_without_certificates_is_refused(command_line, tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("hello")
    said = command_line(*ADD, "--ca", str(tmp_path / "ca.pem"), "--password-stdin", given=b"x")
    assert "PEM" in said.err


def test_the_servers_of_a_known_provider_need_not_be_named(command_line, monkeypatch) -> None:
    from shopdesk.app.shop import Shop
    from shopdesk.mail.presets import Preset

    known = Preset("x", ("shop.example",), Server("imap.x", 993, Security.TLS), Server("smtp.x", 465, Security.TLS))
    monkeypatch.setattr(
        Shop, "preset_for", lambda shop, address: known if address.endswith("@shop.example") else None, raising=False
    )
    assert command_line("mailbox", "add", OURS, "--password-stdin", given=b"x").code == 0
    assert command_line("mailbox", "list", "--json").json[0]["imap"]["host"] == "imap.x"
    assert command_line("mailbox", "add", "a@other.example", "--password-stdin", given=b"x").code == 1


def test_an_address_is_connected_once(connected, post) -> None:
    said = connected("mailbox", "add", OURS.upper(), *post.connecting, given=b"x")
    assert (said.code, said.err) == (1, "The address is already connected.\n")


def test_trying_a_mailbox_tells_both_sides(connected, post) -> None:
    post.deliver("Lamp")
    said = connected("mailbox", "test", OURS)
    assert (said.code, said.out) == (0, "Receiving: works, 2 folders, 1 mail in the inbox\nSending: works\n")
    tried = connected("mailbox", "test", OURS, "--json").json
    assert (tried["receiving"], tried["sending"], tried["messages"]) == (None, None, 1)


def test_trying_a_mailbox_tells_what_does_not_work(command_line, post) -> None:
    command_line("mailbox", "add", OURS, *post.connecting, given=b"wrong")
    said = command_line("mailbox", "test", OURS)
    assert said.code == 1
    assert "refused the sign-in" in said.out.splitlines()[0]
    tried = command_line("mailbox", "test", OURS, "--json").json
    assert tried["receiving"]["error"] == "SignInRefused"


def test_removing_a_mailbox_forgets_its_password(connected, keychain) -> None:
    said = connected("mailbox", "remove", OURS)
    assert (said.code, keychain.secrets) == (0, {})
    assert connected("mailbox", "list", "--json").json == []
    assert "No mailbox is connected" in connected("mailbox", "list").out


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("imap.example.com:993", Server("imap.example.com", 993, Security.TLS)),
        (" imap.example.com:993 ", Server("imap.example.com", 993, Security.TLS)),
        ("[2001:db8::1]:993", Server("2001:db8::1", 993, Security.TLS)),
        ("192.0.2.1:1", Server("192.0.2.1", 1, Security.TLS)),
    ],
)
def test_host_and_port_are_read_in_every_form(text: str, server: Server) -> None:
    assert server_from("--imap", text, None) == server


@pytest.mark.parametrize(
    "text", ["", ":", "host:", ":993", "[::1:993", "a b:993", "[]:993", "h:0", "h:-1", "h:²", "h:99999999999"]
)
def test_what_names_no_server_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        server_from("--imap", text, Security.TLS)


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("localhost", True), ("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("LOCALHOST.", True),
     ("192.0.2.1", False), ("localhost.example", False), ("198.51.100.7", False), ("mail", False)],
)  # fmt: skip
def test_only_this_computer_is_loopback(host: str, is_here: bool) -> None:
    assert is_loopback(host) is is_here
