"""What the page of today says."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from shopdesk.domain.day import WALKED, Check, DayKind, Digest, Item, Run
from shopdesk.ui.backup_words import age_pill, age_title
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.words import counted, duration, since_time, translate

_NOON, _EVENING = 12, 18
_MINUTES = {Check.OVERDUE: 4, Check.ANGRY: 5, Check.DUE: 3, Check.YESTERDAY: 3, Check.LEFT: 2, Check.CASES: 4}
_LONGEST_ITEM = 45
_NO_FOLDER = "BackupNotChosen"
_PILLS = {Check.OVERDUE: "red", Check.ANGRY: "red", Check.UNSENT: "red", Check.DUE: "amber", Check.PROMISES: "amber"}


def greeting(now: datetime, kind: DayKind, name: str) -> str:
    """By the time of day, with the name of whoever is on duty."""
    if kind is DayKind.WRAP_UP:
        return translate("Today", "Time to wrap up")
    hour = now.astimezone().hour
    if hour < _NOON:
        words = translate("Today", "Good morning")
    elif hour < _EVENING:
        words = translate("Today", "Good afternoon")
    else:
        words = translate("Today", "Good evening")
    return translate("Today", "%1, %2").replace("%1", words).replace("%2", name.partition(" ")[0]) if name else words


def day_name(day: date) -> str:
    """The day in the person's language, such as Tuesday, 17 November."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("Today", "dddd, d MMMM", "Qt date format"))


def fact_line(digest: Digest, kind: DayKind) -> str:
    """One sentence of fact."""
    many = digest.waiting
    waits = counted(
        many,
        translate("Today", "1 conversation waits for a reply"),
        translate("Today", "%1 conversations wait for a reply"),
    )
    if not many:
        waits = translate("Today", "nobody waits for a reply")
    elif kind is DayKind.WRAP_UP and not digest.overdue:
        waits = translate("Today", "%1, nothing is overdue").replace("%1", waits)
    elif digest.oldest_since is not None and many > 1:
        since = since_time(digest.oldest_since, digest.at)
        waits = translate("Today", "%1, the oldest since %2").replace("%1", waits).replace("%2", since)
    return f"{day_name(digest.day)} · {waits}"


def list_title(kind: DayKind) -> str:
    """The name of a list."""
    return translate("Today", "Morning review") if kind is DayKind.MORNING else translate("Today", "Wrap-up")


def list_words(run: Run) -> str:
    """How long it will take, and in which order."""
    if run.closed_at is not None:
        closed = f"{run.closed_at.astimezone():%H:%M}"
        return translate("Today", "Day closed at %1. See you tomorrow.").replace("%1", closed)
    minutes = sum(minutes_of(item) for item in run.items if not item.is_done)
    if not minutes:
        return translate("Today", "Everything is seen to.")
    left = counted(
        minutes, translate("Today", "About 1 minute left."), translate("Today", "About %1 minutes left.")
    )
    if run.kind is DayKind.MORNING:
        order = translate("Today", "Overdue first, then today’s promises.")
    else:
        order = translate("Today", "Decide on every open conversation once, then leave it.")
    return f"{left} {order}"


def minutes_of(item: Item) -> int:
    """A rough guess."""
    if item.check is None:
        return 2
    return min(_LONGEST_ITEM, _MINUTES.get(item.check, 1) * max(item.count, 1))


def item_title(item: Item, kind: DayKind) -> str:
    """What is to be done."""
    if item.check is None:
        return item.title
    if item.check is Check.BACKUP:
        return backup_title(item)
    return _morning_titles()[item.check] if kind is DayKind.MORNING else _evening_titles()[item.check]


def missed_title(key: str) -> str:
    """What was not done in a morning, by its key; the shop's own lines are named as they were."""
    return _morning_titles()[Check(key)] if key in set(Check) else key


def _morning_titles() -> dict[Check, str]:
    return {
        Check.NOTE: translate("Today", "Read the note for the morning"),
        Check.MAILBOXES: translate("Today", "Check that all mailboxes synced"),
        Check.BACKUP: translate("Today", "Check the backup"),
        Check.DISK: translate("Today", "Check the room on the disk"),
        Check.UNSENT: translate("Today", "Look after mails that did not leave"),
        Check.OVERDUE: translate("Today", "Reply to overdue conversations"),
        Check.ANGRY: translate("Today", "Calm who is angry"),
        Check.DUE: translate("Today", "Answer what is due today"),
        Check.YESTERDAY: translate("Today", "Answer what is open since yesterday"),
        Check.SNOOZED: translate("Today", "Look at what is snoozed until today"),
        Check.CASES: translate("Today", "Move the cases that are due"),
        Check.ORDERS: translate("Today", "See to late parcels and faulty orders"),
        Check.PROMISES: translate("Today", "Keep today’s promises"),
        Check.TEMPLATES: translate("Today", "Look over templates"),
        Check.FACTS: translate("Today", "Read today’s facts"),
    }


