"""Pictures from outside, without Qt's widgets: asked for in the lanes, so that the screen never waits for them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from shopdesk.domain.message import Message
from shopdesk.domain.remote_picture import FetchedPicture, RemoteState
from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.conversation.decoding import decode, nobody_minds
from shopdesk.ui.desk import RemotePictureDesk

BESIDE = 4
"""So many pictures are loaded at the same time."""

Told = Callable[[RemoteState], None]
Failed = Callable[[Exception], None]


class RemoteImages:
    """Looks and decodes in the reading lane, waits in the network's, writes in the store's."""

    def __init__(
        self, desk: Callable[[], RemotePictureDesk], reading: WorkLane, network: WorkLane, writing: WorkLane
    ) -> None:
        self._desk = desk
        self._reading = reading
        self._network = network
        self._writing = writing

    def look(self, message: Message, told: Told) -> None:
        """How the pictures of a message stand."""
        self._reading.submit(lambda: self._desk().state(message), told, nobody_minds)

    def load(self, message: Message, state: RemoteState, told: Told, failed: Failed) -> None:
        """Load what is unknown, keep it, then tell how the pictures stand."""
        fetched: list[FetchedPicture] = []
        pieces = [urls for start in range(BESIDE) if (urls := state.unknown[start::BESIDE])]
        waiting = [len(pieces)]

        def keep() -> None:
            self._writing.submit(lambda: self._desk().keep(message, fetched), told, failed)

        def done(part: list[FetchedPicture]) -> None:
            fetched.extend(part)
            waiting[0] -= 1
            if not waiting[0]:
                keep()

        if not pieces:
            keep()
        for urls in pieces:
            self._network.submit(partial(self._fetched, urls), done, failed)

    def _fetched(self, urls: Sequence[str]) -> list[FetchedPicture]:
        return [self._desk().fetch(url) for url in urls]

    def always(self, message: Message, told: Callable[[object], None], failed: Failed) -> None:
        """From now on load the pictures of this sender without asking."""
        self._writing.submit(lambda: self._desk().always(message.mail.sender), told, failed)

    def ask(self, message: Message, place: int, box: QSize, receiver: Callable[[QImage], None]) -> None:
        """Hand a picture over that is in the store."""
        self._reading.submit(
            lambda: decode(self._desk().content(message, place).content, box), receiver, nobody_minds
        )
