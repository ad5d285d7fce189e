"""Brings templates in from a file and out into one."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.jobs.lane import WorkLane
from shopdesk.ui.template_desk import LibraryDesk


class LibraryExchange(QObject):
    """Asks for files."""

    def __init__(self, desk: LibraryDesk, reading: WorkLane, writing: WorkLane, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._reading = reading
        self._writing = writing
