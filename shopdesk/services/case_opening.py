"""What a new case begins with: order, item and reason out of the mails of a conversation."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from shopdesk.domain.case import Case, CaseKind, CaseStep, Evidence
from shopdesk.domain.ids import CaseId
from shopdesk.domain.message import Direction
from shopdesk.domain.topic_guess import guess_topic
from shopdesk.services.order_finding import orders_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from shopdesk.domain.case_rules import CaseRules
    from shopdesk.domain.conversation import Conversation
    from shopdesk.domain.filing import NewMessage
    from shopdesk.domain.message import Message
    from shopdesk.domain.order import Order, OrderItem
    from shopdesk.services.ports import Work

SMALLEST_PICTURE = 4_096
"""Bytes; smaller ones are logos and lines of signatures."""
_NEWEST = 5
_REASON_SIGNS = 240
_SHORTEST_LINE = 24
_KINDS = {
    "dispute": CaseKind.DISPUTE,
    "problem": CaseKind.COMPLAINT,
    "return": CaseKind.RETURN,
    "shipping": CaseKind.NOT_RECEIVED,
}
_SURER = (
    (
        CaseKind.DAMAGED,
        r"broken|damaged|crack|shatter|smashed|in pieces|破|碎|坏了|损坏|kaputt|beschädigt|zerbrochen",
    ),
    (
        CaseKind.EXCHANGE,
        r"wrong size|too (?:small|big|large|tight)|exchange|换货|尺码|太小|太大|umtausch|zu (?:klein|groß)",
    ),
    (CaseKind.REFUND, r"refund|money back|退款|退钱|erstattung|geld zurück"),
    (CaseKind.REPAIR, r"warranty|repair|not working|does ?n.t work|保修|维修|不能用|garantie|reparatur|defekt"),
)


def proposed(
    work: Work, row: Conversation, kind: CaseKind | None, rules: CaseRules, now: datetime
) -> Case:
    """A case that is not kept yet, filled from a conversation. In: the kind, None to guess it from the mails."""
    messages = work.conversations.messages(row.id)
    asked = _asking(messages)
    order = _order_of(work, row)
    bought = _bought(order, row, asked)
    chosen = kind or _guessed(row, asked)
    anchor = asked[-1] if asked else (messages[-1] if messages else None)
    begun = with_playbook(
        Case(
            id=CaseId(0),
            kind=chosen,
            opened_at=now,
            changed_at=now,
            customer_name=row.customer_name,
            customer_email=row.customer_email,
            shop=row.market or _shop_of(work, row),
            order_number=order.number if order else next(iter(row.order_numbers), ""),
            item=" + ".join(one.title for one in bought if one.title),
            variant=bought[0].variant if len(bought) == 1 else "",
            sku=" + ".join(one.sku for one in bought if one.sku),
            reason=_reason(row, asked),
            value=_value(order, bought),
            currency=order.currency if order else "",
            next_at=row.due_at,
            messages=(anchor.id,) if anchor is not None else (),
        ),
        rules,
    )
    for message in asked[-_NEWEST:]:
        for picture in pictures_of(message):
            begun = begun.with_evidence(picture, now)
    return begun


def pictures_of(message: Message | NewMessage) -> list[Evidence]:
    """What a mail shows, without logos and the lines of signatures."""
    return [
        Evidence(message.id, file.number, file.name, file.media_type)
        for file in message.mail.attachments
        if file.media_type.startswith(("image/", "video/")) and file.size >= SMALLEST_PICTURE
    ]


def with_playbook(case: Case, rules: CaseRules, key: str = "") -> Case:
    """With the steps of a playbook (by its key, else the one for its kind); steps that are done stay done."""
    book = rules.playbooks.get(key) if key else rules.playbook_for(case.kind)
    if book is None:
        return case
    done = {step.key: step for step in case.steps}
    steps = tuple(done.get(step.key, CaseStep(step.key)) for step in book.steps)
    return replace(case, playbook=book.key, steps=steps)


def _asking(messages: Sequence[Message]) -> list[Message]:
    """What people wrote to us, oldest first; machines' mails where nobody did."""
    came = [one for one in messages if one.direction is Direction.INCOMING]
    return [one for one in came if not one.mail.kind.is_machine] or came


def _order_of(work: Work, row: Conversation) -> Order | None:
    """The order that the mails name; of a customer's other orders only a single one is meant for sure."""
    found = orders_of(work, row)
    named = [one for one in found if one.number.lstrip("#").upper() in row.order_numbers]
    if named or row.order_numbers:
        return named[0] if named else None
    return found[0] if len(found) == 1 else None


def _bought(order: Order | None, row: Conversation, asked: Sequence[Message]) -> tuple[OrderItem, ...]:
    """The items that the mails name by a word of their titles or by their number; all of them where they name none."""
    items = order.items if order is not None else ()
    if len(items) < 2:  # noqa: PLR2004 - nothing to choose
        return items
    text = " ".join((row.subject, *(one.mail.own_words for one in asked))).casefold()
    named = tuple(one for one in items if any(word in text for word in _words_of(one)))
    return named or items


def _words_of(item: OrderItem) -> list[str]:
    words = [word for word in re.findall(r"\w+", item.title.casefold()) if len(word) >= (4 if word.isascii() else 2)]
    return [*words, item.sku.casefold()] if item.sku else words


def _value(order: Order | None, bought: Sequence[OrderItem]) -> Decimal | None:
    """What the items cost; the whole order where the file does not say it for each."""
    prices = [one.price for one in bought]
    if order is None or not bought or None in prices:
        return order.total if order else None
    if len(bought) == 1:
        return bought[0].price
    return sum((one.price * one.quantity for one in bought if one.price is not None), Decimal(0))


def _shop_of(work: Work, row: Conversation) -> str:
    return next((one.address for one in work.mailboxes.all() if one.id == row.mailbox_id), "")


def _guessed(row: Conversation, asked: Sequence[Message]) -> CaseKind:
    text = " ".join(one.mail.own_words for one in asked[-3:])
    topic = guess_topic(row.subject, text)
    if topic == "dispute":
        return CaseKind.DISPUTE
    whole = f"{row.subject} {text}"
    surer = next((kind for kind, words in _SURER if re.search(words, whole, re.IGNORECASE)), None)
    return surer or _KINDS.get(topic, CaseKind.COMPLAINT)


def _reason(row: Conversation, asked: Sequence[Message]) -> str:
    """The customer's words that say most about the trouble: the first lines that are more than a greeting."""
    best = next((one for one in asked if guess_topic("", one.mail.own_words)), asked[0] if asked else None)
    if best is None:
        return row.subject
    lines = [" ".join(line.split()) for line in best.mail.own_words.splitlines() if line.strip()]
    wide = [line for line in lines if len(line) * (1 if line.isascii() else 3) >= _SHORTEST_LINE] or lines
    return _shortened(" ".join(wide)) or row.subject


def _shortened(text: str) -> str:
    if len(text) <= _REASON_SIGNS:
        return text
    cut = text[:_REASON_SIGNS]
    end = max(cut.rfind(sign) for sign in ".!?。！？")
    return cut[: end + 1] if end > _REASON_SIGNS // 3 else cut.rstrip() + "…"
