"""`reply`: answer a conversation with a template or with words from standard input, on paper or into the outbox."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from email.utils import getaddresses

from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import block, complain, line, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import InputRefused, ShopdeskError
from shopdesk.domain.filling import Filled, text_of
from shopdesk.domain.ids import ConversationId
from shopdesk.domain.message import Address
from shopdesk.domain.template import Template
from shopdesk.system.single_instance import hold_folder

_USAGE = 2


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("conversation", metavar="CONVERSATION", type=whole_number, help="as 'search' shows it")
    words = parser.add_mutually_exclusive_group(required=True)
    words.add_argument("--template", metavar="KEY", help="its key, as 'templates list' shows it")
    words.add_argument("--body-stdin", action="store_true", help="read the words from standard input")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        dest="values",
        help="what the template asks for, or a value of its own for a placeholder such as order.tracking",
    )
    parser.add_argument("--language", metavar="L", help="such as en or zh (default: the customer's)")
    parser.add_argument("--agent", default="", metavar="NAME", help="who writes it")
    parser.add_argument("--queue", action="store_true", help="put it into the outbox; without this it is only shown")
    parser.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Show or queue the answer; 2 when a value is missing."""
    conversation = ConversationId(arguments.conversation)
    with hold_folder(shop.data_folder) if arguments.queue else nullcontext():
        draft = shop.replies.start(conversation, DraftKind.REPLY)
        if arguments.body_stdin:
            draft = replace(draft, body=sys.stdin.read().strip("\n"))
        else:
            template = shop.templates.by_key(arguments.template)
            answers = dict(map(_pair, arguments.values))
            filled = shop.templates.fill(template.id, conversation, answers, arguments.language, arguments.agent)
            missing = _missing(filled)
            if missing:
                return _tell_missing(missing, json=arguments.json)
            if filled.language_wanted:
                complain(f"There are no words in {line(filled.language_wanted)}; those in {filled.language} are used.")
            draft = _with_template(draft, template, filled)
        queued = _queue(shop, draft) if arguments.queue else None
    _show(draft, queued, json=arguments.json)
    return 0


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise InputRefused("--set", f"wants NAME=VALUE, not {line(text)}")
    return name.strip().removeprefix("input."), value


def _missing(filled: Filled) -> list[tuple[str, str]]:
    """Names for --set with what they mean."""
    labels = {one.name: one.label for one in filled.to_ask}
    names = dict.fromkeys((*(name.removeprefix("input.") for name in filled.missing), *labels))
    return [(name, labels.get(name, "")) for name in names]


def _tell_missing(missing: Sequence[tuple[str, str]], *, json: bool) -> int:
    if json:
        say_json({"missing": [name for name, _ in missing]})
    for name, label in missing:
        complain(f"Missing: {name}{f' ({line(label)})' if label else ''}; give it with --set {name}=…")
    return _USAGE


def _with_template(draft: Draft, template: Template, filled: Filled) -> Draft:
    copies = tuple(Address(name, email) for name, email in getaddresses([template.cc]) if email)
    known = {one.key for one in (*draft.to, *draft.cc)}
    return replace(
        draft,
        subject=text_of(filled.subject) or draft.subject,
        body=text_of(filled.body),
        cc=(*draft.cc, *(one for one in copies if one.key not in known)),
        template_ids=(template.id,),
        language=filled.language,
        next_state=template.next_state,
        follow_up_days=template.follow_up_days,
    )


def _queue(shop: CliShop, draft: Draft) -> int:
    if draft.conversation_id is not None and shop.replies.draft_of(draft.conversation_id) is not None:
        raise InputRefused("conversation", "has an unfinished reply; finish or discard it in the window first")
    saved = shop.replies.save(draft)
    try:
        return shop.replies.queue(saved, hold_seconds=0)
    except ShopdeskError:
        shop.replies.discard(saved)
        raise


def _show(draft: Draft, queued: int | None, *, json: bool) -> None:
    if json:
        people = {"to": [one.email for one in draft.to], "cc": [one.email for one in draft.cc]}
        say_json(people | {"subject": draft.subject, "body": draft.body, "outbox": queued})
        return
    say(f"To: {', '.join(line(one.shown) for one in draft.to)}")
    if draft.cc:
        say(f"Cc: {', '.join(line(one.shown) for one in draft.cc)}")
    say(f"Subject: {line(draft.subject)}")
    say()
    say(block(draft.body))
    if queued is not None:
        complain(f"It is in the outbox as {queued}; 'outbox send' lets it leave.")


COMMAND = Command("reply", "answer a conversation with a template or words of your own", _define, _run)
