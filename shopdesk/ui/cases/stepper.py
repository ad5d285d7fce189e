"""The five stages of the loop as a line of circles; what lies behind is ticked."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk.domain.case import Stage
from shopdesk.ui.case_words import stage_text
from shopdesk.ui.overriding import override
from shopdesk.ui.theme.theme import Theme
from shopdesk.ui.widgets.drawing import draw_text, shortened
from shopdesk.ui.words import translate


class Stepper(QWidget):
    """Shows where a case stands."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stage = Stage.ACCEPTED
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_stage(self, stage: Stage) -> None:
        """Stand there."""
        self._stage = stage
        words = translate("Cases", "Stage %1 of 5: %2").replace("%1", str(list(Stage).index(stage) + 1))
        self.setAccessibleName(words.replace("%2", stage_text(stage)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stages = list(Stage)
        here, room = stages.index(self._stage), self.width() // len(stages)
        middle = self.height() // 2
        for place, stage in enumerate(stages):
            left = place * room
            passed = place < here or stage is self._stage is Stage.ARCHIVED
            circle = QRect(left, middle - px(10), px(20), px(20))
            painter.setPen(QPen(theme.colour("accent" if place <= here else "field"), 1.5))
            painter.setBrush(theme.colour("accent" if passed else "soft" if place == here else "surface"))
            painter.drawEllipse(circle)
            if passed:
                inner = circle.adjusted(px(4), px(4), -px(4), -px(4))
                theme.icons.draw(painter, "check", inner, theme.colour("on_accent"))
            weight = 600 if place == here else 400
            metrics = theme.metrics(13, weight)
            words = shortened(metrics, stage_text(stage), room - px(48))
            token = "text" if place <= here else "text2"
            draw_text(
                painter, QPoint(left + px(28), middle), words, theme.font(13, weight), metrics, theme.colour(token)
            )
            end = left + px(36) + metrics.horizontalAdvance(words)
            if place + 1 < len(stages) and end < left + room - px(8):
                painter.setPen(QPen(theme.colour("accent" if place < here else "border2"), 1))
                painter.drawLine(end, middle, left + room - px(8), middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.end()
