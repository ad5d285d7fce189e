"""What a mail is about, so that the fitting templates come first."""

from __future__ import annotations

import pytest

from shopdesk.domain.topic_guess import guess_topic


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("shipping", "Where is my parcel? The tracking shows nothing."),
        ("shipping", "我的快递到哪了，还没收到"),
        ("shipping", "Wo ist mein Paket?"),
        ("problem", "The lamp arrived broken"),
        ("problem", "收到的杯子破损了"),
        ("return", "I want a refund"),
        ("return", "可以退货吗"),
        ("dispute", "I opened a case and called my lawyer"),
        ("billing", "Please send me the invoice with VAT"),
        ("b2b", "What is your MOQ for wholesale?"),
        ("order", "Please cancel it"),
        ("stock", "Is it sold out?"),
        ("pre-sale", "有货吗？有优惠吗？"),
        ("", "Hello, the chocolate plate is lovely"),
        ("", ""),
    ],
)
def test_a_mail_tells_its_topic(topic: str, text: str) -> None:
    assert guess_topic("", text) == topic


def test_the_subject_counts_and_a_long_mail_is_read_at_its_beginning() -> None:
    assert guess_topic("Refund please", "Hello") == "return"
    assert guess_topic("", "x" * 1_000_000 + "refund") == ""
