"""`search`: find conversations."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace

from shopdesk.cli.output import iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.services.search import Found

_MOST = 10_000
_OWN_OPTIONS = ("--limit", "--best-first", "--json", "--help", "-h")


def define(parser: ArgumentParser) -> None:
    """The words after `search`."""
    parser.usage = "main.py search QUERY [--limit N] [--best-first] [--json]"
    parser.epilog = (
        'QUERY: words and "phrases"; from: order: subject: has:attachment before: after:; -word is unwanted.'
    )
    parser.add_argument("--query", required=True, help=SUPPRESS)
    parser.add_argument("--limit", metavar="N", type=_limit, default=50, help="at most so many (default: 50)")
    parser.add_argument("--best-first", action="store_true", help="what fits best first (default: newest first)")
    parser.add_argument("--json", action="store_true", help="for machines")


def options_first(arguments: list[str]) -> list[str]:
    """The words after `search` as options alone, so that -word and -- stay parts of the query."""
    own: list[str] = []
    query: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--" and rest:
            query += rest
            break
        if word.partition("=")[0] not in _OWN_OPTIONS:
            query.append(word)
            continue
        own.append(word)
        if word == "--limit" and rest:
            own.append(rest.pop(0))
    # argparse drops a value that is exactly "--"; a space before the words means nothing to the search.
    return [*own, f"--query= {' '.join(query)}"] if query else own


def run(arguments: Namespace, shop: CliShop) -> int:
    """Say which conversations fit."""
    found = shop.search.find(arguments.query, arguments.limit, by_relevance=arguments.best_first)
    if arguments.json:
        say_json([_as_json(one) for one in found])
        return 0
    for one in found:
        conversation = one.conversation
        say(
            f"{conversation.id}  {local(conversation.last_at)}  "
            f"{line(conversation.customer_name or conversation.customer_email)}  {line(conversation.subject)}"
        )
        snippet = line(one.hit.snippet)
        if snippet:
            say(f"    {snippet}")
    return 0


def _as_json(one: Found) -> dict[str, object]:
    conversation = one.conversation
    return {
        "conversation": conversation.id,
        "message": one.hit.message_id,
        "date": iso(conversation.last_at),
        "customer": conversation.customer_name,
        "email": conversation.customer_email,
        "subject": conversation.subject,
        "snippet": one.hit.snippet,
        "state": conversation.state.value,
        "market": conversation.market or None,
        "orders": list(conversation.order_numbers),
    }


def _limit(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= _MOST:
        return int(text)
    raise ArgumentTypeError(f"needs a number from 1 to {_MOST}")


COMMAND = Command("search", "find conversations", define, run)
