"""Subjects of mails in the form to compare by."""

import re
import unicodedata

LONGEST = 200
"""Characters of a normalised subject; what is longer is cut."""

_READ_AT_MOST = 2_000

_ANSWER_WORDS = (
    "re|aw|antw|antwort|antwoord|sv|vs|ref|fwd|fw|wg|tr|rv|enc|res|rif|odp|ynt|vb|doorst|i|automatic reply|"
    "automatische antwort|réponse automatique|respuesta automática|"
    "自动回复|自動回覆|回复|回覆|答复|答覆|转发|轉發|轉寄|返信|転送|自動返信|回信"
)
_PREFIXES = re.compile(
    rf"(?>(?:\s*(?:(?:{_ANSWER_WORDS})\s?(?:[\[(]\d{{1,4}}[\])]|\^\d{{1,4}}|\d{{1,3}})?\s?:"
    r"|[\[(](?:external|extern|ext|externe|externo|外部|外部邮件|spam|\*+spam\*+)[\])]:?))+)\s*"
)
_UNSEEN = re.compile("[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_EDGES = " \t.,;:!?-–—_*#()[]<>\"'“”‘’。，、！？：；…~～"


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.strip() for phrase in text.split("|"))


_TOO_GENERIC = _phrases(
    """hello|hi|hey|hi there|hello there|dear seller|good day|good morning|question|questions|a question|quick question|
    order|orders|my order|your order|help|help me|please help|urgent|important|info|information|inquiry|enquiry|
    request|message|new message|contact|contact us|contact form|contact form submission|new customer message|
    no subject|none|null|undefined|subject|test|fyi|thanks|thank you|thank you very much|ok|email|mail|
    hallo|guten tag|frage|eine frage|anfrage|bestellung|meine bestellung|hilfe|kontakt|kontaktformular|
    kontaktanfrage|nachricht|danke|kein betreff|betreff|dringend|
    bonjour|salut|question commande|commande|ma commande|demande|aide|contactez-nous|sans objet|merci|
    hola|buenos días|buenas|pregunta|consulta|pedido|mi pedido|ayuda|contacto|sin asunto|gracias|
    ciao|buongiorno|domanda|ordine|il mio ordine|aiuto|contatto|nessun oggetto|grazie|
    olá|bom dia|pergunta|dúvida|meu pedido|encomenda|ajuda|contato|sem assunto|obrigado|
    你好|您好|在吗|咨询|諮詢|询问|问题|問題|订单|訂單|我的订单|订单咨询|请问|求助|客服|无主题|無主題|(无主题)|无题|邮件|谢谢|
    こんにちは|お世話になります|質問|問い合わせ|お問い合わせ|注文|注文について|件名なし|無題|ありがとうございます"""
)
_SHORTEST_TELLING = 3


def normal_subject(text: str) -> str:
    """A subject in the form to compare by.

    In: the decoded subject. Out: without any row of answer and forward marks (Re:, Aw:, 回复：, Re[2]:, [EXTERNAL] …),
    casefolded, with single spaces, at most `LONGEST` characters; empty when nothing is left.
    """
    if not text:
        return ""
    plain = text[:_READ_AT_MOST]
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain)
    plain = " ".join(_UNSEEN.sub(" ", plain).casefold().split())
    marks = _PREFIXES.match(plain)
    return plain[marks.end() if marks else 0 :][:LONGEST].rstrip()


def bare_subject(text: str) -> str:
    """A subject as lists show it: without its answer and forward marks, otherwise as it was written."""
    plain = " ".join(_UNSEEN.sub(" ", text[:_READ_AT_MOST]).split())
    folded = unicodedata.normalize("NFKC", plain).casefold()
    # Where folding changed the length (ß, ligatures) the marks cannot be measured: better shown than cut wrongly.
    marks = _PREFIXES.match(folded) if len(folded) == len(plain) else None
    return plain[marks.end() if marks else 0 :].strip() or plain


def is_telling(subject: str) -> bool:
    """Whether a normalised subject says enough to group two mails of one customer by it alone."""
    core = subject.strip(_EDGES)
    if not core or core in _TOO_GENERIC:
        return False
    return not core.isascii() or len(core) >= _SHORTEST_TELLING
