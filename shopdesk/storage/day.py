"""The lists of the day, and what the desk knows for them."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from shopdesk.domain.day import DayFigures, DayKind, DayNote, DayRecord, Handed, NoteKind, OwnItem, Run, Tick, Walk
from shopdesk.domain.ids import AgentId, ConversationId
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, micros_or_none, moment, moment_or_none

_OWN = "id, kind, title, weekdays, starts, ends, required, reorder_at, starter"
_RUN = "day, kind, begun_at, begun_by, closed_at, closed_by, walk"
_NOTE = "id, day, kind, text, by, written_at, to_agent, read_at, read_by"


class DayTable:
    """Runs, ticks, notes and own items; fits `day_ports.DayRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    # --- the shop's own items -----------------------------------------------------------------------------

    def own_items(self) -> Sequence[OwnItem]:
        """Those that were not taken away, in the order in which they were made."""
        return [_own(row) for row in self._database.rows(f"SELECT {_OWN} FROM own_item WHERE removed = 0 ORDER BY id")]

    def known_starters(self) -> frozenset[str]:
        """Keys of items that came with the program, also of those that were taken away."""
        return frozenset(row[0] for row in self._database.rows("SELECT starter FROM own_item WHERE starter <> ''"))

    def save_own(self, item: OwnItem) -> int:
        """Write a new (id 0) or known one; returns its number."""
        values = (
            item.kind.value, storable(item.title), ",".join(map(str, item.weekdays)), _day_text(item.starts),
            _day_text(item.ends), int(item.required), item.reorder_at, item.starter,
        )  # fmt: skip
        if item.id:
            self._database.run(
                "UPDATE own_item SET kind = ?, title = ?, weekdays = ?, starts = ?, ends = ?, required = ?,"
                " reorder_at = ?, starter = ? WHERE id = ?",
                (*values, item.id),
            )
            return item.id
        columns = _OWN.removeprefix("id, ")
        rows = self._database.rows(
            f"INSERT INTO own_item ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", values
        )
        return int(rows[0][0])

    def remove_own(self, item: int) -> None:
        """Take one off all lists to come; what was ticked stays in the history."""
        self._database.run("UPDATE own_item SET removed = 1 WHERE id = ?", (item,))

    # --- runs -----------------------------------------------------------------------------------------------

    def run(self, day: date, kind: DayKind) -> Run | None:
        """A list of a day without its items; None when nobody began it."""
        row = self._database.row(
            f"SELECT {_RUN} FROM day_run WHERE day = ? AND kind = ?", (day.isoformat(), kind.value)
        )
        return None if row is None else _run(row)

    def begin(self, day: date, kind: DayKind, at: datetime, by: str) -> None:
        """Begin a list; one that was begun stays as it is."""
        self._database.run(
            "INSERT OR IGNORE INTO day_run (day, kind, begun_at, begun_by) VALUES (?, ?, ?, ?)",
            (day.isoformat(), kind.value, micros(at), storable(by)),
        )

    def close(self, day: date, kind: DayKind, at: datetime, by: str, report: str) -> None:
        """Write that a list is closed."""
        self._database.run(
            "UPDATE day_run SET closed_at = ?, closed_by = ?, report = ?, walk = '' WHERE day = ? AND kind = ?",
            (micros(at), storable(by), report, day.isoformat(), kind.value),
        )

    def save_walk(self, day: date, kind: DayKind, walk: Walk | None) -> None:
        """Remember what somebody goes through, or (None) that they are done."""
        text = "" if walk is None else json.dumps([walk.key, list(walk.conversations)])
        self._database.run(
            "UPDATE day_run SET walk = ? WHERE day = ? AND kind = ?", (text, day.isoformat(), kind.value)
        )

    def records(self, limit: int) -> Sequence[DayRecord]:
        """Days that have a list, the newest first."""
        rows = self._database.rows(
            "SELECT day, min(begun_at), max(iif(kind = 'wrap_up', closed_at, NULL)),"
            " max(iif(kind = 'wrap_up', closed_by, '')), max(iif(kind = 'wrap_up', report, '')),"
            " (SELECT count(*) FROM day_tick t WHERE t.day = r.day AND t.kind = 'morning')"
            " FROM day_run r GROUP BY day ORDER BY day DESC LIMIT ?",
            (limit,),
        )
        return [_record(row) for row in rows]

    # --- ticks ----------------------------------------------------------------------------------------------

    def ticks(self, day: date, kind: DayKind) -> Mapping[str, Tick]:
        """What was seen to, by key."""
        rows = self._database.rows(
            "SELECT item, at, by, automatic, amount FROM day_tick WHERE day = ? AND kind = ?",
            (day.isoformat(), kind.value),
        )
        return {key: Tick(key, moment(at), by, bool(auto), amount) for key, at, by, auto, amount in rows}

    def tick(self, day: date, kind: DayKind, tick: Tick) -> None:
        """Write that an item is seen to."""
        self._database.run(
            "INSERT OR REPLACE INTO day_tick (day, kind, item, at, by, automatic, amount) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                day.isoformat(), kind.value, tick.key, micros(tick.at), storable(tick.by), int(tick.automatic),
                tick.amount,
            ),
        )  # fmt: skip

    def untick(self, day: date, kind: DayKind, key: str) -> None:
        """It is not seen to after all."""
        self._database.run(
            "DELETE FROM day_tick WHERE day = ? AND kind = ? AND item = ?", (day.isoformat(), kind.value, key)
        )

    # --- what was handed over, and notes --------------------------------------------------------------------

    def handed(self, day: date) -> Mapping[ConversationId, Handed]:
        """What was handed over at the end of a day."""
        rows = self._database.rows(
            "SELECT conversation_id, agent_id, at FROM handed_over WHERE day = ?", (day.isoformat(),)
        )
        return {number: Handed(number, AgentId(agent), moment(at)) for number, agent, at in rows}

    def hand_over(self, day: date, conversations: Sequence[ConversationId], agent: AgentId, at: datetime) -> None:
        """Write that somebody goes on with conversations."""
        rows = [(day.isoformat(), number, agent, micros(at)) for number in conversations]
        self._database.insert("INSERT OR REPLACE INTO handed_over (day, conversation_id, agent_id, at)", rows)

    def take_back(self, conversations: Sequence[ConversationId]) -> None:
        """They were not handed over after all."""
        self._database.run(
            "DELETE FROM handed_over WHERE conversation_id IN (SELECT value FROM json_each(?))",
            (id_list(conversations),),
        )

    def notes(self, day: date | None = None, kind: NoteKind | None = None) -> Sequence[DayNote]:
        """Notes of a day (None: all), of a kind, the newest first."""
        rows = self._database.rows(
            f"SELECT {_NOTE} FROM day_note WHERE (?1 IS NULL OR day = ?1) AND (?2 IS NULL OR kind = ?2)"
            " ORDER BY written_at DESC, id DESC LIMIT 500",
            (_day_text(day), kind.value if kind else None),
        )
        return [_note(row) for row in rows]

    def unread_notes(self, before: date) -> Sequence[DayNote]:
        """Notes for a morning that were written on days before this one and that nobody read, the oldest first."""
        rows = self._database.rows(
            f"SELECT {_NOTE} FROM day_note INDEXED BY day_note_unread"
            " WHERE read_at IS NULL AND kind = 'morning' AND day < ? ORDER BY written_at, id",
            (before.isoformat(),),
        )
        return [_note(row) for row in rows]

    def save_note(self, note: DayNote) -> None:
        """Write a new (id 0) or known one; a text of nothing takes it away."""
        self._database.run("DELETE FROM day_note WHERE id = ?", (note.id,))
        if note.text:
            self._database.run(
                f"INSERT INTO day_note ({_NOTE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    note.id or None, note.day.isoformat(), note.kind.value, storable(note.text), storable(note.by),
                    micros(note.written_at), note.to, micros_or_none(note.read_at), storable(note.read_by),
                ),
            )  # fmt: skip

    def read_notes(self, before: date, at: datetime | None, by: str, since: datetime | None = None) -> None:
        """Write that the notes of the days before this one were read; without `at`: those read since were not."""
        if at is None:
            self._database.run(
                "UPDATE day_note SET read_at = NULL, read_by = '' WHERE kind = 'morning' AND day < ? AND read_at >= ?",
                (before.isoformat(), micros_or_none(since)),
            )
            return
        self._database.run(
            "UPDATE day_note SET read_at = ?, read_by = ? WHERE read_at IS NULL AND kind = 'morning' AND day < ?",
            (micros(at), storable(by), before.isoformat()),
        )


def _own(row: Row) -> OwnItem:
    number, kind, title, weekdays, starts, ends, required, reorder_at, starter = row
    days = tuple(int(one) for one in weekdays.split(",") if one)
    return OwnItem(
        number, DayKind(kind), title, days, _day(starts), _day(ends), bool(required), reorder_at, starter
    )


def _run(row: Row) -> Run:
    day, kind, begun_at, begun_by, closed_at, closed_by, walk = row
    found = None
    if walk:
        key, conversations = json.loads(walk)
        found = Walk(key, tuple(ConversationId(one) for one in conversations))
    return Run(
        date.fromisoformat(day), DayKind(kind), (), moment(begun_at), begun_by, moment_or_none(closed_at), closed_by,
        found,
    )  # fmt: skip


def _record(row: Row) -> DayRecord:
    day, begun_at, closed_at, closed_by, report, ticked = row
    told = json.loads(report) if report else {}
    figures = DayFigures(**told.get("figures", {}))
    return DayRecord(
        date.fromisoformat(day),
        morning_done=ticked,
        morning_items=max(told.get("items", 0), ticked),
        begun_at=moment_or_none(begun_at),
        closed_at=moment_or_none(closed_at),
        closed_by=closed_by,
        figures=figures,
        missed=tuple(told.get("missed", ())),
    )


def _note(row: Row) -> DayNote:
    number, day, kind, text, by, written_at, to, read_at, read_by = row
    return DayNote(
        number, date.fromisoformat(day), NoteKind(kind), text, by, moment(written_at), to, moment_or_none(read_at),
        read_by,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
