"""HTML of strangers made safe to show: nothing runs, nothing loads, nothing hangs the view.

What the view gets (raise `READER_VERSION` when it changes, stored readings are renewed then):

- a picture of this mail is `<img src="cid:ID" …>` where ID is the `content_id` of one of its attachments;
- a picture from outside is `<img data-remote="https://…" alt="…" …>` without `src`: it loads nothing until asked for;
- links have `href` only with http, https or mailto (mailto keeps `subject` and `body` alone), and the true target;
- styles hold colours, weights and alignment; there are no forms, scripts, frames, comments, classes or ids;
- tables are nested at most four deep, because Qt's layout time doubles with each level.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import nh3

from shopdesk.mail.clean_text import clean_body
from shopdesk.mail.html_guards import nested_too_deep, without_long_tags, without_points, without_sheets
from shopdesk.mail.html_tags import INSIDE, VOID

LONGEST_HTML = 1 << 20
"""Characters of HTML that are looked at."""
DEEPEST_TABLE = 4
_TAGS = frozenset(
    "a abbr address article aside b big blockquote br caption center cite code col colgroup dd del "
    "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main "
    "mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th "
    "thead tr tt u ul var".split()
)
_WITHOUT_CONTENT = frozenset(
    "script style title iframe object applet svg math template noframes noembed audio video "
    "select textarea canvas".split()
)
_CELL = {"colspan", "rowspan", "width", "height", "bgcolor", "align", "valign"}
_ATTRIBUTES = {
    "*": {"style", "dir", "align"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "font": {"color", "size"},
    "table": {"width", "border", "cellpadding", "cellspacing", "bgcolor"},
    "td": _CELL,
    "th": _CELL,
    "tr": {"bgcolor", "valign"},
    "ol": {"start", "type"},
}
_STYLES = frozenset(
    "color background-color font-weight font-style text-decoration text-align vertical-align display visibility".split()
)
_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_WITHOUT_CONTENT),
    attributes=_ATTRIBUTES,
    filter_style_properties=set(_STYLES),
    url_schemes={"http", "https", "mailto", "cid"},
    link_rel=None,
)

_IMAGE = re.compile(rf"<img({INSIDE})>")
_OTHER_LINK = re.compile(r' href="(?!(?i:https?://|mailto:))[^"]*"')
_MAILTO = re.compile(r' href="((?i:mailto):[^"?]*)\?([^"]*)"')
_HIDING = (("display:", "none"), ("visibility:", "hidden"))
_HIDDEN_TAG = re.compile(rf"<([a-z0-9]+){INSIDE}>")
_VALUE = re.compile(r'[^;"]*;?')
_FETCHING = ("url", "image", "expression", "\\", "@")
_STYLE = re.compile(r' style="([^"]*)"')
_TABLE_TAG = re.compile(rf"<(/?)(table|tbody|thead|tfoot|tr|td|th|caption|colgroup|col)(?![a-z]){INSIDE}>")


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """Cleaned HTML and what was found on the way."""

    html: str
    remote_images: int
    shown_cids: frozenset[str]
    """Content ids of the mail's pictures that the HTML shows."""


def clean_html(html: str, pictures: Mapping[str, str]) -> SafeHtml:
    """Make `html` safe; `pictures` tells the content id by lower-case cid or file name of this mail's pictures.

    The answer is empty where the input is built to exhaust the reader: the text alone is shown then.
    """
    html = without_long_tags(clean_body(html[:LONGEST_HTML]))
    if nested_too_deep(html):
        return SafeHtml("", 0, frozenset())
    safe = _CLEANER.clean(without_sheets(without_points(html)))
    if "&#" in html:  # character references may spell control characters
        safe = clean_body(safe)
    if len(safe) > 2 * LONGEST_HTML:
        return SafeHtml("", 0, frozenset())
    if "display:" in safe or "visibility:" in safe:
        safe = _without_hidden(safe)
        if "display:" in safe or "visibility:" in safe:
            safe = _without_shown(safe)
    if 'style="' in safe:
        safe = _STYLE.sub("", safe) if _fetches(safe) else safe.replace(' style=""', "")
    if "<a" in safe:
        safe = _with_safe_links(safe)
    images = _Images(pictures)
    if "<img" in safe:
        safe = _IMAGE.sub(images.mark, safe)
    if safe.count("<table") > DEEPEST_TABLE:
        safe = limit_tables(safe)
    return SafeHtml(safe, images.remote, frozenset(images.shown))


