"""First, nothing-new and incremental sync beside mbsync with notmuch and beside bare fetching."""

import os
import random
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.bare_fetch import BareFetch
from tests.bench.children import run_child
from tests.bench.corpus import Filled, Post, fill_maildir
from tests.bench.peers import MbsyncAndNotmuch, missing, settle
from tests.bench.report import Row, median, ratio, say
from tests.servers.dovecot import PrivateDovecot

NEW = 100
FLAGGED = 500


@dataclass
class Figures:
    """Everything of one size, a list of rounds each."""

    of: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, **values: float) -> None:
        for name, value in values.items():
            self.of[name].append(value)


def run(sizes: list[int], rounds: int) -> list[Row]:
    """Rows for all sizes; the last size is the one that the goals speak of."""
    rows: list[Row] = []
    measured: dict[int, Figures] = {}
    absent = missing()
    if absent:
        say(absent)
    with PrivateDovecot("maildir") as server, tempfile.TemporaryDirectory(prefix="shopdesk-bench-") as folder:
        for size in sizes:
            say(f"sync: {size} mails")
            filled = fill(server, f"b{size}", size)
            measured[size] = figures = Figures()
            for number in range(rounds):
                _round(server, Path(folder) / f"{size}-{number}", f"b{size}", filled, figures, peers=not absent)
            rows += _rows(size, filled, figures)
    if len(sizes) > 1:
        small, big = sizes[0], sizes[-1]
        growth = _per_mail(measured, big) / _per_mail(measured, small)
        rows.append(Row(f"cost growth, per mail: {big} / {small}", growth, goal=1.1, least=1.3))
    return rows


def _per_mail(measured: dict[int, Figures], size: int) -> float:
    return min(measured[size].of["syncing"]) / size


def fill(server: PrivateDovecot, user: str, size: int) -> Filled:
    box = server._folder / "mail" / user
    filled = fill_maildir(box, size, Post(seed=3))
    if os.geteuid() == 0:
        for path in (box, *box.rglob("*")):
            shutil.chown(path, "mail", "mail")
    bare = BareFetch(server.port, user, "secret")  # a server that delivered the mails has its index already
    bare.all_bytes("(UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE BODY.PEEK[HEADER])")
    bare.close()
    return filled


def _round(server, folder: Path, user: str, filled: Filled, figures: Figures, *, peers: bool) -> None:
    folder.mkdir()
    bare = BareFetch(server.port, user, "secret")
    settle()
    figures.add(bare=bare.all_bytes())
    bare.close()
    peer = MbsyncAndNotmuch(folder / "peer", server.port, user) if peers else None
    if peer is not None:
        figures.add(peer_first=peer.sync())
    first = _ours(folder / "ours", server.port, user)
    figures.add(**{name: first[name] for name in ("newest", "text", "complete", "peak", "reader", "again")})
    figures.add(syncing=first["complete"] - first["connected"], disk=first["disk"] / filled.size)
    _check(first["stored"], peer, f"first sync of {user}")
    if peer is not None:
        figures.add(peer_again=peer.sync())
    counted = _ours(folder / "ours", server.port, user, "count")
    figures.add(process_again=counted["complete"], trips=counted["commands"] / counted["folders"])
    _change(server, user, len(figures.of["bare"]))
    if peer is not None:
        figures.add(peer_more=peer.sync())
    more = _ours(folder / "ours", server.port, user)
    figures.add(more=more["complete"])
    _check(more["stored"], peer, f"incremental sync of {user}")
    shutil.rmtree(folder)


def _check(stored: int, peer: MbsyncAndNotmuch | None, what: str) -> None:
    if peer is not None and stored != peer.count():
        say(f"CHECK FAILED: {what}: we hold {stored} mails, notmuch {peer.count()}")


def _ours(data: Path, port: int, user: str, *options: str) -> dict[str, float]:
    settle()
    return run_child("tests.bench.sync_child", data, port, user, *options)


def _change(server: PrivateDovecot, user: str, number: int) -> None:
    """Deliver new mails and flip the flag of others."""
    post = Post(seed=1000 + number, begin=datetime(2026, 2, 1, tzinfo=UTC), days=20)
    with server.session(user) as connection:
        connection.select("INBOX")
        for letter in post.letters(NEW):
            connection.append("INBOX", "", f'"{letter.at:%d-%b-%Y %H:%M:%S +0000}"', letter.raw)
        uids = connection.uid("SEARCH", "ALL")[1][0].decode().split()
        some = random.Random(number).sample(uids, min(FLAGGED, len(uids) // 2))
        sign = "+" if number % 2 else "-"
        for start in range(0, len(some), 250):
            connection.uid("STORE", ",".join(some[start : start + 250]), f"{sign}FLAGS.SILENT", "(\\Flagged)")


def _rows(size: int, filled: Filled, figures: Figures) -> list[Row]:
    of = figures.of
    peer = f"mbsync+notmuch {median(of['peer_first']):.1f} s" if of["peer_first"] else "no peer"
    readers = f"besides {median(of['reader']):.0f} MB of each process that reads mails"
    sizes = f"{filled.size / 1e6:.0f} MB"
    return [
        Row(
            f"first sync of {size}, all text / mbsync+notmuch",
            ratio(of["text"], of["peer_first"]),
            goal=0.12,
            least=0.25,
            note=f"ours {median(of['text']):.2f} s, {peer}, {sizes}",
        ),
        Row(
            f"first sync of {size}, complete / mbsync+notmuch",
            ratio(of["complete"], of["peer_first"]),
            goal=0.20,
            least=0.40,
            note=f"ours {median(of['complete']):.2f} s",
        ),
        Row(
            f"first sync of {size}, complete / bare fetching",
            ratio(of["complete"], of["bare"]),
            goal=6,
            least=12,
            note=f"bare {median(of['bare']):.2f} s",
        ),
        Row(
            f"newest 200 conversations of {size} readable",
            median(of["newest"]),
            "s",
            1,
            2,
            "from the start of the process",
        ),
        Row(
            f"nothing new in {size}: commands a folder",
            median(of["trips"]),
            "",
            2,
            4,
            f"{median(of['again']) * 1000:.0f} ms in a running engine",
        ),
        Row(f"nothing new in {size}: process / mbsync+notmuch", ratio(of["process_again"], of["peer_again"])),
        Row(
            f"{NEW} new, {FLAGGED} flags of {size} / mbsync+notmuch",
            ratio(of["more"], of["peer_more"]),
            goal=0.10,
            least=0.30,
            note=f"ours {median(of['more']):.2f} s",
        ),
        Row(f"peak memory of a first sync of {size}", median(of["peak"]), "MB", 150, 250, readers),
        Row(f"on disk after {size} / size on the server", median(of["disk"]), goal=0.9, least=1.2),
    ]
