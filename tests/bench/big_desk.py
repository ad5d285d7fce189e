"""A data folder with very many conversations, made once for a run (or kept with SHOPDESK_BENCH_KEEP)."""

import json
import os
import time
from dataclasses import asdict
from pathlib import Path

from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.ids import ConversationId, MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from tests.bench.corpus import Filled, Post, fill_maildir
from tests.bench.file_source import FileSource
from tests.bench.report import say
from tests.bench.sync_child import Secrets


def make(folder: Path, number: int) -> tuple[Path, Path, Filled]:
    """Data folder, Maildir and what is in it; threads of one mail, so that there are as many conversations."""
    kept = os.environ.get("SHOPDESK_BENCH_KEEP")
    home = Path(kept) / str(number) if kept else folder / str(number)
    data, maildir, note = home / "data", home / "mail", home / "filled.json"
    if note.exists():
        return data, maildir, Filled(**json.loads(note.read_text("utf-8")))
    say(f"making a desk of {number} conversations")
    filled = fill_maildir(maildir, number, Post(seed=5, pictures=0, single=True), long_threads=4)
    shop = open_desk(data, maildir)
    server = Server("127.0.0.1", 1, Security.NONE)
    shop.mailboxes.add(Mailbox(MailboxId(0), "desk@heronquill.example", server, None, "desk"), "secret")
    sync_desk(shop)
    _open_some(shop, number // 20)
    shop.close()
    note.write_text(json.dumps(asdict(filled)), "utf-8")
    return data, maildir, filled


def _open_some(shop: Shop, wanted: int) -> None:
    """As on a busy day: so many of the newest conversations need a reply, all others are done."""
    desk = shop.conversations
    waiting = [ConversationId(number) for number in desk.ids(ConversationState.NEEDS_REPLY)]
    for start in range(0, len(waiting) - wanted, 500):
        desk.mark_done(waiting[start : min(start + 500, len(waiting) - wanted)])
    done = [ConversationId(number) for number in desk.ids(ConversationState.DONE)]
    missing = wanted - len(waiting)
    for start in range(0, missing, 500):
        desk.mark_needs_reply(done[start : min(start + 500, missing)])


def open_desk(data: Path, maildir: Path) -> Shop:
    """A shop whose mail comes from a Maildir."""
    return build_shop(data, secrets=Secrets(), source=FileSource(maildir))


def sync_desk(shop: Shop) -> float:
    """Seconds of one pass over its only mailbox."""
    began = time.perf_counter()
    mailbox = shop.mailboxes.all()[0].id
    shop.sync.sync(mailbox, shop.sync.connect(mailbox), SimpleControl())
    return time.perf_counter() - began
