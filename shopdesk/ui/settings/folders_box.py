"""Which folders of a mailbox are synced: a list with check marks."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from shopdesk.domain.ids import FolderId, MailboxId
from shopdesk.domain.mailbox import Folder, FolderRole
from shopdesk.ui.error_texts import error_text
from shopdesk.ui.overriding import override
from shopdesk.ui.settings.controls import Page
from shopdesk.ui.settings.doors import Doors
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import plain_label
from shopdesk.ui.words import translate

Index = QModelIndex | QPersistentModelIndex
_MOST_LINES = 8


class FoldersBox(Page):
    """Ticking imports a folder; unticking leaves it alone and keeps what is here."""

    failed = Signal(str)

    def __init__(self, doors: Doors, mailbox: MailboxId) -> None:
        super().__init__(doors.theme)
        self._doors = doors
        self._mailbox = mailbox
        part = self.section(
            lambda: translate("Settings", "Folders"),
            lambda: translate("Settings", "Without its mark a folder is left alone; what is here already stays."),
        )
        self._none = self.label("text", lambda: translate("Settings", "They appear after a first look at the server."))
        self.model = FolderModel(doors.theme)
        self.list = QListView()
        self.list.setProperty("kind", "choices")
        self.list.setModel(self.model)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.say(self.list.setAccessibleName, lambda: translate("Settings", "Folders"))
        part.addWidget(self._none)
        part.addWidget(self.list)
        self._note = plain_label("meta", wrap=True)
        self._note.hide()
        part.addWidget(self._note)
        self.model.ticked.connect(self._choose)
        self.theme.changed.connect(self._fit)
        self._show([])

    @override
    def opened(self) -> None:
        """Ask which folders there are."""
        self._doors.reading.submit(lambda: self._doors.outside.folders.of(self._mailbox), self._show, lambda _: None)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.model.tell_words_changed()

    def _show(self, folders: Sequence[Folder]) -> None:
        self.model.show_folders([one for one in folders if one.selectable])
        self._none.setVisible(not self.model.rowCount())
        self.list.setVisible(self.model.rowCount() > 0)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(self.model.rowCount(), 1), _MOST_LINES)
        self.list.setFixedHeight(lines * self.theme.px(28) + 2 * self.theme.px(8))

    def _choose(self, folder: Folder, wanted: bool) -> None:
        doors = self._doors

        def done(_: None) -> None:
            text = (
                translate("Settings", "%1 is imported now.")
                if wanted
                else translate("Settings", "%1 is left alone from now on.")
            )
            self._note.setText(text.replace("%1", folder_name(folder)))
            self._note.show()
            doors.look_for_mail(self._mailbox)

        def failed(error: Exception) -> None:
            self.model.untick(folder.id, wanted=not wanted)
            self.failed.emit(error_text(error))

        choice = doors.outside.folders
        doors.writing.submit(lambda: choice.choose(self._mailbox, folder.id, wanted=wanted), done, failed)


class FolderModel(QAbstractListModel):
    """Folders with their marks."""

    ticked = Signal(object, bool)
    """A `Folder` and whether it is wanted from now on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folders: list[Folder] = []
        self._wanted: dict[FolderId, bool] = {}

    def show_folders(self, folders: Sequence[Folder]) -> None:
        """Show these."""
        self.beginResetModel()
        self._folders = list(folders)
        self._wanted = {one.id: one.wanted for one in folders}
        self.endResetModel()

    def untick(self, folder: FolderId, *, wanted: bool) -> None:
        """Show a mark as it was, since the change was refused."""
        self._wanted[folder] = wanted
        self.tell_words_changed()

    def tell_words_changed(self) -> None:
        """Let every line be drawn anew."""
        if self._folders:
            self.dataChanged.emit(self.index(0), self.index(len(self._folders) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._folders)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        folder = self._folders[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return folder_name(folder)
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self._wanted[folder.id] else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(self._theme.px(160), self._theme.px(28))
            case Qt.ItemDataRole.AccessibleTextRole:
                synced = translate("Settings", "%1, synced") if self._wanted[folder.id] else "%1"
                return synced.replace("%1", folder_name(folder))
            case _:
                return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._folders[index.row()].role is FolderRole.INBOX:
            return usual  # always synced
        return usual | Qt.ItemFlag.ItemIsUserCheckable

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        folder = self._folders[index.row()]
        wanted = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        self._wanted[folder.id] = wanted
        self.dataChanged.emit(index, index)
        self.ticked.emit(folder, wanted)
        return True


def folder_name(folder: Folder) -> str:
    """What a person calls a folder: the ones that every mailbox has in their language, others as the server does."""
    words = {
        FolderRole.INBOX: translate("Settings", "Inbox"),
        FolderRole.SENT: translate("Settings", "Sent"),
        FolderRole.DRAFTS: translate("Settings", "Drafts"),
        FolderRole.TRASH: translate("Settings", "Deleted"),
        FolderRole.JUNK: translate("Settings", "Spam"),
        FolderRole.ARCHIVE: translate("Settings", "Archive"),
        FolderRole.ALL: translate("Settings", "All mail"),
    }
    word = words.get(folder.role)
    return folder.name if word is None else f"{word} ({folder.name})"
