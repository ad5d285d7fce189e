"""The window's end of the link: starts the engine, hears its events, starts it again when it dies."""

import logging
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from shopdesk.jobs.link import (
    Bug,
    Changed,
    Command,
    Problem,
    Progress,
    Ready,
    Stop,
    SyncFinished,
    WindowState,
)
from shopdesk.jobs.wire import LineReader, command_line, read_event

PAUSES_SECONDS = (1.0, 2.0, 5.0, 15.0, 30.0)
"""Before the first, second, … restart in a row; the last one stays."""
STEADY_SECONDS = 60.0
"""An engine that lived so long starts the pauses from the beginning."""
POLITE_SECONDS = 5.0
_KILL_SECONDS = 1.0
_COMMANDS_KEPT = 50

_log = logging.getLogger(__name__)
_engine_log = logging.getLogger("shopdesk.engine_process")


class EngineState(StrEnum):
    """How the engine process is."""

    STARTING = "starting"
    RUNNING = "running"
    DOWN = "down"
    """It died (or could not be started) and will be started again by itself."""
    STOPPED = "stopped"
    """The window ended it; it stays so."""


class EngineProcess(QObject):
    """The child process itself: started, spoken to line by line, ended politely or not."""

    line = Signal(bytes)
    """A line of its standard output; those of its error output go to the log."""
    ended = Signal(str)
    """Why: also when it could not be started."""

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._events, self._errors = LineReader(), LineReader()
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.readyReadStandardError.connect(self._keep_errors)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._erred)
        self._terminate = single_shot(self, self._insist)
        self._kill = single_shot(self, self._process.kill)

    @property
    def pid(self) -> int:
        """0 while there is none."""
        return self._process.processId()

    @property
    def is_gone(self) -> bool:
        """True when it has not been started or has ended."""
        return self._process.state() is QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Start it; `line` and `ended` tell the rest."""
        self._events, self._errors = LineReader(), LineReader()
        self._process.start()

    def write(self, line: str) -> None:
        """Hand over an ASCII line; never waits."""
        self._process.write(line.encode("ascii"))

    def leave(self, last: str) -> None:
        """A last line and the end of its input; SIGTERM after 5 s, then a kill."""
        self.write(last)
        self._process.closeWriteChannel()
        self._terminate.start(round(POLITE_SECONDS * 1000))

    def wait(self, seconds: float) -> bool:
        """Wait for the end; False when it had to be killed."""
        for timer in (self._terminate, self._kill):
            timer.stop()
        if self.is_gone or self._process.waitForFinished(round(seconds * 1000)):
            return True
        self._process.terminate()
        if not self._process.waitForFinished(round(_KILL_SECONDS * 1000)):
            self._process.kill()
            self._process.waitForFinished(round(_KILL_SECONDS * 1000))
        return False

    def _insist(self) -> None:
        self._process.terminate()
        self._kill.start(round(_KILL_SECONDS * 1000))

    def _hear(self) -> None:
        for line in self._events.feed(bytes(self._process.readAllStandardOutput().data())):
            self.line.emit(line)

    def _keep_errors(self) -> None:
        for line in self._errors.feed(bytes(self._process.readAllStandardError().data())):
            _engine_log.info("%s", line.decode("utf-8", "replace"))

    def _finished(self, code: int) -> None:
        self._hear()
        self._keep_errors()
        for timer in (self._terminate, self._kill):
            timer.stop()
        self.ended.emit(f"the engine ended by itself with code {code}")

    def _erred(self, error: QProcess.ProcessError) -> None:
        """Any other error is followed by `finished`."""
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(f"the engine could not be started: {self._process.errorString()}")


def single_shot(owner: QObject, do: Callable[[], None]) -> QTimer:
    """A timer that calls once, when it is started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(do)
    return timer


