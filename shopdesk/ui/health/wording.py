"""What the health panel says, in the person's language."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QLocale

from shopdesk.domain.mailbox import Health
from shopdesk.domain.silence import Silence
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.health.presenter import Board, Fix, MailboxLine, Standing
from shopdesk.ui.words import counted, duration, future_time, import_words, row_time, translate

_CROWDED = ("too many", "simultaneous", "maximum number", "connection limit", "max_user", "连接数")
_HOUR = 3600
_SOON = 60


def standing_text(standing: Standing) -> str:
    """The word beside a mailbox."""
    return {
        Standing.FINE: translate("Health", "Works"),
        Standing.IMPORTING: translate("Health", "Importing"),
        Standing.BEGINNING: translate("Health", "Trying now"),
        Standing.PAUSED: translate("Health", "Paused"),
        Standing.OFFLINE: translate("Health", "Offline"),
        Standing.TRYING: translate("Health", "Tries again"),
        Standing.STOPPED: translate("Health", "Needs you"),
    }[standing]


def standing_look(standing: Standing) -> tuple[str, str]:
    """Icon and colour of a mailbox's mark."""
    return {
        Standing.FINE: ("circle-check", "accent"),
        Standing.IMPORTING: ("refresh-cw", "accent"),
        Standing.BEGINNING: ("refresh-cw", "text3"),
        Standing.PAUSED: ("pause", "text3"),
        Standing.OFFLINE: ("wifi-off", "amber"),
        Standing.TRYING: ("triangle-alert", "amber"),
        Standing.STOPPED: ("circle-alert", "red"),
    }[standing]


def fix_text(fix: Fix) -> str:
    """The words on the main button."""
    return {
        Fix.NONE: "",
        Fix.PASSWORD: translate("Health", "Enter the password"),
        Fix.BROWSER: translate("Health", "Sign in with the browser"),
        Fix.CERTIFICATE: translate("Health", "Look at the certificate"),
        Fix.SETTINGS: translate("Health", "Check the settings"),
        Fix.TRY_NOW: translate("Health", "Try now"),
    }[fix]


def cause_text(health: Health) -> str:
    """What is the matter and what to do, in a sentence or two."""
    host = health.problem_host or health.mailbox.shown
    if health.problem == "ServerBusy" and any(word in health.problem_detail.casefold() for word in _CROWDED):
        text = translate(
            "Health",
            "%1 allows no more connections. Close this mailbox in other mail programs, or wait: Shopdesk tries again.",
        )
        return text.replace("%1", host)
    return problem_text(health.problem, host)


def times_text(line: MailboxLine, now: datetime) -> str:
    """When it last worked and when it is tried next."""
    health = line.health
    parts = [_last_text(health, now)]
    if line.standing is not Standing.PAUSED and line.running is None:
        parts.append(_next_text(line, now))
    if health.messages:
        count = QLocale().toString(health.messages)
        parts.append(counted(health.messages, translate("Health", "1 mail"), translate("Health", "%1 mails")))
        parts[-1] = parts[-1].replace("%1", count)
    return " · ".join(part for part in parts if part)


def running_text(line: MailboxLine) -> str:
    """How far the import is; empty when none runs."""
    if line.standing is not Standing.IMPORTING:
        return ""
    running = line.running
    return import_words(0, 0, None) if running is None else import_words(running.done, running.total, running.left)


def head_text(board: Board, now: datetime) -> str:
    """The sentence on top of the panel."""
    if board.engine_down:
        left = timedelta() if board.restart_at is None else board.restart_at - now
        text = translate("Health", "The sync has stopped by itself. It is started again in %1; nothing was lost.")
        return text.replace("%1", countdown(left))
    if not board.lines:
        return translate("Health", "No mailbox is connected yet.")
    bad = len(board.troubled)
    if bad:
        many = translate("Health", "%1 mailboxes bring no mail at the moment.")
        return counted(bad, translate("Health", "One mailbox brings no mail at the moment."), many)
    if any(line.standing is Standing.IMPORTING for line in board.lines):
        return translate("Health", "Mail is being imported. Everything else can be used meanwhile.")
    return translate("Health", "All mailboxes work.")


def countdown(left: timedelta) -> str:
    """Seconds below a minute, minutes and seconds below an hour, then rounder."""
    seconds = max(round(left.total_seconds()), 0)
    if seconds < _SOON:
        return translate("Health", "%1 s", "seconds").replace("%1", str(seconds))
    if seconds < _HOUR:
        return f"{seconds // 60}:{seconds % 60:02d}"
    return duration(left)


def set_aside_text(count: int) -> str:
    """The words of the link to the mails that could not be read."""
    one = translate("Health", "1 mail was set aside")
    return counted(count, one, translate("Health", "%1 mails were set aside"))


def alarm_text(silent: Sequence[Silence], now: datetime, *, engine_down: bool) -> str:
    """The sentence of the strip over the list."""
    length = duration(now - min(one.since for one in silent))
    if engine_down:
        return translate("Health", "No mail has come in for %1: the sync has stopped.").replace("%1", length)
    if len(silent) > 1:
        text = translate("Health", "%1 mailboxes have brought no mail for %2.")
        return text.replace("%1", str(len(silent))).replace("%2", length)
    health = silent[0].health
    text = translate("Health", "%1 has brought no mail for %2.")
    text = text.replace("%1", health.mailbox.shown).replace("%2", length)
    return f"{text} {cause_text(health)}" if health.problem else text


def _last_text(health: Health, now: datetime) -> str:
    if health.last_success is None:
        return translate("Health", "Has not worked yet")
    minutes = int((now - health.last_success).total_seconds() // 60)
    if minutes < 1:
        return translate("Health", "Worked just now")
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return translate("Health", "Last worked %1 min ago").replace("%1", str(minutes))
    day = health.last_success.astimezone()
    when = row_time(health.last_success, now)
    if day.date() != now.astimezone().date():
        when = f"{when} {day:%H:%M}"
    return translate("Health", "Last worked %1", "a time").replace("%1", when)


def _next_text(line: MailboxLine, now: datetime) -> str:
    health = line.health
    if line.standing is Standing.STOPPED:
        return translate("Health", "not tried again by itself")
    if health.next_try is None:
        return ""
    left = health.next_try - now
    if left <= timedelta():
        return translate("Health", "looks now")
    if left > timedelta(hours=1):
        return translate("Health", "next look %1", "a time").replace("%1", future_time(health.next_try, now))
    return translate("Health", "next look in %1").replace("%1", countdown(left))
