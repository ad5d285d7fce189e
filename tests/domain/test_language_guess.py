"""Which language a short mail is in."""

from __future__ import annotations

import pytest

from shopdesk.domain.language_guess import guess_language

SHORT_MAILS = [
    ("en", "Where is my order?"),
    ("en", "Hi, any news?"),
    ("en", "The lamp arrived broken."),
    ("en", "I want a refund"),
    ("en", "Can I change the address?"),
    ("en", "Wrong size, need to exchange it"),
    ("en", "Thanks!"),
    ("en", "Hello, my name is 李明 and I bought the red lamp. Where is it?"),
    ("en", "Is the lamp still available in red? Regards, Anna Müller"),
    ("en", "Parcel not received yet"),
    ("de", "Wo ist mein Paket?"),
    ("de", "Hallo, wann kommt die Lampe?"),
    ("de", "Die Lampe ist kaputt"),
    ("de", "Ich möchte das zurückgeben"),
    ("de", "Bitte stornieren Sie meine Bestellung"),
    ("de", "Danke!"),
    ("fr", "Où est mon colis ?"),
    ("fr", "Bonjour, je n'ai pas reçu ma commande"),
    ("fr", "La lampe est arrivée cassée"),
    ("fr", "Merci beaucoup"),
    ("es", "¿Dónde está mi pedido?"),
    ("es", "Hola, quiero devolver la lámpara"),
    ("es", "No ha llegado el paquete"),
    ("es", "Gracias"),
    ("it", "Dov'è il mio pacco?"),
    ("it", "Buongiorno, vorrei restituire la lampada"),
    ("it", "Non ho ricevuto il mio ordine"),
    ("pt", "Onde está a minha encomenda?"),
    ("pt", "Olá, não recebi o pedido"),
    ("nl", "Waar is mijn pakket?"),
    ("nl", "Ik wil het graag terugsturen"),
    ("pl", "Gdzie jest moja paczka?"),
    ("pl", "Dzień dobry, kiedy wyślecie zamówienie?"),
    ("zh", "到了吗"),
    ("zh", "您好，我买的 iPhone 15 Pro Max case 什么时候发货？"),
    ("zh", "退款"),
    ("ja", "荷物はどこですか"),
    ("ja", "キャンセルお願いします"),
    ("ko", "언제 도착하나요?"),
    ("ru", "Где мой заказ?"),
    ("", "OK"),
    ("", "1007"),
    ("", ""),
    ("", "👍"),
]


@pytest.mark.parametrize(("language", "text"), SHORT_MAILS)
def test_a_short_mail_tells_its_language(language: str, text: str) -> None:
    assert guess_language(text) == language


def test_a_long_mail_is_read_at_its_beginning() -> None:
    assert guess_language("Wo ist mein Paket? " + "the and you is " * 10_000) in {"de", "en"}
    assert guess_language("Where is my parcel, and when will it be here? " + "x" * 1_000_000) == "en"
