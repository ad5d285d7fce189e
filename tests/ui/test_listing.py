"""The rows of a list stay right through every change, and every change is told in place."""

import random
from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.mood import Mood
from shopdesk.domain.target import TargetRules
from shopdesk.domain.target_sum import with_due_time
from shopdesk.ui.inbox.listing import Listing
from shopdesk.ui.inbox.sections import Heading, Section, section_at
from shopdesk.ui.inbox.tabs import Tab

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def conversation(number: int, waited: float | None, mood: Mood = Mood.CALM) -> Conversation:
    """A conversation that waits since `waited` hours and is due 24 hours later."""
    since = None if waited is None else NOW - timedelta(hours=waited)
    row = Conversation(
        id=ConversationId(number),
        state=ConversationState.NEEDS_REPLY,
        subject=f"Subject {number}",
        customer_name="Anna",
        customer_email="anna@example.org",
        mailbox_id=MailboxId(1),
        last_at=since or NOW - timedelta(seconds=number),
        waiting_since=since,
        mood=mood,
    )
    return with_due_time(row, TargetRules())


def section(row: Conversation) -> Section:
    """Overdue, angry, due today or later at `NOW`."""
    return section_at(row, NOW)


class Mirror:
    """Follows the announcements as a view would; what it holds must always be as long as the list."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.rows = len(listing)
        self.resets = 0
        self.inserts = 0
        self._expected = 0

    def about_to_insert(self, row: int, count: int) -> None:
        assert 0 <= row <= self.rows
        assert len(self.listing) == self.rows
        self.rows += count
        self.inserts += 1

    def inserted(self) -> None:
        assert len(self.listing) == self.rows

    def about_to_remove(self, row: int, count: int) -> None:
        assert row >= 0
        assert row + count <= self.rows
        self.rows -= count

    def removed(self) -> None:
        assert len(self.listing) == self.rows

    def changed(self, first: int, last: int) -> None:
        assert 0 <= first <= last < self.rows

    def about_to_reset(self) -> None:
        self.resets += 1

    def was_reset(self) -> None:
        self.rows = len(self.listing)


def shown(listing: Listing) -> list[object]:
    """Headings as (section, count), conversations as numbers."""
    rows: list[object] = []
    for row in range(len(listing)):
        found = listing.at(row)
        assert found is not None
        rows.append((found.section, found.number) if isinstance(found, Heading) else int(found.id))
    return rows


def wanted(rows: Sequence[Conversation]) -> list[object]:
    """What a list made anew would show."""
    fresh = Listing(lambda ids: [row for row in rows if row.id in ids])
    fresh.load([row.id for row in in_order(rows)], Tab.NEEDS_REPLY.sort_key, section)
    return shown(fresh)


def in_order(rows: Sequence[Conversation]) -> list[Conversation]:
    """As the store orders a tab: overdue, then angry, then by due time, those without one last."""
    return sorted(rows, key=lambda row: plainly(row, NOW))


def plainly(row: Conversation, now: datetime) -> tuple[int, bool, datetime]:
    """The order said in the plainest way."""
    rank = 0 if row.due_at is not None and row.due_at <= now else 1 if row.mood is Mood.ANGRY else 2
    return rank, row.due_at is None, row.due_at or row.last_at


def test_headings_stand_before_the_first_of_each_section() -> None:
    rows = [conversation(1, 30), conversation(2, 23), conversation(3, 2), conversation(4, None)]
    listing = Listing(lambda ids: [row for row in rows if row.id in ids])
    listing.load([row.id for row in in_order(rows)], Tab.NEEDS_REPLY.sort_key, section)
    assert shown(listing) == [(Section.OVERDUE, 1), 1, (Section.DUE_TODAY, 1), 2, (Section.LATER, 2), 3, 4]
    assert listing.heading_rows() == [0, 2, 4]


HOURS = st.one_of(st.none(), st.integers(0, 60))


@settings(max_examples=60, deadline=None)
@given(st.lists(HOURS, max_size=12), st.lists(st.tuples(st.integers(1, 16), HOURS, st.booleans()), max_size=25))
def test_a_list_changed_in_place_equals_a_list_made_anew(
    first: list[int | None], changes: list[tuple[int, int | None, bool]]
) -> None:
    truth = {n: conversation(n, None if hours is None else hours + n / 100) for n, hours in enumerate(first, start=1)}
    listing = Listing(lambda ids: [truth[i] for i in ids if i in truth])
    listing.load([row.id for row in in_order(list(truth.values()))], Tab.NEEDS_REPLY.sort_key, section)
    mirror = Mirror(listing)
    listing.watch(mirror)
    for number, hours, gone in changes:
        if gone:
            truth.pop(number, None)
            listing.drop(ConversationId(number))
        else:
            truth[number] = conversation(number, None if hours is None else hours + number / 100)
            listing.put(truth[number])
        assert sorted(map(str, shown(listing))) == sorted(map(str, wanted(list(truth.values()))))
        dated = [row for row in shown(listing) if isinstance(row, int) and truth[row].waiting_since]
        fresh = wanted(list(truth.values()))
        assert dated == [row for row in fresh if isinstance(row, int) and truth[row].waiting_since]
    assert mirror.resets == 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_bringing_a_list_in_line_gives_the_wanted_order_without_a_reset(seed: int) -> None:
    chance = random.Random(seed)
    truth = {n: conversation(n, chance.uniform(0, 60)) for n in range(1, chance.randint(1, 40))}
    listing = Listing(lambda ids: [truth[i] for i in ids if i in truth])
    listing.load([row.id for row in in_order(list(truth.values()))], Tab.NEEDS_REPLY.sort_key, section)
    mirror = Mirror(listing)
    listing.watch(mirror)
    touched = [n for n in range(1, 50) if chance.random() < 0.3]
    for number in touched:
        truth[number] = conversation(number, chance.uniform(0, 60))
    listing.bring_in_line([row.id for row in in_order(list(truth.values()))], touched)
    assert shown(listing) == wanted(list(truth.values()))
    assert mirror.resets == 0


def test_time_moves_the_headings() -> None:
    clock = [NOW]
    rows = [conversation(1, 30), conversation(2, 23.5)]

    def by_clock(row: Conversation) -> Section:
        return section_at(row, clock[0])

    listing = Listing(lambda ids: [row for row in rows if row.id in ids])
    listing.load([1, 2], Tab.NEEDS_REPLY.sort_key, by_clock)
    assert shown(listing) == [(Section.OVERDUE, 1), 1, (Section.DUE_TODAY, 1), 2]
    clock[0] = NOW + timedelta(hours=1)
    listing.regroup()
    assert shown(listing) == [(Section.OVERDUE, 2), 1, 2]


def test_a_computer_asleep_over_midnight_wakes_up_with_the_right_headings_and_the_same_due_times() -> None:
    midnight = (NOW + timedelta(days=1)).astimezone().replace(hour=0, minute=0, second=0)
    evening, morning = midnight - timedelta(hours=1), midnight + timedelta(hours=8)
    waits = {1: -0.5, 2: 0.5, 3: 9, 4: 30}  # hours from midnight to the due time
    moods = {2: Mood.CALM, 3: Mood.ANGRY}
    rows = {
        number: conversation(number, (NOW - midnight) / timedelta(hours=1) + 24 - hours, moods.get(number, Mood.CALM))
        for number, hours in waits.items()
    }
    clock = [evening]
    listing = Listing(lambda ids: [rows[i] for i in ids])
    listing.load([3, 1, 2, 4], Tab.NEEDS_REPLY.sort_key, lambda row: section_at(row, clock[0]))
    before = [listing.known(ConversationId(number)) for number in rows]
    assert shown(listing) == [(Section.ANGRY, 1), 3, (Section.DUE_TODAY, 1), 1, (Section.LATER, 2), 2, 4]
    clock[0] = morning
    listing.regroup()
    assert shown(listing) == [(Section.OVERDUE, 2), 1, 2, (Section.ANGRY, 1), 3, (Section.LATER, 1), 4]
    assert [listing.known(ConversationId(number)) for number in rows] == before


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_the_order_is_that_of_a_plain_recomputation_after_any_events_and_any_clock(seed: int) -> None:
    chance = random.Random(seed)

    def anyone(number: int) -> Conversation:
        waited = None if chance.random() < 0.1 else chance.uniform(0, 50) + number / 1000
        return conversation(number, waited, chance.choice([Mood.CALM, Mood.CALM, Mood.UNHAPPY, Mood.ANGRY]))

    clock = [NOW]
    truth = {number: anyone(number) for number in range(1, chance.randint(2, 30))}
    listing = Listing(lambda ids: [truth[i] for i in ids if i in truth])
    first = sorted(truth.values(), key=lambda row: plainly(row, NOW))
    listing.load([row.id for row in first], Tab.NEEDS_REPLY.sort_key, lambda row: section_at(row, clock[0]))
    mirror = Mirror(listing)
    listing.watch(mirror)
    for _ in range(12):
        number = chance.randint(1, 40)
        if chance.random() < 0.3:
            truth.pop(number, None)
            listing.drop(ConversationId(number))
        else:
            truth[number] = anyone(number)
            listing.put(truth[number])
        if chance.random() < 0.5:
            clock[0] += timedelta(hours=chance.uniform(-8, 30))
            listing.regroup()
        plain = sorted(truth.values(), key=lambda row: plainly(row, clock[0]))
        assert [row for row in shown(listing) if isinstance(row, int)] == [row.id for row in plain]
        headings = [section_at(row, clock[0]) for row in plain]
        told = [(row[0], row[1]) for row in shown(listing) if isinstance(row, tuple)]
        assert told == [(one, headings.count(one)) for one in Section if one in headings]
    assert mirror.resets == 0


def test_only_the_shown_page_is_fetched() -> None:
    asked: list[int] = []
    numbers = array("q", range(1, 100_001))

    def fetch(ids: Sequence[ConversationId]) -> list[Conversation]:
        asked.extend(ids)
        return [conversation(i, i / 1000) for i in ids]

    listing = Listing(fetch)
    listing.load(numbers)
    for row in range(12):
        assert listing.at(row) is not None
    assert len(asked) == 64


def test_a_row_whose_facts_change_but_not_its_place_is_only_repainted() -> None:
    rows = {1: conversation(1, 30), 2: conversation(2, 20)}
    listing = Listing(lambda ids: [rows[i] for i in ids])
    listing.load([1, 2], Tab.NEEDS_REPLY.sort_key, section)
    mirror = Mirror(listing)
    listing.watch(mirror)
    listing.put(replace(rows[1], unread=3))
    assert mirror.inserts == 0
    assert listing.step(ConversationId(1), 1) == 2
    assert listing.after_all([ConversationId(2)], ConversationId(2)) == 1
