"""Signing in by OAuth 2 from the command line: in the browser of this computer, or with a code at another device."""

import sys

from shopdesk.cli.mailbox_input import password_from
from shopdesk.cli.output import complain, say
from shopdesk.cli.shop import CliShop
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Mailbox


def add_by_oauth(mailbox: Mailbox, shop: CliShop, *, at_other_device: bool, secret_from_stdin: bool) -> None:
    """Let the user sign in, then connect the mailbox with the grant; raises what the sign-in raises.

    Some providers (Google) give a client secret along with a client id: it is read from standard input.
    """
    setup = mailbox.oauth
    if setup is None:
        raise InputRefused("--oauth-client", "is missing")
    secret = password_from(secret_from_stdin) if setup.client_secret_needed else ""
    if at_other_device and not setup.device_url:
        raise InputRefused("--device", "is not offered by this provider")
    show = _show_code if at_other_device else _show_address
    shop.sign_in_by_oauth(mailbox, secret, show, at_other_device=at_other_device)


def _show_address(address: str, _code: str) -> None:
    complain(f"If no browser opens, sign in here: {address}")
    sys.stderr.flush()


def _show_code(address: str, code: str) -> None:
    say(f"At any device open {address} and type the code {code}")
    sys.stdout.flush()
