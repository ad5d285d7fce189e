"""What begins after the first paint: the engine's link, its news, the mailboxes' health."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from shopdesk.jobs.link import WindowState
from shopdesk.ui.change_feed import ChangeFeed
from shopdesk.ui.desk import Desk
from shopdesk.ui.engine_link import EngineLink
from shopdesk.ui.health_watch import HealthWatch
from shopdesk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from shopdesk.domain.changes import Changes
    from shopdesk.ui.main_window import MainWindow


class EngineRoom(QObject):
    """Joins one engine to one window."""

    def __init__(self, window: "MainWindow", desk: Desk, around: Surroundings, command: Sequence[str]) -> None:
        super().__init__(window)
        self._window = window
        self.feed = ChangeFeed()
        self.health = HealthWatch(desk, around.lanes.reading, around.now)
        self.link = EngineLink(command, self)
        self.feed.changed.connect(self._changed)
        self.health.facts_changed.connect(lambda facts: window.inbox.column.foot.show_facts(facts, around.now()))
        self.health.connected_changed.connect(window.inbox.stage.show_connected)
        self.link.changes.connect(self.feed.announce)
        self.health.listen(self.link)
        window.inbox.column.foot.trouble_clicked.connect(self._explain)
        window.state_changed.connect(self._tell_state)
        window.ticked.connect(self.health.tell)
        self.link.start()
        self.health.look()

    def stop(self) -> None:
        """End the engine; returns when it is gone."""
        self.link.wait_stopped()

    def _changed(self, changes: "Changes") -> None:
        self._window.inbox.apply(changes)
        if changes.mailboxes:
            self.health.look()

    def _explain(self) -> None:
        text = self.health.what_is_the_matter()
        if text:
            self._window.toast.say(text)

    def _tell_state(self, visible: bool) -> None:
        self.link.send(WindowState(open=True, visible=visible))
