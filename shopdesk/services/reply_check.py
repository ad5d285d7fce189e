"""The effective-reply check of a draft: gathers what is known of its conversation, and asks the rules."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.ids import MessageId
from shopdesk.domain.markets import Market, market_of
from shopdesk.domain.message import Address, Direction, Message
from shopdesk.domain.numbers import find_numbers
from shopdesk.domain.reply_check.checking import check_reply
from shopdesk.domain.reply_check.facts import FORBIDDEN, CheckResult, Finding, Part, Situation
from shopdesk.domain.reply_check.rules import Rules
from shopdesk.services.own_addresses import own_addresses
from shopdesk.services.ports import Store, Work
from shopdesk.services.signatures import OnDuty, nobody, signature_text

_log = logging.getLogger(__name__)
_PARTING = "\n\n"
_NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""What a date in a signature says is nothing to the rules."""
_NEVER_CHECKED = frozenset({DraftKind.NOTE, DraftKind.FORWARD})
"""What no customer reads as an answer."""


class ReplyCheck:
    """Looks at drafts; it never stops one. In: the database and the rules. Ask it in the reader lane."""

    def __init__(self, store: Store, rules: Rules, on_duty: OnDuty = nobody) -> None:
        self._store = store
        self._rules = rules
        self._on_duty = on_duty

    def check(self, draft: Draft) -> CheckResult:
        """What the rules say about a draft, saved or not. Writes nothing, never raises: a failure finds nothing."""
        if draft.kind in _NEVER_CHECKED:
            return CheckResult()
        try:
            with self._store.reading() as work:
                case = _case(work, draft)
                signature = signature_text(work, draft, self._on_duty, _NO_TIME) if draft.signed else ""
            result = check_reply(case.situation, self._rules)
            if signature and case.situation.market:
                result = replace(result, findings=(*self._forbidden_in(signature, case.situation), *result.findings))
            return _at_messages(result, case.mails)
        except Exception:  # noqa: BLE001 - a fault of the checker must not come between a person and an answer
            _log.exception("the draft of conversation %s could not be checked", draft.conversation_id)
            return CheckResult()


    def _forbidden_in(self, signature: str, situation: Situation) -> Iterator[Finding]:
        """What the marketplace forbids in a signature; it has no place in the draft."""
        alone = check_reply(replace(situation, body=signature, mail=""), self._rules)
        return (replace(one, start=0, length=0) for one in alone.findings if one.rule in FORBIDDEN)


@dataclass(frozen=True, slots=True)
class _Case:
    situation: Situation
    mails: tuple[tuple[int, MessageId], ...]
    """Where each answered mail begins in the text of the situation."""


def _case(work: Work, draft: Draft) -> _Case:
    rows = work.conversations.rows([draft.conversation_id]) if draft.conversation_id is not None else ()
    messages = work.conversations.messages(rows[0].id) if rows else ()
    answered = _answered(messages, draft.answers)
    market = _market(draft, rows)
    text, mails = _joined(answered)
    subject = answered[-1].mail.subject if answered else ""
    numbers = find_numbers(subject, text, market.word if market else "")
    situation = Situation(
        body=draft.body,
        subject=draft.subject,
        sender=(draft.sender.key if draft.sender else work.mailboxes.get(draft.mailbox_id).address.casefold()),
        has_files=bool(draft.files),
        mail=text,
        mail_subject=subject,
        names=tuple(_names(rows, answered, draft)),
        orders=tuple(dict.fromkeys((*(rows[0].order_numbers if rows else ()), *numbers.orders))),
        parcels=numbers.parcels,
        language=draft.language,
        market=market.word if market else "",
        on_site=market is not None and market.link_out,
        approved=_known_to_customer(messages, own_addresses(work)),
    )
    return _Case(situation, mails)


def _answered(messages: Sequence[Message], named: MessageId | None) -> Sequence[Message]:
    """The customer's mails since our last one, or only the one that the draft names when it is older than that."""
    told = [one for one in messages if one.direction is not Direction.NOTE and not one.mail.kind.is_machine]
    since: list[Message] = []
    for one in reversed(told):
        if one.direction is Direction.OUTGOING:
            break
        since.insert(0, one)
    if named is None or any(one.id == named for one in since):
        return since
    return [one for one in messages if one.id == named and one.direction is Direction.INCOMING]


def _joined(messages: Sequence[Message]) -> tuple[str, tuple[tuple[int, MessageId], ...]]:
    text, places = "", []
    for one in messages:
        text += _PARTING if text else ""
        places.append((len(text), one.id))
        text += one.mail.own_words
    return text, tuple(places)


def _market(draft: Draft, rows: Sequence[Conversation]) -> Market | None:
    """The marketplace whose buyer it goes to; a buyer's own address is outside of it."""
    for address in (*draft.to, *draft.cc):
        market = market_of(address)
        if market is not None and (market.link_out or market.is_alias(address)):
            return market
    if draft.to or not rows:
        return None
    # Nobody to send to: a marketplace that is answered on its site gives no address.
    market = market_of(Address("", rows[0].customer_email))
    return market if market is not None and market.link_out else None


def _names(rows: Sequence[Conversation], messages: Sequence[Message], draft: Draft) -> Iterator[str]:
    for row in rows:
        yield row.customer_name
        yield row.customer_email.partition("@")[0]
    for address in (*(one.mail.sender for one in messages), *draft.to):
        yield address.name
        yield address.email.partition("@")[0]


def _known_to_customer(messages: Sequence[Message], own: frozenset[str]) -> frozenset[str]:
    """Our addresses that the customer wrote to or heard from."""
    seen: set[str] = set()
    for one in messages:
        if one.direction is Direction.OUTGOING:
            seen.add(one.mail.sender.key)
        elif one.direction is Direction.INCOMING:
            seen.update(address.key for address in (*one.mail.to, *one.mail.cc))
            seen.update(address.casefold() for address in one.mail.delivered_to)
    return frozenset(seen & own)


def _at_messages(result: CheckResult, mails: Sequence[tuple[int, MessageId]]) -> CheckResult:
    """Places in the joined mails as places in the message that they are in."""

    def placed(start: int) -> tuple[int, MessageId | None]:
        begin, message = max((place for place in mails if place[0] <= start), default=(0, None))
        return start - begin, message

    questions = []
    for question in result.questions:
        start, message = placed(question.start)
        questions.append(replace(question, start=start, message=message))
    findings = []
    for finding in result.findings:
        start, message = placed(finding.start) if finding.part is Part.MAIL else (finding.start, None)
        findings.append(replace(finding, start=start, message=message))
    return replace(result, questions=tuple(questions), findings=tuple(findings))