class EngineLink(QObject):
    """One engine process, never more. Nothing here waits, except `wait_stopped`.

    Signals carry the link's facts: `changes` a `Changes`; `progress`, `problem`, `sync_finished`, `bug` the events
    of those names; `state` an `EngineState`, each time it is another one.
    """

    changes = Signal(object)
    progress = Signal(object)
    problem = Signal(object)
    sync_finished = Signal(object)
    bug = Signal(object)
    state = Signal(object)

    def __init__(
        self, command: Sequence[str], parent: QObject | None = None, pauses: Sequence[float] = PAUSES_SECONDS
    ) -> None:
        """`command` is the program and its arguments; `pauses` are seconds before restarts in a row."""
        super().__init__(parent)
        self._pauses = tuple(pauses)
        self._deaths = 0
        self._state = EngineState.STOPPED
        self._window = WindowState(open=True)
        self._unsent: list[Command] = []
        self._process = EngineProcess(command, self)
        self._process.line.connect(self._take)
        self._process.ended.connect(self._ended)
        self._restart = single_shot(self, self._launch)
        self._steady = single_shot(self, self._forget_deaths)

    @property
    def current(self) -> EngineState:
        """How the engine is now."""
        return self._state

    @property
    def pid(self) -> int:
        """Its process id; 0 while there is none."""
        return self._process.pid

    @property
    def restart_in(self) -> float | None:
        """Seconds until an engine that died is started again; None while nothing of the kind is due."""
        return self._restart.remainingTime() / 1000 if self._restart.isActive() else None

    def start(self) -> None:
        """Start the engine; nothing when it is on its way already. Not for the time between `stop` and its end."""
        if self._state in (EngineState.STOPPED, EngineState.DOWN) and self._process.is_gone:
            self._deaths = 0
            self._launch()

    def send(self, command: Command) -> None:
        """Tell the engine something; while it is starting or down it is kept until it listens."""
        if isinstance(command, WindowState):
            self._window = command
        if self._state is EngineState.RUNNING:
            self._process.write(command_line(command))
        elif self._state is not EngineState.STOPPED and not isinstance(command, WindowState):
            self._unsent = [*(kept for kept in self._unsent if kept != command), command][-_COMMANDS_KEPT:]

    def restart_now(self) -> None:
        """Do not wait for the end of the pause; for a button beside “sync has stopped”."""
        if self._state is EngineState.DOWN:
            self._restart.stop()
            self._launch()

    def renew(self) -> None:
        """Another engine in place of this one, for when nothing moves any more; it is ended politely, then by force."""
        if self._state is EngineState.DOWN:
            self.restart_now()
        elif self._state in (EngineState.STARTING, EngineState.RUNNING):
            self._deaths = 0
            self._process.leave(command_line(Stop()))

    def stop(self) -> None:
        """End the engine politely and for good: a word, the end of its input, SIGTERM after 5 s, then a kill."""
        for timer in (self._restart, self._steady):
            timer.stop()
        self._unsent.clear()
        self._enter(EngineState.STOPPED)
        if self._process.is_gone:
            return
        self._process.leave(command_line(Stop()))

    def wait_stopped(self, seconds: float = POLITE_SECONDS) -> bool:
        """Stop and wait for the end; for the last moment of the window. False when it had to be killed."""
        self.stop()
        return self._process.wait(seconds)

    # --- inside --------------------------------------------------------------------------------------

    def _launch(self) -> None:
        self._enter(EngineState.STARTING)
        self._process.start()

    def _enter(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            self.state.emit(state)

    def _ended(self, why: str) -> None:
        """It comes back after a pause, unless the window wanted its end."""
        self._steady.stop()
        if self._state is EngineState.STOPPED:
            return
        _log.warning("%s", why)
        pause = self._pauses[min(self._deaths, len(self._pauses) - 1)]
        self._deaths += 1
        self._restart.start(round(pause * 1000))
        self._enter(EngineState.DOWN)

    def _forget_deaths(self) -> None:
        self._deaths = 0

    def _take(self, line: bytes) -> None:
        match read_event(line):
            case Ready():
                self._greet()
            case Changed(changes):
                self.changes.emit(changes)
            case Progress() as progress:
                self.progress.emit(progress)
            case SyncFinished() as finished:
                self.sync_finished.emit(finished)
            case Problem() as problem:
                self.problem.emit(problem)
            case Bug() as bug:
                self.bug.emit(bug)
            case None:
                _log.debug("the engine said something that is no event")

    def _greet(self) -> None:
        """A new engine knows nothing: tell it about the window and what was asked for meanwhile."""
        if self._state is not EngineState.STARTING:
            return
        self._steady.start(round(STEADY_SECONDS * 1000))
        self._enter(EngineState.RUNNING)
        unsent, self._unsent = self._unsent, []
        for command in (self._window, *unsent):
            self._process.write(command_line(command))
