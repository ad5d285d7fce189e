"""`promises`: what the shop promised and nobody settled; keep one, move it, or say that it will not be."""

from argparse import ArgumentParser, Namespace
from datetime import datetime

from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import complain, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.conversation import Undo
from shopdesk.domain.ids import PromiseId
from shopdesk.domain.promise import Promise, PromiseState
from shopdesk.domain.snooze_words import SnoozeProblem, snooze_moment
from shopdesk.system.single_instance import hold_folder

_REFUSED = 2
_PROBLEMS = {
    SnoozeProblem.NOT_UNDERSTOOD: "When? Not understood; try 'friday 14:00' or 'in 3 days'.",
    SnoozeProblem.PAST: "That is already past.",
    SnoozeProblem.TOO_FAR: "That is more than five years away.",
}


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "keep", "move", "break"), default="list")
    parser.add_argument("promise", nargs="?", type=whole_number, metavar="ID", help="which one (keep, move, break)")
    parser.add_argument("when", nargs="*", metavar="WHEN", help="another time (move): 'tomorrow 9', '周五下午'")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it will not be kept (break)")
    parser.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """List, or settle one; raises `NotFound` for one that is not there, or settled already."""
    if arguments.action == "list":
        return _list(shop, as_json=arguments.json)
    if arguments.promise is None:
        complain(f"Which one? Name it: promises {arguments.action} ID.")
        return _REFUSED
    to = snooze_moment(" ".join(arguments.when), shop.promises.now()) if arguments.action == "move" else None
    if isinstance(to, SnoozeProblem):
        complain(_PROBLEMS[to])
        return _REFUSED
    with hold_folder(shop.data_folder):
        undo = _settled(arguments, shop, to)
    (number,) = undo.promised or (PromiseId(arguments.promise),)
    one = shop.promises.get(number)
    if arguments.json:
        say_json(_json(one))
    else:
        say(_line(one))
    return 0


def _settled(arguments: Namespace, shop: CliShop, to: datetime | None) -> Undo:
    number = PromiseId(arguments.promise)
    if to is not None:
        return shop.promises.move(number, to)
    if arguments.action == "keep":
        return shop.promises.keep(number)
    return shop.promises.break_(number, arguments.reason)


def _list(shop: CliShop, *, as_json: bool) -> int:
    promises = shop.promises.due()
    if as_json:
        say_json([_json(one) for one in promises])
        return 0
    for one in promises:
        say(_line(one))
    if not promises:
        say("Nothing is promised.")
    return 0


def _line(one: Promise) -> str:
    state = f"  {one.state.value}" if one.state is not PromiseState.OPEN else ""
    why = f"  ({line(one.reason)})" if one.reason else ""
    return f"{one.id}  {local(one.due)}  conversation {one.conversation_id}{state}  {line(one.quoted)}{why}"


def _json(one: Promise) -> dict[str, object]:
    return {
        "id": one.id,
        "conversation": one.conversation_id,
        "quoted": one.quoted,
        "due": iso(one.due),
        "state": one.state.value,
        "kind": one.kind.value,
        "made_at": iso(one.made_at),
        "settled_at": iso(one.settled_at),
        "by": one.by,
        "reason": one.reason,
    }


COMMAND = Command("promises", "what was promised to customers: list, keep, move, break", _define, _run)
