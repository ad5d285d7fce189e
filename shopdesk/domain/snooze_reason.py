"""Tells a moment and a reason apart in what somebody types: "friday: ask the carrier", "周五：补发灯罩"."""

import re
from datetime import datetime, tzinfo

from shopdesk.domain.snooze_words import SnoozeProblem, snooze_moment

_BETWEEN = re.compile(r"\s*(?:[:：](?!\d)|[,，、;；]|\s[-–—]\s)\s*")
LONGEST_REASON = 200


def moment_and_reason(
    text: str, now: datetime, zone: tzinfo | None = None
) -> tuple[datetime | SnoozeProblem, str]:
    """The moment (UTC) that a text begins with at `now` (UTC), or what is wrong with it, and the reason behind a
    colon, comma or dash; empty without one. As much as makes sense belongs to the moment.

    What is a moment as a whole ("tomorrow, 9") has no reason. `zone` is the person's (None: this computer's).
    """
    whole = snooze_moment(text, now, zone)
    if isinstance(whole, datetime):
        return whole, ""
    for sign in reversed(list(_BETWEEN.finditer(text))):
        begun = snooze_moment(text[: sign.start()], now, zone)
        if begun is not SnoozeProblem.NOT_UNDERSTOOD:
            reason = " ".join(text[sign.end() :].split())[:LONGEST_REASON]
            return (begun, reason) if isinstance(begun, datetime) else (begun, "")
    return whole, ""
