"""Templates on the disk: every field, every version, what is deleted, and the counters that tell of changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.errors import NotFound
from shopdesk.domain.ids import TemplateId
from shopdesk.domain.template import AskedInput, InputKind, Template, Variant
from shopdesk.storage.store import SqliteStore

NOW = datetime(2026, 11, 2, 8, tzinfo=UTC)
WHOLE = Template(
    TemplateId(0),
    "Late 包裹",
    "late",
    (Variant("en", "Hello\n{{ input.a }}", "Subject", "Title"), Variant("zh", "您好")),
    topic="shipping",
    tags=("a", "b"),
    cc="boss@shop.example",
    next_state=ConversationState.DONE,
    follow_up_days=0,
    inputs=(AskedInput("a", InputKind.CHOICE, "Label", ("x", "y"), "x"),),
    is_snippet=True,
    starter="late",
)


def test_every_field_comes_back(store: SqliteStore) -> None:
    with store.writing() as work:
        saved = work.templates.save(WHOLE, NOW, "Lin")
    with store.reading() as work:
        kept = replace(WHOLE, id=saved, changed_at=NOW, changed_by="Lin", reviewed_at=NOW)
        assert work.templates.get(saved) == kept
        assert work.templates.by_key("late") == kept
        assert list(work.templates.all()) == [kept]
        assert work.templates.starters() == {"late"}


def test_signs_that_no_database_takes_are_left_out(store: SqliteStore) -> None:
    odd = Template(TemplateId(0), "a\ud800b", "odd", (Variant("en", "x\x00y\udfff"),))
    with store.writing() as work:
        saved = work.templates.save(odd, NOW, "\ud800")
        kept = work.templates.get(saved)
    assert "\ud800" not in kept.name
    assert "\udfff" not in kept.variants[0].body


def test_versions_are_kept_and_the_newest_is_first(store: SqliteStore) -> None:
    with store.writing() as work:
        saved = work.templates.save(WHOLE, NOW, "Lin")
        later = NOW + timedelta(days=1)
        assert work.templates.save(replace(WHOLE, id=saved, name="Second"), later, "Wei") == saved
        newest, oldest = work.templates.versions(saved)
        assert (newest.name, newest.changed_by, newest.changed_at) == ("Second", "Wei", later)
        assert (oldest.name, oldest.changed_by, oldest.changed_at) == (WHOLE.name, "Lin", NOW)
        assert work.templates.versions(TemplateId(99)) == []


def test_a_deleted_one_is_out_of_sight_and_its_key_is_free(store: SqliteStore) -> None:
    with store.writing() as work:
        saved = work.templates.save(WHOLE, NOW, "")
        work.templates.delete(saved, NOW)
        assert work.templates.by_key("late") is None
        assert list(work.templates.all()) == []
        assert work.templates.get(saved).key == "late"
        assert work.templates.starters() == {"late"}
        other = work.templates.save(WHOLE, NOW, "")
        work.templates.delete(other, NOW)
        work.templates.restore(saved)
        assert [one.id for one in work.templates.all()] == [saved]
        with pytest.raises(NotFound, match="template 99"):
            work.templates.get(TemplateId(99))


def test_counters_tell_changes_and_uses_apart(store: SqliteStore) -> None:
    with store.writing() as work:
        assert work.templates.stamp() == (0, 0, 0)
        saved = work.templates.save(WHOLE, NOW, "")
        assert work.templates.stamp() == (0, 1, 0)
        work.templates.count_use([saved, TemplateId(99)])
        work.templates.count_use([])
        assert work.templates.stamp() == (0, 1, 1)
        assert work.templates.uses() == {saved: 1}
        assert work.templates.newest() == {saved: 1}
        assert [one.id for one in work.templates.some([saved, TemplateId(99)])] == [saved]
        work.templates.mark_reviewed(saved, NOW + timedelta(days=3))
        work.templates.delete(saved, NOW)
        work.templates.restore(saved)
        assert work.templates.stamp() == (1, 3, 1)
        assert work.templates.get(saved).reviewed_at == NOW + timedelta(days=3)
        assert work.templates.get(saved).uses == 1
