"""Due times are kept in the transaction of every change, and computed anew when a rule changes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import Conversation, ConversationState, Undo
from shopdesk.domain.draft import DraftKind
from shopdesk.domain.errors import Cancelled, InputRefused, NotFound
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import OpeningHours, Span, TargetMode, TargetRule, TargetRules
from shopdesk.domain.target_sum import with_due_time
from tests.fakes.clock import StoppedClock
from tests.services.bench import NOW, SHOP, Bench, ago, answer, mail

HOUR = timedelta(hours=1)
NEEDS_REPLY, WAITING = ConversationState.NEEDS_REPLY, ConversationState.WAITING


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A shop with one mailbox at NOW, a Monday, 08:00 UTC."""
    with Bench(tmp_path, StoppedClock(NOW)) as shop:
        shop.connect()
        yield shop


def rules(bench: Bench) -> TargetRules:
    return bench.shop.targets.rules()


def in_line(bench: Bench, home: ConversationId) -> Conversation:
    """A conversation whose stored due time is that of its facts."""
    row = bench.row(home)
    assert row == with_due_time(row, rules(bench))
    assert bench.shop.targets.explain(home).due_at == row.due_at or row.state is not NEEDS_REPLY
    assert bench.shop.upkeep.check().is_sound
    return row


def the_mailbox(bench: Bench) -> MailboxId:
    return bench.shop.mailboxes.by_address(SHOP).id


def test_a_mail_is_due_24_hours_after_its_own_date(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(3)), when=ago(2))
    row = in_line(bench, home)
    assert (row.waiting_since, row.asked_at, row.due_at) == (ago(2), ago(3), ago(3) + 24 * HOUR)
    assert row.amber_at == ago(3) + 22 * HOUR


@pytest.mark.parametrize("date", ["", format_datetime(ago(-5)), format_datetime(ago(90)), "soon"])
def test_a_date_that_cannot_be_true_does_not_count(bench: Bench, date: str) -> None:
    raw = mail("q", when=ago(2)).replace(format_datetime(ago(2)).encode(), date.encode())
    assert in_line(bench, bench.comes(raw, when=ago(2))).due_at == ago(2) + 24 * HOUR


def test_old_mail_of_a_first_import_whose_time_was_up_starts_no_clock(bench: Bench) -> None:
    old = bench.comes(mail("old", when=ago(30)), when=ago(30), first_import=True)
    fresh = bench.comes(mail("new", subject="Chair", when=ago(20)), when=ago(1), first_import=True)
    assert (in_line(bench, old).state, bench.row(old).due_at) == (NEEDS_REPLY, None)
    assert bench.shop.targets.explain(old).is_off
    assert in_line(bench, fresh).due_at == ago(20) + 24 * HOUR, "who can still be answered in time is due"
    assert list(bench.use.ids(NEEDS_REPLY)) == [fresh, old]
    again = bench.comes(mail("old2", answers="old", subject="Re: Lamp"), when=NOW)
    assert again == old
    assert in_line(bench, old).due_at is None, "nobody answered, so it is the same wait"


def test_a_reply_of_ours_ends_it_and_taking_it_back_brings_it_back(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(3)), when=ago(2))
    before = in_line(bench, home)
    replies = bench.shop.replies
    draft = replace(replies.start(home, DraftKind.REPLY), body="It is on its way.")
    item = replies.queue(replies.save(draft), hold_seconds=9)
    assert (in_line(bench, home).state, bench.row(home).due_at) == (WAITING, None)
    replies.take_back(item)
    assert in_line(bench, home) == before


def test_a_reply_from_elsewhere_ends_it_and_the_next_question_is_a_new_one(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(9)), when=ago(9))
    bench.comes(answer("a", "q", when=ago(5)), folder="Sent", when=ago(5))
    assert in_line(bench, home).due_at is None
    bench.comes(mail("q2", answers="q a", when=ago(2)), when=ago(1))
    assert in_line(bench, home).due_at == ago(2) + 24 * HOUR


