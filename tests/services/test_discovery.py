"""The use case in front of the search: malformed addresses never reach the network."""

from __future__ import annotations

import pytest

from shopdesk.domain.control import Control, SimpleControl
from shopdesk.domain.discovery import Found, Outcome, Source, Tried, mail_domain
from shopdesk.domain.errors import InputRefused
from shopdesk.domain.mailbox import Security, Server, SignIn
from shopdesk.services.discovery import Discovery

FOUND = Found(
    Server("imap.shop.example", 993, Security.TLS), None, "me@shop.example", SignIn.PASSWORD, "", Source.GUESS
)
REASON = Tried(Source.SRV, "_imaps._tcp.shop.example", "ServerUnreachable", "no answer from DNS in time")


class Known:
    """Knows one address."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def search(self, address: str, control: Control) -> Outcome:
        self.asked.append(address)
        control.report(1, 5)
        return Outcome(FOUND if address == FOUND.user else None, (REASON,))


def test_servers_are_found_or_not_with_progress_and_reasons() -> None:
    known, control = Known(), SimpleControl()
    discovery = Discovery(known)
    assert discovery.find(" me@shop.example ", control) is FOUND
    assert (control.done, control.total) == (1, 5)
    assert discovery.find("you@shop.example") is None
    assert discovery.search("you@shop.example") == Outcome(None, (REASON,))
    assert known.asked == ["me@shop.example", "you@shop.example", "you@shop.example"]


@pytest.mark.parametrize(
    "address",
    ["", "@", "me", "me@", "@shop.example", "me@shop", "me@shop..example", "me@-shop.example", "a@b@c.example",
     "m e@shop.example", "me@shop.example\r\nRCPT", "me\x00@shop.example", "me@10.0.0.1", "me@[10.0.0.1]",
     f"{'x' * 250}@shop.example", f"me@{'ü' * 70}.example"],
)  # fmt: skip
def test_a_malformed_address_is_refused_before_anybody_is_asked(address: str) -> None:
    known = Known()
    with pytest.raises(InputRefused) as refused:
        Discovery(known).search(address)
    assert refused.value.field == "address"
    assert known.asked == []


@pytest.mark.parametrize(
    ("address", "domain"),
    [("me@Shop.Example.", "shop.example"), (" 客服@商店.example ", "xn--czrs0t.example"), ("a@c.example", "c.example")],
)
def test_the_domain_is_what_resolvers_take(address: str, domain: str) -> None:
    assert mail_domain(address) == domain