def limit_tables(safe: str, deepest: int = DEEPEST_TABLE) -> str:
    """Unwrap tables nested deeper than `deepest`: their cells become words, their rows lines."""
    depth = 0

    def rewrite(found: re.Match[str]) -> str:
        nonlocal depth
        closing, name = found[1], found[2]
        if name == "table":
            depth += -1 if closing else 1
            return found[0] if depth + bool(closing) <= deepest else ""
        if depth <= deepest:
            return found[0]
        return {"tr": "<br>", "td": " ", "th": " "}.get(name, "") if closing else ""

    return _TABLE_TAG.sub(rewrite, safe)


class _Images:
    """Turns the sources of pictures into what the view may show."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._pictures = pictures
        self.remote = 0
        self.shown: set[str] = set()

    def mark(self, found: re.Match[str]) -> str:
        pieces = found[1].split('"')  # ` src=`, the value, ` alt=`, the value …
        names = [name.strip(" =") for name in pieces[::2]]
        attributes: dict[str, str] = dict(zip(names, pieces[1::2], strict=False))
        source = attributes.pop("src", "").strip()
        if source[:2] == "//":
            source = "https:" + source
        rest = "".join([f' {name}="{value}"' for name, value in attributes.items()])
        if source[:7].lower() == "http://" or source[:8].lower() == "https://":
            if _is_pixel(attributes):
                return ""
            self.remote += 1
            return f'<img data-remote="{source}"{rest}>'
        content_id = self._known(source)
        if content_id:
            self.shown.add(content_id)
            return f'<img src="cid:{_escaped(content_id)}"{rest}>'
        return attributes.get("alt", "")

    def _known(self, source: str) -> str:
        if not source:
            return ""
        name = unquote(source.replace("&amp;", "&"))
        name = name[4:] if name[:4].lower() == "cid:" else name
        name = name.strip("<> ").lower()
        return self._pictures.get(name) or self._pictures.get(re.split(r"[/\\]", name)[-1], "")


def _fetches(safe: str) -> bool:
    """True when any style might load something: then the mail is shown without styles."""
    styles = "".join(_STYLE.findall(safe)).lower()
    return any(word in styles for word in _FETCHING)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def _is_pixel(attributes: Mapping[str, str]) -> bool:
    sizes = {attributes.get(name, "").strip().removesuffix("px") for name in ("width", "height")}
    return sizes <= {"", "0", "1", "2"} and bool(sizes & {"0", "1"})


def _with_safe_links(safe: str) -> str:
    safe = _OTHER_LINK.sub("", safe)
    return _MAILTO.sub(_short_mailto, safe) if ' href="m' in safe or ' href="M' in safe else safe


def _short_mailto(found: re.Match[str]) -> str:
    wanted = [
        pair for pair in found[2].replace("&amp;", "&").split("&") if pair.lower().startswith(("subject=", "body="))
    ]
    query = "?" + "&amp;".join(wanted) if wanted else ""
    return f' href="{found[1]}{query}"'


def _without_hidden(safe: str) -> str:
    """Drop elements that the sender's style hides: nobody was meant to read them."""
    for name, hiding in _HIDING:
        pieces: list[str] = []
        position = 0
        while (at := safe.find(name, position)) >= 0:
            start = safe.rfind("<", position, at)
            tag = _HIDDEN_TAG.match(safe, start) if start >= 0 else None
            value = safe[at + len(name) : at + len(name) + 10].strip().lower()
            hidden = tag is not None and tag.end() > at and value.startswith(hiding)
            pieces.append(safe[position : start if hidden else at + 1])
            position = _element_end(safe, start, tag[1]) if tag is not None and hidden else at + 1
        safe = "".join(pieces) + safe[position:]
    return safe


def _without_shown(safe: str) -> str:
    """Drop what is left of these styles; one pattern for all of it, looking behind, takes five times as long."""
    pieces: list[str] = []
    position = 0
    for start in sorted(at for name, _ in _HIDING for at in _places(safe, name)):
        before = safe[start - 1 : start]
        if start >= position and (before in {'"', ";"} or before.isspace()):
            pieces.append(safe[position:start])
            value = _VALUE.match(safe, start)
            position = value.end() if value else start
    return "".join(pieces) + safe[position:]


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _element_end(safe: str, start: int, name: str) -> int:
    if name in VOID:
        return safe.index(">", start) + 1
    depth = 0
    for tag in re.compile(rf"<(/?){name}(?![a-z0-9]){INSIDE}>").finditer(safe, start):
        depth += -1 if tag[1] else 1
        if depth <= 0:
            return tag.end()
    return len(safe)
