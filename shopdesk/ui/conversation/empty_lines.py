"""Takes away the empty lines that mail programs leave behind, so that cards have no holes."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

_BLANKS = "\u2028\u00a0 "


def drop_empty_lines(document: QTextDocument) -> None:
    """Keep no empty line at either end and only one of several in a row; pictures are not empty."""
    block, above_is_empty = document.firstBlock(), True
    while block.isValid():
        following = block.next()
        _trim_end(block)
        is_empty = not block.text()
        if is_empty and above_is_empty and document.blockCount() > 1:
            _remove(block)
        else:
            above_is_empty = is_empty
        block = following
    if document.blockCount() > 1 and not document.lastBlock().text():
        _remove(document.lastBlock())


def _trim_end(block: QTextBlock) -> None:
    """Line breaks and blanks at the end of a block; a line break there is a line too."""
    text = block.text()
    extra = len(text) - len(text.rstrip(_BLANKS))
    if extra:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + len(text) - extra)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()


def _remove(block: QTextBlock) -> None:
    """Take a whole empty block away."""
    cursor = QTextCursor(block)
    if block.previous().isValid():
        cursor.deletePreviousChar()
    else:
        cursor.deleteChar()
