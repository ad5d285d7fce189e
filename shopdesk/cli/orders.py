"""`orders`: list them, take a file of them in, give them out, list those that need somebody, watch a folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from shopdesk.cli.output import complain, counted, iso, line, local, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.errors import InputRefused, OrderFileTooLarge, OrderFileUnknown
from shopdesk.domain.order import Order
from shopdesk.domain.order_import import LARGEST_FILE, OrderPreview, RowProblem
from shopdesk.domain.order_watch import Watched, WatchReason
from shopdesk.domain.template_exchange import ExchangeFormat
from shopdesk.system.single_instance import hold_folder

_PROBLEMS = {
    RowProblem.NO_NUMBER: "without an order number, left out",
    RowProblem.DAMAGED_NUMBER: "with a number that a spreadsheet program has rounded, left out",
    RowProblem.RAGGED: "with too many or too few cells, left out",
    RowProblem.BAD_DATE: "with a date that cannot be read, taken without it",
    RowProblem.BAD_AMOUNT: "with an amount that cannot be read, taken without it",
    RowProblem.BAD_QUANTITY: "with a quantity that cannot be read, taken as one piece",
    RowProblem.UNKNOWN_STATE: "with an unknown status, taken without it",
}
_REASONS = {
    WatchReason.PROMISE_PASSED: "promised time has passed",
    WatchReason.NO_SCAN: "no scan for days",
    WatchReason.SHIP_BY_PASSED: "should have been shipped",
    WatchReason.UNPAID: "not paid",
    WatchReason.BAD_ADDRESS: "address",
    WatchReason.BAD_PHONE: "phone number",
    WatchReason.OUT_OF_AREA: "country that is not served",
    WatchReason.WRONG_PARCEL_NUMBER: "parcel number is mistyped",
}


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="the newest N (default 100)")
    actions = parser.add_subparsers(metavar="ACTION", dest="action", title="actions (without one: list the newest)")
    taking = actions.add_parser("import", help="take in a marketplace's file: CSV, tab-separated, xlsx")
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--preset", metavar="P", help="the kind of file, where its headers do not tell")
    taking.add_argument("--dry-run", action="store_true", help="only say what would happen")
    taking.add_argument("--json", action="store_true", help="for machines")
    giving = actions.add_parser("export", help="write all into a CSV or xlsx")
    giving.add_argument("file", type=Path, metavar="FILE")
    watching = actions.add_parser("watch", help="parcels and orders that need somebody")
    watching.add_argument("--json", action="store_true", help="for machines")
    folder = actions.add_parser("folder", help="watch a folder for new files while the window is open")
    folder.add_argument("folder", nargs="?", metavar="DIR", help="without: say which one")
    folder.add_argument("--off", action="store_true", help="watch none")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """List, import, export, watch; 1 when rows of a file were left out."""
    actions = {"import": _import, "export": _export, "watch": _watch, "folder": _folder}
    return actions.get(arguments.action, _list)(arguments, shop)


def _list(arguments: Namespace, shop: CliShop) -> int:
    found = shop.orders.newest(max(arguments.limit, 0))
    if arguments.json:
        say_json([_record(order) for order in found])
        return 0
    for order in found:
        total = f"{order.total} {order.currency}".strip() if order.total is not None else "-"
        who = order.customer_name or order.email or order.user or "-"
        words = (order.number, order.market or "own shop", who, order.item or "-", total, order.state.value)
        say(f"{local(order.placed_at)}  {'  '.join(map(line, words))}")
    if not found:
        say("There are no orders.")
    return 0


def _record(order: Order) -> dict[str, Any]:
    return {
        "id": order.id,
        "number": order.number,
        "market": order.market,
        "placed_at": iso(order.placed_at),
        "state": order.state.value,
        "customer": order.customer_name,
        "email": order.email,
        "total": str(order.total) if order.total is not None else None,
        "currency": order.currency,
        "items": [{"title": one.title, "sku": one.sku, "quantity": one.quantity} for one in order.items],
        "address": list(order.address.lines),
        "shipped_at": iso(order.shipped_at),
        "delivered_at": iso(order.delivered_at),
        "promised_at": iso(order.promised_at),
        "parcels": [{"number": one.number, "carrier": one.carrier} for one in order.parcels],
        "returned": order.is_return,
    }


def _import(arguments: Namespace, shop: CliShop) -> int:
    path: Path = arguments.file
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise OrderFileTooLarge
        content = path.read_bytes()
    except OSError as problem:
        raise InputRefused("file", f"cannot be read: {problem.strerror or problem}") from None
    preview = shop.orders.preview(path.name, content, arguments.preset)
    if not preview.is_known:
        raise OrderFileUnknown
    if not arguments.dry_run:
        with hold_folder(shop.data_folder):
            shop.orders.import_(preview)
    if arguments.json:
        say_json(_told(preview))
    else:
        kind = line(preview.title) if preview.title else "a table with its own headers"
        rows, orders = counted(preview.found.rows, "row"), counted(len(preview.found.orders), "order")
        say(f"{line(path.name)}: {kind}, {rows}, {orders}.")
        verb = "would be " if arguments.dry_run else ""
        say(f"{preview.added:,} {verb}added, {preview.changed:,} changed, {preview.same:,} the same.")
    _complain(preview)
    return 1 if preview.found.refused else 0


def _told(preview: OrderPreview) -> dict[str, Any]:
    return {
        "preset": preview.mapping.preset,
        "encoding": preview.encoding,
        "rows": preview.found.rows,
        "orders": len(preview.found.orders),
        "added": preview.added,
        "changed": preview.changed,
        "same": preview.same,
        "refused": preview.found.refused,
        "problems": {one.problem.value: one.count for one in preview.found.problems},
    }


def _complain(preview: OrderPreview) -> None:
    for one in preview.found.problems:
        examples = "; ".join(f"row {each.row}: {line(each.text)[:60]}" for each in one.examples[:3])
        complain(f"{counted(one.count, 'row')} {_PROBLEMS[one.problem]} ({examples}).")


def _export(arguments: Namespace, shop: CliShop) -> int:
    ending = arguments.file.suffix.lstrip(".").casefold()
    form = ExchangeFormat.XLSX if ending == "xlsx" else ExchangeFormat.CSV
    content = shop.orders.export(form)
    try:
        arguments.file.write_bytes(content)
    except OSError as problem:
        raise InputRefused("file", f"cannot be written: {problem.strerror or problem}") from None
    say(f"{counted(shop.orders.count(), 'order')} written to {line(str(arguments.file))}.")
    return 0


def _watch(arguments: Namespace, shop: CliShop) -> int:
    found = shop.orders.watching.all()
    if arguments.json:
        say_json([_watched(one) for one in found])
        return 0
    for one in found:
        detail = f" ({line(one.detail.replace('_', ' '))})" if one.detail else ""
        since = f" since {local(one.since)}" if one.since is not None else ""
        template = f"  /{one.reason.template}" if one.reason.template else ""
        who = line(one.order.customer_name) or "-"
        say(f"{line(one.order.number)}  {who}  {_REASONS[one.reason]}{detail}{since}{template}")
    if not found:
        say("All orders are on their way.")
    return 0


def _watched(one: Watched) -> dict[str, Any]:
    return {
        "number": one.order.number,
        "market": one.order.market,
        "customer": one.order.customer_name,
        "email": one.order.email,
        "reason": one.reason.value,
        "since": iso(one.since),
        "detail": one.detail,
        "template": one.reason.template,
    }


def _folder(arguments: Namespace, shop: CliShop) -> int:
    if arguments.off or arguments.folder:
        shop.order_folder.watch("" if arguments.off else str(Path(arguments.folder).absolute()))
    folder = shop.order_folder.folder()
    say(f"Watched: {line(folder)}." if folder else "No folder is watched.")
    return 0


COMMAND = Command("orders", "orders: list, import a marketplace's file, watch", _define, _run)
