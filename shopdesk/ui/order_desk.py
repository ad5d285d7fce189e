"""What the window needs of the services of orders; they fit it by shape."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from shopdesk.domain.control import Control
    from shopdesk.domain.ids import ConversationId
    from shopdesk.domain.order import OrdersBeside
    from shopdesk.domain.order_import import ColumnMapping, OrderFile, OrderImportDone, OrderPreview


class OrderDesk(Protocol):
    """Orders; asked in the reading lane, files are written in the store lane only."""

    def beside(self, conversation: "ConversationId") -> "OrdersBeside": ...
    def preset_titles(self) -> Sequence[tuple[str, str]]: ...
    def preview(
        self,
        name: str,
        content: bytes,
        preset: str | None = None,
        mapping: "ColumnMapping | None" = None,
        control: "Control | None" = None,
    ) -> "OrderPreview": ...
    def import_(self, preview: "OrderPreview", control: "Control | None" = None) -> "OrderImportDone": ...


class OrderFolderDesk(Protocol):
    """The watched folder; `watch` is called in the store lane only."""

    def folder(self) -> str: ...
    def watch(self, folder: str) -> None: ...
    def done(self) -> "Sequence[OrderFile]": ...
