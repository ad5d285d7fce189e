"""Subjects are compared without answer marks, and only telling ones group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.subjects import LONGEST, bare_subject, is_telling, normal_subject


@pytest.mark.parametrize(
    ("subject", "normal"),
    [
        ("Lamp is broken", "lamp is broken"),
        ("Re: Lamp is broken", "lamp is broken"),
        ("RE: AW: Fwd: Lamp is broken", "lamp is broken"),
        ("Re:Re:re:  Lamp   is\tbroken ", "lamp is broken"),
        ("Re[2]: Lamp is broken", "lamp is broken"),
        ("RE(3): Lamp is broken", "lamp is broken"),
        ("Re^4: Lamp is broken", "lamp is broken"),
        ("[EXTERNAL] Re: Lamp is broken", "lamp is broken"),
        ("Re: [EXTERNAL] Lamp is broken", "lamp is broken"),
        ("Antw: WG: Lampe ist kaputt", "lampe ist kaputt"),
        ("Sv: Vs: Ref: Lampan är trasig", "lampan är trasig"),
        ("Tr: RE : La lampe est cassée", "la lampe est cassée"),
        ("RV: La lámpara está rota", "la lámpara está rota"),
        ("ENC: RES: A lâmpada está quebrada", "a lâmpada está quebrada"),
        ("回复：答复: 转发：灯坏了", "灯坏了"),
        ("回覆: 轉寄: 燈壞了", "燈壞了"),
        ("返信: ランプが壊れました", "ランプが壊れました"),
        ("Automatic reply: Lamp is broken", "lamp is broken"),
        ("Ｒｅ：　Ｌａｍｐ", "lamp"),
        ("STRASSE und Straße", "strasse und strasse"),
        ("Lamp\u200b is\u00a0broken", "lamp is broken"),
        ("Regarding: the lamp", "regarding: the lamp"),
        ("Resend: the lamp", "resend: the lamp"),
        ("Re the lamp", "re the lamp"),
        ("Re: ", ""),
        ("", ""),
    ],
)
def test_answer_marks_of_all_mail_programs_are_taken_off(subject: str, normal: str) -> None:
    assert normal_subject(subject) == normal


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Re: ",
        "Hello!",
        "hi",
        "Re: Question",
        "Order",
        "咨询",
        "回复：咨询",
        "你好！",
        "???",
        "ok",
        "(no subject)",
        "Anfrage",
        "お問い合わせ",
    ],
)
def test_a_subject_that_everybody_writes_groups_nothing(subject: str) -> None:
    assert not is_telling(normal_subject(subject))


@pytest.mark.parametrize(
    "subject", ["Lamp is broken", "Re: Order 1001", "灯坏了", "Question about the lamp", "27-11894"]
)
def test_a_subject_of_its_own_may_group(subject: str) -> None:
    assert is_telling(normal_subject(subject))


@given(st.text(max_size=400))
def test_any_subject_has_a_bounded_form_that_an_answer_to_it_shares(subject: str) -> None:
    normal = normal_subject(subject)
    assert len(normal) <= LONGEST
    assert normal_subject("Re: " + subject) == normal


def test_an_endless_row_of_marks_is_cut_quickly() -> None:
    assert normal_subject("Re: " * 500_000) == ""
    assert len(normal_subject("x" * 2_000_000)) == LONGEST


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Re: Lamp broken", "Lamp broken"),
        ("AW: RE: Rückfrage zur Lampe", "Rückfrage zur Lampe"),
        ("回复：退款还没收到", "退款还没收到"),
        ("Re:", "Re:"),
        ("  Two   spaces\r\n here ", "Two spaces here"),
        ("Re: Straße 5", "Re: Straße 5"),
    ],
)
def test_lists_show_a_subject_without_its_marks_but_as_it_was_written(written: str, shown: str) -> None:
    assert bare_subject(written) == shown
