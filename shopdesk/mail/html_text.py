"""Plain text of cleaned HTML, line by line, with the place in the HTML that each line comes from."""

import re
from dataclasses import dataclass
from html import unescape

from shopdesk.mail.html import TOKEN

_SPACE = re.compile(r"[ \t\n\r\f]+")
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".split())
_LINES = frozenset(
    "div br hr li tr dt dd section article header footer address center figure figcaption main nav aside caption".split()
)
_CELLS = frozenset(["td", "th"])
_DEEPEST_QUOTE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and where its HTML begins."""

    text: str
    start: int


def html_lines(safe: str) -> list[Line]:
    """Give the lines of text in HTML from `clean_html`: blocks, list marks, and `>` for block quotes."""
    return _LineMaker(safe).lines


def join_lines(lines: list[Line]) -> str:
    """Give the lines as one text without empty ones at both ends."""
    return "\n".join(line.text for line in lines).strip("\n")


class _LineMaker:
    def __init__(self, safe: str) -> None:
        self.lines: list[Line] = []
        self._words: list[str] = []
        self._start = 0
        self._quotes = 0
        self._pre = 0
        for token in TOKEN.finditer(safe):
            text = token[4]
            if text is None:
                self._tag(token[2], bool(token[1]), token.start())
            elif self._pre:
                self._preformatted(text, token.start())
            elif not text.isspace():
                if not self._words:
                    self._start = min(self._start, token.start()) if self._start >= 0 else token.start()
                self._words.append(_SPACE.sub(" ", text))
            elif self._words:
                self._words.append(" ")
        self._end_line(len(safe))

    def _tag(self, name: str, closing: bool, at: int) -> None:  # noqa: FBT001
        if name in _PARAGRAPHS:
            self._end_line(at)
            self._end_paragraph(at)
            if name == "blockquote":
                self._quotes = max(0, self._quotes + (-1 if closing else 1))
            elif name == "pre":
                self._pre = max(0, self._pre + (-1 if closing else 1))
        elif name in _LINES:
            if name == "br" and not "".join(self._words).strip():
                self._add("", at)
            else:
                self._end_line(at)
            if name == "li" and not closing:
                self._words.append("- ")
        elif name in _CELLS and self._words:
            self._words.append(" ")

    def _preformatted(self, text: str, at: int) -> None:
        *full, last = text.split("\n")
        for line in full:
            self._words.append(line)
            self._end_line(at)
        self._words.append(last)

    def _end_line(self, at: int) -> None:
        if self._words:
            text = "".join(self._words)
            text = unescape(text).replace("\xa0", " ") if "&" in text else text.replace("\xa0", " ")
            text = text.rstrip() if self._pre else text.strip()
            if text and text != "-":
                self._add(text, at)
            self._words = []
        self._start = -1

    def _end_paragraph(self, at: int) -> None:
        if self.lines and self.lines[-1].text.strip("> "):
            self._add("", at)

    def _add(self, text: str, at: int) -> None:
        mark = "> " * min(self._quotes, _DEEPEST_QUOTE)
        start = self._start if self._start >= 0 else at
        self.lines.append(Line((mark + text).rstrip() if mark else text, start))
        self._start = -1
