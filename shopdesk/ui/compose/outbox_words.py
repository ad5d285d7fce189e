"""What is said of a mail on its way out, and what a person can do about it."""

from datetime import datetime
from enum import Enum

from shopdesk.domain.outbox import OutboxItem, OutboxState
from shopdesk.ui.error_texts import problem_text
from shopdesk.ui.words import future_time, translate


class Deal(Enum):
    """What a person can do about a mail."""

    UNDO = "undo"
    EDIT = "edit"
    RETRY = "retry"
    DISCARD = "discard"
    LOOK_AGAIN = "look_again"
    SEND_AGAIN = "send_again"
    WAS_SENT = "was_sent"


_IN_ITS_WORDS = {"SendRefused", "SenderRefused", "SendLimitReached"}
"""Failures that the server explains better than we can."""
_DEALS = {
    OutboxState.QUEUED: (Deal.UNDO,),
    OutboxState.UNKNOWN: (Deal.LOOK_AGAIN, Deal.SEND_AGAIN, Deal.WAS_SENT),
    OutboxState.REFUSED: (Deal.RETRY, Deal.EDIT, Deal.DISCARD),
    OutboxState.HELD: (Deal.RETRY, Deal.EDIT, Deal.DISCARD),
}


def deals_of(item: OutboxItem) -> tuple[Deal, ...]:
    """What can be done about it at the moment."""
    if item.state is OutboxState.QUEUED and item.problem:
        return (Deal.RETRY, Deal.EDIT, Deal.DISCARD)
    if item.state is OutboxState.SENT and any(not one.is_for_now for one in item.refused):
        return (Deal.RETRY,)
    return _DEALS.get(item.state, ())


def deal_text(deal: Deal) -> str:
    """The words of its button."""
    return {
        Deal.UNDO: translate("Outbox", "Undo"),
        Deal.EDIT: translate("Outbox", "Edit"),
        Deal.RETRY: translate("Outbox", "Retry"),
        Deal.DISCARD: translate("Outbox", "Discard"),
        Deal.LOOK_AGAIN: translate("Outbox", "Look again"),
        Deal.SEND_AGAIN: translate("Outbox", "Send again"),
        Deal.WAS_SENT: translate("Outbox", "It was sent"),
    }[deal]


def is_trouble(item: OutboxItem) -> bool:
    """Whether a person has to look at it."""
    return item.state.needs_person or bool(item.refused)


def state_text(item: OutboxItem, now: datetime) -> str:
    """Where it stands, in one sentence."""
    to = to_text(item)
    if item.state is OutboxState.UNKNOWN:
        return translate("Outbox", "We do not know whether this mail to %1 left.").replace("%1", to)
    if item.state in {OutboxState.REFUSED, OutboxState.HELD}:
        why = _why(item) or translate("Outbox", "It waits for your decision.")
        return translate("Outbox", "Not sent: %1").replace("%1", why)
    if item.state in {OutboxState.SENT, OutboxState.FILED}:
        if item.refused:
            people = ", ".join(one.email for one in item.refused)
            return translate("Outbox", "Sent, but not to %1.").replace("%1", people)
        return translate("Outbox", "Sent")
    if item.state is OutboxState.QUEUED:
        return _waiting(item, now)
    return translate("Outbox", "Being sent…")


def to_text(item: OutboxItem) -> str:
    """Who gets it, in short."""
    names = [one.shown for one in item.to] or list(item.recipients)
    return names[0] + (f" +{len(names) - 1}" if len(names) > 1 else "") if names else ""


def _waiting(item: OutboxItem, now: datetime) -> str:
    if item.problem in {"ServerUnreachable", "HostNotFound", "ConnectionLost", "ProxyRefused"}:
        return translate("Outbox", "Will be sent when you are online.")
    if item.problem:
        return translate("Outbox", "Not sent yet: %1").replace("%1", _why(item))
    if item.send_after <= now:
        return translate("Outbox", "Leaves now")
    return translate("Outbox", "Leaves %1").replace("%1", future_time(item.send_after, now))


def _why(item: OutboxItem) -> str:
    if not item.problem:
        return ""
    words = problem_text(item.problem, item.problem_host)
    return f"{words} ({item.problem_detail})" if item.problem in _IN_ITS_WORDS and item.problem_detail else words
