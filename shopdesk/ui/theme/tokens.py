"""The colours and measures of the design; beside the tile of the logo the only place where a colour is written down."""

from typing import NamedTuple

SPACING = (2, 4, 6, 8, 12, 16, 20, 24, 32, 40)
"""Distances in px at 100 %."""

RADIUS = {"keycap": 4, "small": 6, "control": 8, "row": 10, "card": 12}
"""Corner radii in px; pills take half their height."""


class Tokens(NamedTuple):
    """One colour set; every value is #rrggbb, or #aarrggbb where something shows through."""

    name: str
    rail: str
    rail_sel: str
    rail_text: str
    rail_on: str
    rail_badge: str
    rail_badge_t: str
    canvas: str
    surface: str
    sunken: str
    well: str
    hover: str
    selected: str
    border: str
    border2: str
    field: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_h: str
    on_accent: str
    soft: str
    accent_t: str
    red: str
    red_s: str
    amber: str
    amber_s: str
    blue: str
    blue_s: str
    violet: str
    violet_s: str
    grey: str
    grey_s: str
    note: str
    note_b: str
    scrim: str
    shadow: str
    on_badge: str
    avatars: tuple[tuple[str, str], ...]
    """Eight pairs (background, letters)."""
    badges: tuple[tuple[str, str], ...]
    """Pairs (marketplace word, colour of its badge); the last one is for all others."""

    def colours(self) -> dict[str, str]:
        """All plain colours by token name, for the style sheet."""
        named = self._asdict()
        return {name: value for name, value in named.items() if isinstance(value, str) and value.startswith("#")}

    def badge(self, market: str) -> str:
        """The badge colour of a marketplace word; unknown and empty words get the neutral one."""
        return dict(self.badges).get(market, self.badges[-1][1])


_BADGES = (
    ("amazon", "#B4500B"),
    ("ebay", "#1F5FBF"),
    ("etsy", "#C2410C"),
    ("shopify", "#0E7A5B"),
    ("walmart", "#1D4E89"),
    ("wish", "#1C6E8C"),
    ("aliexpress", "#B42318"),
    ("alibaba", "#B4500B"),
    ("taobao", "#C2410C"),
    ("tmall", "#B42318"),
    ("otto", "#B42318"),
    ("kaufland", "#B42318"),
    ("shop", "#0E7A5B"),
    ("", "#55534C"),
)

LIGHT = Tokens(
    name="light",
    rail="#17251F",
    rail_sel="#2A3B34",
    rail_text="#A9BAB2",
    rail_on="#FFFFFF",
    rail_badge="#BFE8D2",
    rail_badge_t="#10291F",
    canvas="#F7F6F2",
    surface="#FFFFFF",
    sunken="#F1EFEA",
    well="#F0EEE8",
    hover="#F0EEE8",
    selected="#E2F0E9",
    border="#E6E3DB",
    border2="#D3CFC5",
    field="#918E84",
    text="#1B1D1A",
    text2="#53524C",
    text3="#6D6B63",
    accent="#0E7A5B",
    accent_h="#0B6B50",
    on_accent="#FFFFFF",
    soft="#E4F2EB",
    accent_t="#0A6249",
    red="#B42318",
    red_s="#FDECE9",
    amber="#8A5300",
    amber_s="#FCF0D8",
    blue="#1C5CB8",
    blue_s="#E7F0FC",
    violet="#6440B0",
    violet_s="#F0EBFB",
    grey="#5B5952",
    grey_s="#EEECE6",
    note="#FFF9E8",
    note_b="#EBD9A5",
    scrim="#661B1D1A",
    shadow="#30000000",
    on_badge="#FFFFFF",
    avatars=(
        ("#DDEBFA", "#1D4E89"),
        ("#FBE3DC", "#8C3A21"),
        ("#E5E0F8", "#4B3A93"),
        ("#E6EBD2", "#55601A"),
        ("#FBEBCB", "#7A5310"),
        ("#F9DDEA", "#8A2A5B"),
        ("#D9EFF1", "#17616A"),
        ("#ECE7DF", "#5C5040"),
    ),
    badges=_BADGES,
)

DARK = Tokens(
    name="dark",
    rail="#0E1311",
    rail_sel="#22302A",
    rail_text="#8FA39A",
    rail_on="#F2F5F3",
    rail_badge="#58CFA2",
    rail_badge_t="#06231A",
    canvas="#161816",
    surface="#1C1F1D",
    sunken="#262A27",
    well="#111312",
    hover="#252926",
    selected="#1F3A30",
    border="#2D322F",
    border2="#434A46",
    field="#717873",
    text="#EDEEEB",
    text2="#BBBFBA",
    text3="#9BA19B",
    accent="#3FB68B",
    accent_h="#53C79C",
    on_accent="#05241A",
    soft="#1B352B",
    accent_t="#6FD6AE",
    red="#FF9A8D",
    red_s="#43201C",
    amber="#F0BE6A",
    amber_s="#3B2D13",
    blue="#8FBCFF",
    blue_s="#1B2D49",
    violet="#C3A9FF",
    violet_s="#2E2447",
    grey="#B5B9B3",
    grey_s="#2B2F2C",
    note="#2A2618",
    note_b="#5A4E28",
    scrim="#A0000000",
    shadow="#99000000",
    on_badge="#FFFFFF",
    avatars=(
        ("#20364F", "#A9CFFA"),
        ("#4A2A20", "#F5B49E"),
        ("#322B57", "#C9BDFB"),
        ("#343A1E", "#CBD892"),
        ("#463617", "#EFCB86"),
        ("#4A2338", "#F3A9CD"),
        ("#173D42", "#94DAE3"),
        ("#3A352D", "#D9CBB4"),
    ),
    badges=_BADGES,
)


def more_contrast(tokens: Tokens) -> Tokens:
    """The same set for who asked the system for more contrast: no faint text, and lines that are seen at once."""
    return tokens._replace(
        text2=tokens.text,
        text3=tokens.text,
        grey=tokens.text,
        rail_text=tokens.rail_on,
        border=tokens.field,
        border2=tokens.text,
        field=tokens.text,
    )
