"""`customer`: join and part addresses, block senders, erase somebody for good."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from contextlib import nullcontext

from shopdesk.cli.output import counted, line, local, say
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.erasing import ToErase
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.message import Address
from shopdesk.system.single_instance import hold_folder

_HELP = (
    "erase: take a customer off the desk for good; join: treat addresses as one customer, who goes by the first; "
    "part: let an address stand by itself again; block, unblock: whether mails of an address or a domain ask for an "
    "answer; blocked: list who is blocked"
)


def _define(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=tuple(_ACTIONS), help=_HELP)
    parser.add_argument("address", metavar="ADDRESS", nargs="*", help="of the customer, or a domain to block")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would go (erase)")
    parser.add_argument("--done", action="store_true", help="mark the sender's open conversations done too (block)")


def _run(arguments: Namespace, shop: CliShop) -> int:
    """Do it; 1 when nothing is known of the address."""
    least = {"join": 2, "blocked": 0}.get(arguments.action, 1)
    if len(arguments.address) < least:
        raise InputRefused("address", "is missing")
    # A window that is open could write down once more what it shows of somebody.
    takes_away = arguments.action == "erase" and not arguments.dry_run
    with hold_folder(shop.data_folder) if takes_away else nullcontext():
        return _ACTIONS[arguments.action](arguments, shop)


def _erase(arguments: Namespace, shop: CliShop) -> int:
    who = line(", ".join(arguments.address))
    if arguments.dry_run:
        found = shop.erasing.preview(arguments.address)
        say(f"Nothing is known of {who}." if found.is_nothing else f"Would go: {_told(found)}.")
        return int(found.is_nothing)
    found = shop.erasing.erase(arguments.address)
    say(f"Erased {who}: {_told(found)}.")
    say("Mails on the provider's server are still there; delete them there too.")
    say("Copies in the backup go with the next backup, which is due now: backup")
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
    several = f" of {', '.join(line(one) for one in found.addresses)}" if len(found.addresses) > 1 else ""
    return f"{', '.join(parts)}{several}; {counted(found.cases, 'case')} kept without the name"


def _join(arguments: Namespace, shop: CliShop) -> int:
    into, *others = (Address("", address) for address in arguments.address)
    shop.customers.join(into, others)
    every = shop.customers.card(into).joined
    say(f"One customer now: {', '.join(line(one.address) for one in every)}.")
    return 0


def _part(arguments: Namespace, shop: CliShop) -> int:
    for address in arguments.address:
        shop.customers.part(address)
        say(f"{line(address)} stands by itself again.")
    return 0


def _block(arguments: Namespace, shop: CliShop) -> int:
    for address in arguments.address:
        still_open = shop.blocking.open_of(address)
        shop.blocking.block(address)
        say(f"Blocked {line(address)}: new mails are kept and found, but ask for nothing.")
        if still_open and arguments.done:
            shop.conversations.mark_done(still_open)
            say(f"Marked {counted(len(still_open), 'open conversation')} done.")
        elif still_open:
            say(f"As they are: {counted(len(still_open), 'open conversation')}; --done marks them done.")
    return 0


def _unblock(arguments: Namespace, shop: CliShop) -> int:
    for address in arguments.address:
        shop.blocking.unblock(address)
        say(f"{line(address)} is heard again.")
    return 0


def _blocked(arguments: Namespace, shop: CliShop) -> int:
    del arguments
    for one in shop.blocking.all():
        say(f"{line(one.key)}  since {local(one.blocked_at)}")
    return 0


_ACTIONS: Mapping[str, Callable[[Namespace, CliShop], int]] = {
    "erase": _erase,
    "join": _join,
    "part": _part,
    "block": _block,
    "unblock": _unblock,
    "blocked": _blocked,
}

COMMAND = Command("customer", "join, part, block or erase customers", _define, _run)
