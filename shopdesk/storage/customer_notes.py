"""What the shop wrote down about customers: notes, unfinished notes, tags."""

from datetime import datetime

from shopdesk.domain.customer_note import CustomerBefore, CustomerDraft, CustomerNote
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import CustomerId, CustomerNoteId
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import micros, micros_or_none, moment, moment_or_none

_NOTE = "id, customer_id, text, created_at, edited_at, author"
NOTES = f"SELECT {_NOTE} FROM customer_note WHERE customer_id = ? ORDER BY created_at DESC, id DESC"
TAGS = "SELECT tag FROM customer_tag WHERE customer_id = ? ORDER BY added_at, tag"
KNOWN_TAGS = "SELECT tag FROM customer_tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ?"


class CustomerNoteTable:
    """Notes, drafts and tags; fits `ports.CustomerNoteRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def of(self, customer: CustomerId) -> list[CustomerNote]:
        """All notes on a customer, newest first."""
        return [_note_of(row) for row in self._database.rows(NOTES, (customer,))]

    def get(self, note: CustomerNoteId) -> CustomerNote:
        """One note; raises `NotFound`."""
        row = self._database.row(f"SELECT {_NOTE} FROM customer_note WHERE id = ?", (note,))
        if row is None:
            raise NotFound(f"note {note}")
        return _note_of(row)

    def add(self, customer: CustomerId, text: str, author: str, at: datetime) -> CustomerNoteId:
        """Write a new note; returns its number."""
        row = self._database.row(
            "INSERT INTO customer_note (customer_id, text, author, created_at) VALUES (?, ?, ?, ?) RETURNING id",
            (customer, storable(text), storable(author), micros(at)),
        )
        if row is None:
            raise NotFound(f"customer {customer}")
        return CustomerNoteId(row[0])

    def save(self, note: CustomerNote) -> None:
        """Write a note as it is, also one that was taken away."""
        self._database.run(
            f"INSERT OR REPLACE INTO customer_note ({_NOTE}) VALUES (?, ?, ?, ?, ?, ?)",
            (
                note.id,
                note.customer_id,
                storable(note.text),
                micros(note.created_at),
                micros_or_none(note.edited_at),
                storable(note.author),
            ),
        )

    def remove(self, note: CustomerNoteId) -> None:
        """Take a note away; no error when it is gone."""
        self._database.run("DELETE FROM customer_note WHERE id = ?", (note,))

    def tags_of(self, customer: CustomerId) -> list[str]:
        """The tags of a customer in the order in which they were given."""
        return [row[0] for row in self._database.rows(TAGS, (customer,))]

    def tag_given(self, customer: CustomerId, tag: str) -> datetime | None:
        """When a customer was given a tag, None when they do not have it."""
        statement = "SELECT added_at FROM customer_tag WHERE customer_id = ? AND tag = ?"
        return moment_or_none(self._database.value(statement, (customer, storable(tag))))

    def set_tag(self, customer: CustomerId, tag: str, given: datetime | None) -> None:
        """Give a customer a tag, or (None) take it; the same word in another case is the same tag."""
        if given is not None:
            statement = "INSERT OR IGNORE INTO customer_tag (customer_id, tag, added_at) VALUES (?, ?, ?)"
            self._database.run(statement, (customer, storable(tag), micros(given)))
        else:
            self._database.run("DELETE FROM customer_tag WHERE customer_id = ? AND tag = ?", (customer, storable(tag)))

    def known_tags(self, limit: int) -> list[str]:
        """Tags that customers have, the most used ones first."""
        return [row[0] for row in self._database.rows(KNOWN_TAGS, (limit,))]

    def drafts_of(self, customer: CustomerId) -> list[CustomerDraft]:
        """Unfinished notes on a customer."""
        statement = "SELECT text, note_id FROM customer_draft WHERE customer_id = ? ORDER BY note_id"
        rows = self._database.rows(statement, (customer,))
        return [CustomerDraft(text, CustomerNoteId(note) if note else None) for text, note in rows]

    def save_draft(self, customer: CustomerId, draft: CustomerDraft) -> None:
        """Keep an unfinished note, or forget it when its text is empty."""
        if draft.text:
            self._database.run(
                "INSERT OR REPLACE INTO customer_draft (customer_id, note_id, text) VALUES (?, ?, ?)",
                (customer, draft.note or 0, storable(draft.text)),
            )
        else:
            statement = "DELETE FROM customer_draft WHERE customer_id = ? AND note_id = ?"
            self._database.run(statement, (customer, draft.note or 0))

    def restore(self, before: CustomerBefore) -> None:
        """Bring notes and tags back as they were; nothing for a customer who is gone with the last mailbox."""
        if self._database.value("SELECT 1 FROM customer WHERE id = ?", (before.customer_id,)) is None:
            return
        for number, note in before.notes:
            if note is None:
                self.remove(number)
            else:
                self.save(note)
        for tag, given in before.tags:
            self.set_tag(before.customer_id, tag, given)
        for other in before.others:
            self.restore(other)


def _note_of(row: Row) -> CustomerNote:
    return CustomerNote(
        id=row[0],
        customer_id=row[1],
        text=row[2],
        created_at=moment(row[3]),
        edited_at=moment_or_none(row[4]),
        author=row[5],
    )
