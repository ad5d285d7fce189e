"""What of a mail is shown: the writer's own words first, tamed so that they look like the rest of the desk."""

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import Enum
from html import escape
from html.parser import HTMLParser

from shopdesk.domain.message import Message
from shopdesk.domain.remote_picture import REMOTE, marked
from shopdesk.ui.overriding import override

_BLOCKS = {"p", "div", "blockquote", "ul", "ol", "li", "pre"}
_INLINE = {"b", "strong", "i", "em", "u", "s", "code", "sub", "sup"}
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {"style", "script", "head", "title"}
_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]}。，；：！？）】]")
_WIDE = re.compile(r'<img[^>]* width="(?:64[1-9]|6[5-9]\d|[7-9]\d\d|\d{4,})(?:px)?"[^>]*>')
_SIDES = re.compile(r' (?:width|height)="[^"]*"')
LINK_SCHEMES = ("http", "https", "mailto")


class Part(Enum):
    """How much of a mail is wanted."""

    OWN_WORDS = "own_words"
    WHOLE = "whole"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Body:
    """HTML ready to be drawn; `on_paper` means that it brings colours of its own and wants a light background."""

    html: str
    on_paper: bool = False


def body_of(message: Message, part: Part, loaded: Container[int] = ()) -> Body:
    """The part of a mail to draw. In: the numbers of the pictures from outside that are in the store.

    Marketplaces wrap three words in a page of tables: of those only the text is taken.
    """
    mail = message.mail
    if part is Part.ORIGINAL and mail.html:
        return Body(narrowed(marked(mail.html, loaded)), on_paper=True)
    html = mail.html if part is not Part.OWN_WORDS else message.html_own
    if html and "<table" not in html.casefold():
        return Body(tamed(html))
    return Body(text_html(mail.text if part is not Part.OWN_WORDS else mail.own_words or mail.text))


def has_more(message: Message) -> bool:
    """True when a quote, a signature or a frame is folded away."""
    mail = message.mail
    if mail.html and "<table" not in message.html_own.casefold():
        return message.html_own != mail.html
    return bool(mail.own_words) and mail.own_words.split() != mail.text.split()


def is_designed(message: Message) -> bool:
    """True when pictures from outside stand in what the writer wrote, not in a quote or signature alone."""
    return REMOTE in message.html_own


def narrowed(html: str) -> str:
    """The same, without widths of pictures that no card has room for."""
    return _WIDE.sub(lambda tag: _SIDES.sub("", tag[0]), html)


def text_html(text: str) -> str:
    """Plain text as HTML: escaped, line breaks kept, web addresses as links."""
    paragraphs = re.split(r"\n{2,}", text.strip("\n"))
    return "".join(f"<p>{_linked(paragraph).replace(chr(10), '<br>')}</p>" for paragraph in paragraphs)


def _linked(text: str) -> str:
    done, place = [], 0
    for found in _LINK.finditer(text):
        address = escape(found.group())
        done += [escape(text[place : found.start()]), f'<a href="{address}">{address}</a>']
        place = found.end()
    return "".join(done) + escape(text[place:])


def tamed(html: str) -> str:
    """The same words with emphasis, lists and links, but without colours, fonts, sizes and pictures."""
    tamer = _Tamer()
    tamer.feed(html)
    tamer.close()
    return re.sub(r"(?:\s*<br>\s*){3,}", "<br><br>", "".join(tamer.pieces)).strip()


class _Tamer(HTMLParser):
    """Writes the harmless subset of what it reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0
        self._links: list[bool] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS or tag in _INLINE:
            self.pieces.append(f"<{tag}>")
        elif tag in _HEADS:
            self.pieces.append("<p><b>")
        elif tag in {"br", "hr"}:
            self.pieces.append(f"<{tag}>")
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            real = address.partition(":")[0].casefold() in LINK_SCHEMES
            self._links.append(real)
            if real:
                self.pieces.append(f'<a href="{escape(address)}">')

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag in _BLOCKS or tag in _INLINE:
            self.pieces.append(f"</{tag}>")
        elif tag in _HEADS:
            self.pieces.append("</b></p>")
        elif tag == "a" and self._links and self._links.pop():
            self.pieces.append("</a>")

    @override
    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(escape(data))
