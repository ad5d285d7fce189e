"""`case` and `cases`: open, move, list, what they cost, and whether the history is whole."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from shopdesk.cli.error_texts import sentence_of
from shopdesk.cli.numbers import whole_number
from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.case import Case, CaseKind, Column, Stage
from shopdesk.domain.errors import InputRefused, MoveNotAllowed, NotFound
from shopdesk.domain.ids import CaseId, ConversationId
from shopdesk.system.single_instance import hold_folder

if TYPE_CHECKING:
    from shopdesk.domain.agent import Agent
    from shopdesk.services.cases import Board

REFUSED = 2
_MOST = 100_000
_BROKEN = {
    "missing": "Entry {0} of the history is missing.",
    "changed": "Entry {0} of the history was changed, or one before it.",
    "details": "What entry {0} of the history says was changed.",
    "case": "RC-{0} is not as its history left it.",
}


def _define(parser: ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    new = actions.add_parser("new", help="open one from a conversation, filled from its mails", allow_abbrev=False)
    new.add_argument("conversation", type=whole_number, metavar="CONVERSATION")
    kinds = [kind.value for kind in CaseKind]
    new.add_argument("--kind", choices=kinds, metavar="K", help=f"one of {', '.join(kinds)}; default: by its words")
    move = actions.add_parser("move", help="to a stage of the loop or a column of the board", allow_abbrev=False)
    move.add_argument("id", type=_case, metavar="ID", help="such as RC-1042 or 1042")
    places = list(dict.fromkeys(place.value for place in (*Stage, *Column)))
    move.add_argument("stage", choices=places, metavar="STAGE", help=f"one of {', '.join(places)}")
    move.add_argument("--set", action="append", default=[], type=_pair, metavar="FIELD=VALUE", help="fill a field")
    check = actions.add_parser("verify", help="look whether anybody changed the history", allow_abbrev=False)
    paid = actions.add_parser("ledger", help="what cases cost in a month, against the limits", allow_abbrev=False)
    paid.add_argument("--month", type=_month, metavar="YYYY-MM", help="default: this one")
    give = actions.add_parser("give", help="to somebody of the team", allow_abbrev=False)
    give.add_argument("id", type=_case, metavar="ID", help="such as RC-1042 or 1042")
    give.add_argument("name", metavar="NAME", help="as the team knows it, or nobody")
    for one in (new, move, check, paid, give):
        one.add_argument("--json", action="store_true", help="for machines")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Open, move or verify; 2 when a gate is closed or a value is refused."""
    if arguments.action in {"verify", "ledger"}:
        return _verify(arguments, shop) if arguments.action == "verify" else _ledger(arguments, shop)
    with hold_folder(shop.data_folder):
        return {"new": _new, "move": _move, "give": _give}[arguments.action](arguments, shop)


def _new(arguments: Namespace, shop: CliShop) -> int:
    kind = CaseKind(arguments.kind) if arguments.kind else None
    case = shop.cases.open_from(ConversationId(arguments.conversation), kind)
    _tell(case, as_json=arguments.json)
    return 0


def _move(arguments: Namespace, shop: CliShop) -> int:
    to = next((stage for stage in Stage if stage.value == arguments.stage), None) or Column(arguments.stage)
    try:
        shop.cases.move(arguments.id, to, dict(arguments.set))
    except MoveNotAllowed as refused:
        if arguments.json:
            say_json({"missing": list(refused.missing)})
        complain(f"RC-{arguments.id} may not go there yet; it lacks {', '.join(refused.missing)}.")
        return REFUSED
    except InputRefused as refused:
        complain(sentence_of(refused))
        return REFUSED
    _tell(shop.cases.get(arguments.id), as_json=arguments.json)
    return 0


def _give(arguments: Namespace, shop: CliShop) -> int:
    owner = _agent(arguments.name, shop.cases.board())
    shop.cases.change(arguments.id, {"owner": "" if owner is None else str(owner)})
    _tell(shop.cases.get(arguments.id), as_json=arguments.json, team=shop.cases.board().team)
    return 0


def _verify(arguments: Namespace, shop: CliShop) -> int:
    verdict = shop.cases.verify()
    if arguments.json:
        broken = [{"number": number, "what": what} for number, what in verdict.broken]
        say_json({"entries": verdict.entries, "cases": verdict.cases, "broken": broken})
    elif verdict.is_whole:
        say(f"{counted(verdict.entries, 'entry', 'entries')} of {counted(verdict.cases, 'case')}: nothing was changed.")
    for number, what in verdict.broken:
        complain(_BROKEN[what].format(number))
    return 0 if verdict.is_whole else 1


