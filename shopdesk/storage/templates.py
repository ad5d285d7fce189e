"""Templates, their versions and what was deleted."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, TemplateFile, Variant
from shopdesk.storage.database import Row, ShopDatabase
from shopdesk.storage.storable import storable
from shopdesk.storage.values import id_list, micros, moment, moment_or_none

_REVIEWS, _CHANGES, _USES = "templates.reviews", "templates.changes", "templates.uses"
_COLUMNS = "id, content, uses, changed_at, changed_by, reviewed_at"


class TemplateTable:
    """The template library; fits `template_ports.TemplateRepository`."""

    def __init__(self, database: ShopDatabase) -> None:
        self._database = database

    def all(self) -> list[Template]:
        """Every template, by name."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM template WHERE deleted_at IS NULL ORDER BY name, id")
        return [_template(row) for row in rows]

    def get(self, template: TemplateId) -> Template:
        """One template, also a deleted one; raises `NotFound`."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM template WHERE id = ?", (template,))
        if row is None:
            raise NotFound(f"template {template}")
        return _template(row)

    def by_key(self, key: str) -> Template | None:
        """The template behind a key."""
        statement = f"SELECT {_COLUMNS} FROM template WHERE key = ? AND deleted_at IS NULL"
        row = self._database.row(statement, (storable(key),))
        return None if row is None else _template(row)

    def save(self, template: Template, at: datetime, by: str) -> TemplateId:
        """Write a template (a new one when its id is 0) and keep this version of it."""
        content = _written(replace(template, attachments=tuple(map(self._kept, template.attachments))))
        row = self._database.row(
            "INSERT INTO template (id, key, name, starter, content, changed_at, changed_by, reviewed_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET key = excluded.key, name = excluded.name,"
            " content = excluded.content, changed_at = excluded.changed_at, changed_by = excluded.changed_by,"
            " reviewed_at = excluded.reviewed_at, deleted_at = NULL RETURNING id",
            (
                template.id or None,
                storable(template.key),
                storable(template.name),
                storable(template.starter),
                content,
                micros(at),
                storable(by),
                micros(at),
            ),
        )
        saved = TemplateId(row[0] if row else 0)
        self._database.run(
            "INSERT INTO template_version (template_id, content, changed_at, changed_by) VALUES (?, ?, ?, ?)",
            (saved, content, micros(at), storable(by)),
        )
        self._bump(_CHANGES)
        return saved

    def versions(self, template: TemplateId) -> list[Template]:
        """What a template was, the newest first."""
        rows = self._database.rows(
            "SELECT template_id, content, 0, changed_at, changed_by, NULL FROM template_version"
            " WHERE template_id = ? ORDER BY id DESC",
            (template,),
        )
        return [_template(row) for row in rows]

    def delete(self, template: TemplateId, at: datetime) -> None:
        """Out of sight; drafts that used it stay as they are."""
        self._database.run("UPDATE template SET deleted_at = ? WHERE id = ?", (micros(at), template))
        self._bump(_CHANGES)

    def restore(self, template: TemplateId) -> None:
        """Back from deletion."""
        self._database.run("UPDATE template SET deleted_at = NULL WHERE id = ?", (template,))
        self._bump(_CHANGES)

    def mark_reviewed(self, template: TemplateId, at: datetime) -> None:
        """Somebody read it and found it right."""
        self._database.run("UPDATE template SET reviewed_at = ? WHERE id = ?", (micros(at), template))
        self._bump(_REVIEWS)

    def count_use(self, templates: Sequence[TemplateId], by: int = 1) -> None:
        """They were used once more; with -1 it was taken back."""
        if not templates:
            return
        statement = "UPDATE template SET uses = max(uses + ?, 0) WHERE id IN (SELECT value FROM json_each(?))"
        self._database.run(statement, (by, id_list(templates)))
        self._bump(_USES)

    def stamp(self) -> tuple[int, int, int]:
        """How often templates were reviewed, changed and used: the same as long as nothing is new."""
        names = (_REVIEWS, _CHANGES, _USES)
        rows = self._database.rows("SELECT key, value FROM setting WHERE key IN (?, ?, ?)", names)
        counts = {str(row[0]): int(row[1]) for row in rows}
        return counts.get(_REVIEWS, 0), counts.get(_CHANGES, 0), counts.get(_USES, 0)

    def newest(self) -> dict[TemplateId, int]:
        """The number of the newest version of every template that is not deleted."""
        statement = (
            "SELECT template_id, max(id) FROM template_version"
            " WHERE template_id IN (SELECT id FROM template WHERE deleted_at IS NULL) GROUP BY template_id"
        )
        return {TemplateId(row[0]): int(row[1]) for row in self._database.rows(statement)}

    def some(self, templates: Sequence[TemplateId]) -> list[Template]:
        """Templates by their numbers, by name."""
        statement = f"SELECT {_COLUMNS} FROM template WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, id"
        return [_template(row) for row in self._database.rows(statement, (id_list(templates),))]

    def uses(self) -> dict[TemplateId, int]:
        """How often templates were used; those that never were are not in it."""
        rows = self._database.rows("SELECT id, uses FROM template WHERE uses > 0")
        return {TemplateId(row[0]): int(row[1]) for row in rows}

    def _bump(self, counter: str) -> None:
        statement = "INSERT INTO setting VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = value + 1"
        self._database.run(statement, (counter,))

    def file(self, content_id: int) -> bytes:
        """The bytes of a template's file; raises `NotFound`."""
        content = self._database.value("SELECT content FROM template_file WHERE id = ?", (content_id,))
        if content is None:
            raise NotFound(f"file {content_id}")
        return bytes(content)

    def files_here(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """Which contents are here, by their SHA-256."""
        rows = self._database.rows(
            "SELECT sha256, id FROM template_file WHERE hex(sha256) IN (SELECT value FROM json_each(?))",
            (json.dumps([one.hex().upper() for one in digests]),),
        )
        return {bytes(row[0]): int(row[1]) for row in rows}

    def _kept(self, file: TemplateFile) -> TemplateFile:
        """A file with its bytes in the store; the same bytes are kept once."""
        if file.content_id:
            return file
        digest = sha256(file.content).digest()
        here = self.files_here([digest]).get(digest)
        if here is None:
            statement = "INSERT INTO template_file (sha256, content) VALUES (?, ?) RETURNING id"
            here = int(self._database.value(statement, (digest, file.content)) or 0)
        return replace(file, content_id=here, size=len(file.content), content=b"")

    def starters(self) -> frozenset[str]:
        """Names in the starter pack of everything that ever came from it, deleted or not."""
        return frozenset(row[0] for row in self._database.rows("SELECT starter FROM template WHERE starter <> ''"))


def _written(template: Template) -> str:
    fields = asdict(template)
    for file in fields["attachments"]:
        del file["content"]
    for name in ("id", "uses", "changed_at", "changed_by", "reviewed_at"):
        del fields[name]
    return storable(json.dumps(fields, ensure_ascii=False))


def _template(row: Row) -> Template:
    fields: dict[str, Any] = json.loads(row[1])
    state = fields["next_state"]
    inputs = [{**one, "kind": InputKind(one["kind"]), "choices": tuple(one["choices"])} for one in fields["inputs"]]
    return Template(
        **{
            **fields,
            "id": TemplateId(row[0]),
            "variants": tuple(Variant(**one) for one in fields["variants"]),
            "tags": tuple(fields["tags"]),
            "next_state": None if state is None else ConversationState(state),
            "inputs": tuple(AskedInput(**one) for one in inputs),
            "attachments": tuple(TemplateFile(**one) for one in fields.get("attachments", ())),
            "uses": row[2],
            "changed_at": moment(row[3]),
            "changed_by": row[4],
            "reviewed_at": moment_or_none(row[5]),
        }
    )
