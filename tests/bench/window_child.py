"""One window in a process of its own, measured from inside; prints one JSON object and ends.

`python -m tests.bench.window_child MODE DATA [CONVERSATION …]`. Modes: bare, start, list, conversation, repaint.
The environment's BENCH_BEGAN is the monotonic start of the process in ns.
"""

import itertools
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

SWITCHES = 12
SETTLE_MS = 1_500
FRAMES = 80
OPENINGS = 10
"""Of each conversation: with three of them, the 95th of a hundred was the very first one of the window."""
REPAINT_SECONDS = float(os.environ.get("BENCH_SECONDS", "8"))


def end(**figures: object) -> None:
    """Print and leave at once: what comes after does not count."""
    print(json.dumps(figures), flush=True)
    os._exit(0)


def since_start() -> float:
    return (time.monotonic_ns() - int(os.environ["BENCH_BEGAN"])) / 1e6


def pss() -> float:
    """MB of this process, its share of what is shared (Linux)."""
    with open("/proc/self/smaps_rollup") as rollup:  # noqa: PTH123
        return next(int(line.split()[1]) / 1024 for line in rollup if line.startswith("Pss:"))


def bare() -> None:
    """The floor: an application and an empty window."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        seen = False

        def paintEvent(self, event):  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if not self.seen:
                self.seen = True
                QTimer.singleShot(0, painted)

    def painted() -> None:
        reached = since_start()
        QTimer.singleShot(SETTLE_MS, lambda: end(ms=reached, pss=pss()))

    app = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    app.exec()


def shopdesk(then: Callable[[float], None]) -> None:
    """The whole program; `then` is called when the first page of rows was painted, with the ms since the start."""
    from shopdesk.app import starts
    from shopdesk.app.main import main

    def window_opener():
        """The imports stay in the program's own order."""
        open_window = opener()
        from PySide6.QtCore import QTimer

        from shopdesk.ui.inbox.row_painter import RowPainter

        original = RowPainter.conversation

        def conversation(self, *rest):
            original(self, *rest)
            RowPainter.conversation = original
            QTimer.singleShot(0, lambda: then(since_start()))

        RowPainter.conversation = conversation
        return open_window

    opener, starts._window_opener = starts._window_opener, window_opener
    main(["--data", sys.argv[2]])


def start(reached: float) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(SETTLE_MS, lambda: end(ms=reached, pss=pss()))


def screen():
    """The inbox on the screen."""
    from PySide6.QtWidgets import QApplication

    from shopdesk.ui.inbox_screen import InboxScreen

    return next(widget for widget in QApplication.allWidgets() if isinstance(widget, InboxScreen))


def later(measure: Callable[[], None]) -> Callable[[float], None]:
    """When the window has come to rest."""
    from PySide6.QtCore import QTimer

    return lambda _reached: QTimer.singleShot(SETTLE_MS, measure)


SPENT: dict[str, list[float]] = {"cpu": []}
"""Milliseconds of this thread alone, in the order of the measurements: what a quiet machine would show."""


def milliseconds(work: Callable[[], object]) -> float:
    """Of the clock; those of the thread go to `SPENT`."""
    began, used = time.perf_counter(), time.thread_time()
    work()
    SPENT["cpu"].append((time.thread_time() - used) * 1e3)
    return (time.perf_counter() - began) * 1e3


def spent() -> list[float]:
    """The thread's milliseconds since this was last asked."""
    taken, SPENT["cpu"] = SPENT["cpu"], []
    return taken


def pages(rows, first: int = 0):
    """Endlessly: scroll one page on and paint it at once."""
    bar, height = rows.verticalScrollBar(), rows.viewport().height()
    for page in itertools.count(first):
        bar.setValue(page * height % max(bar.maximum() - height, 1))
        rows.viewport().repaint()
        yield


