"""The demo shop: the program on servers of its own, with mail made for it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.app.shop import Shop
from shopdesk.app.starts import start_engine, start_window

if TYPE_CHECKING:
    from shopdesk.demo.servers import DemoConnections


def start_demo(given: str | None) -> int:
    """The window on the demo shop, in a temporary folder (or the given one) that goes away with it."""
    import tempfile

    if given is not None:
        return start_window(given, "demo-engine")
    with tempfile.TemporaryDirectory(prefix="shopdesk-demo-", ignore_cleanup_errors=True) as folder:
        return start_window(folder, "demo-engine")


def start_demo_engine(given: str | None) -> int:
    """The engine with the demo's servers beside it in the same process, talking over real sockets."""
    from shopdesk.demo.secrets import DemoSecrets
    from shopdesk.demo.servers import DemoServers
    from shopdesk.system.paths import resources

    secrets = DemoSecrets()
    with DemoServers(resources() / "demo") as servers:
        return start_engine(given, secrets, lambda shop: _prepare(shop, servers.connections))


def _prepare(shop: Shop, at: "DemoConnections") -> None:
    _connect_demo(shop, at)
    bring_demo_orders(shop)


def bring_demo_orders(shop: Shop) -> None:
    """Take the demo's order files in, once: their moments go with those of its mails."""
    from datetime import UTC, datetime

    from shopdesk.demo.orders import demo_order_files
    from shopdesk.system.paths import resources

    if not shop.orders.count():
        for name, content in demo_order_files(resources() / "demo", datetime.now(UTC)):
            shop.orders.import_(shop.orders.preview(name, content))


def _connect_demo(shop: Shop, at: "DemoConnections") -> None:
    """Connect the demo's mailboxes; after a restart of the engine they are at other ports."""
    from shopdesk.domain.ids import MailboxId
    from shopdesk.domain.mailbox import Mailbox, Security, Server
    from shopdesk.domain.target import TargetRule

    known = {mailbox.address: mailbox for mailbox in shop.mailboxes.all()}
    for demo in at.mailboxes:
        imap = Server(at.imap_host, at.imap_port, Security.NONE)
        smtp = Server(at.smtp_host, at.smtp_port, Security.NONE)
        mailbox = Mailbox(MailboxId(0), demo.address, imap, smtp, demo.user, name=demo.name)
        if demo.address in known:
            shop.mailboxes.change(replace(mailbox, id=known[demo.address].id), demo.password)
        else:
            added = shop.mailboxes.add(mailbox, demo.password)
            # The demo's customers have waited already when it begins.
            shop.targets.save(TargetRule(added, old_mail=True))
