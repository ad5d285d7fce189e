"""The tags of HTML that the sanitiser wrote; a window knows them without loading the sanitiser itself."""

import re

INSIDE = "[^>]*+"
"""What stands in a tag of HTML as the sanitiser writes it: `<`, `>` and quotes in values are escaped (tested)."""
VOID = frozenset("br hr img col".split())
"""Elements without an end tag."""
_TAG = re.compile(rf"(<(/?[a-z0-9]+){INSIDE}>)")


def unclosed_tags(safe: str, start: int, end: int) -> str:
    """Give the tags in `safe[start:end]` that belong to elements beginning or ending elsewhere: what must stay when
    the rest of it is left out.
    """
    kept: list[str] = []
    awaited: list[str] = []
    places: list[int] = []
    for tag, name in _TAG.findall(safe, start, end):
        if name in VOID:
            continue
        if name[0] != "/":
            awaited.append("/" + name)
            places.append(len(kept))
            kept.append(tag)
        elif awaited and awaited[-1] == name:
            awaited.pop()
            del kept[places.pop()]
        else:
            kept.append(tag)
    return "".join(kept)
