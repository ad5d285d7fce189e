"""The template library over its real storage: keep, find, fill, take back; values stay text to the last byte."""

from __future__ import annotations

import email
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.policy import default as mail_rules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopdesk.domain.draft import Draft, DraftKind
from shopdesk.domain.errors import DiskFull, InputRefused, NotFound, OpenPlaceholder, TemplateFaulty
from shopdesk.domain.filling import PieceKind, text_of
from shopdesk.domain.ids import ConversationId, DraftId, TemplateId
from shopdesk.domain.mailbox import FolderRole, ServerFolder
from shopdesk.domain.template import AskedInput, FaultKind, Fit, InputKind, Template, Variant
from shopdesk.services.liquid_text import clean
from shopdesk.services.templates import Templates
from tests.fakes.clock import StoppedClock
from tests.services.bench import Bench, a_mailbox, answer, mail
from tests.services.gaps import gaps_of

LIMIT = 0.1 if "coverage" not in sys.modules else 1.0
"""Seconds of the processor for one search; measuring coverage costs more than the search."""
MARKS = "\ue100\ue101\ue102"


@pytest.fixture
def library(bench: Bench) -> Templates:
    """An empty library of the bench's shop."""
    return Templates(bench.shop.store, bench.clock)


def a_template(key: str = "late", body: str = "Hello {{ customer.first_name }}", **more: object) -> Template:
    variants = more.pop("variants", (Variant("en", body, str(more.pop("subject", ""))),))
    name = more.pop("name", f"About {key}")
    return Template(TemplateId(0), str(name), key, variants, **more)  # type: ignore[arg-type]


# --- keeping ------------------------------------------------------------------------------------------------------


