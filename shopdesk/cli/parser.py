"""The words that the command line knows."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

import shopdesk
from shopdesk.cli import (
    backup,
    case,
    customer,
    day,
    mailbox,
    mails,
    orders,
    outbox,
    promises,
    reply,
    report,
    search,
    show,
    status,
    sync,
    targets,
    templates,
    topics,
)
from shopdesk.cli.shop import Command

COMMANDS: tuple[Command, ...] = (
    mailbox.COMMAND,
    sync.COMMAND,
    search.COMMAND,
    mails.MAILS,
    mails.RAW,
    show.COMMAND,
    reply.COMMAND,
    outbox.NOTE,
    outbox.OUTBOX,
    templates.COMMAND,
    targets.COMMAND,
    topics.TOPICS,
    promises.COMMAND,
    case.CASE,
    case.CASES,
    orders.COMMAND,
    day.TODAY,
    day.DAY,
    report.COMMAND,
    customer.COMMAND,
    status.STATUS,
    status.CHECK,
    backup.BACKUP,
    backup.RESTORE,
)
_EPILOG = """\
Without a command the window opens; 'demo' opens it on a demo shop; 'test' runs the tests (in a source checkout).
'COMMAND --help' tells more. The exit code is 0 only if all is well."""


class UsageProblem(Exception):
    """The words make no command; the message says why."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong as one sentence instead of ending the process."""

    def error(self, message: str) -> NoReturn:  # type: ignore[explicit-override]  # comes with Python 3.12
        """Raise `UsageProblem`."""
        raise UsageProblem(f"{message[:1].upper()}{message[1:]}; see '{self.prog} --help'.")


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """The options, with the chosen `Command` as `command`; raises `UsageProblem`, or `SystemExit` after --help."""
    words = list(arguments)
    if words[:1] == ["--json"]:
        words = [*words[1:], "--json"]
    if words[:1] == [search.COMMAND.name]:
        words = [words[0], *search.options_first(words[1:])]
    return _parser().parse_args(words)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Shopdesk: the customer service desk of a small online shop.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Shopdesk {shopdesk.__version__}")
    parser.add_argument(
        "--data",
        metavar="DIR",
        help="the data folder, before the command (default: SHOPDESK_DATA, else this user's own)",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title="commands")
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        one.set_defaults(command=command)
        command.define(one)
    return parser
