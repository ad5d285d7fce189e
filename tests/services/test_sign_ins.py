"""Passwords and tokens on their way from the keychain to the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from shopdesk.demo.imap_server import ImapServer
from shopdesk.demo.imap_store import MailStore
from shopdesk.demo.presets import FULL
from shopdesk.domain.connection import Credential, Tokens
from shopdesk.domain.errors import SignInNeeded, SignInRefused
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, OAuthSetup, Security, Server, SignIn
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.remainder import read_remainder
from shopdesk.services.sign_ins import SignIns, secret_name
from shopdesk.services.sync import MailSync
from shopdesk.system.keychain import Keychain
from tests.fakes.clock import StoppedClock
from tests.services.bench import SHOP, Bench, a_mailbox

SETUP = OAuthSetup("https://id.example/authorize", "https://id.example/token", "shop", ("mail",))


class TokenGiver:
    """Hands out numbered tokens for an hour; `rotates` also changes the refresh token. Fits `ports.OAuth`."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.rotates = False
        self.asked: list[str] = []

    def refresh(self, setup: OAuthSetup, refresh_token: str) -> Tokens:
        assert setup == SETUP
        self.asked.append(refresh_token)
        number = len(self.asked)
        refresh = f"refresh-{number}" if self.rotates else ""
        return Tokens(f"access-{number}", refresh, self._now() + timedelta(hours=1))


def oauth_mailbox(**changes: object) -> Mailbox:
    return a_mailbox(sign_in=SignIn.OAUTH, oauth=SETUP, **changes)


@pytest.fixture
def giver(clock: StoppedClock) -> TokenGiver:
    return TokenGiver(clock.now)


@pytest.fixture
def sign_ins(giver: TokenGiver, clock: StoppedClock) -> SignIns:
    Keychain().save(secret_name(SHOP), "granted")
    return SignIns(Keychain(), giver, clock)


def test_a_password_comes_out_of_the_keychain(sign_ins: SignIns) -> None:
    assert sign_ins.credential(a_mailbox("HELLO@shop.example")) == Credential("HELLO@shop.example", password="granted")


@pytest.mark.parametrize(
    "mailbox", [a_mailbox("new@shop.example"), a_mailbox("new@shop.example", sign_in=SignIn.OAUTH)]
)
def test_without_a_secret_a_person_has_to_sign_in(sign_ins: SignIns, mailbox: Mailbox) -> None:
    with pytest.raises(SignInNeeded) as needed:
        sign_ins.credential(mailbox)

    assert needed.value.host == "imap.shop.example"


def test_oauth_without_its_setup_needs_a_person(sign_ins: SignIns) -> None:
    with pytest.raises(SignInNeeded):
        sign_ins.credential(a_mailbox(sign_in=SignIn.OAUTH))


def test_a_token_serves_until_five_minutes_before_its_end(
    sign_ins: SignIns, giver: TokenGiver, clock: StoppedClock
) -> None:
    assert sign_ins.credential(oauth_mailbox()) == Credential(SHOP, token="access-1")
    clock.advance(timedelta(minutes=54, seconds=59))
    assert sign_ins.credential(oauth_mailbox()).token == "access-1"

    clock.advance(timedelta(seconds=1))

    assert sign_ins.credential(oauth_mailbox()).token == "access-2"
    assert giver.asked == ["granted", "granted"]


def test_each_mailbox_has_a_token_of_its_own(sign_ins: SignIns, giver: TokenGiver) -> None:
    Keychain().save(secret_name("other@shop.example"), "other grant")

    first = sign_ins.credential(oauth_mailbox())
    other = sign_ins.credential(
        Mailbox(MailboxId(2), "other@shop.example", first_server(), None, "other", SignIn.OAUTH, SETUP)
    )

    assert (first.token, other.token, giver.asked) == ("access-1", "access-2", ["granted", "other grant"])


def first_server() -> Server:
    return Server("imap.shop.example", 993, Security.TLS)


def test_a_forgotten_token_is_asked_for_anew(sign_ins: SignIns) -> None:
    mailbox = oauth_mailbox()
    sign_ins.credential(mailbox)

    sign_ins.forget(mailbox.id)
    sign_ins.forget(MailboxId(77))

    assert sign_ins.credential(mailbox).token == "access-2"


def test_a_rotated_grant_is_in_the_keychain_before_its_token_is_used(sign_ins: SignIns, giver: TokenGiver) -> None:
    giver.rotates = True

    sign_ins.credential(oauth_mailbox())
    assert Keychain().load(secret_name(SHOP)) == "refresh-1"
    sign_ins.forget(oauth_mailbox().id)
    sign_ins.credential(oauth_mailbox())

    assert giver.asked == ["granted", "refresh-1"]
    assert Keychain().load(secret_name(SHOP)) == "refresh-2"


def test_a_token_is_not_used_when_its_rotated_grant_cannot_be_kept(giver: TokenGiver, clock: StoppedClock) -> None:
    giver.rotates = True

    class Locked(Keychain):
        def save(self, name: str, secret: str) -> None:
            raise PermissionError("locked")

    Keychain().save(secret_name(SHOP), "granted")
    sign_ins = SignIns(Locked(), giver, clock)

    for _ in range(2):
        with pytest.raises(PermissionError):
            sign_ins.credential(oauth_mailbox())

    assert len(giver.asked) == 2, "the token of the first try was not kept"


# --- on the way to a server ------------------------------------------------------------------------------


class Door:
    """A server that takes some tokens, and the shop's mailbox there."""

    def __init__(self, bench: Bench, giver: TokenGiver, sign_in: SignIn) -> None:
        self.good: set[str] = set()
        self.tried: list[str] = []
        store = MailStore()
        store.add_user("shop", "pass", FULL.folders)
        self.server = ImapServer(store, FULL, check_token=self._check)
        host, port = self.server.start()
        oauth = SETUP
        box = Mailbox(MailboxId(0), "o@shop.example", Server(host, port, Security.NONE), None, "shop", sign_in, oauth)
        self.mailbox = bench.shop.mailboxes.add(box, "granted")
        sign_ins = SignIns(Keychain(), giver, bench.clock)
        self.sync = MailSync(
            bench.shop.store, ImapSource(), sign_ins, bench.clock, bench.readers, bench.shop._beside, read_remainder
        )

    def _check(self, user: str, token: str) -> bool:
        self.tried.append(token)
        return token in self.good


@pytest.fixture
def door(bench: Bench, giver: TokenGiver) -> Iterator[Door]:
    door = Door(bench, giver, SignIn.OAUTH)
    yield door
    door.server.stop()


def test_a_refused_token_is_renewed_once(door: Door) -> None:
    door.good = {"access-2"}

    session = door.sync.connect(door.mailbox)

    assert session.folders()
    assert list(dict.fromkeys(door.tried)) == ["access-1", "access-2"]
    session.close()


def test_a_token_that_is_refused_again_is_given_up(door: Door, giver: TokenGiver) -> None:
    with pytest.raises(SignInRefused):
        door.sync.connect(door.mailbox)

    assert len(giver.asked) == 2


def test_a_refused_password_is_not_tried_twice_also_where_a_grant_could_be_had(bench: Bench, giver: TokenGiver) -> None:
    door = Door(bench, giver, SignIn.PASSWORD)

    with pytest.raises(SignInRefused):
        door.sync.connect(door.mailbox)

    assert sum(command.startswith(("AUTHENTICATE", "LOGIN")) for command in door.server.commands()) == 1
    door.server.stop()