def test_a_template_is_kept_with_all_its_fields(library: Templates, bench: Bench) -> None:
    template = a_template(
        " /LATE ", "Hi\r\n{{ input.day | day }}\n", name="  Parcel  late ",
        tags=("a", " a ", "", "b"), topic="shipping",
        cc="boss@shop.example", follow_up_days=3, subject=" Your\nparcel ",
        inputs=(AskedInput("day", InputKind.DATE, "Day", ("x",), "2026-12-01"),),
    )  # fmt: skip
    saved = library.save(template, by="Lin")
    kept = library.get(saved)
    assert (kept.name, kept.key, kept.tags) == ("Parcel late", "late", ("a", "b"))
    assert kept.variants == (Variant("en", "Hi\n{{ input.day | day }}", "Your parcel"),)
    assert kept.inputs == template.inputs
    assert (kept.changed_by, kept.changed_at, kept.reviewed_at) == ("Lin", bench.clock.now(), bench.clock.now())
    assert library.by_key("/late") == library.by_key("／Late") == kept
    assert bench.heard[-1].templates


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"key": ""}, "key"),
        ({"key": "two words"}, "key"),
        ({"key": "x" * 41}, "key"),
        ({"variants": ()}, "text"),
        ({"variants": (Variant("en", " \n"),)}, "text"),
        ({"variants": (Variant("en", "x" * 100_001),)}, "text"),
        ({"variants": (Variant("", "x"),)}, "language"),
        ({"variants": (Variant("en", "x"), Variant("en_GB", "y"))}, "language"),
        ({"inputs": (AskedInput("size"),)}, "input"),
        ({"inputs": (AskedInput("A b"),)}, "input"),
        ({"inputs": (AskedInput("a"), AskedInput("a"))}, "input"),
        ({"follow_up_days": 400}, "follow-up days"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_field(
    library: Templates, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        library.save(replace(a_template(), **change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert library.all() == ()


def test_a_key_belongs_to_one_template(library: Templates) -> None:
    library.save(a_template())
    with pytest.raises(InputRefused, match="is taken by “About late”"):
        library.save(a_template(name="Another"))


def test_a_faulty_template_is_refused_with_language_place_and_word(library: Templates) -> None:
    faulty = a_template(variants=(Variant("en", "fine"), Variant("zh", "您好 {{ customer.wage }}")))
    with pytest.raises(TemplateFaulty) as refused:
        library.save(faulty)
    assert (refused.value.language, refused.value.start, refused.value.word) == ("zh", 6, "customer.wage")
    ((language, fault),) = library.faults(faulty)
    assert (language, fault.kind) == ("zh", FaultKind.UNKNOWN_PLACEHOLDER)


def test_snippets_that_call_each_other_are_refused(library: Templates) -> None:
    library.save(a_template("a", "a"))
    library.save(a_template("b", "{% render 'a' %}"))
    a = library.by_key("a")
    with pytest.raises(TemplateFaulty, match="b"):
        library.save(replace(a, variants=(Variant("en", "{% if customer.name %}{% render 'b' %}{% endif %}"),)))
    with pytest.raises(TemplateFaulty):
        library.save(a_template("self", "{% render 'self' %}"))


def test_every_version_is_kept_with_who_and_when(library: Templates, bench: Bench) -> None:
    saved = library.save(a_template(body="first"), by="Lin")
    bench.clock.advance(timedelta(days=1))
    library.save(replace(library.get(saved), variants=(Variant("en", "second"),)), by="Wei")
    library.save(library.get(saved), by="Nobody")
    newest, oldest = library.versions(saved)
    assert (newest.variants[0].body, newest.changed_by) == ("second", "Wei")
    assert (oldest.variants[0].body, oldest.changed_by) == ("first", "Lin")
    assert newest.changed_at != oldest.changed_at
    library.save(replace(oldest, id=saved), by="Wei")
    assert library.get(saved).variants[0].body == "first"
    assert len(library.versions(saved)) == 3


def test_deleting_and_bringing_back(library: Templates) -> None:
    saved = library.save(a_template())
    library.delete(saved)
    assert library.all() == ()
    assert library.get(saved).key == "late"
    with pytest.raises(NotFound):
        library.by_key("late")
    library.restore(saved)
    assert library.by_key("late").id == saved
    library.delete(saved)
    library.save(a_template(name="New one"))
    with pytest.raises(InputRefused, match="is taken by “New one”"):
        library.restore(saved)
    with pytest.raises(NotFound):
        library.get(TemplateId(999))


def test_a_review_has_its_day_and_uses_are_counted(library: Templates, bench: Bench) -> None:
    saved = library.save(a_template())
    other = library.save(a_template("other"))
    moment = bench.clock.advance(timedelta(days=9))
    library.mark_reviewed(saved)
    assert library.all()[0].reviewed_at == moment
    library.count_use([other])
    library.count_use([other, saved])
    library.count_use([])
    assert {one.key: one.uses for one in library.all()} == {"late": 1, "other": 2}
    assert [one.key for one in library.find("")] == ["other", "late"]
    assert library.save(replace(library.get(other), name="Renamed")) == other
    assert library.get(other).uses == 2


def test_a_new_name_leaves_the_old_names_in_other_languages_behind(library: Templates) -> None:
    saved = library.save(a_template(variants=(Variant("en", "x"), Variant("zh", "您", title="旧名"))))
    library.save(replace(library.get(saved), name="Other"))
    assert library.get(saved).titled("zh") == "Other"
    both = replace(library.get(saved), name="Third", variants=(Variant("en", "x"), Variant("zh", "您", title="新名")))
    library.save(both)
    assert library.get(saved).titled("zh_CN") == "新名"


def test_another_desk_sees_what_this_one_changed(library: Templates, bench: Bench) -> None:
    other = Templates(bench.shop.store, bench.clock)
    assert other.all() == ()
    saved = library.save(a_template())
    assert [one.id for one in other.all()] == [saved]
    library.delete(saved)
    assert other.all() == ()


# --- the starter pack -----------------------------------------------------------------------------------------------


def test_a_starter_gets_a_free_key_and_comes_once(bench: Bench) -> None:
    own = Templates(bench.shop.store, bench.clock)
    own.save(a_template("late", name="Ours"))
    given_out = []

    def pack() -> list[Template]:
        given_out.append(1)
        return [replace(a_template(key), starter=key) for key in ("late", "late-2", "new")]

    templates = Templates(bench.shop.store, bench.clock, pack)
    assert sorted(one.key for one in templates.all()) == ["late", "late-2", "late-2-2", "new"]
    assert templates.by_key("late").name == "Ours"
    again = Templates(bench.shop.store, bench.clock, pack)
    assert len(again.all()) == 4
    assert len(given_out) == 1
    assert again.install_starter() == 0


def test_a_full_disk_does_not_hide_the_templates_that_are_there(bench: Bench) -> None:
    def pack() -> list[Template]:
        raise DiskFull("no room")

    own = Templates(bench.shop.store, bench.clock)
    saved = own.save(a_template())
    with bench.shop.store.writing() as work:
        work.settings.save("templates.starter", None)
    assert [one.id for one in Templates(bench.shop.store, bench.clock, pack).all()] == [saved]


# --- filling --------------------------------------------------------------------------------------------------------


def test_a_template_fills_from_the_conversation(library: Templates, bench: Bench) -> None:
    home = bench.comes(mail("q", subject="Order 12-34567-89012", body="Where is my parcel 1Z999AA10123456784, please?"))
    saved = library.save(
        a_template(
            body="Hello {{ customer.first_name }}, {{ order.number }} {{ order.tracking }} by {{ order.carrier }},"
            " by {{ date.promise | plus_workdays: 2 | day }}. {{ agent.name }}, {{ shop.email }}:"
            " {{ conversation.subject }}"
        )
    )
    filled = library.fill(saved, home, agent="Lin")
    assert text_of(filled.body) == (
        "Hello Anna, 12-34567-89012 1Z999AA10123456784 by UPS, by November 4, 2026. Lin, hello@shop.example:"
        " Order 12-34567-89012"
    )
    assert (filled.language, filled.language_wanted, filled.missing) == ("en", "", ())


def test_the_customers_language_is_picked_and_a_missing_one_announced(library: Templates, bench: Bench) -> None:
    german = bench.comes(mail("g", body="Wo ist mein Paket?"))
    chinese = bench.comes(mail("c", body="我的包裹到哪里了？", sender="张伟 <zhang@mail.example>"))
    unclear = bench.comes(mail("u", body="1007", sender="x@mail.example"))
    saved = library.save(a_template(variants=(Variant("zh", "您好"), Variant("en", "Hello"))))
    made = [library.fill(saved, home) for home in (german, chinese, unclear)]
    assert [(one.language, one.language_wanted) for one in made] == [("en", "de"), ("zh", ""), ("en", "")]
    assert library.fill(saved, german, language="zh").language == "zh"
    only = library.save(a_template("only", variants=(Variant("zh", "您好"),)))
    assert library.fill(only, german).language == "zh"
    assert library.fit_for(chinese) == Fit("zh", "", "shipping")


def test_the_customers_earlier_mail_tells_the_language_when_the_last_does_not(library: Templates, bench: Bench) -> None:
    home = bench.comes(mail("g", body="Wo ist mein Paket?"))
    bench.comes(answer("a", "g"), folder="Sent")
    bench.comes(mail("h", answers="g a", body="1007"))
    assert library.fit_for(home).language == "de"


def test_inputs_are_asked_once_and_used_in_the_subject_too(library: Templates) -> None:
    inputs = (AskedInput("day", InputKind.DATE), AskedInput("unused"), AskedInput("tone", default="warm"))
    saved = library.save(
        a_template(
            body="It comes {{ input.day | day }}. {{ input.tone }}", subject="By {{ input.day | day }}", inputs=inputs
        )
    )
    asked = library.fill(saved, None)
    assert [one.name for one in asked.to_ask] == ["day"]
    assert asked.missing == ("input.day",)
    filled = library.fill(saved, None, {"day": "2026-12-01"})
    assert filled.to_ask == ()
    assert text_of(filled.subject) == "By December 1, 2026"
    assert text_of(filled.body) == "It comes December 1, 2026. warm"
    unreadable = library.fill(saved, None, {"day": "soon", "tone": " "})
    assert unreadable.missing == ("input.day",)


def test_a_placeholder_may_be_given_by_hand(library: Templates) -> None:
    saved = library.save(a_template(body="{{ order.tracking }} {{ shop.name }}"))
    assert text_of(library.fill(saved, None, {"order.tracking": "R1", "shop.name": "Us"}).body) == "R1 Us"


def test_snippets_come_in_the_customers_language_and_bring_their_questions(library: Templates) -> None:
    snippet = a_template(
        "greet", is_snippet=True, inputs=(AskedInput("mood", label="Mood"),),
        variants=(Variant("en", "Hello {{ input.mood }}"), Variant("zh", "您好 {{ input.mood }}")),
    )  # fmt: skip
    library.save(snippet)
    saved = library.save(
        a_template("t", variants=(Variant("en", "{% render 'greet' %}!"), Variant("zh", "{% render 'greet' %}！")))
    )
    assert [one.label for one in library.fill(saved, None).to_ask] == ["Mood"]
    assert text_of(library.fill(saved, None, {"mood": "x"}, "zh").body) == "您好 x！"
    library.save(a_template("bare", "{{ customer.name }}", is_snippet=True))
    assert "greet" not in {one.key for one in library.find("")}


def test_a_template_that_lost_its_snippet_says_so(library: Templates) -> None:
    snippet = library.save(a_template("greet", "Hello"))
    saved = library.save(a_template("t", "{% render 'greet' %}"))
    library.delete(snippet)
    with pytest.raises(TemplateFaulty) as problem:
        library.fill(saved, None)
    assert (problem.value.language, problem.value.word) == ("en", "greet")


def test_the_editor_is_told_faults_while_writing(library: Templates) -> None:
    assert library.check("{{ input.day }}", ["day"]) == []
    (fault,) = library.check("Hi {{ input.day }}")
    assert (fault.kind, fault.start) == (FaultKind.UNKNOWN_PLACEHOLDER, 6)
    assert library.preview(a_template(body="not saved {{ agent.name }}"), None, agent="Lin").body[-1].text == "Lin"


def test_a_reply_of_ours_becomes_a_template(library: Templates, bench: Bench) -> None:
    home = bench.comes(mail("q", subject="Order 12-34567-89012"))
    bench.comes(answer("a", "q"), folder="Sent")
    message = bench.messages(home)[-1]
    made = library.from_reply(message)
    assert made.variants == (Variant("en", "It is on its way."),)
    draft = replace(
        bench.shop.replies.start(home, DraftKind.REPLY), body="Hello Anna, order 12-34567-89012: [order.item]"
    )
    gap = gaps_of(library.preview(a_template(body="{{ order.item }}"), None).body, 35)
    made = library.from_reply(replace(draft, blanks=gap), agent="Lin")
    assert made.variants[0].body == "Hello {{ customer.first_name }}, order {{ order.number }}: {{ order.item }}"
    assert made.variants[0].subject == ""
    new = replace(draft, kind=DraftKind.NEW, subject="About 2026-12-01", conversation_id=None, language="zh")
    assert library.from_reply(new).variants[0].subject == "About {{ input.date | day }}"
    assert library.from_reply(new).variants[0].language == "zh"
    assert library.save(replace(made, name="From a reply", key="mine"))


def test_a_queued_reply_counts_its_templates(library: Templates, bench: Bench) -> None:
    home = bench.comes(mail("q"))
    saved = library.save(a_template())
    draft = replace(bench.shop.replies.start(home, DraftKind.REPLY), body="Hello", template_ids=(saved,))
    bench.shop.replies.queue(bench.shop.replies.save(draft))
    assert library.by_key("late").uses == 1


# --- many of them -----------------------------------------------------------------------------------------------------


def test_two_thousand_templates_are_searched_while_typing(library: Templates, bench: Bench) -> None:
    words = "Thank you for your order; it leaves us on the day that we told you. " * 10
    with bench.shop.store.writing() as work:
        for number in range(2_000):
            variants = (Variant("en", f"{words}{number}"), Variant("zh", words, title=f"包裹延误{number}"))
            template = a_template(f"k{number}", name=f"Answer {number}", variants=variants, tags=(f"t{number % 50}",))
            work.templates.save(template, bench.clock.now(), "")
    library.find("warm")
    for text in ("k1999", "answer 12", "t49", "bgyw", "told you. 1999", ""):
        begun = time.process_time()
        assert library.find(text, fit=Fit("zh"))
        assert time.process_time() - begun < LIMIT, text
    library.count_use([library.by_key("k7").id])
    begun = time.process_time()
    assert library.find("")[0].key == "k7"
    assert time.process_time() - begun < LIMIT
    begun = time.process_time()
    library.fill(library.by_key("k7").id, None)
    assert time.process_time() - begun < LIMIT


# --- nothing becomes anything but text ----------------------------------------------------------------------------


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "{{ order.number }}", "{% render 'x' %}", "{{{{", "%s %(name)s {0} ${x}",
            "\r\nBcc: evil@x.example\r\n\r\nHi",
            "<script>alert(1)</script><img src=x onerror=y>", "&lt;b&gt;", "\u202egnp.exe",
            f"{MARKS}agent.name\ue101x\ue102",
            "a" * (1 << 20), "=?utf-8?q?x?=", "\x00\x1b]0;x\x07", "\ud800", ".\r\n.\r\n", "https://x.example/?a=<b>",
        ]
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Bench, Templates, ConversationId]]:
    """One shop with one question for all examples: a property has no fixture of its own for each."""
    with Bench(tmp_path_factory.mktemp("post") / "data", StoppedClock()) as bench:
        with bench.shop.store.writing() as work:
            mailbox = work.mailboxes.add(a_mailbox())
            work.folders.save_listing(mailbox, [ServerFolder("INBOX", FolderRole.INBOX)])
        home = bench.comes(mail("q"))
        yield bench, Templates(bench.shop.store, bench.clock), home


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE, HOSTILE)
def test_no_value_becomes_markup_a_header_or_another_placeholder(
    post: tuple[Bench, Templates, ConversationId], first: str, second: str
) -> None:
    bench, library, home = post
    template = a_template(
        "t", "Dear {{ input.a }}: {{ input.b }} END", subject="About {{ input.a }}",
        inputs=(AskedInput("a"), AskedInput("b")),
    )  # fmt: skip
    filled = library.preview(template, home, {"a": first, "b": second})
    subject, body = text_of(filled.subject), text_of(filled.body)
    assert {one.placeholder for one in filled.body if one.kind is not PieceKind.PLAIN} == {"input.a", "input.b"}
    assert not set(MARKS) & set(subject + body)
    assert not set("\r\n") & set(subject)
    draft = replace(
        bench.shop.replies.start(home, DraftKind.REPLY), subject=subject, body=body, blanks=gaps_of(filled.body)
    )
    try:
        raw = _sent(bench, draft)
    except OpenPlaceholder:  # a value that looks like a placeholder, or none, is for a person to look at
        assert filled.missing or "{{" in subject + body or "{%" in subject + body
        return
    assert not filled.missing
    read = email.message_from_bytes(raw, policy=mail_rules)
    assert read.keys().count("Bcc") == read.keys().count("Cc") == 0
    assert [one.addr_spec for one in read["To"].addresses] == ["anna@mail.example"]
    assert set(read.keys()) == KNOWN_HEADERS
    text = read.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert text.startswith(f"Dear {clean(first).strip()}: {clean(second).strip()} END"), text[:200]
    page = read.get_body(("html",)).get_content()
    assert "<script" not in page
    assert "<img" not in page


KNOWN_HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type",
}  # fmt: skip


def _sent(bench: Bench, draft: Draft) -> bytes:
    saved: DraftId = bench.shop.replies.save(draft)
    try:
        item = bench.shop.replies.queue(saved, hold_seconds=0)
    except OpenPlaceholder:
        bench.shop.replies.discard(saved)
        raise
    with bench.shop.store.reading() as work:
        return work.outbox.raw(item)
