"""`mailbox add|list|test|remove`: the mail addresses that are connected."""

from argparse import ArgumentParser, Namespace

from shopdesk.cli.error_texts import sentence_of
from shopdesk.cli.mailbox_input import mailbox_from, password_from
from shopdesk.cli.oauth import add_by_oauth
from shopdesk.cli.output import counted, line, say, say_json
from shopdesk.cli.shop import CliShop, Command
from shopdesk.domain.errors import ShopdeskError
from shopdesk.domain.mailbox import Mailbox, Security, Server


def define(parser: ArgumentParser) -> None:
    """The words after `mailbox`."""
    inner = parser.add_subparsers(metavar="add|list|test|remove", required=True, dest="what")
    for command in _COMMANDS:
        one = inner.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        command.define(one)
        one.add_argument("--json", action="store_true", help="for machines")
        one.set_defaults(command=command)


def _define_add(parser: ArgumentParser) -> None:
    parser.add_argument("address", metavar="ADDRESS", help="the mail address")
    parser.add_argument("--imap", metavar="HOST:PORT", help="the server that mail is received from")
    parser.add_argument("--smtp", metavar="HOST:PORT", help="the server that mail is sent through")
    parser.add_argument(
        "--security",
        choices=[kind.value for kind in Security],
        help="how both are protected; none only on this computer",
    )
    parser.add_argument("--user", metavar="NAME", help="the name to sign in with (default: the address)")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    parser.add_argument(
        "--oauth-client", metavar="ID", default="", help="sign in by browser, with your own client id (OAuth 2)"
    )
    parser.add_argument("--device", action="store_true", help="with --oauth-client: sign in at another device")
    parser.add_argument("--since", metavar="DAYS|all", default="all", help="how far back to import (default: all)")
    parser.add_argument("--ca", metavar="FILE", default="", help="a certificate file to trust besides the system's")


def _define_nothing(parser: ArgumentParser) -> None:
    """No arguments."""


def _define_address(parser: ArgumentParser) -> None:
    parser.add_argument("address", metavar="ADDRESS", help="the mail address")


def _add(arguments: Namespace, shop: CliShop) -> int:
    mailbox = mailbox_from(arguments, shop)
    if mailbox.oauth is not None:
        add_by_oauth(mailbox, shop, at_other_device=arguments.device, secret_from_stdin=arguments.password_stdin)
    else:
        shop.mailboxes.add(mailbox, password_from(arguments.password_stdin))
    if arguments.json:
        say_json({"added": mailbox.address})
    else:
        say(f"Added {mailbox.address}; bring its mail in with: sync --mailbox {mailbox.address}")
    return 0


def _list(arguments: Namespace, shop: CliShop) -> int:
    mailboxes = shop.mailboxes.all()
    if arguments.json:
        say_json([_as_json(mailbox) for mailbox in mailboxes])
        return 0
    if not mailboxes:
        say("No mailbox is connected; add one with: mailbox add ADDRESS --imap HOST:PORT --smtp HOST:PORT")
    for mailbox in mailboxes:
        since = "everything" if mailbox.since_days is None else f"the last {counted(mailbox.since_days, 'day')}"
        sending = f", sends through {_shown(mailbox.smtp)}" if mailbox.smtp else ", cannot send"
        say(f"{line(mailbox.address)}: {line(mailbox.user)} at {_shown(mailbox.imap)}{sending}, imports {since}")
    return 0


def _test(arguments: Namespace, shop: CliShop) -> int:
    trial = shop.mailboxes.test(arguments.address)
    if arguments.json:
        say_json(
            {
                "address": arguments.address,
                "receiving": _problem(trial.receiving),
                "sending": _problem(trial.sending),
                "folders": trial.folders,
                "messages": trial.messages,
            }
        )
    else:
        received = f"works, {counted(trial.folders, 'folder')}, {counted(trial.messages, 'mail')} in the inbox"
        say(f"Receiving: {sentence_of(trial.receiving) if trial.receiving else received}")
        sent = "works" if shop.mailboxes.by_address(arguments.address).smtp else "no server was named"
        say(f"Sending: {sentence_of(trial.sending) if trial.sending else sent}")
    return 0 if trial.receiving is None and trial.sending is None else 1


def _remove(arguments: Namespace, shop: CliShop) -> int:
    shop.mailboxes.remove(arguments.address)
    if arguments.json:
        say_json({"removed": arguments.address})
    else:
        say(f"Removed {line(arguments.address)} with its mails from this computer; the server keeps its own.")
    return 0


def _problem(problem: ShopdeskError | None) -> dict[str, str] | None:
    return None if problem is None else {"error": type(problem).__name__, "text": sentence_of(problem)}


def _shown(server: Server) -> str:
    host = f"[{server.host}]" if ":" in server.host else server.host
    return f"{line(host)}:{server.port} ({server.security.value})"


def _server_json(server: Server | None) -> dict[str, str | int] | None:
    return None if server is None else {"host": server.host, "port": server.port, "security": server.security.value}


def _as_json(mailbox: Mailbox) -> dict[str, object]:
    return {
        "address": mailbox.address,
        "imap": _server_json(mailbox.imap),
        "smtp": _server_json(mailbox.smtp),
        "user": mailbox.user,
        "sign_in": mailbox.sign_in.value,
        "since_days": mailbox.since_days,
        "ca_file": mailbox.ca_file or None,
    }


_COMMANDS = (
    Command(
        "add", "connect a mail address; its password goes into the system keychain", _define_add, _add, writes=True
    ),
    Command("list", "the connected mail addresses", _define_nothing, _list),
    Command("test", "try receiving and sending; nothing is fetched or sent", _define_address, _test),
    Command("remove", "forget an address, its mails here and its password", _define_address, _remove, writes=True),
)
COMMAND = Command("mailbox", "connect, list, try and remove mail addresses", define, _list)
