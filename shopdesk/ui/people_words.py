"""Why two addresses may be one customer, in words."""

from shopdesk.domain.customer_join import Alike, AlikeReason
from shopdesk.ui.words import translate


def reason_text(one: Alike) -> str:
    """What the two have in common."""
    words = {
        AlikeReason.SAME_ORDER: translate("People", "writes about the same order %1"),
        AlikeReason.ORDER_DATA: translate("People", "order %1 was placed under this address"),
        AlikeReason.SAME_BUYER: translate("People", "same buyer account %1"),
        AlikeReason.SAME_PHONE: translate("People", "same name and telephone number %1"),
    }[one.reason]
    return words.replace("%1", one.detail)