def _ledger(arguments: Namespace, shop: CliShop) -> int:
    parts = shop.payments.month(arguments.month or datetime.now(UTC))
    if arguments.json:
        say_json(
            [
                {
                    "currency": part.currency,
                    "total": str(part.total),
                    "goodwill": str(part.goodwill),
                    "limit": str(part.limit) if part.limit is not None else None,
                    "left": str(part.left) if part.left is not None else None,
                    "cases": len(part.cases),
                    "by_kind": {kind.value: str(amount) for kind, amount in part.by_kind.items()},
                }
                for part in parts
            ]
        )
        return 0
    for part in parts:
        if part.cases:
            left = f"; {part.left} left of {part.limit} for goodwill" if part.limit is not None else ""
            say(f"{part.total} {part.currency} in {counted(len(part.cases), 'case')}{left}")
    if not any(part.cases for part in parts):
        say("Nothing was paid.")
    return 0


def _define_list(parser: ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help="also those that are archived")
    parser.add_argument("--owner", metavar="NAME", help="only somebody's: a name, me, or nobody")
    parser.add_argument("--json", action="store_true", help="for machines")


def _list(arguments: Namespace, shop: CliShop) -> int:
    board = shop.cases.board()
    cases = [*board.cases, *(shop.cases.closed(_MOST) if arguments.all else ())]
    if arguments.owner is not None:
        owner = _agent(arguments.owner, board)
        cases = [case for case in cases if case.owner == owner]
    if arguments.json:
        say_json([_as_json(case, board.homes.get(case.id, ()), board.team) for case in cases])
        return 0
    for case in cases:
        _tell(case, as_json=False, team=board.team)
    if not cases:
        say("There are no cases.")
    return 0


def _agent(name: str, board: "Board") -> int | None:
    """The number of somebody; None for nobody."""
    if name.casefold() == "nobody":
        return None
    if name.casefold() == "me" and board.me is not None:
        return board.me
    found = next((one for one in board.team if one.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise NotFound(f"agent {name}")
    return found.id


def _tell(case: Case, *, as_json: bool, team: "Sequence[Agent]" = ()) -> None:
    if as_json:
        say_json(_as_json(case, team=team))
        return
    what = line(" · ".join(part for part in (case.item, case.customer_name or case.customer_email) if part))
    due = f"  due {local(case.due_at)}" if case.due_at else ""
    owner = f"  {line(_name(case, team))}" if _name(case, team) else ""
    say(f"{case.number}  {case.kind.value}  {case.stage.value}/{case.column.value}  {what}{due}{owner}")


def _name(case: Case, team: "Sequence[Agent]") -> str:
    return next((one.name for one in team if one.id == case.owner), "")


def _as_json(
    case: Case, conversations: tuple[ConversationId, ...] = (), team: "Sequence[Agent]" = ()
) -> dict[str, object]:
    return {
        "id": case.id,
        "number": case.number,
        "kind": case.kind.value,
        "stage": case.stage.value,
        "column": case.column.value,
        "owner": case.owner,
        "owner_name": _name(case, team),
        "customer": case.customer_email,
        "order": case.order_number,
        "item": case.item,
        "reason": case.reason,
        "resolution": case.resolution.value if case.resolution else None,
        "amount": str(case.amount) if case.amount is not None else None,
        "currency": case.currency,
        "due": iso(case.due_at),
        "opened": iso(case.opened_at),
        "changed": iso(case.changed_at),
        "evidence": len(case.evidence),
        "conversations": list(conversations),
    }


def _case(text: str) -> CaseId:
    digits = text.casefold().removeprefix("rc-").lstrip("#")
    if digits.isascii() and digits.isdigit():
        return CaseId(int(digits[:15]))
    raise ArgumentTypeError("needs the number of a case, such as RC-1042")


def _month(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        raise ArgumentTypeError("needs a month such as 2026-11") from None


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise ArgumentTypeError("needs a field and a value, such as amount=39.90")
    return name.strip(), value


CASE = Command("case", "one case after a sale: open, move, verify the history", _define, _run)
CASES = Command("cases", "what is open after a sale, and when it is due", _define_list, _list)
