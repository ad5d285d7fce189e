"""A strange certificate to look at; only after seeing it can it be trusted."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from shopdesk.domain.certificate import SeenCertificate
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.parts import Button, plain_label
from shopdesk.ui.words import translate

_PAIRS_IN_A_LINE = 48
_FINGERPRINT = 3
"""Its row; it has two lines of its own."""


class CertificateBox(QFrame):
    """Whom it names, who signed it, until when, and its fingerprint in letters that can be compared."""

    trusted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = plain_label("label", wrap=True)
        self._names = [plain_label("meta") for _ in range(4)]
        self._values = [plain_label("meta2", wrap=row < _FINGERPRINT, selectable=True) for row in range(4)]
        self._advice = plain_label("text", wrap=True)
        self.trust = Button(theme, "secondary")
        self.trust.clicked.connect(self.trusted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        column.addLayout(grid)
        column.addWidget(self._advice)
        below = QHBoxLayout()
        below.addWidget(self.trust)
        below.addStretch(1)
        column.addLayout(below)
        self.hide()

    @property
    def words(self) -> str:
        """Everything that it says."""
        return "\n".join(label.text() for label in (self._title, *self._values, self._advice))

    def show_certificate(self, seen: SeenCertificate | None) -> None:
        """Draw it; None hides the box."""
        self.setVisible(seen is not None)
        if seen is None:
            return
        unknown = translate("Wizard", "not readable")
        self._title.setText(
            translate("Wizard", "This is what %1 shows").replace("%1", f"{seen.host}:{seen.port}")
        )
        signed = translate("Wizard", "itself") if seen.is_self_signed else seen.issuer or unknown
        validity = f"{_day(seen.begins, unknown)} – {_day(seen.ends, unknown)}"
        fingerprint = seen.shown_fingerprint
        rows = (
            (translate("Wizard", "Made for"), ", ".join(seen.names) or seen.subject or unknown),
            (translate("Wizard", "Signed by"), signed),
            (translate("Wizard", "Valid"), validity),
            (
                translate("Wizard", "SHA-256"),
                f"{fingerprint[:_PAIRS_IN_A_LINE]}\n{fingerprint[_PAIRS_IN_A_LINE:]}",
            ),
        )
        for (name, value), name_label, value_label in zip(rows, self._names, self._values, strict=True):
            name_label.setText(name)
            value_label.setText(value)
            value_label.updateGeometry()
        self._advice.setText(
            translate(
                "Wizard",
                "Compare the fingerprint with the one that your server's keeper gives you. Trust it only if they are "
                "the same; it counts for this server alone, and any other certificate is refused again.",
            )
        )
        self.trust.setText(translate("Wizard", "They are the same: trust it"))


def _day(moment: datetime | None, unknown: str) -> str:
    if moment is None:
        return unknown
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
