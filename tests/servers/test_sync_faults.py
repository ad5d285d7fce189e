"""Whatever a server or a line does in the middle of a sync: in the end every mail is here once, with its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from shopdesk.demo.behaviour import Behaviour, Fault, FaultKind
from shopdesk.demo.presets import COURIER, FULL, ICLOUD, PLAIN
from shopdesk.domain.errors import (
    ConnectionLost,
    FolderGone,
    ServerBusy,
    ServerProblem,
    ServerRefused,
    ServerUnreachable,
    SignInRefused,
)
from shopdesk.mail.imap import ImapSource
from shopdesk.mail.timeouts import Timeouts
from shopdesk.services.sync import SyncReport
from tests.servers.desk import Desk, hashes_of
from tests.servers.letters import letter
from tests.servers.post_offices import DemoPostOffice, demo_post_office

pytestmark = pytest.mark.server

MAILS = 130
LARGE = 12
K = FaultKind
IMPATIENT = Timeouts(connect=2.0, read=0.6)

FAULTS = {
    "cut in the greeting": Fault(K.CUT, "GREETING"),
    "silence in the greeting": Fault(K.SILENCE, "GREETING"),
    "cut in a literal": Fault(K.CUT_IN_LITERAL, "UID FETCH", after=700),
    "cut in a late literal": Fault(K.CUT_AFTER_BYTES, "UID FETCH", at=2, after=90_000),
    "reset in a literal": Fault(K.RESET_IN_LITERAL, "UID FETCH", after=500),
    "reset": Fault(K.RESET, "UID FETCH", at=2),
    "cut before the tag": Fault(K.CUT_BEFORE_TAG, "UID FETCH"),
    "cut before the tag of the search": Fault(K.CUT_BEFORE_TAG, "UID SEARCH"),
    "silence in a literal": Fault(K.SILENCE_IN_LITERAL, "UID FETCH", after=900),
    "silence": Fault(K.SILENCE, "UID FETCH", at=2),
    "BYE": Fault(K.BYE, "UID FETCH", at=2, text="server shuts down"),
    "BYE at sign-in": Fault(K.BYE, "SIGN-IN", text="too many connections"),
    "not available for now": Fault(K.REFUSE, "UID FETCH", at=2, text="[UNAVAILABLE] try later"),
    "throttled": Fault(K.REFUSE, "UID FETCH", text="[THROTTLED] slow down"),
    "select refused once": Fault(K.REFUSE, "EXAMINE", text="[UNAVAILABLE] not now"),
    "fewer answers than asked for": Fault(K.MISSING_ANSWERS, "UID FETCH", every=3),
    "every mail twice": Fault(K.DOUBLE_ANSWERS, "UID FETCH", times=None),
    "wrong sizes": Fault(K.WRONG_SIZE, "UID FETCH", times=None),
    "a date from nowhere": Fault(K.ODD_DATE, "UID FETCH", times=None, text="32-Foo-0000 99:99:99 +9999"),
    "no bodies for some": Fault(K.NIL_BODY, "UID FETCH", every=4),
    "unasked lines in between": Fault(K.UNSOLICITED, "UID FETCH", times=None),
    "BAD now and then": Fault(K.BAD, "UID FETCH", at=2, text="internal confusion"),
}


@pytest.fixture
def offices() -> Iterator[list[DemoPostOffice]]:
    open_ones: list[DemoPostOffice] = []
    yield open_ones
    for office in open_ones:
        office.server.stop()


def filled(offices: list[DemoPostOffice], behaviour: Behaviour, mails: int = MAILS) -> DemoPostOffice:
    office = demo_post_office(behaviour)
    offices.append(office)
    for number in range(mails):
        office.deliver(letter(number, picture=45_000 if number % (mails // LARGE or 1) == 0 else 0))
    return office


def stubborn_sync(desk: Desk, tries: int = 6) -> list[ServerProblem]:
    """Pass after pass, as the engine does it, until one is complete; out: what went wrong on the way."""
    problems: list[ServerProblem] = []
    for _ in range(tries):
        try:
            report = desk.sync()
        except ServerProblem as problem:
            problems.append(problem)
        else:
            if report.missing == 0:
                return problems
    raise AssertionError(f"never complete: {problems}")


def patient(folder: Path, office: DemoPostOffice) -> Desk:
    return Desk(folder, office, source=ImapSource(timeouts=IMPATIENT))


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("server", [FULL, PLAIN], ids=["full", "plain"])
def test_after_any_fault_the_next_passes_bring_everything_once(
    name: str, server: Behaviour, offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    office = filled(offices, replace(server, faults=(FAULTS[name],)))

    with patient(tmp_path, office) as desk:
        problems = stubborn_sync(desk)
        assert desk.hashes() == hashes_of(office.contents("INBOX"))
        assert desk.shop.upkeep.check().is_sound
        assert len(problems) <= 1, "one fault costs one pass at the most"
        assert all(isinstance(p, ConnectionLost | ServerBusy | ServerUnreachable | ServerRefused) for p in problems)


@pytest.mark.parametrize("packet", [1, 7])
def test_packets_of_a_few_bytes_are_put_together(packet: int, offices: list[DemoPostOffice], tmp_path: Path) -> None:
    office = filled(offices, replace(FULL, packet_size=packet), mails=4 if packet == 1 else 12)

    with Desk(tmp_path, office) as desk:
        desk.sync()
        assert desk.hashes() == hashes_of(office.contents("INBOX"))


@pytest.mark.parametrize("kind", [K.EXPUNGE_MISSING, K.EXPUNGE_NIL])
def test_a_mail_expunged_during_the_fetch_is_not_stored(
    kind: FaultKind, offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    office = filled(offices, replace(FULL, faults=(Fault(kind, "UID FETCH"),)), mails=40)

    with Desk(tmp_path, office) as desk:
        stubborn_sync(desk)
        stubborn_sync(desk)
        assert len(office.contents("INBOX")) == 39
        assert desk.hashes() == hashes_of(office.contents("INBOX"))


@pytest.mark.parametrize("server", [FULL, PLAIN, ICLOUD], ids=["full", "plain", "icloud"])
def test_new_uidvalidity_doubles_nothing_and_keeps_conversations(
    server: Behaviour, offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    office = filled(offices, server, mails=30)
    with Desk(tmp_path, office) as desk:
        desk.sync()
        homes = {place.message_id: place.conversation for place in desk.places()}
        done = [home for home in homes.values() if home is not None][:3]
        desk.shop.conversations.mark_done(done)
        office.expunge([3])
        office.server.store.change_uidvalidity(office.user, "INBOX")

        desk.sync()

        assert desk.hashes() == hashes_of(office.contents("INBOX"))
        assert {p.message_id: p.conversation for p in desk.places()}.items() <= homes.items()
        assert {p.uidvalidity for p in desk.places()} == {office.server.store.folder(office.user, "INBOX").uidvalidity}
        assert all(row.state == "done" for row in desk.shop.conversations.rows(done))
        assert desk.shop.conversations.counts().needs_reply == 30 - 3 - 1


@pytest.mark.parametrize("look", [2, 4], ids=["of another folder", "for the whole mails"])
def test_one_sync_is_complete_though_uidvalidity_changes_between_two_looks(
    offices: list[DemoPostOffice], tmp_path: Path, look: int
) -> None:
    office = filled(offices, replace(FULL, faults=(Fault(K.NEW_UIDVALIDITY, "EXAMINE", at=look),)), mails=20)

    with Desk(tmp_path, office) as desk:
        assert desk.sync().missing == 0
        assert desk.hashes() == hashes_of(office.contents("INBOX"))
        assert desk.sync().new == 0


def test_a_sync_that_numbers_run_away_from_says_that_mails_are_missing(
    offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    numbered_anew = (
        Fault(K.NEW_UIDVALIDITY, "EXAMINE", at=4, times=None),
        Fault(K.NEW_UIDVALIDITY, "SELECT", times=None),
    )
    office = filled(offices, replace(FULL, faults=numbered_anew), mails=20)

    with Desk(tmp_path, office) as desk:
        assert desk.sync().missing == 20
        assert len(desk.places()) == 20


@pytest.mark.parametrize("says_so", [True, False], ids=["by its capabilities", "by its numbers"])
def test_a_server_that_keeps_the_numbers_of_selected_folders_alone_is_read_once(
    offices: list[DemoPostOffice], tmp_path: Path, says_so: bool
) -> None:
    capabilities = tuple(word for word in COURIER.capabilities if says_so or word != "ACL2=UNION")
    office = filled(offices, replace(COURIER, capabilities=capabilities), mails=20)

    with Desk(tmp_path, office) as desk:
        assert desk.sync() == SyncReport(new=20, finished=20)
        assert desk.hashes() == hashes_of(office.contents("INBOX"))
        homes = {place.message_id: place.conversation for place in desk.places()}
        assert [desk.sync().new for _ in range(2)] == [0, 0]
        assert {place.message_id: place.conversation for place in desk.places()} == homes


def test_a_mailbox_that_refuses_its_password_says_so_and_others_go_on(
    offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    good, bad = filled(offices, FULL, mails=5), filled(offices, FULL, mails=5)
    bad.password = "wrong"

    with Desk(tmp_path, bad, good) as desk:
        with pytest.raises(SignInRefused):
            desk.shop.sync.connect(desk.mailboxes[bad.mailbox.address])
        desk.mailboxes.pop(bad.mailbox.address)
        assert desk.sync().new == 5


def test_a_folder_that_never_opens_stops_no_other(offices: list[DemoPostOffice], tmp_path: Path) -> None:
    office = filled(offices, replace(FULL, refused_folders=frozenset({"Archive"})), mails=5)
    office.create("Zebra")
    office.deliver(letter(900), folder="Zebra")

    with Desk(tmp_path, office) as desk:
        report = _tolerant(desk)
        assert report.new == 6
        assert desk.hashes() == hashes_of(office.contents("INBOX", "Zebra"))


def _tolerant(desk: Desk) -> SyncReport:
    try:
        return desk.sync()
    except FolderGone as gone:
        raise AssertionError("a folder that does not open must not end the pass") from gone


def test_a_nothing_new_pass_needs_at_most_two_round_trips_for_a_folder(
    offices: list[DemoPostOffice], tmp_path: Path
) -> None:
    office = filled(offices, FULL, mails=25)
    with Desk(tmp_path, office) as desk:
        desk.sync()
        office.server.forget_log()
        desk.sync()
        looks = [c for c in office.server.commands() if c.startswith(("EXAMINE", "SELECT", "UID", "FETCH", "SEARCH"))]
        wanted = 3  # INBOX, Sent, Archive
        assert len(looks) <= 2 * wanted, looks
