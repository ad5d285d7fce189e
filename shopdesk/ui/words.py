"""Times, due times and names in the person's language; sentences come from the translation files."""

import math
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from shopdesk.domain.conversation import Conversation, ConversationState
from shopdesk.domain.mood import Mood

translate = QCoreApplication.translate

_HOUR = 60
_DAY = 24 * _HOUR
_EXACT_HOURS = 5


class Urgency(Enum):
    """How a due time is shown."""

    PLAIN = "plain"
    SOON = "soon"
    PRESSING = "pressing"
    """Red, but not overdue yet."""
    LATE = "late"


class DueWords(NamedTuple):
    """A due time as text with its urgency."""

    urgency: Urgency
    text: str


def counted(number: int, one: str, many: str) -> str:
    """`one` for the number 1, else `many` with the number in place of %1."""
    return one if number == 1 else many.replace("%1", QLocale().toString(number))


def short_date(when: datetime, now: datetime) -> str:
    """Day and month (with the year when it is another one) of a UTC moment, in local time."""
    local, today = when.astimezone(), now.astimezone()
    date = QDate(local.year, local.month, local.day)
    if local.year == today.year:
        return QLocale().toString(date, translate("Words", "d MMM", "date without year, Qt date format"))
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def conversation_line(row: Conversation, now: datetime) -> str:
    """A conversation in one line: whose, on what, the day of its newest message."""
    parts = (row.customer_name or row.customer_email, row.subject, short_date(row.last_at, now))
    return " · ".join(part for part in parts if part)


def row_time(when: datetime, now: datetime) -> str:
    """The time of a list row: the clock for today, else the date."""
    local, today = when.astimezone(), now.astimezone()
    return f"{local:%H:%M}" if local.date() == today.date() else short_date(when, now)


def card_time(when: datetime, now: datetime) -> str:
    """The time of a message: clock today, "Yesterday 16:20", else date and clock."""
    return _past_time(when, now, translate("Words", "Yesterday %1"))


def since_time(when: datetime, now: datetime) -> str:
    """The same in the middle of a sentence: "yesterday 16:20"."""
    return _past_time(when, now, translate("Words", "yesterday %1"))


def _past_time(when: datetime, now: datetime, yesterday: str) -> str:
    local, today = when.astimezone(), now.astimezone()
    if local.date() == today.date():
        return f"{local:%H:%M}"
    if local.date() == today.date() - timedelta(days=1):
        return yesterday.replace("%1", f"{local:%H:%M}")
    return f"{short_date(when, now)} {local:%H:%M}"


def future_time(when: datetime, now: datetime) -> str:
    """A moment to come: "today 17:00", "tomorrow 09:00", "Mon 09:00", else date and clock."""
    local, today = when.astimezone(), now.astimezone()
    days = (local.date() - today.date()).days
    if days == 0:
        return translate("Words", "today %1").replace("%1", f"{local:%H:%M}")
    if days == 1:
        return translate("Words", "tomorrow %1").replace("%1", f"{local:%H:%M}")
    if 1 < days < 7:  # noqa: PLR2004 - within a week the weekday says enough
        return f"{QLocale().dayName(local.isoweekday(), QLocale.FormatType.ShortFormat)} {local:%H:%M}"
    return f"{short_date(when, now)} {local:%H:%M}"


