"""Placeholders in the person's language: what the catalogue's names stand for."""

from collections.abc import Callable, Mapping

from shopdesk.ui.words import translate

_WORDS: Mapping[str, Callable[[], str]] = {
    "customer.first_name": lambda: translate("Placeholders", "first name"),
    "customer.name": lambda: translate("Placeholders", "customer's name"),
    "customer.email": lambda: translate("Placeholders", "customer's address"),
    "order.number": lambda: translate("Placeholders", "order number"),
    "order.item": lambda: translate("Placeholders", "item"),
    "order.amount": lambda: translate("Placeholders", "amount paid"),
    "order.items": lambda: translate("Placeholders", "all items"),
    "order.quantity": lambda: translate("Placeholders", "number of pieces"),
    "order.total": lambda: translate("Placeholders", "sum of the order"),
    "order.date": lambda: translate("Placeholders", "day of the order"),
    "order.shipped_date": lambda: translate("Placeholders", "day of shipping"),
    "order.delivered_date": lambda: translate("Placeholders", "day of delivery"),
    "order.promised_date": lambda: translate("Placeholders", "promised day of delivery"),
    "order.address": lambda: translate("Placeholders", "delivery address"),
    "order.tracking": lambda: translate("Placeholders", "tracking number"),
    "order.carrier": lambda: translate("Placeholders", "carrier"),
    "shop.name": lambda: translate("Placeholders", "shop's name"),
    "shop.email": lambda: translate("Placeholders", "shop's address"),
    "shop.marketplace": lambda: translate("Placeholders", "marketplace"),
    "agent.name": lambda: translate("Placeholders", "your name"),
    "conversation.subject": lambda: translate("Placeholders", "subject of the conversation"),
    "date.today": lambda: translate("Placeholders", "today's date"),
    "date.tomorrow": lambda: translate("Placeholders", "tomorrow's date"),
    "date.next_workday": lambda: translate("Placeholders", "next working day"),
    "date.promise": lambda: translate("Placeholders", "day of the promise"),
}


def placeholder_words(name: str, labels: Mapping[str, str] | None = None) -> str:
    """What a placeholder stands for, in a few words. In: labels of the template's own inputs by their names."""
    own = name.removeprefix("input.")
    if own != name:
        return (labels or {}).get(own) or own.replace("_", " ")
    return _WORDS[name]() if name in _WORDS else name.replace(".", " ").replace("_", " ")
