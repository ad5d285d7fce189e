"""The window: start-up, painting, opening a conversation, and painting while the engine syncs flat out."""

import os
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import keyring
from sqlcipher3 import dbapi2

from shopdesk.app.shop import build_shop
from shopdesk.domain.ids import MailboxId
from shopdesk.domain.mailbox import Mailbox, Security, Server
from tests.bench.big_desk import make
from tests.bench.children import memory_of, run_child
from tests.bench.corpus import LONG
from tests.bench.report import Row, median, percentile, ratio, say
from tests.bench.sync_bench import fill
from tests.fakes.file_keyring import FileKeyring
from tests.servers.dovecot import PrivateDovecot

BUSY_MAILS = 4_000
SECONDS = 8.0
STARTS = 5
"""Pairs of starts a round: one pair differs from the next by a fifth."""
FLOOR_MS = 178.0
"""A bare window where the limits in ms were found: the slowest of the medians there (134–178 ms)."""


def run(number: int, rounds: int) -> list[Row]:
    """Rows of one desk."""
    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-") as folder:
        window = Window(Path(folder), *make(Path(folder), number)[:1])
        rows = _start(window, number, rounds) + _painting(window, number, rounds) + _opening(window, rounds)
        rows += _switching(window, rounds)
        return rows + _while_syncing(window, Path(folder), 300 if number < 10_000 else BUSY_MAILS, rounds)


class Window:
    """Starts windows on one data folder; their keychain is a file."""

    def __init__(self, folder: Path, data: Path) -> None:
        self.data = data
        self._keys = folder / "keys.json"

    def measured(self, mode: str, *words: object, seconds: float = SECONDS) -> dict:
        """What the window says of itself."""
        said = run_child(
            "tests.bench.window_child",
            mode,
            self.data,
            *words,
            limit=180,
            QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            BENCH_SECONDS=str(seconds),
            **self._keychain,
        )
        time.sleep(0.5)  # its engine leaves
        return said

    def rounds(self, mode: str, number: int, *words: object) -> tuple[list[dict], float]:
        """Several windows, with bare ones between them. Out: what each says of itself, and how many times slower than
        `FLOOR_MS` the bare ones were (at least 1: a quick machine gets no discount).
        """
        floors, figures = [self.measured("bare")["ms"]], []
        for _ in range(number):
            figures.append(self.measured(mode, *words))
            floors.append(self.measured("bare")["ms"])
        return figures, max(median(floors) / FLOOR_MS, 1.0)

    def engine_memory(self) -> float:
        """MB of an engine that has nothing to do."""
        words = ("--data", self.data, "engine")
        return memory_of("shopdesk", *words, seconds=4, **self._keychain)

    @property
    def _keychain(self) -> dict[str, str]:
        backend = "tests.fakes.file_keyring.FileKeyring"
        return {"PYTHON_KEYRING_BACKEND": backend, "TEST_KEYRING_FILE": str(self._keys)}

    def connect(self, server: PrivateDovecot, user: str) -> None:
        """Add a mailbox whose password the engine will find."""
        os.environ["TEST_KEYRING_FILE"] = str(self._keys)
        keyring.set_keyring(FileKeyring())
        shop = build_shop(self.data)
        door = Server(server.host, server.port, Security.NONE)
        shop.mailboxes.add(Mailbox(MailboxId(0), f"{user}@heronquill.example", door, None, user), "secret")
        shop.close()

    def disconnect(self, user: str) -> None:
        """Take it away again."""
        shop = build_shop(self.data)
        if not any(health.messages for health in shop.mailboxes.health() if health.mailbox.user == user):
            say("CHECK FAILED: the engine brought nothing while the window was measured")
        shop.mailboxes.remove(f"{user}@heronquill.example")
        shop.close()


