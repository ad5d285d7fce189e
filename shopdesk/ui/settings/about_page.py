"""What this program is, where its files lie, and whose work is in it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QPlainTextEdit

from shopdesk.ui.desk import LicenceText
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

Index = QModelIndex | QPersistentModelIndex


class AboutPage(Page):
    """Licences are read when the page is first turned to."""

    def __init__(self, doors: Doors) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._about = about = doors.outside.about
        self.column.addWidget(plain_label("pane", "Shopdesk"))
        self.column.addWidget(
            self.label("text", lambda: translate("Settings", "Version %1").replace("%1", about.version))
        )
        self.data = self._folder(
            lambda: translate("Settings", "Data folder"),
            lambda: translate("Settings", "Show the data folder"),
            about.data_folder,
        )
        self.logs = self._folder(
            lambda: translate("Settings", "Log folder"),
            lambda: translate("Settings", "Show the log folder"),
            about.log_folder,
        )
        self._trouble = plain_label("failed", wrap=True)
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self._add_licences()

    @override
    def opened(self) -> None:
        """Read the licences, once."""
        if not self.model.rowCount():
            self._doors.reading.submit(self._about.licences, self._took, lambda _: None)

    def _folder(self, head: Callable[[], str], words: Callable[[], str], folder: Path) -> Button:
        part = self.section(head)
        path = plain_label("meta", str(folder).replace("/", "/\u200b"), wrap=True, selectable=True)
        path.setAccessibleName(str(folder))
        part.addWidget(path)
        button = Button(self.theme, "secondary", "folder-open")
        self.say(button.setText, words)
        part.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(lambda: self._show(folder))
        return button

    def _show(self, folder: Path) -> None:
        self._doors.reading.submit(
            lambda: self._about.show(folder), lambda _: self._tell(""), lambda error: self._tell(error_text(error))
        )

    def _tell(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _add_licences(self) -> None:
        part = self.section(
            lambda: translate("Settings", "Licences"),
            lambda: translate("Settings", "Shopdesk is free software, made of the work of many others. Thank you."),
        )
        self.model = LicenceModel()
        self.list = QListView()
        self.list.setProperty("kind", "choices")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(140)
        self.say(self.list.setAccessibleName, lambda: translate("Settings", "Licences"))
        self.text = QPlainTextEdit()
        self.text.setProperty("kind", "text")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(220)
        self.say(self.text.setAccessibleName, lambda: translate("Settings", "Text of the licence"))
        part.addWidget(self.list)
        part.addWidget(self.text)
        self.list.selectionModel().currentChanged.connect(self._choose)

    def _took(self, licences: Sequence[LicenceText]) -> None:
        self.model.show_licences(licences)
        if licences:
            self.list.setCurrentIndex(self.model.index(0))

    def _choose(self, index: QModelIndex) -> None:
        self.text.setPlainText(self.model.text_at(index.row()))


class LicenceModel(QAbstractListModel):
    """Parts of the program by name."""

    def __init__(self) -> None:
        super().__init__()
        self._licences: Sequence[LicenceText] = ()

    def show_licences(self, licences: Sequence[LicenceText]) -> None:
        """Show these."""
        self.beginResetModel()
        self._licences = licences
        self.endResetModel()

    def text_at(self, row: int) -> str:
        """The text of one."""
        return self._licences[row].text if 0 <= row < len(self._licences) else ""

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._licences)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        one = self._licences[index.row()]
        return f"{one.name} {one.version}".strip()
