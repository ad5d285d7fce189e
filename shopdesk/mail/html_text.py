"""Plain text of cleaned HTML, line by line, with the place in the HTML that each line comes from."""

import re
from typing import NamedTuple

from shopdesk.mail.html_tags import INSIDE

_PARAGRAPHS = "p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".replace(" ", "|")
_LINES = (
    "div tr dt dd hr section article header footer address center figure figcaption main nav aside caption"
).replace(" ", "|")
_BLOCK = re.compile(rf"(<(?:/?(?:{_LINES})|/li|(br|li|/?(?:{_PARAGRAPHS})))(?:>| {INSIDE}>))")
"""A tag that ends a line; its name, with the slash of an end tag, is caught only where it does more than that."""
_INLINE = re.compile(rf"<{INSIDE}>")
_DEEPEST_QUOTE = 5


class HtmlText(NamedTuple):
    """The lines of text in HTML, and for each the place where its HTML begins."""

    texts: list[str]
    starts: list[int]


def html_lines(safe: str) -> HtmlText:
    """Give the lines of text in HTML from `clean_html`: blocks, list marks, and `>` for block quotes."""
    maker = _LineMaker()
    maker.read(safe)
    return HtmlText(maker.texts, maker.starts)


def words_of(safe: str) -> str:
    """Give the words in HTML from `clean_html` in their order, without the lines that they stand on."""
    words = _without_tags(safe)
    return _unescaped(words) if "&" in words else words


def text_of(safe: str) -> str:
    """Give the lines of HTML from `clean_html` as one text, without empty ones at both ends."""
    return "\n".join(html_lines(safe).texts).strip("\n")


class _LineMaker:
    """Walks over the block tags; what stands between them is one chunk of words."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.starts: list[int] = []
        self._words: list[str] = []
        self._start = 0
        self._quotes = 0
        self._pre = 0

    def read(self, safe: str) -> None:
        """Take the lines of the whole document."""
        pieces = _BLOCK.split(safe)
        *chunks, last = pieces[::3]
        position = 0
        for chunk, tag, name in zip(chunks, pieces[1::3], pieces[2::3], strict=True):
            is_line = False
            if self._words or self._pre:
                if chunk and not chunk.isspace():
                    self._inline(chunk, position)
                position += len(chunk)
                if self._words:
                    self._end_line(position)
                    is_line = True
            elif chunk:
                is_line = not chunk.isspace() and self._whole_line(chunk, position)
                position += len(chunk)
            if name:
                self._named(name, position, is_line=is_line)
            position += len(tag)
        self._inline(last, position)
        self._end_line(len(safe))

    def _whole_line(self, chunk: str, at: int) -> bool:
        """What nearly all chunks are: the only one between two block tags. Out: False when it holds no words."""
        words = " ".join((_without_tags(chunk) if "<" in chunk else chunk).split())
        if not words:
            return False
        self._start = at
        text = " ".join(_unescaped(words).split()) if "&" in words else words
        if text and text != "-":
            if self._quotes:
                self._add(text, at + len(chunk))
            else:
                self.texts.append(text)
                self.starts.append(at)
        return True

    def _inline(self, chunk: str, at: int) -> None:
        chunk = _without_tags(chunk) if "<" in chunk else chunk
        if self._pre:
            self._preformatted(chunk, at)
        elif chunk and not chunk.isspace():
            if not self._words:
                self._start = at
            self._words.append(chunk)

    def _named(self, name: str, at: int, *, is_line: bool) -> None:
        if name == "br":
            if not is_line:
                self._add("", at)
            return
        if name == "li":
            self._words.append("- ")
            self._start = at
            return
        if self.texts and self.texts[-1].strip("> "):
            self._add("", at)
        if name.endswith("blockquote"):
            self._quotes = max(0, self._quotes + (-1 if name[0] == "/" else 1))
        elif name.endswith("pre"):
            self._pre = max(0, self._pre + (-1 if name[0] == "/" else 1))

    def _preformatted(self, text: str, at: int) -> None:
        *full, last = text.split("\n")
        for line in full:
            self._words.append(line)
            self._end_line(at)
        self._words.append(last)

    def _end_line(self, at: int) -> None:
        text = self._words[0] if len(self._words) == 1 else "".join(self._words)
        self._words = []
        if "&" in text:
            text = _unescaped(text)
        text = text.replace("\xa0", " ").rstrip() if self._pre else " ".join(text.split())
        if (text and text != "-") or self._pre:
            self._add(text, at)

    def _add(self, text: str, at: int) -> None:
        if self._quotes:
            text = ("> " * min(self._quotes, _DEEPEST_QUOTE) + text).rstrip()
            at = self._start if len(text) > 2 * self._quotes else at
        elif text:
            at = self._start
        self.texts.append(text)
        self.starts.append(at)


def _without_tags(chunk: str) -> str:
    return _INLINE.sub("", chunk.replace("</td>", " </td>").replace("</th>", " </th>"))


def _unescaped(text: str) -> str:
    """Undo what the sanitiser escapes in words and in the texts that stand for pictures: these and no others."""
    text = text.replace("&nbsp;", "\xa0").replace("&quot;", '"')
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
