"""Which language a customer writes in, by script and common words: a guess, empty when there is nothing to go by."""

import re
from collections import Counter

_READ_AT_MOST = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile("[\u3041-\u30fa]")
_HAN = re.compile("[\u4e00-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LEAST = 2
_COMMON = {
    "en": "the and you is to of my have for not it was this with are please what when your i thank hello would can",
    "de": "der die das und ich ist nicht ein eine mit für sie zu es auf habe bitte wann mein meine danke hallo wurde",
    "fr": "le la les et je est pas un une avec pour vous de des du que qui mon ma bonjour merci j n ai votre commande",
    "es": "el la los las y yo es no un una con para usted de que mi por en hola gracias pedido cuando está ha",
    "it": "il lo la gli e io è non un una con per lei di che mio mia ciao grazie buongiorno ordine quando ho sono",
    "pt": "o a os as e eu é não um uma com para você de que meu minha olá obrigado obrigada pedido quando está",
    "nl": "de het een en ik is niet met voor u van mijn wanneer hallo dank bestelling heb wordt graag naar",
    "pl": "i w nie na to jest się z do że czy kiedy moje moja dzień dobry dziękuję zamówienie proszę",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def guess_language(text: str) -> str:
    """A code such as `en`, `zh`, `ja` or `de`; empty when the text says too little."""
    sample = text[:_READ_AT_MOST]
    signs = Counter({name: len(found.findall(sample)) for name, found in _SCRIPTS.items()})
    if signs["ja"] and signs["zh"] + signs["ja"] >= _LEAST:
        return "ja"
    script, many = max(signs.items(), key=lambda pair: pair[1])
    if many >= _LEAST:
        return script
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = {language: sum(word in known for word in words) for language, known in _WORDS.items()}
    best, hits = max(counts.items(), key=lambda pair: pair[1])
    return best if hits >= _LEAST else ""


_SCRIPTS = {"ja": _KANA, "zh": _HAN, "ko": _HANGUL, "ru": _CYRILLIC}
