"""The Qt side of a listing: passes its announcements on to the view."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from shopdesk.domain.conversation import Conversation
from shopdesk.domain.ids import ConversationId
from shopdesk.ui.desk import Now
from shopdesk.ui.inbox.listing import Listing
from shopdesk.ui.inbox.sections import Heading, Section
from shopdesk.ui.inbox.selection import Selection
from shopdesk.ui.overriding import override
from shopdesk.ui.words import row_sentence, translate

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def section_text(section: Section) -> str:
    """The words of a heading."""
    return {
        Section.OVERDUE: translate("Inbox", "Overdue"),
        Section.ANGRY: translate("Inbox", "Angry", "heading over conversations with angry customers"),
        Section.DUE_TODAY: translate("Inbox", "Due today"),
        Section.LATER: translate("Inbox", "Later"),
    }[section]


class RowModel(QAbstractTableModel):
    """One column; the delegate takes whole rows with `row`, roles are for screen readers only."""

    def __init__(self, listing: Listing, now: Now, selection: Selection | None = None) -> None:
        super().__init__()
        self.listing = listing
        self._selection = Selection(listing) if selection is None else selection
        self._now = now
        self.drafts: frozenset[ConversationId] = frozenset()
        """Conversations in which somebody began to write."""
        self.cases: Mapping[ConversationId, bool] = {}
        """Conversations that have an open case; True where it hurries."""
        listing.watch(self)

    def row(self, number: int) -> Conversation | Heading | None:
        """What a row shows."""
        return self.listing.at(number)

    def selected_count(self) -> int:
        """How many conversations are selected together."""
        return len(self._selection)

    def is_selected(self, number: int) -> bool:
        """Whether the conversation of a row is one of them."""
        return self.listing.id_at(number) in self._selection

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.listing)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.listing.id_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole) or not index.isValid():
            return None
        found = self.listing.at(index.row())
        if isinstance(found, Heading):
            return f"{section_text(found.section)} {found.number}"
        if found is None:
            return ""
        sentence = row_sentence(found, self._now())
        if found.id in self.drafts:
            sentence += translate("Words", ", ", "between the parts of a spoken sentence") + translate("Inbox", "Draft")
        if found.id in self.cases:
            word = translate("Cases", "Case that hurries") if self.cases[found.id] else translate("Cases", "Case")
            sentence += translate("Words", ", ", "between the parts of a spoken sentence") + word
        selected = role == Qt.ItemDataRole.AccessibleTextRole and found.id in self._selection
        return translate("Inbox", "Selected: %1").replace("%1", sentence) if selected else sentence

    # --- the listing's announcements --------------------------------------------------------------

    def about_to_insert(self, row: int, count: int) -> None:
        self.beginInsertRows(_ROOT, row, row + count - 1)

    def inserted(self) -> None:
        self.endInsertRows()

    def about_to_remove(self, row: int, count: int) -> None:
        self.beginRemoveRows(_ROOT, row, row + count - 1)

    def removed(self) -> None:
        self.endRemoveRows()

    def changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    def about_to_reset(self) -> None:
        self.beginResetModel()

    def was_reset(self) -> None:
        self.endResetModel()
