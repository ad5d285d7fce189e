"""What keeps HTML away from the sanitiser that it would need minutes for: depth, endless tags, style sheets."""

import re

_DEEPEST_NESTING = 800
"""Nested elements that the sanitiser takes in good time; it needs the square of the depth."""
_LONGEST_TAG = 5_000
"""Characters in one tag: many attributes cost the square of their number; `data:` pictures are not shown anyway."""

_RAW_TAG = re.compile(r"""<[a-zA-Z/!](?>(?:[^>"'=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|[="'])*)>?""")
_RAW_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_STYLED_IMAGE = re.compile(r"<img\b[^<>]*+>", re.IGNORECASE)
_STYLED_SIDE = re.compile(r"[hHtT]\s*+:")
"""A quick look before the long pattern below: the end of its words, which attributes of the same names lack."""
_SIDE = re.compile(
    r"(?<![\w-])(?:width|height)\s*+:\s*+(\d{1,4}(?:\.\d{1,3})?)(?>(?:px)?)\s*+(?=[;!\"'\s])", re.IGNORECASE
)
_POINT = 2.0
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li td th tr tbody thead tfoot dt dd option o".split()
)
"""Elements without content, or which the next of their kind closes: they do not nest by themselves."""
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_SCOPES = frozenset("applet caption html table marquee object template svg math".split())
_SPECIAL = frozenset(
    "address article aside blockquote button center details dir div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup iframe main menu nav ol pre section select style "
    "summary table title ul xmp".split()
)
_REACH = 8
"""Open elements that an end tag is looked for in."""


def without_sheets(html: str) -> str:
    """Drop style sheets in their usual spelling: half of many mails, and the sanitiser takes its time for them."""
    for opening, closing in (("<style", "</style>"), ("<STYLE", "</STYLE>")):
        first, *rest = html.split(opening)
        if rest:
            html = first + "".join(
                piece.partition(closing)[2] if closing in piece else opening + piece for piece in rest
            )
    return html


def without_points(html: str) -> str:
    """Drop pictures that their style makes a single point: they show nothing, they only watch who reads."""
    if "<i" not in html and "<I" not in html:
        return html
    return _STYLED_IMAGE.sub(lambda tag: "" if _is_point(tag[0]) else tag[0], html)


def _is_point(tag: str) -> bool:
    if _STYLED_SIDE.search(tag) is None:
        return False
    sides = {float(side) for side in _SIDE.findall(tag)}
    return bool(sides & {0.0, 1.0}) and max(sides) <= _POINT


def without_long_tags(html: str) -> str:
    """Drop tags of more than 5,000 characters, which no honest mail needs."""
    if len(html) < _LONGEST_TAG:
        return html
    if html.count("<") * 600 > len(html) and _close_together(html):
        return html
    return _RAW_TAG.sub(lambda tag: tag[0] if len(tag[0]) < _LONGEST_TAG else "", html)


def _close_together(html: str) -> bool:
    """True when no 5,000 characters are without the beginning of a tag: none of them is long then."""
    position = 0
    while position + _LONGEST_TAG <= len(html):
        last = html.rfind("<", position, position + _LONGEST_TAG)
        if last < 0:
            return False
        position = last + 1
    return True


def nested_too_deep(html: str) -> bool:
    """Estimate the nesting, rather too deep than too flat: an end tag counts only where it surely closes something."""
    if html.count("<") <= _DEEPEST_NESTING:
        return False
    stack: list[str] = []
    for closing, raw_name in _RAW_NAME.findall(html):
        name = raw_name.lower()
        if name in _FLAT:
            continue
        if not closing:
            stack.append(name)
            if len(stack) > _DEEPEST_NESTING:
                return True
        elif name in stack[-_REACH:]:
            _close(stack, name)
    return False


def _close(stack: list[str], name: str) -> None:
    """Do to the open elements what the end tag `name` does to them; where it does nothing, the nesting goes on."""
    at = len(stack) - 1 - stack[::-1].index(name)
    between = stack[at + 1 :]
    if not _SCOPES.isdisjoint(between):
        return
    if name in _FORMATTING:
        del stack[at]
    elif name in _SPECIAL or _SPECIAL.isdisjoint(between):
        del stack[at:]
