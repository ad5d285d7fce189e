"""Drafts and their files."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Blank, Draft, DraftFile, DraftKind, DraftPicture
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import ConversationId, DraftFileId, DraftId, MailboxId, MessageId
from shopdesk.domain.message import Address
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, moment

_COLUMNS = "id, conversation_id, mailbox_id, content, saved_at"
_FILE = "id, name, media_type, size"


class DraftTable:
    """Unfinished replies; fits `sending_ports.DraftRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> list[Draft]:
        """Every draft, the newest first."""
        return [self._draft(row) for row in self._database.rows(f"SELECT {_COLUMNS} FROM draft ORDER BY saved_at DESC")]

    def get(self, draft: DraftId) -> Draft:
        """One draft; raises `NotFound`."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM draft WHERE id = ?", (draft,))
        if row is None:
            raise NotFound(f"draft {draft}")
        return self._draft(row)

    def of(self, conversation: ConversationId, *, note: bool = False) -> Draft | None:
        """The draft of a conversation, or of its next note."""
        statement = f"SELECT {_COLUMNS} FROM draft WHERE conversation_id = ? AND is_note = ?"
        row = self._database.row(statement, (conversation, int(note)))
        return None if row is None else self._draft(row)

    def save(self, draft: Draft, at: datetime) -> DraftId:
        """Write a draft, a new one when its id is 0 (or gone); the newer of two for one conversation stays."""
        note = int(draft.kind is DraftKind.NOTE)
        if draft.conversation_id is not None:
            statement = "DELETE FROM draft WHERE conversation_id = ? AND is_note = ? AND id <> ?"
            self._database.run(statement, (draft.conversation_id, note, draft.id))
        row = self._database.row(
            "INSERT INTO draft (id, conversation_id, mailbox_id, is_note, content, saved_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET conversation_id = excluded.conversation_id, is_note = excluded.is_note,"
            " mailbox_id = excluded.mailbox_id, content = excluded.content, saved_at = excluded.saved_at RETURNING id",
            (draft.id or None, draft.conversation_id, draft.mailbox_id, note, written(draft), micros(at)),
        )
        return DraftId(row[0] if row else 0)

    def remove(self, draft: DraftId, *, keep_files: bool = False) -> None:
        """Forget a draft; no error when it is gone."""
        self._database.run("DELETE FROM draft WHERE id = ?", (draft,))
        if not keep_files:
            self._database.run("DELETE FROM draft_file WHERE draft_id = ?", (draft,))

    def add_file(self, draft: DraftId, name: str, media_type: str, content: bytes) -> DraftFile:
        """Keep a file for a draft."""
        row = self._database.row(
            "INSERT INTO draft_file (draft_id, name, media_type, size, content) VALUES (?, ?, ?, ?, ?)"
            f" RETURNING {_FILE}",
            (draft, storable(name), storable(media_type), len(content), content),
        )
        if row is None:
            raise NotFound(f"draft {draft}")
        return DraftFile(*row)

    def content(self, file: DraftFileId) -> bytes:
        """The bytes of a file; raises `NotFound`."""
        found = self._database.value("SELECT content FROM draft_file WHERE id = ?", (file,))
        if found is None:
            raise NotFound(f"file {file}")
        return bytes(found)

    def remove_files(self, files: Sequence[DraftFileId]) -> None:
        """Forget files."""
        self._database.run("DELETE FROM draft_file WHERE id IN (SELECT value FROM json_each(?))", (id_list(files),))

    def written(self, draft: Draft) -> str:
        """A draft as text, to be kept elsewhere."""
        return written(draft)

    def read_back(self, text: str) -> Draft:
        """The draft of such a text, with the files that are still kept for it."""
        draft = read_back(text)
        return replace(draft, files=self._files(draft.id))

    def _files(self, draft: DraftId) -> tuple[DraftFile, ...]:
        statement = f"SELECT {_FILE} FROM draft_file WHERE draft_id = ? ORDER BY id"
        return tuple(DraftFile(*file) for file in self._database.rows(statement, (draft,)))

    def _draft(self, row: Row) -> Draft:
        conversation = None if row[1] is None else ConversationId(row[1])
        return replace(
            read_back(row[3]),
            id=DraftId(row[0]),
            conversation_id=conversation,
            mailbox_id=MailboxId(row[2]),
            files=self._files(DraftId(row[0])),
            saved_at=moment(row[4]),
        )


def written(draft: Draft) -> str:
    """A draft as text; its files are not in it."""
    fields = asdict(replace(draft, files=(), saved_at=None))
    return storable(json.dumps(fields, ensure_ascii=False))


def read_back(text: str) -> Draft:
    """A draft from its text, without its files."""
    fields: dict[str, Any] = json.loads(text)

    def people(name: str) -> tuple[Address, ...]:
        return tuple(Address(**one) for one in fields[name])

    answers, sender, state = fields["answers"], fields["sender"], fields["next_state"]
    return Draft(
        **{
            **fields,
            "kind": DraftKind(fields["kind"]),
            "to": people("to"),
            "cc": people("cc"),
            "bcc": people("bcc"),
            "sender": None if sender is None else Address(**sender),
            "blanks": tuple(Blank(**blank) for blank in fields["blanks"]),
            "files": (),
            "answers": None if answers is None else MessageId(answers),
            "template_ids": tuple(fields["template_ids"]),
            "dismissed": tuple(fields.get("dismissed", ())),
            "pictures": tuple(DraftPicture(**one) for one in fields.get("pictures", ())),
            "inline": tuple(fields.get("inline", ())),
            "next_state": None if state is None else ConversationState(state),
            "saved_at": None,
        }
    )