def list_pages() -> None:
    from PySide6.QtWidgets import QApplication

    from shopdesk.ui.inbox.tabs import Tab

    inbox = screen()
    switch = milliseconds(lambda: (inbox.presenter.choose_tab(Tab.DONE), QApplication.processEvents()))
    rows = inbox.column.list
    scrolling = pages(rows)
    spent()
    painted = [milliseconds(lambda: next(scrolling)) for _ in range(FRAMES)]
    painting = spent()
    rows.verticalScrollBar().setValue(0)
    rows.viewport().repaint()
    listing = inbox.presenter.listing
    first = next(row for number in range(5) if hasattr(row := listing.at(number), "last_at"))
    inserted = []
    for number in range(20):
        new = replace(first, id=first.id + 10_000_000 + number, last_at=first.last_at + timedelta(minutes=number + 1))
        inserted.append(milliseconds(lambda new=new: (listing.put(new), rows.viewport().repaint())))
    end(pages=painted, painting=painting, inserted=inserted, inserting=spent(), switch=switch, rows=len(listing))


def conversation() -> None:
    from PySide6.QtWidgets import QApplication

    inbox = screen()
    opened = []
    for number in [int(word) for word in sys.argv[3:]] * OPENINGS:
        opened.append(milliseconds(lambda number=number: _open(inbox, number)))
        QApplication.processEvents()
    end(opened=opened, opening=spent())


def _open(inbox, number: int) -> None:
    from PySide6.QtWidgets import QApplication

    inbox.presenter.choose(number)
    while not _shows(inbox, number):
        QApplication.processEvents()
    inbox.pane.thread_view.viewport().repaint()


def _shows(inbox, number: int) -> bool:
    cards = inbox.pane.thread_view.cards
    return bool(cards) and cards[-1].message.conversation_id == number


def repaint() -> None:
    """Jump a page four times a second and paint it at once, whatever the engine does."""
    from PySide6.QtCore import QTimer

    rows = screen().column.list
    scrolling, frames = pages(rows), []
    timer = QTimer()
    timer.setInterval(100)
    timer.timeout.connect(lambda: frames.append(milliseconds(lambda: next(scrolling))))
    timer.start()
    QTimer.singleShot(int(REPAINT_SECONDS * 1000), lambda: end(frames=frames))
    screen().bench_timer = timer


def warmed() -> None:
    """The first visits are those of somebody who looked at the inbox for some seconds: what they need is read in."""
    from PySide6.QtCore import QTimer

    from shopdesk.ui.warm_up import WarmUp

    warm_up = screen().window().findChild(WarmUp)
    QTimer.singleShot(100, warmed if warm_up is None or warm_up.is_under_way else switches)


def switches() -> None:
    """Themes with the inbox open, and each page at its first and at a later visit, all painted."""
    from PySide6.QtWidgets import QApplication

    from shopdesk.ui.page_table import INBOX, PAGE_KEYS
    from shopdesk.ui.preferences import Scheme

    inbox = screen()
    window, theme = inbox.window(), inbox._around.theme

    def painted(work: Callable[[], object]) -> float:
        return milliseconds(lambda: (work(), QApplication.processEvents()))

    schemes = [(Scheme.DARK, Scheme.LIGHT)[number % 2] for number in range(SWITCHES)]
    themes = [painted(lambda scheme=scheme: theme.choose_scheme(scheme)) for scheme in schemes]
    theming = spent()
    first, later_visits = [], []
    for key in PAGE_KEYS.values():
        first.append(painted(lambda key=key: window.pages.show(key)))
        for page in (INBOX, key) * 3:
            later_visits.append(painted(lambda page=page: window.pages.show(page)))
    end(themes=themes, theming=theming, first=first, later=later_visits, visiting=spent())


MODES = {"start": lambda: start, "list": lambda: later(list_pages), "conversation": lambda: later(conversation)}
MODES["repaint"] = lambda: later(repaint)
MODES["switches"] = lambda: later(warmed)

if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1] == "bare":
        bare()
    else:
        shopdesk(MODES[sys.argv[1]]())
