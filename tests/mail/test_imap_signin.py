"""Signing in: any password, any mechanism, provider names, at most two tries, nothing secret in the log."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest

from shopdesk.demo.presets import FULL, NETEASE, PLAIN
from shopdesk.domain.connection import Credential
from shopdesk.domain.errors import SignInRefused
from shopdesk.domain.mailbox import Cursor, Security, Server
from shopdesk.domain.outbox import FilesSent
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.imap_signin import sign_in_names
from shopdesk.mail.quirks import DEFAULT_BATCH, Quirks, quirks_of
from tests.fakes.scripted_imap import ScriptedImap
from tests.servers.post_offices import DemoPostOffice, demo_post_office

PASSWORDS = ["simple", 'with " and \\', "two words", "ümläut 密码", "%s{5}", "x" * 500, "NIL", "a\tb", "ABC DEF", ")("]


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize("behaviour", [FULL, replace(PLAIN, capabilities=())], ids=["with PLAIN", "LOGIN only"])
def test_any_password_signs_in_and_is_seen_nowhere(password: str, behaviour: object) -> None:
    post = demo_post_office(behaviour)  # type: ignore[arg-type]
    post.server.store.add_user("me me", password)
    lines: list[str] = []
    box = replace(post.mailbox, user="me me")
    try:
        session = ImapSource(lines.append).open(box, Credential("me me", password))
        session.close()
        with pytest.raises(SignInRefused) as caught:
            ImapSource(lines.append).open(box, Credential("me me", password + "?"))
    finally:
        post.server.stop()
    text = "\n".join(lines)
    assert "***" in text or "bytes)" in text
    coded = base64.b64encode(f"\0me me\0{password}".encode()).decode()
    for hidden in (password, password + "?", coded) if len(password) > 3 else ():
        assert hidden not in text
        assert hidden not in str(caught.value)


def test_a_server_that_forbids_login_gets_another_mechanism() -> None:
    for offer, mechanism in (("AUTH=PLAIN", b"PLAIN"), ("AUTH=LOGIN", b"LOGIN")):
        capability = f"* CAPABILITY IMAP4rev1 LOGINDISABLED {offer}\r\n".encode()
        replies = {b"CAPABILITY": capability, b"AUTHENTICATE": b"TAG NO [AUTHENTICATIONFAILED] no\r\n"}
        with ScriptedImap(replies=replies) as server:
            with pytest.raises(SignInRefused):
                ImapSource().open(server.mailbox(), Credential("me", "pw"))
            assert any(line.endswith(b"AUTHENTICATE " + mechanism) for line in server.heard)
            assert not any(b" LOGIN me" in line for line in server.heard)


def test_a_name_is_tried_in_two_forms_at_most_where_the_provider_wants_it() -> None:
    apple = quirks_of("imap.mail.me.com")
    assert sign_in_names("me@icloud.com", "x", apple) == ("me", "me@icloud.com")
    assert sign_in_names("me@own.example", "x", apple) == ("me@own.example",)
    assert sign_in_names("me", "x", apple) == ("me",)
    assert sign_in_names("", "a@b.example", quirks_of("imap.b.example")) == ("a@b.example",)
    odd = Quirks(local_part_first=frozenset({"shop.example"}))
    with ScriptedImap(replies={b"LOGIN": b"TAG NO [AUTHENTICATIONFAILED] no\r\n"}) as server:
        box = replace(server.mailbox(), user="")
        with pytest.raises(SignInRefused):
            ImapSource(quirks=lambda host, capabilities: odd).open(box, Credential("", "pw"))
        tries = [line.split()[2] for line in server.heard if b"LOGIN" in line]
    assert tries == [b'"me"', b'"me@shop.example"']


def test_the_second_form_of_the_name_opens_the_mailbox() -> None:
    post = demo_post_office(FULL)
    post.server.store.add_user("me@shop.example", "pw")
    odd = Quirks(local_part_first=frozenset({"shop.example"}))
    session = ImapSource(quirks=lambda host, capabilities: odd).open(post.mailbox, Credential("me@shop.example", "pw"))
    assert session.open_folder("INBOX", Cursor()).exists == 0
    session.close()
    post.server.stop()


def test_a_server_that_knows_us_already_asks_for_nothing() -> None:
    with ScriptedImap(greeting=b"* PREAUTH hello\r\n") as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        assert session.open_folder("INBOX", Cursor()).uidvalidity == 7
        session.close()
        assert not any(b"LOGIN" in line for line in server.heard)


def test_abilities_count_only_as_told_after_the_sign_in() -> None:
    answers = iter([b"IDLE QRESYNC", b"UIDPLUS"])
    replies = {b"CAPABILITY": lambda rest: b"* CAPABILITY IMAP4rev1 " + next(answers) + b"\r\n"}
    with ScriptedImap(replies=replies) as server:
        session = ImapSource().open(server.mailbox(), Credential("me", "pw"))
        assert not session.can_idle
        session.open_folder("INBOX", Cursor(7, 10, 5, 3))
        assert not any(b"QRESYNC" in line for line in server.heard)
        session.close()


def test_we_introduce_ourselves_on_every_connection_before_the_first_folder() -> None:
    post = demo_post_office(NETEASE)
    for _ in range(2):
        session = ImapSource().open(post.mailbox, Credential(post.user, post.password))
        assert session.open_folder("INBOX", Cursor()).exists == 0
        session.close()
    names = [line.split()[0] for line in post.server.commands()]
    assert names.count("ID") == 2
    assert names.index("ID") < names.index("EXAMINE")
    (introduction,) = {line for line in post.server.commands() if line.startswith("ID ")}
    for field in ("name", "version", "vendor", "support-email"):
        assert f'"{field}"' in introduction
    post.server.stop()


def test_quirks_are_found_by_host_and_by_capability() -> None:
    assert quirks_of("imap.163.com").needs_id
    assert quirks_of("imap.hosted.example", {"X-CM-EXT-1"}).needs_id
    assert quirks_of("p42-imap.mail.me.com").no_qresync
    assert quirks_of("OUTLOOK.office365.com.").provider == "microsoft"
    assert quirks_of("notqq.com").provider == ""
    assert quirks_of("imap.gmail.com").files_sent is FilesSent.ALWAYS
    assert quirks_of("workspace.example", {"X-GM-EXT-1"}).files_sent is FilesSent.ALWAYS
    assert quirks_of("x.example").max_batch == DEFAULT_BATCH
    assert quirks_of("x.example", {"MESSAGELIMIT=50"}).max_batch == 50
    assert quirks_of("x.example", {"MESSAGELIMIT=100000"}).max_batch == DEFAULT_BATCH
    assert quirks_of("x.example", {"MESSAGELIMIT=0", "MESSAGELIMIT=x"}).max_batch == DEFAULT_BATCH


def test_odd_servers_get_names_as_literals_and_select() -> None:
    odd = Quirks(ampersand_as_literal=True, select_instead_of_examine=True)
    post = demo_post_office(FULL)
    post.create("R&D mails")
    post.create("R&D")
    session = ImapSource(quirks=lambda host, capabilities: odd).open(post.mailbox, Credential(post.user, post.password))
    for name in ("R&D mails", "R&D"):
        assert session.open_folder(name, Cursor()).exists == 0
    session.close()
    selects = [line for line in post.server.commands() if line.startswith("SELECT")]
    assert len(selects) == 2
    assert '"' not in "".join(selects)
    post.server.stop()


def test_nobody_learns_a_password_from_what_we_print() -> None:
    credential = Credential("me", "hidden-password", "hidden-token")
    assert "hidden" not in repr(credential)
    assert "hidden" not in str(credential)


def test_a_mailbox_behind_tls_needs_no_port_of_its_own() -> None:
    post: DemoPostOffice = demo_post_office(FULL)
    box = replace(post.mailbox, imap=Server("localhost", post.mailbox.imap.port, Security.NONE))
    session = ImapSource().open(box, Credential(post.user, post.password))
    assert session.batch_limit == DEFAULT_BATCH
    session.close()
    post.server.stop()
