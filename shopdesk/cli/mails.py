"""`mails` and `raw`: every stored mail, and its bytes."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from shopdesk.cli.output import iso, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.message import StoredPlace

_LARGEST_UID = 4_294_967_295


def _define_mails(parser: ArgumentParser) -> None:
    parser.add_argument("--gone", action="store_true", help="also mails that the server no longer holds")
    parser.add_argument("--json", action="store_true", help="changes nothing: it is always JSON, one object a line")


def _mails(arguments: Namespace, shop: CliShop) -> int:
    for place in shop.ledger.mails(gone=arguments.gone):
        say_json(_as_json(place))
    return 0


def _as_json(place: StoredPlace) -> dict[str, object]:
    return {
        "mailbox": place.mailbox,
        "folder": place.folder,
        "uidvalidity": place.uidvalidity,
        "uid": place.uid,
        "message_id": place.message_id,
        "sha256": place.sha256,
        "size": place.size,
        "flags": list(place.flags),
        "subject": place.subject,
        "from": place.sender,
        "date": iso(place.date),
        "conversation": place.conversation,
        "attachments": list(place.attachments),
        "set_aside": place.set_aside,
    }


def _define_raw(parser: ArgumentParser) -> None:
    parser.add_argument("--mailbox", metavar="ADDRESS", required=True)
    parser.add_argument("--folder", metavar="NAME", required=True)
    parser.add_argument("--uid", metavar="N", type=_uid, required=True)


def _raw(arguments: Namespace, shop: CliShop) -> int:
    raw = shop.ledger.raw(arguments.mailbox, arguments.folder, arguments.uid)
    sys.stdout.buffer.write(raw)
    sys.stdout.buffer.flush()
    return 0


def _uid(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:11]) <= _LARGEST_UID:
        return int(text)
    raise ArgumentTypeError("needs a number of a mail, as 'mails' shows it")


MAILS = Command("mails", "every stored mail and place, one JSON object a line", _define_mails, _mails)
RAW = Command("raw", "the bytes of one mail exactly as the server gave them", _define_raw, _raw)