def _evening_titles() -> dict[Check, str]:
    return {
        **_morning_titles(),
        Check.LEFT: translate("Today", "Decide on what is left"),
        Check.PROMISES: translate("Today", "Confirm tomorrow’s promises"),
        Check.NOTE: translate("Today", "Leave a note for the morning"),
        Check.DRAFTS: translate("Today", "Check for unsent drafts"),
        Check.CASES: translate("Today", "Move the cases that are overdue"),
        Check.HANDOVERS: translate("Today", "Hand over conversations of people who left"),
    }


def backup_title(item: Item) -> str:
    """How old it is, or what is to be done to have one."""
    title = age_title(item.age)
    return translate("Today", "%1 · Choose a folder").replace("%1", title) if item.problem == _NO_FOLDER else title


def item_detail(item: Item) -> str:
    """Whom or what it is about."""
    if item.check is Check.BACKUP:
        return problem_text(item.problem) if item.problem not in ("", _NO_FOLDER) else ""
    if item.check is Check.LEFT:
        many = counted(item.count, translate("Today", "1 left"), translate("Today", "%1 left"))
        return translate("Today", "Answer, hand over or snooze. %1").replace("%1", many) if item.count else ""
    if item.reorder_at is not None:
        return translate("Today", "Ordered again at %1").replace("%1", QLocale().toString(item.reorder_at))
    names = translate("Today", ", ", "between names").join(item.names)
    more = item.count - len(item.names)
    if names and more > 0:
        return translate("Today", "%1 and %2 more").replace("%1", names).replace("%2", str(more))
    if names or item.check is None or item.check in (Check.NOTE, Check.DISK):
        return names
    return counted(item.count, translate("Today", "1 to see to"), translate("Today", "%1 to see to"))


def amount_words(item: Item) -> str:
    """What was counted."""
    words = translate("Today", "%1 left: order again") if item.to_order else translate("Today", "%1 left")
    return words.replace("%1", QLocale().toString(item.amount or 0))


def item_pill(item: Item) -> tuple[str, str] | None:
    """(Tone, words) of what is urgent."""
    if item.check is Check.BACKUP:
        return age_pill(item.age)
    tone = _PILLS.get(item.check) if item.check is not None else None
    if tone is None or not item.count:
        return None
    number = QLocale().toString(item.count)
    if item.check is Check.OVERDUE:
        return tone, translate("Today", "%1 overdue").replace("%1", number)
    if item.check is Check.ANGRY:
        return tone, translate("Today", "%1 angry").replace("%1", number)
    if item.check is Check.UNSENT:
        return tone, translate("Today", "%1 not sent").replace("%1", number)
    return tone, translate("Today", "%1 due").replace("%1", number)


def item_action(item: Item, kind: DayKind, *, is_next: bool) -> str:
    """The words of its button."""
    if item.check is Check.PROMISES and kind is DayKind.WRAP_UP:
        return translate("Today", "Review")
    if item.check in WALKED and item.conversations:
        if is_next:
            return translate("Today", "Start  ↵")
        return translate("Today", "Open %1").replace("%1", QLocale().toString(len(item.conversations)))
    if item.check in (Check.MAILBOXES, Check.UNSENT, Check.CASES, Check.ORDERS, Check.TEMPLATES):
        return translate("Today", "Review")
    if item.check is Check.BACKUP:
        return translate("Today", "Backups")
    return translate("Today", "Done")


def done_words(item: Item) -> str:
    """Who saw to it, and when."""
    at = f"{item.done_at.astimezone():%H:%M}" if item.done_at is not None else ""
    who = item.by or (translate("Today", "Automatic") if item.check is not None else "")
    return " · ".join(part for part in (who, at) if part)


def length_words(length: timedelta | None) -> str:
    """A median for a tile; a dash for none."""
    return duration(length) if length is not None else "–"
