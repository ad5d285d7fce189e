"""What a template was: a list of versions, each to be read and brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.domain.template import Template
from shopdesk.ui.desk import Now
from shopdesk.ui.overriding import override
from shopdesk.ui.templates.pick_list import Pick, PickList
from shopdesk.ui.templates.wording import language_name, shown_name
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.overlay import Overlay
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import card_time, translate

_SIZE = (760, 520)


def version_words(version: Template, now: Now) -> tuple[str, str]:
    """When a version was written, and by whom."""
    when = "" if version.changed_at is None else card_time(version.changed_at, now())
    return when, version.changed_by


def whole_text(version: Template) -> str:
    """A version to be read: its name and its words in every language."""
    parts = [f"{shown_name(version)}  /{version.key}"]
    for one in version.variants:
        parts.append(f"— {language_name(one.language)} —")
        parts += [text for text in (one.subject, one.body) if text]
    if version.attachments:
        names = ", ".join(file.name for file in version.attachments)
        parts.append(translate("Templates", "Files: %1").replace("%1", names))
    return "\n\n".join(parts)


class VersionsPopover(Overlay):
    """The newest first."""

    restored = Signal(object)
    """The `Template` as it was."""

    def __init__(self, theme: Theme, window: QWidget, versions: Sequence[Template], now: Now) -> None:
        super().__init__(theme, window, scrim=True)
        self._head = plain_label("subject", translate("Templates", "Versions"))
        self.list, self.text = PickList(theme, takes_keys=True), QPlainTextEdit()
        self.restore, self.leave = Button(theme, "primary"), Button(theme, "secondary")
        self._newest = versions[0] if versions else None
        self.setAccessibleName(self._head.text())
        self.list.setAccessibleName(self._head.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setProperty("kind", "text")
        self.text.setAccessibleName(translate("Templates", "This version"))
        self.restore.setText(translate("Templates", "Bring back this version"))
        self.leave.setText(translate("Templates", "Close"))
        self._arrange()
        self.list.selectionModel().currentChanged.connect(self._show)
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self.close_now)
        self.list.show_picks([Pick(*version_words(one, now), one) for one in versions])
        self._show()

    def show_versions(self) -> None:
        """Open it."""
        self.open(self.list)

    def _arrange(self) -> None:
        px = self._theme.px
        middle, foot = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(px(12))
        self.list.setFixedWidth(px(240))
        middle.addWidget(self.list)
        middle.addWidget(self.text, 1)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(self._head)
        column.addLayout(middle, 1)
        column.addLayout(foot)

    def _show(self) -> None:
        pick = self.list.current
        version = pick.value if pick is not None else None
        if isinstance(version, Template):
            self.text.setPlainText(whole_text(version))
            self.restore.setEnabled(version is not self._newest)

    def _restore(self) -> None:
        pick = self.list.current
        if pick is not None:
            self.close_now()
            self.restored.emit(pick.value)

    @override
    def frame_place(self) -> QRect:
        px = self._theme.px
        width, height = min(px(_SIZE[0]), self.width() - px(48)), min(px(_SIZE[1]), self.height() - px(48))
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
