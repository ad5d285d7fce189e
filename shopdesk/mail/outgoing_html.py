"""The HTML half of an outgoing mail, made from its text: paragraphs, links, the quoted part folded in by a line."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from shopdesk.domain.draft import PICTURE

_LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]}。，、）】]")
_FONTS = "-apple-system,'Segoe UI',Roboto,'Microsoft YaHei','PingFang SC',sans-serif"
_STYLE = f"font-family:{_FONTS};font-size:14px;line-height:1.5"
_SIGNATURE_STYLE = "margin:16px 0 12px;color:#53524c"
_PICTURE_STYLE = "max-width:100%;height:auto;border:0"
_QUOTE_STYLE = "margin:0 0 0 4px;padding:0 0 0 12px;border-left:2px solid #c9c6bd;color:#53524c"


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture that goes along with the page."""

    cid: str
    name: str


def html_of(text: str, quoted: str, signature: str = "", pictures: Sequence[ShownPicture] = ()) -> str:
    """A whole HTML document. In: plain text with \\n, in which `PICTURE` stands for each picture in turn; `quoted`
    begins with its line of attribution."""
    words = "\n".join(map(_paragraph, re.split(r"\n{2,}", text.strip("\n"))))
    parts = [f'<div style="{_STYLE}">', with_pictures(words, [_image(picture) for picture in pictures])]
    if signature:
        parts.append(f'<div style="{_SIGNATURE_STYLE}">-- <br>\n{_inline(signature)}</div>')
    if quoted:
        head, _, rest = quoted.partition("\n")
        lines = "\n".join(line.removeprefix(">").removeprefix(" ") for line in rest.split("\n"))
        parts.append(f'<p style="margin:16px 0 4px">{_inline(head)}</p>')
        parts.append(f'<blockquote type="cite" style="{_QUOTE_STYLE}">{_inline(lines)}</blockquote>')
    return "<!DOCTYPE html>\n<html><body>\n" + "\n".join([*parts, "</div>"]) + "\n</body></html>\n"


def with_pictures(text: str, instead: Sequence[str]) -> str:
    """A text with something in place of each `PICTURE`; nothing where there is none."""
    left = iter(instead)
    return re.sub(PICTURE, lambda _: next(left, ""), text)


def _image(picture: ShownPicture) -> str:
    source, name = html.escape(picture.cid, quote=True), html.escape(" ".join(picture.name.split()), quote=True)
    return f'<img src="cid:{source}" alt="{name}" style="{_PICTURE_STYLE}">'


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 12px">{_inline(text)}</p>'


def _inline(text: str) -> str:
    """Escaped text with its line ends and its web addresses."""
    pieces, end = [], 0
    for found in _LINK.finditer(text):
        address = html.escape(found[0])
        pieces += [html.escape(text[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    pieces.append(html.escape(text[end:]))
    return _with_spaces("".join(pieces)).replace("\n", "<br>\n")


def _with_spaces(escaped: str) -> str:
    """Rows of spaces keep their width, as tables made of spaces need it."""
    return re.sub(r"(?<=\s) |^ ", "&nbsp;", escaped, flags=re.MULTILINE)
