"""What mails are about and how customers feel, in the person's language."""

from collections.abc import Mapping

from shopdesk.domain.mood import Mood
from shopdesk.domain.reading_of_mail import Topic
from shopdesk.ui.words import translate


def topic_texts() -> Mapping[str, str]:
    """The topics by their ids, in the order in which menus show them; the empty one last."""
    return {
        Topic.SHIPPING: translate("Topics", "Shipping"),
        Topic.PROBLEM: translate("Topics", "Damaged or wrong"),
        Topic.RETURN: translate("Topics", "Return or refund"),
        Topic.ORDER: translate("Topics", "Change or cancel"),
        Topic.PRE_SALE: translate("Topics", "Before buying"),
        Topic.STOCK: translate("Topics", "Stock"),
        Topic.BILLING: translate("Topics", "Invoice or payment"),
        Topic.B2B: translate("Topics", "Trade customer"),
        Topic.DISPUTE: translate("Topics", "Dispute"),
        Topic.REVIEW: translate("Topics", "Review"),
        Topic.THANKS: translate("Topics", "Thanks"),
        Topic.NONE: translate("Topics", "No topic"),
    }


def topic_text(topic: str) -> str:
    """The name of a topic; one that is not known as it is written."""
    return topic_texts().get(topic, topic)


def mood_text(mood: Mood) -> str:
    """How a customer feels."""
    return {
        Mood.CALM: translate("Topics", "Calm"),
        Mood.UNHAPPY: translate("Topics", "Unhappy"),
        Mood.ANGRY: translate("Topics", "Angry"),
    }[mood]


def pill_text(topic: str, mood: Mood) -> str:
    """What the pill in the header says; empty when there is nothing to say."""
    parts = [mood_text(mood) if mood is Mood.ANGRY else "", topic_text(topic) if topic else ""]
    return " · ".join(part for part in parts if part)
