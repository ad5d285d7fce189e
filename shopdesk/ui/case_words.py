"""What the pages of cases say: kinds, columns, stages, fields, due times, money."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from shopdesk.domain.case import Case, CaseKind, Column, Resolution, Stage
from shopdesk.ui.words import Urgency, counted, duration, future_time, money, short_date, translate

SOON = timedelta(hours=2)
DEADLINE_SOON = timedelta(hours=24)
"""From so long before it a platform's deadline raises its alarm."""

KIND_ICONS = {
    CaseKind.RETURN: "undo-2",
    CaseKind.REFUND: "banknote",
    CaseKind.EXCHANGE: "repeat",
    CaseKind.RESEND: "package-plus",
    CaseKind.COMPENSATION: "hand-coins",
    CaseKind.REPAIR: "wrench",
    CaseKind.NOT_RECEIVED: "map-pin-off",
    CaseKind.DAMAGED: "hammer",
    CaseKind.COMPLAINT: "message-square-warning",
    CaseKind.BAD_REVIEW: "star-off",
    CaseKind.DISPUTE: "gavel",
}
COLUMN_TONES = {
    Column.NEW: "blue",
    Column.WAITING: "violet",
    Column.RETURNING: "blue",
    Column.DECIDE: "amber",
    Column.SETTLE: "accent",
    Column.CLOSED: "grey",
}
COLUMN_KEYS = {
    Column.NEW: "N",
    Column.WAITING: "W",
    Column.RETURNING: "R",
    Column.DECIDE: "D",
    Column.SETTLE: "S",
    Column.CLOSED: "C",
}
"""The letter behind M that moves a case there."""


def kind_text(kind: CaseKind) -> str:
    """What a case is about."""
    return {
        CaseKind.RETURN: translate("Cases", "Return"),
        CaseKind.REFUND: translate("Cases", "Refund"),
        CaseKind.EXCHANGE: translate("Cases", "Exchange"),
        CaseKind.RESEND: translate("Cases", "Replacement"),
        CaseKind.COMPENSATION: translate("Cases", "Compensation"),
        CaseKind.REPAIR: translate("Cases", "Repair"),
        CaseKind.NOT_RECEIVED: translate("Cases", "Not received"),
        CaseKind.DAMAGED: translate("Cases", "Damaged"),
        CaseKind.COMPLAINT: translate("Cases", "Complaint"),
        CaseKind.BAD_REVIEW: translate("Cases", "Bad review"),
        CaseKind.DISPUTE: translate("Cases", "Dispute"),
    }[kind]


def column_text(column: Column, *, short: bool = False) -> str:
    """A column of the board; `short` for its narrow head."""
    if column is Column.DECIDE and short:
        return translate("Cases", "Decide")
    return {
        Column.NEW: translate("Cases", "New"),
        Column.WAITING: translate("Cases", "Waiting for customer"),
        Column.RETURNING: translate("Cases", "Return on its way"),
        Column.DECIDE: translate("Cases", "Arrived – decide"),
        Column.SETTLE: translate("Cases", "Refund / replace"),
        Column.CLOSED: translate("Cases", "Closed"),
    }[column]


def stage_text(stage: Stage) -> str:
    """A stage of the loop."""
    return {
        Stage.ACCEPTED: translate("Cases", "Accepted"),
        Stage.IN_HAND: translate("Cases", "In hand"),
        Stage.ANSWERED: translate("Cases", "Answered"),
        Stage.FOLLOWED_UP: translate("Cases", "Followed up"),
        Stage.ARCHIVED: translate("Cases", "Archived"),
    }[stage]


def resolution_text(resolution: Resolution) -> str:
    """How a case is settled."""
    return {
        Resolution.REFUND: translate("Cases", "Pay back"),
        Resolution.PARTIAL_REFUND: translate("Cases", "Pay back a part"),
        Resolution.EXCHANGE: translate("Cases", "Exchange"),
        Resolution.RESEND: translate("Cases", "Send again"),
        Resolution.COMPENSATE: translate("Cases", "Compensate"),
        Resolution.REPAIR: translate("Cases", "Repair"),
        Resolution.EXPLAIN: translate("Cases", "Explain"),
        Resolution.REFUSE: translate("Cases", "Refuse"),
        Resolution.WITHDRAWN: translate("Cases", "Withdrawn"),
    }[resolution]


