"""Targets: the rules of mailboxes, why a conversation is due when it is, and new due times after a rule changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.target import Explanation, OpeningHours, Peak, TargetMode, TargetRule, TargetRules
from shopdesk.domain.target_sum import explain, with_due_time
from shopdesk.services.due_times import save_due
from shopdesk.services.ports import Clock, Store
from shopdesk.services.target_ports import PublicHolidays

BATCH = 200
"""Conversations a transaction: some milliseconds."""
LONGEST_PEAK = timedelta(days=60)
_YEARS_AHEAD = 3


class Targets:
    """Within what time each mailbox answers."""

    def __init__(self, store: Store, clock: Clock, holidays: PublicHolidays) -> None:
        self._store = store
        self._clock = clock
        self._holidays = holidays

    # --- rules -----------------------------------------------------------------------------------------

    def rules(self) -> TargetRules:
        """All that were set, and the peak."""
        with self._store.reading() as work:
            return work.targets.rules()

    def rule_of(self, mailbox: MailboxId) -> TargetRule:
        """The rule of a mailbox; a marketplace's 24 hours where none was set."""
        return self.rules().of(mailbox)

    def save(self, rule: TargetRule) -> TargetRule:
        """Keep the rule of a mailbox with the holidays of its country; out: as it is kept. `recompute` is to follow.

        Raises `NotFound`, `InputRefused` for a company that never opens, an unknown zone or country.
        """
        kept = replace(rule, opening=self._checked(rule))
        with self._store.writing() as work:
            work.mailboxes.get(rule.mailbox)
            if work.targets.rules().of(rule.mailbox) != kept:
                work.targets.save(kept)
                work.targets.mark_stale([rule.mailbox])
                work.touched(Changes(mailboxes=frozenset({rule.mailbox})))
        return kept

    def countries(self) -> Sequence[str]:
        """ISO 3166 codes of the countries whose holidays are known."""
        return self._holidays.countries()

    def _checked(self, rule: TargetRule) -> OpeningHours:
        opening = rule.opening
        if rule.mode is TargetMode.PLATFORM:
            return opening
        from shopdesk.domain.opening_calendar import zone_of  # zones are for companies only

        zone_of(opening.zone)
        if opening.is_never_open:
            raise InputRefused("hours", "are empty on every day")
        if not opening.country:
            return replace(opening, holidays=frozenset(), made_up=frozenset())
        this_year = self._clock.now().year
        days, made_up = self._holidays.of(opening.country, range(this_year - 1, this_year + _YEARS_AHEAD + 1))
        return replace(opening, holidays=days, made_up=made_up)

    # --- peak ------------------------------------------------------------------------------------------

    def peak(self, until: datetime | None) -> Peak | None:
        """Relax the targets from now (of a peak under way: from its beginning) until a moment, or (None) no more.

        What came before its end keeps the time it was given. `recompute` is to follow. Raises `InputRefused`.
        """
        now = self._clock.now()
        if until is not None and not now < until <= now + LONGEST_PEAK:
            raise InputRefused("until", "is in the past or more than 60 days away")
        with self._store.writing() as work:
            known = work.targets.rules().peak
            runs = known is not None and known.left(now) is not None
            if until is None and not runs:
                return None
            start = known.start if known is not None and runs else now
            peak = Peak(start, until or now)
            work.targets.save_peak(peak)
            mailboxes = [mailbox.id for mailbox in work.mailboxes.all()]
            work.targets.mark_stale(mailboxes)
            work.touched(Changes(mailboxes=frozenset(mailboxes)))
        return peak if until is not None else None

    # --- due times -------------------------------------------------------------------------------------

    def explain(self, conversation: ConversationId) -> Explanation:
        """How the due time of a conversation came about; raises `NotFound`."""
        with self._store.reading() as work:
            return explain(work.conversations.get(conversation), work.targets.rules())

    def recompute(self, mailbox: MailboxId | None = None, control: Control | None = None) -> int:
        """Give what needs a reply the due times of the present rules: of one mailbox, or of all whose rule changed.

        Returns how many moved. Short transactions; what a cancel leaves is done by the next call. Raises `Cancelled`.
        """
        with self._store.reading() as work:
            stale = [mailbox] if mailbox is not None else list(work.targets.stale())
        return sum(self._recomputed(each, control or SimpleControl()) for each in stale)

    def keep_up(self) -> int:
        """What the engine does now and then: finish what was left, and look holidays up before the known ones end."""
        soon = self._clock.now().year + 1
        for rule in self.rules().by_mailbox.values():
            known = rule.opening.holidays
            if rule.mode is TargetMode.COMPANY and known and max(known).year < soon:
                self.save(rule)
        return self.recompute()

    def _recomputed(self, mailbox: MailboxId, control: Control) -> int:
        moved, last = 0, 0
        while True:
            control.stop_if_cancelled()
            with self._store.writing() as work:
                ids = work.targets.open_of(mailbox, last, BATCH)
                if not ids:
                    work.targets.mark_fresh(mailbox)
                    return moved
                rules, last = work.targets.rules(), ids[-1]
                rows = work.conversations.rows(ids)
                others = [row for row in rows if with_due_time(row, rules) != row]
                save_due(work, others)
                work.touched(Changes(conversations=frozenset(row.id for row in others)))
            moved += len(others)
            control.report(moved, 0)
