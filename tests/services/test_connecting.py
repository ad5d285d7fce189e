"""Trying a mailbox before anything is kept, and keeping what works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shopdesk.demo.behaviour import Fault, FaultKind
from shopdesk.demo.presets import FULL, NETEASE
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.connection import Tokens
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.discovery import Found, Outcome, Source
from shopdesk.domain.errors import (
    AlreadyConnected,
    Cancelled,
    InputRefused,
    ServerRefused,
    SignInNeeded,
    SignInRefused,
)
from shopdesk.domain.mailbox import OAuthSetup, Security, Server, SignIn
from shopdesk.domain.trial import Part, Proof, Tick, Trial
from shopdesk.services.connecting import Connecting
from shopdesk.services.discovery import Discovery
from shopdesk.services.sign_ins import client_secret_name, secret_name
from shopdesk.system.keychain import Keychain
from tests.servers.post_offices import DemoPostOffice, demo_post_office
from tests.services.bench import SHOP, Bench, a_mailbox, mail

SETUP = OAuthSetup("https://a.example/", "https://t.example/", "shop", ("mail",), client_secret_needed=True)
FOUND = Found(Server("imap.x.example", 993, Security.TLS), None, "me", SignIn.PASSWORD, "", Source.TABLE)


class Servers:
    """A search that always finds the same."""

    def search(self, address: str, control: object) -> Outcome:
        return Outcome(FOUND, ())


class Giver:
    """Sign-in servers that give tokens, or fail."""

    def __init__(self) -> None:
        self.failure: Exception | None = None
        self.secret_then: str | None = None

    def browser_sign_in(self, setup: OAuthSetup, open_url, wait_seconds=0.0, *, login_hint="", stop) -> Tokens:
        self.secret_then = Keychain().load(client_secret_name(setup.client_id))
        open_url(f"https://a.example/?hint={login_hint}&stopped={stop()}")
        if self.failure is not None:
            raise self.failure
        return Tokens("access", "refresh", datetime.now(UTC))

    def device_sign_in(self, setup: OAuthSetup, show, stop) -> Tokens:
        return self.browser_sign_in(setup, show, stop=stop)


@pytest.fixture
def office() -> Iterator[DemoPostOffice]:
    office = demo_post_office(FULL)
    yield office
    office.server.stop()


@pytest.fixture
def sink(office: DemoPostOffice) -> Iterator[SmtpSink]:
    with SmtpSink({office.user: office.password}) as sink:
        yield sink


@pytest.fixture
def giver() -> Giver:
    return Giver()


@pytest.fixture
def connecting(bench: Bench, giver: Giver) -> Connecting:
    shop = bench.shop
    out = shop.outside
    trying, self_mails = out.trying(bench.clock), out.self_mails(bench.clock)
    return Connecting(shop.mailboxes, Discovery(Servers()), out.secrets, giver, out.quick_source, trying, self_mails)


def run(
    connecting: Connecting, office: DemoPostOffice, smtp: Server | None, password: str
) -> tuple[Trial, list[Tick]]:
    ticks: list[Tick] = []
    proof = Proof(password=password)
    trial = connecting.try_out(replace(office.mailbox, smtp=smtp), proof, SimpleControl(), ticks.append)
    return trial, ticks


# --- trying ----------------------------------------------------------------------------------------------


def test_lines_are_told_as_they_are_decided_and_nothing_is_kept(
    bench: Bench, connecting: Connecting, office: DemoPostOffice, sink: SmtpSink
) -> None:
    now = bench.clock.now()
    office.deliver(mail("new"), "INBOX")
    office.server.store.deliver(office.user, "INBOX", mail("old"), internal_date=now - timedelta(days=200))
    office.server.store.deliver(office.user, "Sent", mail("sent"), internal_date=now - timedelta(days=80))
    office.server.store.deliver(office.user, "Trash", mail("trash"), internal_date=now)

    trial, ticks = run(connecting, office, Server(*sink.address, Security.NONE), office.password)

    assert (trial.receiving, trial.sending, trial.messages, trial.recent) == (None, None, 2, 2)
    assert [tick.part for tick in ticks] == list(Part)
    assert all(tick.failure is None and not tick.is_left_out for tick in ticks)
    assert [mailbox.address for mailbox in bench.shop.mailboxes.all()] == [SHOP]
    assert Keychain().load(secret_name(office.mailbox.address)) is None
    assert sink.accepted == []


def test_a_refused_sign_in_leaves_the_folders_out_and_tries_sending_all_the_same(
    connecting: Connecting, office: DemoPostOffice, sink: SmtpSink
) -> None:
    trial, ticks = run(connecting, office, Server(*sink.address, Security.NONE), "wrong")

    assert isinstance(trial.receiving, SignInRefused)
    assert isinstance(trial.sending, SignInRefused)
    assert [(tick.part, tick.is_left_out) for tick in ticks] == [
        (Part.SIGN_IN, False),
        (Part.FOLDERS, True),
        (Part.SENDING, False),
    ]


def test_folders_that_are_refused_are_another_line_than_the_sign_in(
    connecting: Connecting, office: DemoPostOffice
) -> None:
    refusing = Fault(FaultKind.REFUSE, "EXAMINE", times=None, text="not today")
    office.server.behaviour = replace(FULL, faults=(refusing,))

    trial, ticks = run(connecting, office, None, office.password)

    assert isinstance(trial.receiving, ServerRefused)
    assert ticks[0].failure is None
    assert isinstance(ticks[1].failure, ServerRefused)
    assert ticks[2].is_left_out


def test_a_folder_that_never_opens_is_passed_by(connecting: Connecting) -> None:
    office = demo_post_office(NETEASE)
    try:
        trial, _ = run(connecting, office, None, office.password)
    finally:
        office.server.stop()
    assert trial.receiving is None
    assert trial.folders == 8


def test_a_trial_ends_when_it_is_given_up(connecting: Connecting, office: DemoPostOffice) -> None:
    control = SimpleControl()

    def give_up(tick: Tick) -> None:
        control.cancel()

    with pytest.raises(Cancelled):
        connecting.try_out(office.mailbox, Proof(password=office.password), control, give_up)
    with pytest.raises(Cancelled):
        connecting.try_out(office.mailbox, Proof(password=office.password), control)


# --- searching and keeping -------------------------------------------------------------------------------


def test_an_address_is_refused_before_the_network_is_asked(connecting: Connecting) -> None:
    with pytest.raises(AlreadyConnected):
        connecting.search(f" {SHOP.upper()} ")
    with pytest.raises(InputRefused):
        connecting.search("no address")
    assert connecting.search("new@shop.example").found == FOUND


def test_a_mailbox_with_tokens_keeps_the_grant_and_one_with_a_password_keeps_no_oauth(
    bench: Bench, connecting: Connecting
) -> None:
    tokens = Tokens("access", "refresh", datetime.now(UTC))
    connecting.keep(replace(a_mailbox("one@shop.example"), oauth=SETUP), Proof(tokens=tokens))
    connecting.keep(replace(a_mailbox("two@shop.example"), oauth=SETUP), Proof(password="secret"))

    _, one, two = bench.shop.mailboxes.all()
    assert (one.sign_in, one.oauth) == (SignIn.OAUTH, SETUP)
    assert (two.sign_in, two.oauth) == (SignIn.PASSWORD, None)
    assert Keychain().load(secret_name("one@shop.example")) == "refresh"
    assert Keychain().load(secret_name("two@shop.example")) == "secret"
    assert connecting.known_client(SETUP) == "shop"
    assert connecting.known_client(replace(SETUP, token_url="https://other.example/")) == ""


def test_a_trusted_fingerprint_is_kept_with_its_server(bench: Bench, connecting: Connecting) -> None:
    box = a_mailbox("pinned@shop.example")
    pinned = replace(box, imap=replace(box.imap, fingerprint="ab" * 32))
    connecting.keep(pinned, Proof(password="x"))
    assert bench.shop.mailboxes.by_address("pinned@shop.example").imap == pinned.imap


# --- the browser -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["sign_in_by_browser", "sign_in_by_code"])
def test_a_client_secret_is_there_during_the_sign_in_and_stays_only_if_it_worked(
    connecting: Connecting, giver: Giver, way: str
) -> None:
    shown: list[object] = []

    def sign_in(secret: str) -> Tokens:
        if way == "sign_in_by_code":
            return connecting.sign_in_by_code(SETUP, secret, shown.append, SimpleControl())
        return connecting.sign_in_by_browser(SETUP, secret, SHOP, shown.append, SimpleControl())

    name = client_secret_name("shop")
    giver.failure = SignInNeeded("t.example", "nobody came")
    with pytest.raises(SignInNeeded):
        sign_in("bad secret")
    assert giver.secret_then == "bad secret"
    assert Keychain().load(name) is None
    giver.failure = None
    assert sign_in("good secret").refresh == "refresh"
    giver.failure = SignInRefused("t.example", "no")
    with pytest.raises(SignInRefused):
        sign_in("worse secret")
    assert Keychain().load(name) == "good secret"
    giver.failure = None
    assert sign_in("").access == "access"
    assert len(shown) == 4


def test_a_sign_in_sees_that_it_was_given_up(connecting: Connecting) -> None:
    control, shown = SimpleControl(), []
    control.cancel()
    connecting.sign_in_by_browser(SETUP, "", SHOP, shown.append, control)
    assert shown == [f"https://a.example/?hint={SHOP}&stopped=True"]


def test_the_secrets_of_a_proof_are_not_printed(tmp_path: Path) -> None:
    proof = Proof(password="hidden words", tokens=Tokens("access-1", "refresh-2", datetime.now(UTC)))
    assert "hidden" not in repr(proof)
    assert "access-1" not in repr(proof)
    assert "refresh-2" not in repr(proof)
