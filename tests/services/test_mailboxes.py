"""Connecting, changing, trying and removing mailboxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from shopdesk.demo.presets import FULL
from shopdesk.demo.smtp_sink import SmtpSink
from shopdesk.domain.errors import InputRefused, NotFound, ServerUnreachable, SignInNeeded, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import MailboxState, Security, Server
from shopdesk.services.sign_ins import secret_name
from shopdesk.system.keychain import Keychain
from tests.servers.post_offices import DemoPostOffice, demo_post_office
from tests.services.bench import ANNA, SHOP, Bench, a_mailbox, mail

OTHER = "other@shop.example"


def secret(address: str) -> str | None:
    return Keychain().load(secret_name(address))


# --- add -------------------------------------------------------------------------------------------------


def test_a_new_mailbox_is_listed_its_secret_is_in_the_keychain_and_nowhere_else(bench: Bench) -> None:
    new = bench.shop.mailboxes.add(a_mailbox(OTHER), "the secret word")

    assert [mailbox.address for mailbox in bench.shop.mailboxes.all()] == [SHOP, OTHER]
    assert bench.shop.mailboxes.by_address("OTHER@shop.example").id == new
    assert secret(OTHER) == "the secret word"
    assert [changes.mailboxes for changes in bench.heard] == [{new}]
    stored = b"".join(file.read_bytes() for file in bench.shop.data_folder.iterdir() if file.is_file())
    assert b"the secret word" not in stored


@pytest.mark.parametrize("address", [SHOP, SHOP.upper()])
def test_an_address_is_connected_once(bench: Bench, address: str) -> None:
    with pytest.raises(InputRefused) as refused:
        bench.shop.mailboxes.add(a_mailbox(address), "another secret")

    assert refused.value.field == "address"
    assert secret(SHOP) == "secret", "the secret of the first one stays"
    assert bench.heard == []


@pytest.mark.parametrize("address", ["", "shop", "@shop.example", "shop@", "my shop@shop.example", "a@b\n.example"])
def test_what_is_no_address_is_refused(bench: Bench, address: str) -> None:
    with pytest.raises(InputRefused):
        bench.shop.mailboxes.add(a_mailbox(address), "secret")

    assert secret(address) is None


def test_an_address_that_nobody_connected_is_not_found(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.shop.mailboxes.by_address("nobody@shop.example")


# --- change ----------------------------------------------------------------------------------------------


def test_changed_settings_let_a_mailbox_try_again(bench: Bench) -> None:
    mailbox = bench.shop.mailboxes.by_address(SHOP)
    bench.shop.sync.note_failure(mailbox.id, SignInNeeded("imap.shop.example", "no"))
    (before,) = bench.shop.mailboxes.health()
    assert (before.state, before.failures) == (MailboxState.SIGN_IN_NEEDED, 1)
    bench.heard.clear()

    bench.shop.mailboxes.change(replace(mailbox, name="The shop"), "a new secret")

    (health,) = bench.shop.mailboxes.health()
    assert (health.failures, health.next_try, health.problem, health.mailbox.shown) == (0, None, "", "The shop")
    assert secret(SHOP) == "a new secret"
    assert [changes.mailboxes for changes in bench.heard] == [{mailbox.id}]


def test_settings_alone_leave_the_secret(bench: Bench) -> None:
    bench.shop.mailboxes.change(replace(bench.shop.mailboxes.by_address(SHOP), since_days=30))

    assert secret(SHOP) == "secret"
    assert bench.shop.mailboxes.by_address(SHOP).since_days == 30


def test_a_pause_is_kept_told_once_and_leaves_everything_else(bench: Bench) -> None:
    box = bench.shop.mailboxes.by_address(SHOP)
    bench.heard.clear()
    bench.shop.mailboxes.pause(box.id, paused=True)
    bench.shop.mailboxes.pause(box.id, paused=True)
    assert bench.shop.mailboxes.by_address(SHOP) == replace(box, paused=True)
    assert [changes.mailboxes for changes in bench.heard] == [{box.id}]
    bench.shop.mailboxes.pause(box.id, paused=False)
    assert bench.shop.mailboxes.by_address(SHOP) == box
    with pytest.raises(NotFound):
        bench.shop.mailboxes.pause(MailboxId(99), paused=True)


def test_another_password_replaces_the_old_one_and_the_mailbox_may_try_again(bench: Bench) -> None:
    box = bench.shop.mailboxes.by_address(SHOP)
    for _ in range(2):
        bench.shop.sync.note_failure(box.id, SignInRefused("imap.shop.example", "no"))
    bench.shop.mailboxes.renew_secret(box.id, "the new word")
    assert secret(SHOP) == "the new word"
    assert bench.shop.mailboxes.health()[0].failures == 0
    with pytest.raises(NotFound):
        bench.shop.mailboxes.renew_secret(MailboxId(99), "x")


@pytest.mark.parametrize("given", [None, "new secret"])
def test_with_another_address_the_secret_goes_along(bench: Bench, given: str | None) -> None:
    mailbox = bench.shop.mailboxes.by_address(SHOP)

    bench.shop.mailboxes.change(replace(mailbox, address="Renamed@shop.example"), given)

    assert secret("renamed@shop.example") == (given or "secret")
    assert secret(SHOP) is None
    assert bench.shop.mailboxes.by_address("renamed@shop.example").id == mailbox.id


def test_the_address_of_another_mailbox_is_refused_and_its_secret_stays(bench: Bench) -> None:
    bench.connect(OTHER)
    bench.shop.mailboxes.change(bench.shop.mailboxes.by_address(OTHER), "others secret")

    with pytest.raises(InputRefused):
        bench.shop.mailboxes.change(replace(bench.shop.mailboxes.by_address(SHOP), address=OTHER), "mine")

    assert (secret(SHOP), secret(OTHER)) == ("secret", "others secret")


def test_a_mailbox_that_is_not_there_cannot_be_changed(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.shop.mailboxes.change(replace(a_mailbox(OTHER), id=MailboxId(99)), "secret")

    assert secret(OTHER) is None


# --- try -------------------------------------------------------------------------------------------------


@pytest.fixture
def office() -> Iterator[DemoPostOffice]:
    office = demo_post_office(FULL)
    yield office
    office.server.stop()


@pytest.fixture
def sink(office: DemoPostOffice) -> Iterator[SmtpSink]:
    with SmtpSink({office.user: office.password}) as sink:
        yield sink


def connected(bench: Bench, office: DemoPostOffice, smtp: Server | None, password: str = "") -> str:
    bench.shop.mailboxes.add(replace(office.mailbox, smtp=smtp), password or office.password)
    return office.mailbox.address


def test_a_mailbox_that_works_says_what_is_there(bench: Bench, office: DemoPostOffice, sink: SmtpSink) -> None:
    office.deliver(mail("one"))
    address = connected(bench, office, Server(*sink.address, Security.NONE))

    trial = bench.shop.mailboxes.test(address)

    assert (trial.receiving, trial.sending, trial.messages) == (None, None, 1)
    assert trial.folders == 6
    assert list(bench.shop.ledger.mails()) == [], "nothing is fetched"
    assert office.server.counts.open_connections <= 1


def test_trouble_with_sending_is_told_apart_from_receiving(bench: Bench, office: DemoPostOffice) -> None:
    address = connected(bench, office, Server("127.0.0.1", 1, Security.NONE))

    trial = bench.shop.mailboxes.test(address)

    assert trial.receiving is None
    assert isinstance(trial.sending, ServerUnreachable)


def test_trouble_with_receiving_is_told_apart_from_sending(
    bench: Bench, office: DemoPostOffice, sink: SmtpSink
) -> None:
    mailbox = replace(
        office.mailbox, imap=Server("127.0.0.1", 1, Security.NONE), smtp=Server(*sink.address, Security.NONE)
    )
    bench.shop.mailboxes.add(mailbox, office.password)

    trial = bench.shop.mailboxes.test(mailbox.address)

    assert isinstance(trial.receiving, ServerUnreachable)
    assert (trial.sending, trial.folders) == (None, 0)


def test_a_wrong_password_is_refused_and_without_a_sending_server_nothing_is_sent(
    bench: Bench, office: DemoPostOffice
) -> None:
    address = connected(bench, office, None, "wrong")

    trial = bench.shop.mailboxes.test(address)

    assert isinstance(trial.receiving, SignInRefused)
    assert trial.sending is None


# --- remove ----------------------------------------------------------------------------------------------


def test_a_removed_mailbox_takes_its_mails_and_its_secret_along(bench: Bench) -> None:
    gone = bench.connect(OTHER)
    stays = bench.comes(mail("stays"))
    goes = bench.comes(mail("goes", sender="B <b@x.example>", subject="B"), address=OTHER)
    (raw,) = [place.sha256 for place in bench.shop.ledger.mails() if place.mailbox == OTHER]
    assert raw is not None
    bench.heard.clear()

    bench.shop.mailboxes.remove("OTHER@shop.example")

    assert [mailbox.address for mailbox in bench.shop.mailboxes.all()] == [SHOP]
    assert [row.id for row in bench.rows()] == [stays]
    assert (secret(OTHER), secret(SHOP)) == (None, "secret")
    with pytest.raises(NotFound):
        bench.shop.store.archive.get(raw)
    assert all(changes.mailboxes <= {gone} for changes in bench.heard)
    assert frozenset().union(*(changes.removed_conversations for changes in bench.heard)) == {goes}
    assert stays not in frozenset().union(*(changes.conversations for changes in bench.heard))
    assert bench.shop.upkeep.check().is_sound


def test_a_mail_that_another_mailbox_has_too_stays(bench: Bench) -> None:
    bench.connect(OTHER)
    raw = mail("both", sender=ANNA)
    home = bench.comes(raw, address=OTHER)
    bench.comes(raw)

    bench.shop.mailboxes.remove(OTHER)

    assert [(row.id, row.messages) for row in bench.rows()] == [(home, 1)]
    (place,) = bench.shop.ledger.mails()
    assert place.uid is not None
    assert bench.shop.ledger.raw(SHOP, "INBOX", place.uid) == raw


def test_a_mailbox_that_is_not_there_cannot_be_removed(bench: Bench) -> None:
    with pytest.raises(NotFound):
        bench.shop.mailboxes.remove("nobody@shop.example")


def test_a_removed_address_can_be_connected_again(bench: Bench) -> None:
    bench.comes(mail("one"))
    bench.shop.mailboxes.remove(SHOP)

    bench.connect(SHOP)

    assert bench.rows() == []
    assert [health.state for health in bench.shop.mailboxes.health()] == [MailboxState.NEW]