def test_it_waits_while_the_customer_is_asked_and_goes_on_at_their_answer(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(20)), when=ago(20))
    undo = bench.use.mark_waiting([home])
    paused = in_line(bench, home)
    assert (paused.due_at, paused.clock.is_paused) == (None, True)
    bench.use.undo(undo)
    assert in_line(bench, home).due_at == ago(20) + 24 * HOUR
    bench.use.mark_waiting([home])
    bench.clock.advance(50 * HOUR)
    bench.comes(mail("q2", answers="q", when=NOW + 40 * HOUR), when=NOW + 40 * HOUR)
    row = in_line(bench, home)
    assert row.waiting_since == NOW + 40 * HOUR
    assert row.due_at == NOW + 44 * HOUR, "20 of 24 hours were used up"


def test_neither_snooze_nor_undo_nor_reading_moves_it(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(3)), when=ago(2))
    before = bench.row(home)
    bench.use.undo(bench.use.snooze([home], NOW + HOUR))
    bench.use.mark_read([home])
    bench.use.mark_unread([home])
    bench.clock.advance(9 * HOUR)
    bench.use.open(home)
    bench.shop.targets.explain(home)
    assert bench.shop.targets.recompute(the_mailbox(bench)) == 0
    assert in_line(bench, home) == before
    bench.use.snooze([home], bench.clock.now() + HOUR)
    assert in_line(bench, home).due_at is None
    bench.clock.advance(2 * HOUR)
    bench.use.wake_due()
    assert in_line(bench, home).due_at == before.due_at


def test_merged_conversations_are_due_when_the_oldest_question_is(bench: Bench) -> None:
    late = bench.comes(mail("a", when=ago(20)), when=ago(20))
    early = bench.comes(mail("b", subject="Chair", sender="Bo <bo@mail.example>", when=ago(2)), when=ago(1))
    undo = bench.use.merge([late, early])
    assert in_line(bench, late).due_at == ago(20) + 24 * HOUR
    bench.use.undo(undo)
    assert (in_line(bench, late).due_at, in_line(bench, early).due_at) == (ago(20) + 24 * HOUR, ago(2) + 24 * HOUR)


def test_what_is_split_off_is_due_by_its_own_question(bench: Bench) -> None:
    home = bench.comes(mail("a", when=ago(20)), when=ago(20))
    bench.comes(mail("b", answers="a", when=ago(3)), when=ago(2))
    undo = bench.use.split(bench.messages(home)[1].id)
    assert in_line(bench, undo.created[0]).due_at == ago(3) + 24 * HOUR
    assert in_line(bench, home).due_at == ago(20) + 24 * HOUR


def test_a_new_rule_moves_what_waits_and_only_in_its_mailbox(bench: Bench) -> None:
    bench.connect("other@shop.example")
    here = [bench.comes(mail(f"q{n}", subject=f"Lamp {n}", when=ago(n)), when=ago(n)) for n in range(5)]
    there = bench.comes(
        mail("o", subject="Vase", to="other@shop.example", sender="Bo <bo@mail.example>", when=ago(1)),
        when=ago(1), address="other@shop.example",
    )
    targets, mailbox = bench.shop.targets, the_mailbox(bench)
    opening = OpeningHours(week=((Span(9 * 60, 18 * 60),),) * 7, zone="Europe/Berlin")
    kept = targets.save(TargetRule(mailbox, TargetMode.COMPANY, 4 * HOUR, opening=opening))
    assert targets.rule_of(mailbox) == kept
    assert bench.row(here[0]).due_at == NOW + 24 * HOUR, "until it is computed anew"
    bench.heard.clear()
    assert targets.recompute() == 5
    assert {home for heard in bench.heard for home in heard.conversations} == set(here)
    assert in_line(bench, here[0]).due_at == NOW + 4 * HOUR
    assert in_line(bench, there).due_at == ago(1) + 24 * HOUR
    assert targets.recompute() == 0
    assert in_line(bench, bench.comes(mail("late", subject="Late"), when=NOW)).due_at == NOW + 4 * HOUR


