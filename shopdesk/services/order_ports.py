"""The door to orders; storage fits it by shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from shopdesk.domain.ids import OrderId
    from shopdesk.domain.order import Order
    from shopdesk.domain.order_import import OrderFile


class OrderRepository(Protocol):
    """Orders by number and by the customer's address."""

    @property
    def rests(self) -> OrderRestRepository: ...
    def get(self, order: OrderId) -> Order:
        """Raises `NotFound`."""

    def numbered(self, keys: Sequence[str]) -> Sequence[Order]:
        """Orders of any market under these `number_key`s, newest first."""

    def of_addresses(self, keys: Sequence[str], limit: int) -> Sequence[Order]:
        """Orders under these `address_key`s, newest first."""

    def named(self, names: Sequence[str], limit: int) -> Sequence[Order]:
        """Orders with a telephone number that were placed under any of some names, newest first."""

    def of_user(self, market: str, user: str, limit: int) -> Sequence[Order]:
        """Orders that an account at a marketplace placed, newest first."""

    def known(self, market: str, keys: Sequence[str]) -> Mapping[str, Order]:
        """By `number_key` those that are here."""

    def newest(self, limit: int, *, only_open: bool = False) -> Sequence[Order]: ...
    def count(self) -> int: ...
    def forget(self, keys: Sequence[str]) -> int:
        """Take away the orders under these `address_key`s; returns how many went."""

    def version(self) -> int:
        """Another number after every import."""

    def begin_staging(self) -> int:
        """Forget what was staged before; returns the number of a new run."""

    def stage(self, run: int, orders: Sequence[Order], at: datetime) -> None: ...
    def staged(self, run: int) -> int:
        """How many orders of a run are prepared."""

    def swap(self, run: int) -> None:
        """Write all that was staged in a run."""

    def unstage(self, run: int) -> None: ...
    def file(self, sha256: str) -> OrderFile | None: ...
    def note_file(self, file: OrderFile) -> None: ...
    def files(self, limit: int) -> Sequence[OrderFile]:
        """Newest first."""


class OrderRestRepository(Protocol):
    """Orders that are left alone until something about them changes."""

    def all(self) -> Mapping[tuple[OrderId, str], str]:
        """By order and reason the mark that the order had then."""

    def save(self, rests: Sequence[tuple[OrderId, str, str]], at: datetime) -> None: ...
    def remove(self, rests: Sequence[tuple[OrderId, str]]) -> None: ...


class FolderFiles(Protocol):
    """Files that appear in a folder."""

    def settled(self, folder: Path, endings: Sequence[str]) -> Sequence[tuple[Path, tuple[int, int]]]:
        """Complete files, oldest first, with what changes when they do; raises `OrderFolderMissing`."""

    def read(self, path: Path, limit: int) -> bytes:
        """At most one byte more than `limit`; raises `OrderFolderMissing`."""
