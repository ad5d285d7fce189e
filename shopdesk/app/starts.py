"""What window, engine and a command start with."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from shopdesk.app.ourselves import ourselves
from shopdesk.app.shop import Shop, build_shop
from shopdesk.domain.errors import DataFolderBusy, ShopdeskError

if TYPE_CHECKING:
    from shopdesk.services.ports import Secrets


@contextmanager
def opened(given: str | None) -> Iterator[Shop]:
    """A shop for one command; its log goes into the data folder."""
    from shopdesk.system.logs import start_logging
    from shopdesk.system.paths import data_folder

    folder = data_folder(given)
    shop = build_shop(folder)
    start_logging(folder, "command")
    try:
        yield shop
    finally:
        shop.close()


def start_window(given: str | None, engine: str) -> int:
    """The window; holds the lock of the data folder while it is open, and starts the engine after its first paint.

    Where a window has this folder already, that one comes to the front instead.
    """
    gc.disable()  # nothing is thrown away on the way to the first picture; collecting costs a tenth of that way
    from shopdesk.system.crashes import CrashCatcher
    from shopdesk.system.opener import Opener
    from shopdesk.system.paths import data_folder, resources
    from shopdesk.system.settling import settle_down
    from shopdesk.system.single_instance import KNOCKS, hold_folder, knock

    try:
        folder = data_folder(given)
        with hold_folder(folder):
            shop = build_shop(folder)  # before anything of Qt, beside which every import is slower
            open_window = _window_opener()
            catcher = CrashCatcher(folder, "window")

            def painted() -> None:
                settle_down(folder)
                catcher.begin()

            try:
                command = [*ourselves(), "--data", str(folder), engine]
                sample = [*ourselves(), "demo"] if engine == "engine" else []
                return open_window(shop, command, resources(), Opener(), painted, sample, folder / KNOCKS)
            finally:
                shop.close()
                catcher.end()
    except DataFolderBusy as problem:
        return 0 if knock(data_folder(given)) else _tell(problem)
    except ShopdeskError as problem:
        return _tell(problem)
    finally:
        gc.enable()


def _window_opener() -> "Callable[..., int]":
    from shopdesk.ui.quick_imports import leave_sources_unread

    leave_sources_unread()
    from shopdesk.ui.window_entry import open_window

    return open_window


def _tell(problem: ShopdeskError) -> int:
    from shopdesk.system.paths import resources
    from shopdesk.ui.window_entry import tell_problem

    return tell_problem(problem, resources())


def start_engine(
    given: str | None, secrets: "Secrets | None" = None, prepare: Callable[[Shop], None] = lambda shop: None
) -> int:
    """The engine process: commands come in by standard input, events go out by standard output."""
    from shopdesk.jobs.engine import run_engine
    from shopdesk.jobs.event_writer import EventWriter
    from shopdesk.system.crashes import CrashCatcher
    from shopdesk.system.logs import start_logging
    from shopdesk.system.paths import data_folder

    folder = data_folder(given)
    start_logging(folder, "engine")
    catcher = CrashCatcher(folder, "engine")
    catcher.begin()
    events = EventWriter(_taken_stdout())
    shop = build_shop(folder, events.announce, secrets=secrets)
    shop.finish_removals()
    prepare(shop)
    ended = run_engine(shop, sys.stdin, events)
    if ended == 0:
        shop.close()
    catcher.end()
    return ended


def _taken_stdout() -> TextIO:
    """Standard output for events alone: a stray print must not end up between them."""
    stream, sys.stdout = sys.stdout, sys.stderr
    return stream
