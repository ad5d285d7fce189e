"""All of today at one glance."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from shopdesk.domain.day import AgentShare, DayKind, Digest, NoteKind, Promised, day_begins, day_ends, streak_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, tzinfo

    from shopdesk.domain.agent import Agent
    from shopdesk.domain.day import Run
    from shopdesk.domain.promise import Promise
    from shopdesk.services.day_items import Survey
    from shopdesk.services.ports import Work

WEEK = 7
_STREAK_DAYS = 366
_LEAST = timedelta(microseconds=1)


def digest_of(
    work: Work, survey: Survey, run: Run, now: datetime, zone: tzinfo | None, seated: Agent | None
) -> Digest:
    """In: one look at the desk, today's list, the moment (UTC), where the shop is, who is on duty."""
    today, open_work = survey.day, survey.open
    ends = day_ends(today, zone)
    ends_tomorrow = day_ends(today + timedelta(days=1), zone)
    begin = day_begins(today, zone)
    due = work.promises.due(ends_tomorrow - timedelta(microseconds=1))
    written = work.day.notes(today, NoteKind.MORNING)
    promises = [one for one in due if one.due >= ends]
    snoozed = [at for _, at, _ in work.day_counts.snoozed(ends_tomorrow) if at >= ends]
    moved = work.day_counts.cases_moved(begin, ends)
    waits = work.day_counts.first_replies(begin, ends)
    # Today counts once it is closed; before that it breaks nothing.
    past = [one for one in work.day.records(_STREAK_DAYS) if one.closed_at is not None or one.day < today]
    return Digest(
        day=today,
        at=now,
        run=run,
        waiting=len(open_work),
        overdue=sum(1 for row in open_work if row.due_at is not None and row.due_at <= now),
        oldest_since=min((row.asked_at for row in open_work), default=None),
        week=tuple(_day(work, today - timedelta(days=back), zone) for back in reversed(range(WEEK))),
        team=_team(work, seated),
        notes=tuple(work.day.unread_notes(today)),
        evening_note=next((one.text for one in written if one.by == (seated.name if seated is not None else "")), ""),
        promised=_promised(work, [one for one in due if one.due < ends]),
        promised_tomorrow=_promised(work, promises),
        streak=streak_of(past),
        tomorrow_promises=len(promises),
        tomorrow_first=min((one.due for one in promises), default=None),
        tomorrow_snoozed=len(snoozed),
        tomorrow_snooze_first=min(snoozed, default=None),
        cases_moved=len(moved),
        moved=tuple(work.cases.get(case) for case in moved),
        cases_due=tuple(work.cases.due((ends if run.kind is DayKind.MORNING else ends_tomorrow) - _LEAST)),
        first_reply=timedelta(seconds=median(wait.total_seconds() for wait in waits)) if waits else None,
    )


def _promised(work: Work, due: Sequence[Promise]) -> tuple[Promised, ...]:
    homes = list(dict.fromkeys(one.conversation_id for one in due))
    names = {row.id: row.customer_name for row in work.conversations.rows(homes)}
    return tuple(
        Promised(
            one.id, one.conversation_id, names.get(one.conversation_id, ""), one.quoted, one.due, one.by, one.kind
        )
        for one in due
    )


def _day(work: Work, day: date, zone: tzinfo | None) -> tuple[date, int, int]:
    return (day, *work.day_counts.messages(day_begins(day, zone), day_ends(day, zone)))


def _team(work: Work, seated: Agent | None) -> tuple[AgentShare, ...]:
    counts = work.agents.open_counts()
    shares = [
        AgentShare(
            one.id, one.name, counts.get(one.id, 0), one.color, seated is not None and seated.id == one.id, one.active
        )
        for one in work.agents.all()
        if one.active or counts.get(one.id)
    ]
    nobody = counts.get(None, 0)
    return (*shares, AgentShare(None, "", nobody)) if shares and nobody else tuple(shares)
