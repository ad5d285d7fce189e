"""What begins after the first paint: the engine's link, its news, the mailboxes' health."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.domain.changes import Changes
from shopdesk.jobs.link import MailboxesChanged, WindowState
from shopdesk.ui.change_feed import ChangeFeed
from shopdesk.ui.desk import Desk
from shopdesk.ui.engine_link import EngineLink
from shopdesk.ui.health_room import HealthRoom
from shopdesk.ui.health_watch import HealthWatch
from shopdesk.ui.inbox_screen import InboxScreen
from shopdesk.ui.surroundings import Surroundings


class EngineRoom(QObject):
    """Joins one engine to one window."""

    def __init__(
        self, owner: QWidget, inbox: InboxScreen, desk: Desk, around: Surroundings, command: Sequence[str]
    ) -> None:
        super().__init__(owner)
        self._inbox = inbox
        self.feed = ChangeFeed(self)
        self.health = HealthWatch(desk, around.lanes.reading, around.now, self)  # its timer ends with the window
        self.link = EngineLink(command, self)
        self.feed.changed.connect(self._changed)
        self.health.facts_changed.connect(lambda facts: inbox.column.foot.show_facts(facts, around.now()))
        self.health.connected_changed.connect(inbox.stage.show_connected)
        self.link.changes.connect(self.feed.announce)
        self.health.listen(self.link)
        self.care = HealthRoom(owner, inbox, desk, around, self.link, self.health)
        self.link.start()
        self.health.look()

    def stop(self) -> None:
        """End the engine; returns when it is gone."""
        self.link.wait_stopped()

    def mailboxes_changed(self) -> None:
        """Somebody changed mailboxes, or the way out of this computer: the engine and the health look again."""
        self.link.send(MailboxesChanged())
        self.health.look()

    def _changed(self, changes: Changes) -> None:
        self._inbox.apply(changes)
        if changes.mailboxes:
            self.health.look()

    def tell_state(self, visible: bool, is_open: bool = True) -> None:  # noqa: FBT002 - a slot
        """Tell the engine whether anybody may be looking, and whether there is a window at all."""
        self.link.send(WindowState(open=is_open, visible=visible))
        if visible:
            self.health.nudge()  # who comes back looks at the foot, and the network may be back as well
