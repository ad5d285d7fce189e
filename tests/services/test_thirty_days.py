"""Thirty days of a small shop, the same each time: the lists equal the database after every event, each day closes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from shopdesk.domain.conversation import ConversationState, Lane
from shopdesk.domain.day import Check, DayKind, Decision, day_begins, day_ends
from shopdesk.domain.ids import ConversationId
from shopdesk.services.day import Day
from tests.services.bench import Bench, answer, mail

ZONE = ZoneInfo("Europe/Berlin")
DAYS = 30


class SmallShop:
    """Plays customers, and whoever answers them."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.chance = Random(4)
        self.day = Day(bench.shop.store, bench.clock, bench.shop.agents, bench.shop.conversations, None, ZONE)
        self.lin = bench.shop.agents.add("Lin")
        self.mei = bench.shop.agents.add("Mei")
        self.mails: dict[ConversationId, str] = {}
        self.serial = 0

    def asked(self) -> None:
        """A customer writes, a new one or once more."""
        self.serial += 1
        name, now = f"m{self.serial}", self.bench.clock.now()
        known = self.chance.choice([*self.mails.values()]) if self.mails and self.chance.random() < 0.3 else ""
        who = f"C <{known or name}@mail.example>"
        home = self.bench.comes(mail(name, sender=who, subject=known or name, answers=known, when=now), when=now)
        self.mails.setdefault(home, known or name)

    def answered(self) -> None:
        """One that waits gets its answer."""
        waiting = self.waiting()
        if waiting:
            home = self.chance.choice(waiting)
            self.serial += 1
            name, now = self.mails[home], self.bench.clock.now()
            self.bench.come(
                answer(f"r{self.serial}", name, to=f"C <{name}@mail.example>", when=now), folder="Sent", when=now
            )

    def waiting(self) -> list[ConversationId]:
        """What the database says."""
        ids = self.bench.use.ids(ConversationState.NEEDS_REPLY, Lane.PEOPLE)
        return [ConversationId(one) for one in ids]

    def wrapped_up(self) -> None:
        """Each conversation is decided about in another way, then the day is closed."""
        tomorrow = self.bench.clock.now() + timedelta(hours=15)
        for place, one in enumerate(self.waiting()):
            decision = (Decision.ANSWERED, Decision.SNOOZED, Decision.HANDED_OVER)[place % 3]
            self.day.decide([one], decision, until=tomorrow, to=self.lin.id)
            self.compared()
        self.day.note_for_tomorrow(f"Day {self.day.today()}")
        record = self.day.close()
        assert record.day == self.day.today()
        assert record.closed_at == self.bench.clock.now()

    def compared(self) -> None:
        """The lists say what the database says."""
        now, today = self.bench.clock.now(), self.day.today()
        rows = self.bench.use.rows(self.waiting())
        overdue = {row.id for row in rows if row.due_at is not None and row.due_at <= now}
        due = {row.id for row in rows if row.due_at is not None and now < row.due_at < day_ends(today, ZONE)}
        morning, evening = self.day.look(DayKind.MORNING), self.day.look(DayKind.WRAP_UP)
        found = {item.key: item for item in (*evening.items, *morning.items)}
        assert set(found[Check.OVERDUE.value].conversations) == overdue
        calm = {row.id for row in rows if row.mood.value == "calm"}
        assert set(found[Check.DUE.value].conversations) == due & calm
        digest = self.day.digest()
        assert (digest.waiting, digest.overdue) == (len(rows), len(overdue))
        handed = {row.id for row in rows if row.agent == self.lin.id}
        assert {row.id for row in rows} - handed <= set(found[Check.LEFT.value].conversations)
        for item in (*morning.items, *evening.items):
            assert item.check is None or item.is_done or item.count > 0


def test_counts_equal_the_database_after_each_event_and_every_wrap_up_closes(bench: Bench) -> None:
    begin = day_begins(datetime(2026, 3, 14, 12, tzinfo=UTC).date(), ZONE)  # summer time begins on the 29th
    bench.clock.advance(begin - bench.clock.now())
    shop = SmallShop(bench)
    received = 0
    for number in range(DAYS):
        bench.clock.advance(day_begins(begin.date() + timedelta(days=number + 2), ZONE) - bench.clock.now())
        bench.clock.advance(timedelta(hours=8))
        shop.day.begin(DayKind.MORNING)
        bench.use.wake_due()
        for _ in range(shop.chance.randrange(2, 5)):
            bench.clock.advance(timedelta(hours=2))
            if shop.chance.random() < 0.6:
                shop.asked()
                received += 1
            else:
                shop.answered()
            shop.compared()
        shop.wrapped_up()
    records = shop.day.history(DAYS + 1)
    assert len(records) == DAYS
    assert all(record.closed_at is not None for record in records)
    assert sum(record.figures.received for record in records) == received
    clean = [not record.figures.overdue for record in records]
    assert shop.day.digest().streak == next((place for place, one in enumerate(clean) if not one), DAYS)
