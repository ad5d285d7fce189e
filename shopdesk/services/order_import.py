"""Takes files of orders in: looked at first, then staged aside in short transactions and written in one step."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from shopdesk.domain.changes import Changes
from shopdesk.domain.control import SimpleControl
from shopdesk.domain.errors import DatabaseBusy, InputRefused, OrderFileEmpty, OrderFileUnknown
from shopdesk.domain.order import number_key
from shopdesk.domain.order_import import ColumnMapping, OrderImportDone, OrderPreview
from shopdesk.services.order_presets import PresetShelf, mapping_of, mapping_text, signature
from shopdesk.services.order_rows import RowReader
from shopdesk.services.order_tables import OrderTable, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import tzinfo

    from shopdesk.domain.control import Control
    from shopdesk.domain.order import Order
    from shopdesk.services.order_presets import Preset
    from shopdesk.services.ports import Clock, Store, Work

_CHUNK = 250
"""Orders in one transaction: some milliseconds, so that nobody waits for an import."""
_TRIES = 3
_MAPPING = "orders.mapping."


class OrderImport:
    """The way of a file into the database."""

    def __init__(self, store: Store, clock: Clock, shelf: PresetShelf) -> None:
        self._store = store
        self._clock = clock
        self._shelf = shelf

    def preview(
        self,
        name: str,
        content: bytes,
        preset: str | None = None,
        mapping: ColumnMapping | None = None,
        control: Control | None = None,
    ) -> OrderPreview:
        """What a file would bring. In: its name and bytes; a preset's key, or a mapping, instead of what its headers
        tell. A file whose numbers nobody can name comes back without orders, for a person to map.

        Raises `OrderFileRefused` and its kin, `InputRefused` for an unknown preset, `Cancelled`.
        """
        control = control or SimpleControl()
        control.report(0, 0)
        table = read_table(content, self._shelf.known_headers, control)
        chosen, columns = self._chosen(table, preset, mapping)
        found = RowReader(table, columns, chosen, self._zone()).found(control)
        preview = OrderPreview(
            name,
            sha256(content).hexdigest(),
            table.headers,
            columns,
            found,
            encoding=table.encoding,
            separator=table.separator,
            title=chosen.title if columns.preset else "",
        )
        added, changed, same = self._compared(preview, control)
        return replace(preview, added=added, changed=changed, same=same)

    def apply(self, preview: OrderPreview, control: Control | None = None) -> OrderImportDone:
        """Write what a preview found: all of it or, when it is stopped or fails, nothing.

        Raises `OrderFileUnknown`, `OrderFileEmpty`, `Cancelled`.
        """
        if not preview.is_known:
            raise OrderFileUnknown
        if not preview.found.orders:
            raise OrderFileEmpty
        for _ in range(_TRIES):
            done = self._written(preview, control or SimpleControl())
            if done is not None:
                return done
        raise DatabaseBusy("other imports go on at the same time")

    # --- what the columns mean -------------------------------------------------------------------------------

    def _chosen(
        self, table: OrderTable, preset: str | None, mapping: ColumnMapping | None
    ) -> tuple[Preset, ColumnMapping]:
        if mapping is not None:
            return self._shelf.get(mapping.preset) or self._shelf.own, mapping
        if preset is not None:
            named = self._shelf.get(preset)
            if named is None:
                known = ", ".join(one.key for one in self._shelf.presets)
                raise InputRefused("preset", f"is not known; there are {known}")
            return named, named.mapping(table.headers)
        with self._store.reading() as work:
            kept = mapping_of(work.settings.get(_MAPPING + signature(table.headers)))
        if kept is not None:
            return self._shelf.get(kept.preset) or self._shelf.own, kept
        seen = self._shelf.recognised(table.headers)
        if seen is not None:
            return seen, seen.mapping(table.headers)
        return self._shelf.own, self._shelf.guessed(table.headers)

    def _is_own(self, preview: OrderPreview) -> bool:
        """Whether somebody chose the columns otherwise than they are found by themselves."""
        seen = self._shelf.recognised(preview.headers)
        usual = seen.mapping(preview.headers) if seen is not None else self._shelf.guessed(preview.headers)
        return usual != preview.mapping

    def _zone(self) -> tzinfo:
        zone = self._clock.now().astimezone().tzinfo
        return zone if zone is not None else self._clock.now().tzinfo  # type: ignore[return-value]  # never naive

    # --- what is known ---------------------------------------------------------------------------------------

    def _compared(self, preview: OrderPreview, control: Control) -> tuple[int, int, int]:
        added = changed = 0
        for orders in _chunks(preview.found.orders):
            control.stop_if_cancelled()
            with self._store.reading() as work:
                laid = _laid_over(work, orders, partial=preview.found.partial)
            added += sum(before is None for before, _ in laid)
            changed += sum(before is not None and before != after for before, after in laid)
        return added, changed, len(preview.found.orders) - added - changed

    def _written(self, preview: OrderPreview, control: Control) -> OrderImportDone | None:
        """None when another import came in between: what was compared is old then, or what was staged is swept."""
        with self._store.writing() as work:
            version, run = work.orders.version(), work.orders.begin_staging()
        try:
            added, changed = self._staged(run, preview, control)
            with self._store.writing() as work:
                control.stop_if_cancelled()
                if work.orders.version() != version or work.orders.staged(run) != added + changed:
                    return None
                if added or changed:
                    work.orders.swap(run)
                    work.touched(Changes(orders=True))
                if self._is_own(preview):
                    work.settings.save(_MAPPING + signature(preview.headers), mapping_text(preview.mapping))
        finally:
            with self._store.writing() as work:
                work.orders.unstage(run)
        return OrderImportDone(added, changed, len(preview.found.orders) - added - changed, preview.found.refused)

    def _staged(self, run: int, preview: OrderPreview, control: Control) -> tuple[int, int]:
        added = changed = done = 0
        at, total = self._clock.now(), len(preview.found.orders)
        for orders in _chunks(preview.found.orders):
            control.stop_if_cancelled()
            control.report(done, total)
            with self._store.writing() as work:
                laid = _laid_over(work, orders, partial=preview.found.partial)
                work.orders.stage(run, [after for before, after in laid if before != after], at)
            added += sum(before is None for before, _ in laid)
            changed += sum(before is not None and before != after for before, after in laid)
            done += len(orders)
        control.report(total, total)
        return added, changed


def _chunks(orders: Sequence[Order]) -> Iterator[Sequence[Order]]:
    for start in range(0, len(orders), _CHUNK):
        yield orders[start : start + _CHUNK]


def _laid_over(work: Work, orders: Sequence[Order], *, partial: bool) -> list[tuple[Order | None, Order]]:
    """Pairs of what is known of each order, and what it is with the file laid over it."""
    known = work.orders.known(orders[0].market, [number_key(order.number) for order in orders])
    pairs = ((known.get(number_key(order.number)), order) for order in orders)
    return [(before, order if before is None else before.merged(order, partial=partial)) for before, order in pairs]
