"""Empty lines that mail programs leave behind do not make holes in cards."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from shopdesk.ui.conversation.empty_lines import drop_empty_lines


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p>", "one"),
        ("<div>one</div><div><br></div><div><br></div><div><br></div>", "one"),
        ("<div><br></div><div><br></div><div>one</div>", "one"),
        ("<div>one</div><div><br></div><div><br></div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("one<br><br><br>", "one"),
        ("<div><br></div>", ""),
        ("", ""),
        ("<p>one</p><p>&nbsp;</p><p>&nbsp;</p>", "one"),
        ("<ul><li>one</li><li>two</li></ul><div><br></div>", "one\ntwo"),
    ],
)
def test_only_single_empty_lines_between_words_stay(qtbot: QtBot, html: str, text: str) -> None:
    document = QTextDocument()
    document.setHtml(html)
    drop_empty_lines(document)
    assert document.toPlainText().replace("\u2028", "\n") == text


def test_a_picture_is_no_empty_line(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml('<div><img src="cid:x"></div><div>one</div><div><img src="cid:y"></div>')
    drop_empty_lines(document)
    assert document.toPlainText().count("\ufffc") == 2