def test_what_a_cancel_left_is_done_by_the_engine(bench: Bench) -> None:
    home = bench.comes(mail("q"), when=NOW)
    targets = bench.shop.targets
    targets.save(TargetRule(the_mailbox(bench), hours=HOUR))
    control = SimpleControl()
    control.cancel()
    with pytest.raises(Cancelled):
        targets.recompute(control=control)
    assert targets.keep_up() == 1
    assert in_line(bench, home).due_at == NOW + HOUR
    assert targets.keep_up() == 0


def test_the_same_rule_again_costs_nothing(bench: Bench) -> None:
    rule = TargetRule(the_mailbox(bench), hours=HOUR)
    bench.shop.targets.save(rule)
    bench.shop.targets.recompute()
    bench.heard.clear()
    bench.shop.targets.save(rule)
    assert bench.heard == []


def peak_left(bench: Bench) -> timedelta | None:
    peak = bench.shop.targets.rules().peak
    return None if peak is None else peak.left(bench.clock.now())


def test_a_peak_relaxes_until_its_end_and_a_stop_leaves_what_was_given(bench: Bench) -> None:
    home = bench.comes(mail("q", when=ago(3)), when=ago(3))
    targets = bench.shop.targets
    targets.save(TargetRule(the_mailbox(bench), peak_factor=2))
    assert targets.peak(None) is None
    targets.peak(NOW + 20 * HOUR)
    targets.recompute()
    assert in_line(bench, home).due_at == ago(3) + 48 * HOUR
    assert peak_left(bench) == 20 * HOUR
    bench.clock.advance(HOUR)
    later = targets.peak(NOW + 30 * HOUR)
    assert later is not None
    assert (later.start, peak_left(bench)) == (NOW, 29 * HOUR)
    targets.peak(None)
    targets.recompute()
    assert peak_left(bench) is None
    assert in_line(bench, home).due_at == ago(3) + 48 * HOUR
    bench.clock.advance(HOUR)
    new = bench.comes(mail("n", subject="New", when=NOW + 2 * HOUR), when=NOW + 2 * HOUR)
    assert in_line(bench, new).due_at == NOW + 26 * HOUR
    for wrong in (NOW, NOW + timedelta(days=99)):
        with pytest.raises(InputRefused):
            targets.peak(wrong)


def test_holidays_are_looked_up_when_a_rule_is_saved_and_again_before_they_end(bench: Bench) -> None:
    targets, mailbox = bench.shop.targets, the_mailbox(bench)
    rule = TargetRule(mailbox, TargetMode.COMPANY, opening=OpeningHours(zone="Asia/Shanghai", country="CN"))
    kept = targets.save(rule)
    assert {day.year for day in kept.opening.holidays} == {2025, 2026, 2027, 2028, 2029}
    assert kept.opening.made_up
    bench.clock.advance(timedelta(days=3 * 365))
    targets.keep_up()
    assert max(targets.rule_of(mailbox).opening.holidays).year == 2032
    assert not targets.save(replace(kept, opening=replace(kept.opening, country=""))).opening.holidays
    assert "CN" in targets.countries()


@pytest.mark.parametrize(
    "opening",
    [OpeningHours(week=((),) * 7), OpeningHours(zone="Mars/Base"), OpeningHours(country="XX")],
)
def test_rules_that_no_shop_can_keep_are_refused(bench: Bench, opening: OpeningHours) -> None:
    with pytest.raises(InputRefused):
        bench.shop.targets.save(TargetRule(the_mailbox(bench), TargetMode.COMPANY, opening=opening))
    with pytest.raises(NotFound):
        bench.shop.targets.save(TargetRule(MailboxId(99)))