def field_text(name: str) -> str:
    """What a field is called."""
    return {
        "kind": translate("Cases", "Kind"),
        "customer_name": translate("Cases", "Customer"),
        "customer_email": translate("Cases", "Address"),
        "order_number": translate("Cases", "Order"),
        "item": translate("Cases", "Item"),
        "variant": translate("Cases", "Variant"),
        "sku": translate("Cases", "SKU"),
        "reason": translate("Cases", "Reason"),
        "value": translate("Cases", "Price"),
        "currency": translate("Cases", "Currency"),
        "owner": translate("Cases", "Owner"),
        "evidence": translate("Cases", "What the evidence shows"),
        "evidence_note": translate("Cases", "What the evidence shows"),
        "evidence_at": translate("Cases", "Evidence received"),
        "resolution": translate("Cases", "Resolution"),
        "amount": translate("Cases", "Amount"),
        "consent": translate("Cases", "Customer’s consent"),
        "approved_by": translate("Cases", "Approved by"),
        "return_parcel": translate("Cases", "Return parcel"),
        "executed_at": translate("Cases", "Carried out"),
        "follow_up_at": translate("Cases", "Follow up on"),
        "follow_up_result": translate("Cases", "Result of the follow-up"),
        "root_cause": translate("Cases", "Root cause"),
        "lesson": translate("Cases", "Lesson"),
        "platform_deadline": translate("Cases", "Platform’s deadline"),
        "next_step": translate("Cases", "Next step"),
        "next_at": translate("Cases", "By when"),
        "playbook": translate("Cases", "Playbook"),
        "steps": translate("Cases", "Steps"),
    }.get(name, name)


def money_text(amount: Decimal | None, currency: str) -> str:
    """An amount as the person's language writes it, in its own currency; empty for none."""
    is_whole = currency == "CNY" and amount is not None and amount == amount.to_integral_value()
    return money(amount, currency, whole=is_whole)


@dataclass(frozen=True, slots=True)
class DueLine:
    """The last line of a card."""

    text: str
    tone: str
    """A token: text2, amber, red."""
    urgency: Urgency
    icon: str = "clock"


def due_line(case: Case, now: datetime) -> DueLine:
    """What is next, and how much it hurries."""
    due = case.due_at
    if due is None:
        return DueLine(case.next_step or (stage_text(case.stage) if case.is_open else ""), "text2", Urgency.PLAIN)
    left = due - now
    late, deadline = left <= timedelta(), case.platform_deadline
    if deadline is not None and now < deadline <= now + DEADLINE_SOON:
        words = translate("Cases", "Platform’s deadline in %1").replace("%1", duration(deadline - now))
        return DueLine(words, *(("red", Urgency.LATE) if late else ("amber", Urgency.SOON)), icon="alarm-clock")
    if late:
        words = translate("Words", "Overdue %1").replace("%1", duration(-left))
        return DueLine(words, "red", Urgency.LATE, "clock-alert")
    if left <= SOON:
        said = translate("Cases", "Reply within %1") if case.column is Column.NEW else translate("Cases", "Due in %1")
        return DueLine(case.next_step or said.replace("%1", duration(left)), "amber", Urgency.SOON)
    return DueLine(case.next_step or _day(due, now), "text2", Urgency.PLAIN)


def _day(when: datetime, now: datetime) -> str:
    days = (when.astimezone().date() - now.astimezone().date()).days
    if days == 0:
        return translate("Cases", "Today")
    return translate("Cases", "Tomorrow") if days == 1 else short_date(when, now)


def moment_text(when: datetime | None, now: datetime) -> str:
    """A moment before or after now; empty for none."""
    if when is None:
        return ""
    return future_time(when, now) if when > now else f"{short_date(when, now)} {when.astimezone():%H:%M}"


def card_sentence(case: Case, now: datetime, owner: str = "") -> str:
    """A card for a screen reader. In: the name of whose it is."""
    parts = (
        kind_text(case.kind),
        case.number,
        case.item,
        case.variant,
        case.customer_name or case.customer_email,
        money_text(case.at_stake, case.currency),
        due_line(case, now).text,
        owner,
    )
    return translate("Words", ", ", "between the parts of a spoken sentence").join(part for part in parts if part)


def head_text(cases: list[Case], now: datetime) -> str:
    """How many are open and late, and what is at stake in each currency."""
    late = sum(1 for case in cases if case.due_at is not None and case.due_at <= now)
    parts = [counted(len(cases), translate("Cases", "1 open"), translate("Cases", "%1 open"))]
    if late:
        parts.append(counted(late, translate("Cases", "1 overdue"), translate("Cases", "%1 overdue")))
    sums: dict[str, Decimal] = {}
    for case in cases:
        if case.at_stake is not None:
            sums[case.currency] = sums.get(case.currency, Decimal(0)) + case.at_stake
    stakes = " + ".join(money(amount, currency, whole=True) for currency, amount in sorted(sums.items()))
    if stakes:
        parts.append(translate("Cases", "%1 at stake").replace("%1", stakes))
    return " · ".join(parts)
