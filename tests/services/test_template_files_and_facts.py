"""What goes along with a template, who wrote it, when it is to be looked over, and values from outside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from shopdesk.domain.conversation import ConversationState
from shopdesk.domain.draft import Blank, Draft, DraftKind
from shopdesk.domain.errors import InputRefused, NotFound, OpenPlaceholder, TemplateFaulty
from shopdesk.domain.filling import PieceKind, text_of
from shopdesk.domain.ids import ConversationId, TemplateId
from shopdesk.domain.mailbox import Security, Server
from shopdesk.domain.template import ExtraValue, Template, TemplateFile, Variant
from shopdesk.domain.template_exchange import ExchangeFormat, ImportChoice, ImportState
from shopdesk.services.template_history import AGENT_SETTING
from shopdesk.services.templates import Templates
from tests.services.bench import Bench, mail
from tests.services.gaps import gaps_of

LEAFLET = TemplateFile("Leaflet — 说明.pdf", "application/pdf", 8, content=b"%PDF-1.7")


@pytest.fixture
def library(bench: Bench) -> Templates:
    return Templates(bench.shop.store, bench.clock)


def a_template(key: str = "late", body: str = "Hello", **more: object) -> Template:
    return Template(TemplateId(0), f"About {key}", key, (Variant("en", body),), **more)  # type: ignore[arg-type]


# --- files ----------------------------------------------------------------------------------------------------------


def test_a_file_stays_with_every_version_and_its_bytes_are_kept_once(library: Templates, bench: Bench) -> None:
    first = library.save(a_template(attachments=(LEAFLET,)))
    (kept,) = library.get(first).attachments
    assert (kept.name, kept.size, kept.content) == (LEAFLET.name, 8, b"")
    assert library.file(kept.content_id) == b"%PDF-1.7"
    second = library.save(a_template("other", attachments=(replace(LEAFLET, name="b.pdf"),)))
    assert library.get(second).attachments[0].content_id == kept.content_id
    library.save(replace(library.get(first), attachments=()))
    assert [one.attachments for one in library.versions(first)] == [(), (kept,)]
    library.save(library.versions(first)[1])
    assert library.get(first).attachments == (kept,)
    assert library.fill(first, None).files == (kept,)
    assert len(library.versions(first)) == 3
    library.save(replace(library.get(first), attachments=(LEAFLET,)))
    assert len({one.content_id for one in library.get(first).attachments}) == 1
    with pytest.raises(NotFound):
        library.file(99)


def test_files_have_a_limit_that_leaves_room_for_the_writers_own(library: Templates) -> None:
    large = TemplateFile("big.bin", "application/zip", 6 << 20, content=b"x" * (6 << 20))
    with pytest.raises(InputRefused, match="10 MB"):
        library.save(a_template(attachments=(large, large)))
    with pytest.raises(InputRefused, match="more than 20"):
        library.save(a_template(attachments=(LEAFLET,) * 21))


def test_json_carries_files_and_tables_name_them(library: Templates, bench: Bench) -> None:
    library.save(a_template(attachments=(LEAFLET,)))
    exported = library.export(ExchangeFormat.JSON)
    assert library.preview_import("t.json", exported).rows[0].state is ImportState.SAME
    assert LEAFLET.name in library.export(ExchangeFormat.CSV).decode()
    known = library.by_key("late")
    library.save(replace(known, attachments=()))
    preview = library.preview_import("t.json", exported)
    assert preview.rows[0].state is ImportState.CHANGED
    library.apply_import(preview, {"late": ImportChoice.THEIRS})
    assert library.by_key("late").attachments == known.attachments
    table = library.preview_import("t.csv", library.export(ExchangeFormat.CSV).replace(b"Hello", b"Hi"))
    library.apply_import(table, {"late": ImportChoice.THEIRS})
    assert library.by_key("late").attachments == known.attachments, "a table takes nothing away"


def test_files_come_into_a_shop_that_does_not_have_them(library: Templates) -> None:
    library.save(a_template(attachments=(LEAFLET,)))
    record = json.loads(library.export(ExchangeFormat.JSON))
    record["templates"][0]["key"] = "fresh"
    record["templates"][0]["files"][0]["content"] = "QUJD"
    library.apply_import(library.preview_import("t.json", json.dumps(record).encode()), {})
    assert library.file(library.by_key("fresh").attachments[0].content_id) == b"ABC"
    for wrong in ("no base64!", 5):
        record["templates"][0]["files"][0]["content"] = wrong
        (row,) = library.preview_import("t.json", json.dumps(record).encode()).rows
        assert row.state is ImportState.REFUSED


# --- who and when -----------------------------------------------------------------------------------------------------


def test_each_version_says_who_wrote_it_when(library: Templates, bench: Bench) -> None:
    saved = library.save(a_template())
    with bench.shop.store.writing() as work:
        work.settings.save(AGENT_SETTING, "Mei")
    bench.clock.advance(timedelta(hours=1))
    library.save(replace(library.get(saved), cc="boss@shop.example"))
    library.save(replace(library.get(saved), cc=""), by="Lin")
    now = bench.clock.now()
    assert [(one.changed_by, one.changed_at) for one in library.versions(saved)] == [
        ("Lin", now), ("Mei", now), ("", now - timedelta(hours=1)),
    ]  # fmt: skip


def test_templates_fall_due_for_review_the_most_used_first(library: Templates, bench: Bench) -> None:
    old, used, fresh = (library.save(a_template(key)) for key in ("old", "used", "fresh"))
    library.count_use([used])
    bench.clock.advance(timedelta(days=60))
    library.mark_reviewed(fresh)
    now = bench.clock.now()
    assert library.due_for_review(now + timedelta(days=29)) == []
    assert [one.id for one in library.due_for_review(now + timedelta(days=31))] == [used, old]
    library.mark_reviewed(used)
    assert [one.id for one in library.due_for_review(now + timedelta(days=31))] == [old]
    library.review_after(30)
    assert library.review_days() == 30
    assert [one.id for one in library.due_for_review(now)] == [old]


# --- values from outside ----------------------------------------------------------------------------------------------


def test_an_expired_fact_is_missing_with_its_reason_and_never_sent(bench: Bench) -> None:
    facts = [ExtraValue("facts.carrier", "DHL"), ExtraValue("facts.returns_until", "9 Jan", "expired")]

    def current(now: datetime) -> Sequence[ExtraValue]:
        assert now == bench.clock.now()
        return facts

    library = Templates(bench.shop.store, bench.clock, extra=current)
    saved = library.save(a_template(body="By {{ facts.carrier }} until {{ facts.returns_until }}."))
    filled = library.fill(saved, None)
    assert [(one.placeholder, one.why_missing) for one in filled.body if one.kind is PieceKind.MISSING] == [
        ("facts.returns_until", "expired")
    ]
    assert text_of(filled.body).startswith("By DHL until [facts.returns_until: expired]")
    (blank,) = gaps_of(filled.body)
    home = bench.comes(mail("a"))
    (mailbox,) = bench.shop.mailboxes.all()
    bench.shop.mailboxes.change(replace(mailbox, smtp=Server("127.0.0.1", 25, Security.NONE)))
    draft = replace(bench.shop.replies.start(home, DraftKind.REPLY), body=text_of(filled.body), blanks=(blank,))
    with pytest.raises(OpenPlaceholder, match="returns_until"):
        bench.shop.replies.queue(bench.shop.replies.save(draft))
    facts[1] = ExtraValue("facts.returns_until", "31 Jan {{ input.x }}")
    assert text_of(library.fill(saved, None).body) == "By DHL until 31 Jan {{ input.x }}."


def test_a_fact_that_nobody_knows_is_a_fault(bench: Bench) -> None:
    library = Templates(bench.shop.store, bench.clock, extra=lambda _: [ExtraValue("facts.carrier", "DHL")])
    assert library.check("{{ facts.carrier }}") == []
    assert [one.word for one in library.check("{{ facts.carier }}")] == ["facts.carier"]
    with pytest.raises(TemplateFaulty):
        library.save(a_template(body="{{ facts.carier }}"))


# --- what a template does when it is sent -----------------------------------------------------------------------------


@pytest.fixture
def home(bench: Bench) -> ConversationId:
    (mailbox,) = bench.shop.mailboxes.all()
    bench.shop.mailboxes.change(replace(mailbox, smtp=Server("127.0.0.1", 25, Security.NONE)))
    return bench.comes(mail("a"))


def sent_with(bench: Bench, home: ConversationId, template: Template, **more: object) -> tuple[Draft, int]:
    """A reply of a template in the outbox, as the composer makes it."""
    saved = bench.shop.templates.get(bench.shop.templates.save(template))
    draft = replace(
        bench.shop.replies.start(home, DraftKind.REPLY),
        body="A new one leaves today.",
        next_state=saved.next_state,
        follow_up_days=saved.follow_up_days,
        template_ids=(saved.id,),
        **more,  # type: ignore[arg-type]
    )
    kept = replace(draft, id=bench.shop.replies.save(draft))
    return kept, bench.shop.replies.queue(kept.id, hold_seconds=30)


@pytest.mark.parametrize(
    ("template", "state", "days"),
    [
        (a_template(next_state=ConversationState.DONE), ConversationState.DONE, None),
        (a_template(follow_up_days=3), ConversationState.SNOOZED, 3),
        (a_template(next_state=ConversationState.DONE, follow_up_days=5), ConversationState.SNOOZED, 5),
        (a_template(), ConversationState.WAITING, None),
    ],
)
def test_a_templates_state_and_follow_up_act_on_sending_and_undo_takes_all_back(
    bench: Bench, home: ConversationId, template: Template, state: ConversationState, days: int | None
) -> None:
    before = bench.row(home)
    draft, item = sent_with(bench, home, template)
    after = bench.row(home)
    assert after.state is state
    if days is not None:
        assert after.snoozed_until is not None
        local = after.snoozed_until.astimezone()
        assert (local.hour, (local.date() - bench.clock.now().astimezone().date()).days) == (9, days)
    back = bench.shop.replies.take_back(item)  # type: ignore[arg-type]
    assert bench.row(home) == before
    assert (back.body, back.template_ids, back.next_state, back.follow_up_days) == (
        draft.body, draft.template_ids, draft.next_state, draft.follow_up_days,
    )  # fmt: skip
    assert Blank(0, 0, "") not in back.blanks
    assert bench.shop.templates.get(TemplateId(draft.template_ids[0])).uses == 0, "it was not used after all"
