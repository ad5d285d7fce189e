"""`customer`: erase somebody for good."""

from argparse import ArgumentParser, Namespace

from shopdesk.cli.output import counted, line, say
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.erasing import ToErase


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("erase",), help="take a customer off the desk for good")
    parser.add_argument("address", metavar="ADDRESS", nargs="+", help="of the customer; several if they have several")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would go")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Erase; 1 when the desk knows nobody of that address."""
    who = line(", ".join(arguments.address))
    if arguments.dry_run:
        found = shop.erasing.preview(arguments.address)
        say(f"Nothing is known of {who}." if found.is_nothing else f"Would go: {_told(found)}.")
        return int(found.is_nothing)
    found = shop.erasing.erase(arguments.address)
    say(f"Erased {who}: {_told(found)}.")
    say("Mails on the provider's server are still there; delete them there too.")
    return 0


def _told(found: ToErase) -> str:
    mails = found.mails
    parts = [
        counted(mails.conversations, "conversation"),
        counted(mails.messages, "mail"),
        counted(mails.files, "attached file"),
        counted(mails.notes, "note"),
        counted(mails.drafts, "draft"),
        counted(found.orders, "order"),
    ]
    return f"{', '.join(parts)}; {counted(found.cases, 'case')} kept without the name"


COMMAND = Command("customer", "erase a customer", _define, _run)
