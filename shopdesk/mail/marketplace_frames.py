"""The buyer's own words inside the frame that marketplaces and shop forms put round them."""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the words of a buyer begin and end in the mails of one platform."""

    domain: re.Pattern[str]
    begin: re.Pattern[str]
    end: re.Pattern[str]


def _frame(domain: str, begin: str, end: str) -> _Frame:
    lines = re.IGNORECASE | re.MULTILINE
    return _Frame(
        re.compile(rf"(?:.+\.)?(?:{domain})", re.IGNORECASE),
        re.compile(rf"^[ \t>]*(?:{begin})[ \t]*", lines),
        re.compile(rf"^[ \t>]*(?:{end})", lines),
    )


_MESSAGE_LABEL = (
    r"(?:message|your message|nachricht|nachrichtentext|message du client|mensaje|"
    r"mensagem|messaggio|消息|留言|メッセージ)\s?[:：]"
)

FRAMES = (
    _frame(
        r"amazon\.(?:com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|se|pl|com\.be|ie|com\.tr|ae|sa|eg|in|"
        r"co\.jp|sg|com\.au|co\.za)",
        r"-{3,}\s*(?:begin message|anfang der nachricht|beginn der nachricht|nachricht beginnt|début du "
        r"message|inicio del mensaje|"
        r"comienzo del mensaje|inizio messaggio|inizio del messaggio|início da mensagem|begin bericht|"
        r"ここからメッセージ|メッセージはここから|"
        r"消息开始|邮件开始)\s*:?\s*-{0,40}|" + _MESSAGE_LABEL,
        r"-{3,}\s*(?:end message|end of message|ende der nachricht|nachricht endet|fin du message|fin del "
        r"mensaje|fine messaggio|"
        r"fine del messaggio|fim da mensagem|einde bericht|"
        r"メッセージはここまで|ここまでメッセージ|消息结束|邮件结束)|"
        r"(?:for your information|was this email helpful|war diese e-mail hilfreich|important: amazon|to "
        r"learn how to mark|copyright \d{4} amazon)",
    ),
    _frame(
        r"ebay\.[a-z.]{2,6}",
        r"(?:new message from|new message:|neue nachricht von|nuevo mensaje de|nouveau message de|nuovo "
        r"messaggio da|新消息来自).{0,120}\n|"
        r".{1,80} (?:sent you a message|hat ihnen eine nachricht gesendet|wrote)[:.]?\s*\n|" + _MESSAGE_LABEL,
        r"(?:reply|antworten|responder|répondre|rispondi|回复)\s*$|(?:item id|artikelnummer|order (?:number|"
        r"status)|end time|purchase date|"
        r"email reference id|e-mail-referenznummer|get to know|only purchases on ebay|-{5,})",
    ),
    _frame(
        r"etsy\.com",
        r".{1,80}(?:sent you a message|wrote you a message|sent you a conversation|says|wrote)[:.]?\s*\n|"
        + _MESSAGE_LABEL,
        r"(?:view (?:message|conversation|this message)|reply|read and reply|order details|if you have any "
        r"questions about|-{5,})",
    ),
    _frame(
        r"walmart\.com",
        r"(?:customer(?:'s)? (?:message|comments?)|message from (?:the )?customer|comments?)\s?:|" + _MESSAGE_LABEL,
        r"(?:order (?:details|information|number)|customer order|purchase order|item(?:s)? (?:details|"
        r"ordered)|please (?:do not|respond)|-{5,})",
    ),
)

_FORM_BODY = re.compile(
    r"^[ \t]*(?:body|message|message body|comments?|your message|nachricht|ihre nachricht|mensaje|mensagem|"
    r"commentaire|留言|消息|内容|"
    r"お問い合わせ内容|メッセージ本文)\s?[:：][ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_FORM_FIELD = re.compile(
    r"^[ \t]*(?:name|e-?mail|your name|your email|phone|country code|betreff|subject|from|von|nombre|"
    r"correo|telefon|téléphone|nom|姓名|邮箱|"
    r"电话|お名前|メールアドレス)\s?[:：]",
    re.IGNORECASE | re.MULTILINE,
)
_FORM_END = re.compile(
    r"^[ \t]*(?:--\s*$|-{4,}|this e-?mail was sent from a contact form|reply to this email to respond|sent "
    r"from shopify)",
    re.I | re.M,
)


def buyer_words(own: str, text: str, sender_domain: str) -> str:
    """Give the words inside a marketplace's or shop form's frame; "" when there is no frame that is known.

    `own` is the text without quotes, `text` the whole one: a frame may look like a quote.
    """
    frame = _frame_of(sender_domain)
    if frame is not None:
        return _between(own, frame.begin, frame.end) or _between(text, frame.begin, frame.end)
    return form_words(own)


@lru_cache(maxsize=512)
def _frame_of(domain: str) -> _Frame | None:
    return next((frame for frame in FRAMES if frame.domain.fullmatch(domain)), None)


def form_words(text: str) -> str:
    """Give the message field of a contact form mail (Shopify, WooCommerce, Contact Form 7); "" when it is
    none."""
    begin = _FORM_BODY.search(text, 0, 4_000) if "@" in text[:2_000] else None  # every form sends the visitor's address
    if begin is None or _FORM_FIELD.search(text, 0, begin.start()) is None:
        return ""
    end = _FORM_END.search(text, begin.end())
    return text[begin.end() : end.start() if end else len(text)].strip()


def _between(text: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    opened = begin.search(text)
    if opened is None:
        return ""
    closed = end.search(text, opened.end())
    return text[opened.end() : closed.start() if closed else len(text)].strip()
