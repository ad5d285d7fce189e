"""How long headers of mails that leave are parted into lines (RFC 5322, 2.2.3; RFC 2047)."""

import re
from email.header import Header
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UniqueAddressHeader, UniqueUnstructuredHeader
from email.policy import Policy
from email.utils import quote
from typing import cast

_LINE = 76
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


def own_headers() -> HeaderRegistry:
    """The library's headers, but for those that it breaks when a word in them is longer than a line: Message-IDs, as
    Outlook's are, and the commas between long addresses, as marketplaces have them, become encoded words."""
    headers = HeaderRegistry()
    for name in ("in-reply-to", "references"):
        headers.map_to_type(name, cast("type[BaseHeader]", _Ids))
    for name in ("from", "to", "cc"):
        headers.map_to_type(name, cast("type[BaseHeader]", _People))
    return headers


class _Ids(UniqueUnstructuredHeader):
    """Message-IDs, one on each line; the registry makes headers of it."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        """The header's lines."""
        return f"{self.name}: " + f"{policy.linesep} ".join(str(self).split()) + policy.linesep


class _People(UniqueAddressHeader):
    """Addresses, one on each line; the registry makes headers of it."""

    name: str

    def fold(self, *, policy: Policy) -> str:
        """The header's lines."""
        gap = f"{policy.linesep} "
        return f"{self.name}: " + f",{gap}".join(_person(one, gap) for one in self.addresses) + policy.linesep


def _person(address: Address, gap: str) -> str:
    if not address.display_name:
        return address.addr_spec
    name = _name(address.display_name, gap)
    fits = len(name.rpartition(gap)[2]) + len(address.addr_spec) < _LINE - len("From: <>")
    return f"{name}{' ' if fits else gap}<{address.addr_spec}>"


def _name(name: str, gap: str) -> str:
    if not name.isascii() or "=?" in name or len(name) > _LINE:
        return Header(name, "utf-8", maxlinelen=_LINE, header_name="From").encode(linesep=gap[:-1])
    return name if _ATOMS.fullmatch(name) else f'"{quote(name)}"'
