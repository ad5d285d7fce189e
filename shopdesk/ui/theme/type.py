"""Letters: families by language and system, weights that the families really have, sizes by scale, densities."""

import sys
from typing import NamedTuple

from shopdesk.ui.preferences import SCALES

LINE = 22
"""Height in px of a line of message text at 100 %; px, since per cent would pull Chinese lines apart."""

_LATIN = {
    "win32": ("Segoe UI Variable Text", "Segoe UI"),
    "darwin": (".AppleSystemUIFont",),
    "linux": ("Inter", "Noto Sans", "Cantarell", "DejaVu Sans"),
}
_CHINESE = {
    "win32": ("Microsoft YaHei UI",),
    "darwin": ("PingFang SC",),
    "linux": ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"),
}


class Type(NamedTuple):
    """Families, weights and scale for one language."""

    families: tuple[str, ...]
    medium: int
    strong: int
    scale: int

    def px(self, size: int) -> int:
        """A length given at 100 % as it is now, in px; never below 1."""
        return max(1, round(size * self.scale / 100))

    def weight(self, wanted: int) -> int:
        """The weight to ask for instead of `wanted` (CSS numbers): Chinese system fonts have only 400 and 700."""
        return {500: self.medium, 600: self.strong}.get(wanted, wanted)


def type_for(language: str, scale: int, system: str = sys.platform) -> Type:
    """Letters for a language code such as `en` or `zh_CN` at a scale in per cent (kept within 90 to 175)."""
    key = system if system in _LATIN else "linux"
    chinese = language.startswith("zh")
    latin, cjk = _LATIN[key], _CHINESE[key]
    return Type(
        families=latin + cjk,
        medium=400 if chinese else 500,
        strong=700 if chinese else 600,
        scale=min(max(scale, SCALES[0]), SCALES[-1]),
    )


def next_scale(scale: int, step: int) -> int:
    """The scale one step larger (+1) or smaller (-1) than `scale`; stays at the ends."""
    nearest = min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - scale))
    return SCALES[min(max(nearest + step, 0), len(SCALES) - 1)]
