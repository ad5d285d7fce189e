"""`outbox`: mails on their way out, and decisions about those that came to a stop; `note`: a word for the team."""

import sys
from argparse import ArgumentParser, Namespace

from shopdesk.cli.error_texts import sentence_of, sentence_of_name
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.ids import ConversationId, OutboxId
from shopdesk.domain.outbox import OutboxItem, OutboxState

_WORDS = {
    OutboxState.QUEUED: "waiting to leave",
    OutboxState.SENDING: "leaving",
    OutboxState.DATA_GIVEN: "leaving",
    OutboxState.UNKNOWN: "may have left: nobody knows",
    OutboxState.SENT: "sent",
    OutboxState.FILED: "sent",
    OutboxState.REFUSED: "not sent",
    OutboxState.HELD: "kept back",
    OutboxState.DISCARDED: "discarded",
}
_HOW = "send it again with 'outbox retry {id}', or give it up with 'outbox discard {id}'"


def _define(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("list", "send", "retry", "discard", "sent"),
        default="list",
        help="list (default), send what is due, or decide about one: retry, discard, or sent (it did leave)",
    )
    parser.add_argument("id", nargs="?", type=whole_number, metavar="ID", help="a number as 'outbox' shows it")
    parser.add_argument("--all", action="store_true", help="list also what was sent or discarded")
    parser.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """List, send or decide; 0 only when nothing was left behind."""
    if arguments.action == "list":
        return _list(arguments, shop)
    if arguments.action == "send":
        return _send(arguments, shop)
    if arguments.id is None:
        complain(f"Which one? Name it: outbox {arguments.action} ID")
        return 2
    item = OutboxId(arguments.id)
    decisions = {"retry": shop.outbox.retry, "discard": shop.outbox.discard, "sent": shop.outbox.it_was_sent}
    decisions[arguments.action](item)
    return 0


def _list(arguments: Namespace, shop: CliShop) -> int:
    items = shop.outbox.items([*OutboxState] if arguments.all else None)
    if arguments.json:
        say_json([_as_json(item) for item in items])
        return 0
    if not items:
        say("Nothing is on its way out.")
    for item in items:
        to = ", ".join(line(one.shown) for one in item.to) or ", ".join(map(line, item.recipients))
        subject = line(item.subject) or "(no subject)"
        say(f"{item.id}  {_WORDS[item.state]}  {local(item.queued_at)}  to {to}: {subject}")
        _say_trouble(item)
    return 0


def _say_trouble(item: OutboxItem) -> None:
    if item.problem:
        say(f"    {sentence_of_name(item.problem, item.problem_host, item.problem_detail)}")
    for refused in item.refused:
        say(f"    Not taken for {line(refused.email)}: {line(refused.reason)}")
    if item.state.needs_person:
        sent = f", or say with 'outbox sent {item.id}' that it left" if item.state is OutboxState.UNKNOWN else ""
        say(f"    Decide: {_HOW.replace('{id}', str(item.id))}{sent}.")
    elif item.next_try is not None and item.problem:
        say(f"    Next try {local(item.next_try)}.")


def _send(arguments: Namespace, shop: CliShop) -> int:
    """One pass over all mailboxes; 0 when nothing waits any more."""
    left = 0
    for mailbox in shop.mailboxes.all():
        if mailbox.smtp is None:
            continue
        try:
            report = shop.outbox.send_due(mailbox.id, SimpleControl(), all_waiting=True)
        except ShopdeskError as problem:
            complain(f"{line(mailbox.address)}: {sentence_of(problem)}")
            left += 1
            continue
        left += report.waiting
        if arguments.json:
            counts = {"sent": report.sent, "waiting": report.waiting, "asking": report.asking}
            say_json({"mailbox": mailbox.address, **counts})
        else:
            waits = f", {report.waiting:,} still here (see 'outbox')" if report.waiting else ""
            say(f"{line(mailbox.address)}: {counted(report.sent, 'mail')} sent{waits}")
    return 1 if left else 0


def _as_json(item: OutboxItem) -> dict[str, object]:
    return {
        "id": item.id,
        "state": item.state.value,
        "conversation": item.conversation_id,
        "to": [one.email for one in item.to],
        "recipients": list(item.recipients),
        "subject": item.subject,
        "message_id": item.message_id,
        "queued_at": iso(item.queued_at),
        "send_after": iso(item.send_after),
        "next_try": iso(item.next_try),
        "sent_at": iso(item.sent_at),
        "tries": item.tries,
        "problem": item.problem or None,
        "detail": item.problem_detail or None,
        "refused": {one.email: one.reason for one in item.refused},
    }


def _define_note(parser: ArgumentParser) -> None:
    parser.add_argument("conversation", metavar="CONVERSATION", type=whole_number, help="as 'search' shows it")
    parser.add_argument("--text-stdin", action="store_true", required=True, help="read the words from standard input")
    parser.add_argument("--author", default="", metavar="NAME", help="who writes it")


def _note(arguments: Namespace, shop: CliShop) -> int:
    """Keep a note that only the team sees."""
    shop.replies.add_note(ConversationId(arguments.conversation), sys.stdin.read(), arguments.author)
    return 0


OUTBOX = Command("outbox", "mails on their way out: list, send, decide", _define, _run, writes=True)
NOTE = Command("note", "write a note into a conversation that only the team sees", _define_note, _note, writes=True)
