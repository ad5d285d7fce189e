"""Counts equal the database after 1,000 random events: a real shop, its real store, the presenter over both."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from shopdesk.domain.changes import Changes
from shopdesk.domain.conversation import ConversationState, ListFilter, TabCounts
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.jobs.lane import InlineLane
from shopdesk.ui.inbox.presenter import InboxPresenter
from shopdesk.ui.inbox.sections import Heading
from shopdesk.ui.inbox.tabs import Tab
from shopdesk.ui.inbox.triage import Triage
from tests.fakes.clock import StoppedClock
from tests.services.bench import Bench, answer, mail

EVENTS = 1_000
MACHINE = "Auto-Submitted: auto-generated\nPrecedence: bulk"
PHOTO = 'Content-Type: multipart/mixed; boundary="b"'
PHOTO_BODY = (
    "--b\nContent-Type: text/plain\n\nSee the photo.\n--b\nContent-Type: image/png\n"
    'Content-Disposition: attachment; filename="lamp.png"\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n--b--\n'
)


@dataclass
class Silent:
    """A view that only remembers the counts."""

    counts: TabCounts = field(default_factory=TabCounts)
    totals: TabCounts = field(default_factory=TabCounts)

    def show_counts(self, counts: TabCounts, totals: TabCounts) -> None:
        self.counts, self.totals = counts, totals

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not name.startswith(("show_", "keep_")):
            raise AttributeError(name)
        return lambda *_, **__: None


class Day:
    """Somebody works while mails come in; everything by dice."""

    def __init__(self, bench: Bench, clock: StoppedClock, dice: random.Random) -> None:
        self.bench, self.clock, self.dice = bench, clock, dice
        self.view = Silent()
        self.inbox = InboxPresenter(bench.shop, InlineLane(), self.view, clock.now)  # type: ignore[arg-type]
        self.triage = Triage(bench.use, self.inbox, self.view, InlineLane())  # type: ignore[arg-type]
        self.triage.targets = self.inbox.targets
        self.names = 0
        self.reached: set[ConversationState] = set()
        self.inbox.start()

    # --- what can happen -------------------------------------------------------------------------------

    def mail_comes(self) -> None:
        self.names += 1
        person = self.dice.randrange(40)
        refers = f"n{self.dice.randrange(self.names)}" if self.dice.random() < 0.4 else ""
        extra, body = "", f"Question {self.names}"
        if self.dice.random() < 0.15:
            extra = MACHINE
        elif self.dice.random() < 0.2:
            extra, body = PHOTO, PHOTO_BODY
        sender = f"Person {person} <p{person}@mail.example>"
        raw = mail(
            f"n{self.names}", sender=sender, subject=f"Matter {self.names}", answers=refers, body=body,
            when=self.clock.now(), extra=extra,
        )  # fmt: skip
        self.bench.come(raw, when=self.clock.now())

    def we_answer(self) -> None:
        self.names += 1
        person = self.dice.randrange(40)
        raw = answer(
            f"n{self.names}", f"n{self.dice.randrange(self.names)}", to=f"p{person}@mail.example",
            when=self.clock.now(),
        )  # fmt: skip
        self.bench.come(raw, folder="Sent", when=self.clock.now())

    def select_some(self) -> None:
        everyone = self.inbox.listing.everyone()
        self.inbox.selection.choose(self.dice.sample(everyone, min(len(everyone), self.dice.choice((0, 1, 3, 60)))))

    def triage_some(self) -> None:
        until = self.clock.now() + timedelta(minutes=self.dice.randrange(1, 400))
        deeds: tuple[Callable[[], None], ...] = (
            self.triage.mark_done, self.triage.reopen, self.triage.wait, self.triage.mark_unread,
            lambda: self.triage.snooze(until),
        )  # fmt: skip
        self.dice.choice(deeds)()

    def go_on(self) -> None:
        self.inbox.go(self.dice.choice((1, 1, -1)))
        if self.inbox.current is not None:
            self.triage.was_seen(self.inbox.current)

    def change_tab(self) -> None:
        self.inbox.choose_tab(self.dice.choice(list(Tab)))

    def change_filter(self) -> None:
        mailbox = self.dice.choice((None, None, MailboxId(1), MailboxId(9)))
        unread, files = self.dice.random() < 0.4, self.dice.random() < 0.3
        self.inbox.filter(self.dice.choice((ListFilter(), ListFilter(mailbox, unread=unread, attachments=files))))

    def merge_two(self) -> None:
        everyone = self.inbox.listing.everyone()
        if len(everyone) > 1:
            self.bench.use.merge(self.dice.sample(everyone, 2))

    def time_passes(self) -> None:
        self.clock.advance(timedelta(minutes=self.dice.randrange(1, 90)))
        self.bench.use.wake_due()
        self.inbox.tick()

    # --- what must hold --------------------------------------------------------------------------------

    def hear(self) -> None:
        """The window hears of what was written a moment later, and merged."""
        news = Changes()
        for one in self.bench.heard:
            news = news | one
        self.bench.heard.clear()
        self.inbox.apply(news)

    def check(self) -> None:
        inbox, use = self.inbox, self.bench.use
        self.reached |= {state for state in ConversationState if use.ids(state)}
        assert self.view.counts == inbox.counts == use.counts(inbox.only)
        assert self.view.totals == inbox.totals == use.counts()
        fresh = InboxPresenter(self.bench.shop, InlineLane(), Silent(), self.clock.now)  # type: ignore[arg-type]
        fresh.only = inbox.only
        fresh.choose_tab(inbox.tab)
        shown, wanted = set(inbox.listing.everyone()), set(fresh.listing.everyone())
        is_open = {inbox.current} if inbox.only.unread else set()
        assert shown - is_open == wanted - is_open
        assert len(inbox.listing.everyone()) == len(shown)
        assert set(inbox.selection.ids()) <= shown
        if shown == wanted:
            assert headings(inbox) == headings(fresh)
        keys = [inbox.tab.sort_key(row) for row in inbox.listing.known_all(inbox.listing.everyone())]
        if inbox.tab is not Tab.NEEDS_REPLY:  # there the undated ones stand last
            assert keys == sorted(keys)


def headings(inbox: InboxPresenter) -> list[tuple[int, int]]:
    found = [inbox.listing.at(row) for row in inbox.listing.heading_rows()]
    return [(int(heading.section), heading.number) for heading in found if isinstance(heading, Heading)]


@pytest.fixture
def bench(data_folder: Path, clock: StoppedClock) -> Iterator[Bench]:
    """A shop with one mailbox."""
    with Bench(data_folder, clock) as bench:
        bench.connect()
        yield bench


@pytest.mark.parametrize("seed", [7, 2026])
def test_tabs_and_headings_equal_the_database_after_1000_random_events(
    bench: Bench, clock: StoppedClock, seed: int
) -> None:
    day = Day(bench, clock, random.Random(seed))
    for _ in range(60):
        day.mail_comes()
    day.hear()
    day.check()
    happenings = (
        day.mail_comes, day.mail_comes, day.mail_comes, day.we_answer, day.select_some, day.triage_some,
        day.triage_some, day.triage_some, day.go_on, day.go_on, day.change_tab, day.change_filter, day.merge_two,
        day.time_passes, day.triage.undo, day.triage.undo,
    )  # fmt: skip
    for number in range(EVENTS):
        day.dice.choice(happenings)()
        if day.dice.random() < 0.7:
            day.hear()
        if number % 5 == 0:
            day.hear()
            day.check()
    day.hear()
    day.check()
    assert day.reached == set(ConversationState), "the dice reached every state"
    assert day.names > 150


def test_a_conversation_number_is_never_shown_twice(bench: Bench, clock: StoppedClock) -> None:
    day = Day(bench, clock, random.Random(3))
    for _ in range(5):
        day.mail_comes()
    day.hear()
    before = list(day.inbox.listing.everyone())
    number = ConversationId(before[0])
    day.inbox.apply(Changes(conversations=frozenset({number})))
    day.inbox.refresh([number, number])
    assert list(day.inbox.listing.everyone()) == before