def _start(window: Window, number: int, rounds: int) -> list[Row]:
    say("window: start")
    of = defaultdict(list)
    for mode in ("bare", "start"):
        window.measured(mode)  # warms the disk's cache
    for _ in range(STARTS * max(rounds, 1)):
        for mode in ("bare", "start"):
            figures = window.measured(mode)
            of[mode].append(figures["ms"])
            of[mode + " pss"].append(figures["pss"])
    return [
        Row(
            f"start to the first painted page, {number} conversations / bare window",
            ratio(of["start"], of["bare"]),
            goal=2.0,
            least=2.5,
            note=f"{median(of['start']):.0f} ms, bare {median(of['bare']):.0f} ms",
        ),
        Row(
            "memory of the window / bare window",
            ratio(of["start pss"], of["bare pss"]),
            goal=2.0,
            least=2.5,
            note=f"{median(of['start pss']):.0f} MB, bare {median(of['bare pss']):.0f} MB",
        ),
        Row("memory of the idle engine", window.engine_memory(), "MB", 60, 90),
    ]


def _painting(window: Window, number: int, rounds: int) -> list[Row]:
    say("window: list")
    figures, slower = window.rounds("list", rounds)
    painted = median([percentile(one["pages"], 0.95) for one in figures])
    inserted = median([median(one["inserted"]) for one in figures])
    quick = median([median(one["pages"]) for one in figures])
    note = f"p50 {quick:.1f} ms; {_own(figures, 'painting')}; {figures[0]['rows']} rows"
    return [
        Row("list page paint p95", painted, "ms", 8, 12, note, slower=slower),
        Row(f"insert one row at the top of {number}", inserted, "ms", 8, 16, _own(figures, "inserting"), slower=slower),
        Row("switch to the tab of all others", median([one["switch"] for one in figures]), "ms"),
    ]


def _own(figures: list[dict], what: str) -> str:
    """The thread's own time, which a busy machine does not change much."""
    slow = median([percentile(one[what], 0.95) for one in figures])
    return f"thread p50 {median([median(one[what]) for one in figures]):.1f}, p95 {slow:.1f} ms"


def _opening(window: Window, rounds: int) -> list[Row]:
    say("window: conversation")
    database = dbapi2.connect(f"file:{window.data / 'desk.db'}?mode=ro", uri=True)
    long = [row[0] for row in database.execute("SELECT id FROM conversation WHERE messages >= ?", (LONG,))]
    database.close()
    if not long:
        return [Row(f"open a conversation of {LONG} HTML mails", None, "ms", 50, 100, "none was put together")]
    figures, slower = window.rounds("conversation", rounds, *long)
    slow = median([percentile(one["opened"], 0.95) for one in figures])
    usual, first = median([median(one["opened"]) for one in figures]), median([one["opened"][0] for one in figures])
    note = f"p50 {usual:.0f} ms, the very first {first:.0f} ms; {_own(figures, 'opening')}"
    what = f"open a conversation of {LONG} HTML mails, click to painted, p95"
    return [Row(what, slow, "ms", 50, 100, note, slower=slower)]


def _switching(window: Window, rounds: int) -> list[Row]:
    say("window: themes and pages")
    figures, slower = window.rounds("switches", rounds)
    themes = median([percentile(one["themes"], 0.95) for one in figures])
    first = median([max(one["first"]) for one in figures])
    visits = median([percentile(one["later"], 0.95) for one in figures])
    on_theme, on_visit = _own(figures, "theming"), _own(figures, "visiting")
    return [
        Row("theme switch with the inbox open, painted, p95", themes, "ms", 100, 100, on_theme, slower=slower),
        Row("first visit of the slowest page, painted", first, "ms", 150, 150, slower=slower),
        Row("later visits of pages, painted, p95", visits, "ms", 50, 50, on_visit, slower=slower),
    ]


def _while_syncing(window: Window, folder: Path, mails: int, rounds: int) -> list[Row]:
    say("window: list while the engine syncs")
    idle, busy = [], []
    with PrivateDovecot("maildir") as server:
        fill(server, "busy", mails)
        for _ in range(rounds):
            idle.append(percentile(window.measured("repaint")["frames"], 0.95))
            window.connect(server, "busy")
            busy.append(percentile(window.measured("repaint")["frames"], 0.95))
            window.disconnect("busy")
    note = f"p95 {median(busy):.1f} ms, idle {median(idle):.1f} ms"
    return [
        Row("list repaint p95 while the engine syncs flat out / idle", ratio(busy, idle), goal=2, least=2.5, note=note)
    ]
