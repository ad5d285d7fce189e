"""Hears of every bug of this process: in slots and painting, in lanes, in the engine; brings them to the screen."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from shopdesk.domain.errors import ShopdeskError
from shopdesk.ui.crash.report import BugReport, report_of
from shopdesk.ui.overriding import override

_OWN = __name__
_LOGGED = 5
"""The log need not be filled by a widget that fails each time it is painted."""

_log = logging.getLogger(__name__)

Post = Callable[[Callable[[], None]], None]
Note = Callable[[BugReport], None]


class BugEar(logging.Handler):
    """Between `begin` and `end` unexpected exceptions go to the log and to `note`, which is called through `post`.

    Python hands it what nobody caught (the exceptions of slots and overridden methods end there); as a handler of the
    log it hears of those that a guard caught and wrote down.
    """

    def __init__(self, post: Post, note: Note) -> None:
        super().__init__(logging.ERROR)
        self._post = post
        self._note = note
        self._seen: dict[str, int] = {}
        self._hook_before = sys.excepthook

    def begin(self) -> None:
        """Listen from now on."""
        self._hook_before = sys.excepthook
        sys.excepthook = self._uncaught
        logging.getLogger().addHandler(self)

    def end(self) -> None:
        """Listen no more."""
        logging.getLogger().removeHandler(self)
        if sys.excepthook == self._uncaught:
            sys.excepthook = self._hook_before

    @override
    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
        if record.name == _OWN or error is None or isinstance(error, ShopdeskError):
            return
        self._tell(report_of(error))

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            self._hook_before(kind, error, trace)
            return
        report = report_of(error.with_traceback(trace))
        times = self._seen[report.key] = self._seen.get(report.key, 0) + 1
        if times <= _LOGGED:
            _log.error("nobody caught this", exc_info=error)
        self._tell(report)

    def _tell(self, report: BugReport) -> None:
        self._post(lambda: self._note(report))