def duration(length: timedelta) -> str:
    """A length as "35m", "1h 05m", "5h" or "2d"; below a minute it is one minute."""
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < _HOUR:
        return translate("Words", "%1m", "minutes").replace("%1", str(minutes))
    hours, rest = divmod(minutes, _HOUR)
    if minutes >= 2 * _DAY:
        return translate("Words", "%1d", "days").replace("%1", str(minutes // _DAY))
    if hours >= _EXACT_HOURS or not rest:
        return translate("Words", "%1h", "hours").replace("%1", str(hours))
    text = translate("Words", "%1h %2m", "hours and two-digit minutes")
    return text.replace("%1", str(hours)).replace("%2", f"{rest:02d}")


def size_text(size: int) -> str:
    """Bytes as people read them."""
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def import_words(done: int, total: int, left: timedelta | None) -> str:
    """How far an import is, and how long it will still take if anybody can tell."""
    if not total:
        return translate("Inbox", "Looking for mail")
    text = translate("Inbox", "Importing %1 of %2")
    text = text.replace("%1", QLocale().toString(done)).replace("%2", QLocale().toString(total))
    return text if left is None else f"{text} · {left_words(left)}"


def left_words(left: timedelta) -> str:
    """How long something will still take, in round numbers."""
    minutes = left.total_seconds() / 60
    if minutes < 1:
        return translate("Inbox", "less than a minute")
    if minutes < 90:  # noqa: PLR2004 - up to here minutes say more
        exact = math.ceil(minutes)
        return translate("Inbox", "about %1 min").replace("%1", str(exact if exact < 15 else round(exact / 5) * 5))  # noqa: PLR2004
    return translate("Inbox", "about %1 h").replace("%1", str(round(minutes / 60)))


def due_words(row: Conversation, now: datetime) -> DueWords | None:
    """What the pill of a row says: overdue, pressing, due soon, plain; when a snooze ends; None when nobody waits."""
    if row.state is ConversationState.SNOOZED and row.snoozed_until is not None:
        return DueWords(Urgency.PLAIN, future_time(row.snoozed_until, now))
    if row.due_at is None or row.state is not ConversationState.NEEDS_REPLY:
        return None
    left = row.due_at - now
    if left <= timedelta():
        return DueWords(Urgency.LATE, translate("Words", "Overdue %1").replace("%1", duration(-left)))
    return DueWords(_urgency(row, now), duration(left))


def _urgency(row: Conversation, now: datetime) -> Urgency:
    if row.red_at is not None and row.red_at <= now:
        return Urgency.PRESSING
    return Urgency.SOON if row.amber_at is not None and row.amber_at <= now else Urgency.PLAIN


def initials(name: str) -> str:
    """Two initials; of a name in Chinese, Japanese or Korean letters the first one."""
    words = [word for word in name.replace("@", " ").replace(".", " ").split() if word[0].isalnum()]
    if not words:
        return name[:1].upper() or "?"
    if ord(words[0][0]) > 0x2E80:  # noqa: PLR2004 - here the scripts begin whose letters are words
        return words[0][0]
    both = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in both).upper()


def badge_letter(market: str) -> str:
    """The letter of a channel's badge; @ for plain mail."""
    known = {"taobao": "淘", "tmall": "猫", "jd": "京", "amazon": "a", "ebay": "e"}
    return known.get(market, market[:1].upper()) if market else "@"


def market_name(market: str) -> str:
    """How a marketplace writes itself; plain mail is the shop's own."""
    known = {"amazon": "Amazon", "ebay": "eBay", "aliexpress": "AliExpress", "jd": "JD"}
    return known.get(market, market.capitalize()) if market else translate("Words", "Own shop")


def row_sentence(row: Conversation, now: datetime) -> str:
    """One sentence for a screen reader: who, what, when, due, unread."""
    parts = [row.customer_name or row.customer_email, row.subject, row_time(row.last_at, now)]
    due = due_words(row, now)
    if due is not None:
        due_text = due.text if due.urgency is Urgency.LATE else translate("Words", "due in %1").replace("%1", due.text)
        parts.append(due.text if row.state is ConversationState.SNOOZED else due_text)
    if row.mood is Mood.ANGRY:
        parts.append(translate("Words", "angry customer"))
    if row.unread:
        parts.append(translate("Words", "unread"))
    if row.has_attachments:
        parts.append(translate("Words", "with attachment"))
    return translate("Words", ", ", "between the parts of a spoken sentence").join(part for part in parts if part)


def money(amount: Decimal | None, currency: str, *, whole: bool = False) -> str:
    """An amount in its currency, as the language writes it, `whole` without its smaller part; empty for none."""
    if amount is None:
        return ""
    digits = 0 if whole or currency in _WHOLE else 2
    sign = _SYMBOLS.get(currency, f"{currency} ")
    return QLocale().toCurrencyString(float(amount), sign, digits)


_WHOLE = frozenset(("JPY", "VND", "KRW", "IDR"))
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "CNY": "¥", "JPY": "JP¥"}