def test_a_rule_comes_back_as_it_was_saved(bench: Bench) -> None:
    day = datetime(2026, 12, 24, tzinfo=UTC).date()
    opening = OpeningHours(
        week=((Span(0, 1440),), *((),) * 6), zone="America/New_York", lunch=Span(720, 780), closed=frozenset({day}),
        opened={day + timedelta(days=1): (Span(600, 660), Span(700, 720))},
    )
    rule = TargetRule(
        the_mailbox(bench), TargetMode.COMPANY, 5 * HOUR, 2 * HOUR, HOUR, HOUR / 4, 1.5, old_mail=True, opening=opening
    )
    bench.shop.targets.save(rule)
    assert bench.shop.targets.rule_of(rule.mailbox) == rule
    bench.shop.mailboxes.remove(SHOP)
    bench.shop.finish_removals()
    assert rules(bench).by_mailbox == {}


class Days:
    """Random events of a shop with five customers."""

    def __init__(self, bench: Bench, seed: int) -> None:
        self.bench = bench
        self.chance = random.Random(seed)
        self.names = [f"P{n} <p{n}@mail.example>" for n in range(5)]
        self.undos: list[Undo] = []

    def comes(self, number: int) -> None:
        """A question, or an answer that was written elsewhere; the first five begin the conversations."""
        person, now = self.chance.randrange(5) if number >= 5 else number, self.bench.clock.now()
        refers = f"first{person}"
        if number >= 5 and self.chance.random() < 0.3:
            self.bench.come(answer(f"a{number}", refers, to=self.names[person], when=now), folder="Sent", when=now)
            return
        sent = now - timedelta(minutes=self.chance.randrange(600))
        name, answers = (refers, "") if number < 5 else (f"q{number}", refers)
        self.bench.come(mail(name, sender=self.names[person], answers=answers, when=sent), when=now)

    def acts(self) -> None:
        """What a person does in the window."""
        homes, use = [row.id for row in self.everyone()], self.bench.use
        some = self.chance.sample(homes, min(len(homes), self.chance.randint(1, 2)))
        name = self.chance.choice(["mark_done", "mark_waiting", "mark_needs_reply", "snooze", "merge", "undo"])
        if name == "snooze":
            self.undos.append(use.snooze(some, self.bench.clock.now() + self.chance.randint(1, 40) * HOUR))
        elif name != "undo":
            self.undos.append(getattr(use, name)(some))
        elif self.undos:
            use.undo(self.undos.pop())

    def rules_change(self) -> None:
        """Another mode for the mailbox."""
        opening = OpeningHours(week=((Span(9 * 60, 18 * 60),),) * 7, zone="Asia/Shanghai")
        mode = self.chance.choice(list(TargetMode))
        self.bench.shop.targets.save(TargetRule(the_mailbox(self.bench), mode, 6 * HOUR, opening=opening))
        self.bench.shop.targets.recompute()

    def everyone(self) -> list[Conversation]:
        """All conversations of people."""
        use = self.bench.use
        return [row for state in ConversationState for row in use.rows(list(use.ids(state)))]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_stored_due_times_are_those_of_the_facts(bench: Bench, seed: int) -> None:
    """After each of many random events the stored due times, and their order, are those of a plain recomputation."""
    days = Days(bench, seed)
    for number in range(40):
        bench.clock.advance(timedelta(minutes=days.chance.randrange(900)))
        bench.use.wake_due()
        if number < 5 or days.chance.random() < 0.5:
            days.comes(number)
        else:
            days.acts()
        if days.chance.random() < 0.08:
            days.rules_change()
        rows = days.everyone()
        assert [row for row in rows if row != with_due_time(row, rules(bench))] == []
        assert not any(row.clock.is_paused for row in rows if row.state is NEEDS_REPLY)
        dues = [row.due_at for row in rows if row.due_at is not None]
        assert dues == sorted(dues)
    assert bench.shop.upkeep.check().is_sound
