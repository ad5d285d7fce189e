"""Which language a customer writes in, by script and common words: a guess, empty when there is nothing to go by."""

import re
from collections import Counter

_READ_AT_MOST = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
"""Signs of a foreign script, or points of words, below which nothing is guessed."""
_SHORTEST_TELLING = 3
_COMMON = {
    "en": "the and you is to of my have for not it was this with are please what when where your i thank thanks hello"
    " would can could any news still yet arrived broken damaged refund want need wrong size order parcel package"
    " received shipping delivery return regards which how does hi why will been has",
    "de": "der die das und ich ist nicht ein eine mit für sie zu es auf habe bitte wann wo wie mein meine danke hallo"
    " wurde paket bestellung lieferung rückgabe zurück möchte kann kaputt falsch größe rechnung grüße noch kommt",
    "fr": "le la les et je est pas un une avec pour vous de des du que qui où quand mon ma bonjour merci j n ai votre"
    " commande colis reçu beaucoup remboursement cassé cassée taille retour salut pouvez voudrais",
    "es": "el la los las y yo es no un una con para usted de que mi por en hola gracias pedido paquete cuando cuándo"
    " dónde está ha quiero devolver devolución llegado reembolso talla roto saludos factura",
    "it": "il lo la gli e io è non un una con per lei di che mio mia ciao grazie buongiorno ordine pacco quando dov"
    " ho sono ricevuto vorrei rimborso reso taglia rotto spedizione fattura saluti",
    "pt": "o a os as e eu é não um uma com para você de que meu minha olá obrigado obrigada pedido encomenda quando"
    " onde está recebi quero devolver reembolso tamanho fatura",
    "nl": "de het een en ik is niet met voor u van mijn waar wanneer hallo dank bedankt bestelling pakket heb wordt"
    " graag naar wil kan terug terugsturen ontvangen maat groeten",
    "pl": "i w nie na to jest się z do że czy kiedy gdzie moje moja mój dzień dobry dziękuję zamówienie paczka proszę"
    " zwrot chcę rozmiar faktura pozdrawiam",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SPOKEN_IN = Counter(word for words in _WORDS.values() for word in words)
_SCRIPTS = {
    "ja": re.compile("[\u3041-\u30fa]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}


def guess_language(text: str) -> str:
    """A code such as `en`, `zh`, `ja` or `de`; empty when the text says too little."""
    sample = text[:_READ_AT_MOST]
    language, points = _by_words(sample)
    signs = Counter({name: len(found.findall(sample)) for name, found in _SCRIPTS.items()})
    script, many = max(signs.items(), key=lambda pair: pair[1])
    if signs["ja"]:
        script, many = "ja", signs["ja"] + signs["zh"]
    if many >= _LEAST and many > points:  # a name in another script does not make it another language
        return script
    return language if points >= _LEAST else ""


def _by_words(sample: str) -> tuple[str, int]:
    """The language with the most known words; a word that only one language has counts twice."""
    words = [word.casefold() for word in _WORD.findall(sample)]
    points = {language: sum(_weight(word) for word in words if word in known) for language, known in _WORDS.items()}
    return max(points.items(), key=lambda pair: pair[1])


def _weight(word: str) -> int:
    return 2 if _SPOKEN_IN[word] == 1 and len(word) >= _SHORTEST_TELLING else 1
