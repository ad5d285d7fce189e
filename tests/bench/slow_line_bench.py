"""The first mails' text over a long and narrow line, beside mbsync with notmuch over the same one."""

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.children import ROOT, run_child
from tests.bench.peers import MbsyncAndNotmuch, missing
from tests.bench.report import Row, median, ratio, say
from tests.bench.sync_bench import fill
from tests.servers.dovecot import PrivateDovecot

ROUND_TRIP_MS, MBIT = 60, 50


def run(mails: int, rounds: int) -> list[Row]:
    """Rows for so many mails; our connection is compressed as it is with every server that is not on this computer."""
    absent = missing()
    if absent:
        say(absent)
    of: dict[str, list[float]] = defaultdict(list)
    with PrivateDovecot("maildir") as server, tempfile.TemporaryDirectory(prefix="shopdesk-bench-") as folder:
        say(f"slow line: {mails} mails, {ROUND_TRIP_MS} ms and {MBIT} Mbit/s")
        filled = fill(server, "far", mails)
        for number in range(rounds):
            with slow_line(server.port) as port:
                ours = run_child("tests.bench.sync_child", Path(folder) / f"ours-{number}", port, "far", "far")
                for name in ("newest", "text", "received"):
                    of[name].append(ours[name])
                if not absent:
                    of["peer"].append(MbsyncAndNotmuch(Path(folder) / f"peer-{number}", port, "far").sync())
    return _rows(mails, filled.size, of)


@contextmanager
def slow_line(port: int) -> Iterator[int]:
    """The port of a line to a local server, in a process of its own, so that it costs nobody's time but a core's."""
    words = [sys.executable, "-m", "tests.bench.slow_line", str(port), str(ROUND_TRIP_MS), str(MBIT)]
    line = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield int(line.stdout.readline())
    finally:
        line.kill()
        line.communicate()


def _rows(mails: int, size: int, of: dict[str, list[float]]) -> list[Row]:
    line = f"{ROUND_TRIP_MS} ms and {MBIT} Mbit/s"
    peer = f"mbsync+notmuch {median(of['peer']):.1f} s" if of["peer"] else "no peer"
    brought = f"{median(of['received']) / 1e6:.1f} of {size / 1e6:.0f} MB came over the line"
    return [
        Row(
            f"text of the first {mails} over {line} / mbsync+notmuch",
            ratio(of["text"], of["peer"]),
            goal=0.08,
            least=0.15,
            note=f"ours {median(of['text']):.2f} s, {peer}, {brought}",
        ),
        Row(f"newest 200 conversations readable over {line}", median(of["newest"]), "s"),
    ]
