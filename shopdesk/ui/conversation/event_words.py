"""What a line between the mails says, with its icon."""

from collections.abc import Callable
from datetime import datetime

from shopdesk.domain.thread_event import EventKind, ThreadEvent
from shopdesk.ui.words import counted, future_time, short_date, since_time, translate

ICONS = {
    EventKind.DONE: "circle-check",
    EventKind.WAITING: "clock",
    EventKind.REOPENED: "inbox",
    EventKind.SNOOZED: "alarm-clock",
    EventKind.RETURNED: "bell",
    EventKind.ASSIGNED: "user-plus",
    EventKind.FREED: "user",
    EventKind.MERGED: "combine",
    EventKind.SPLIT: "unlink",
    EventKind.PARTED: "unlink",
    EventKind.CASE_OPENED: "package-search",
    EventKind.SHIPPED: "package",
    EventKind.DELIVERED: "truck",
}
_BETWEEN = " · "


def event_words(event: ThreadEvent, now: datetime) -> str:
    """The line; parcels tell their time, of the rest the mails around it tell enough."""
    words = _SAID[event.kind](event, now)
    if event.kind in {EventKind.SHIPPED, EventKind.DELIVERED}:
        return _BETWEEN.join(part for part in (words, event.what, event_time(event.at, now)) if part)
    named = event.by and event.kind not in {EventKind.ASSIGNED, EventKind.FREED}
    return f"{words}{_BETWEEN}{event.by}" if named else words


def spoken_words(event: ThreadEvent, now: datetime) -> str:
    """The line with its time: for screen readers and tool tips."""
    words, time = event_words(event, now), event_time(event.at, now)
    return words if words.endswith(time) else f"{words}{_BETWEEN}{time}"


def event_time(when: datetime, now: datetime) -> str:
    """"today 08:41", "yesterday 16:20", else date and clock; midnight stands for a day without a time."""
    local, today = when.astimezone(), now.astimezone()
    clock = f"{local:%H:%M}"
    if clock == "00:00":
        return short_date(when, now)
    if local.date() == today.date():
        return translate("Words", "today %1").replace("%1", clock)
    return since_time(when, now)


def _assigned(event: ThreadEvent, _: datetime) -> str:
    if event.by == event.what:
        return translate("Thread", "%1 took it over").replace("%1", event.by)
    if not event.by:
        return translate("Thread", "Assigned to %1").replace("%1", event.what)
    return translate("Thread", "%1 assigned it to %2").replace("%2", event.what).replace("%1", event.by)


def _freed(event: ThreadEvent, _: datetime) -> str:
    if not event.by:
        return translate("Thread", "Assigned to nobody")
    return translate("Thread", "%1 assigned it to nobody").replace("%1", event.by)


def _snoozed(event: ThreadEvent, now: datetime) -> str:
    until = future_time(event.until or event.at, now)
    return translate("Thread", "Snoozed until %1").replace("%1", until)


def _merged(event: ThreadEvent, _: datetime) -> str:
    one = translate("Thread", "Merged with another conversation")
    return counted(int(event.what or 1), one, translate("Thread", "Merged with %1 other conversations"))


_SAID: dict[EventKind, Callable[[ThreadEvent, datetime], str]] = {
    EventKind.DONE: lambda _, __: translate("Thread", "Marked done"),
    EventKind.WAITING: lambda _, __: translate("Thread", "Waiting for the customer"),
    EventKind.REOPENED: lambda _, __: translate("Thread", "Needs a reply again"),
    EventKind.SNOOZED: _snoozed,
    EventKind.RETURNED: lambda _, __: translate("Thread", "Returned from snooze"),
    EventKind.ASSIGNED: _assigned,
    EventKind.FREED: _freed,
    EventKind.MERGED: _merged,
    EventKind.SPLIT: lambda _, __: translate("Thread", "Later messages were split off"),
    EventKind.PARTED: lambda _, __: translate("Thread", "Split off from another conversation"),
    EventKind.CASE_OPENED: lambda event, _: translate("Thread", "Case %1 opened").replace("%1", event.what),
    EventKind.SHIPPED: lambda _, __: translate("Thread", "Shipped"),
    EventKind.DELIVERED: lambda _, __: translate("Thread", "Delivered"),
}
