"""How mail programs announce what they quote, by language: the patterns behind `quoting`."""

import re

_WORD_WROTE = (
    r"wrote|writes|schrieb|geschrieben|a écrit|a écrit|écrivait|escribió|escribio|escreveu|ha scritto|"
    r"schreef|skrev|"
    r"napisał\(a\)|napisał|pisze|kirjoitti|написал\(а\)|написала|написал|пишет|yazdı"
)
_OPENERS = (
    r"On|Am|Le|El|Em|No dia|A|Il|Op|Den|På|W dniu|Dnia|В|At|Il giorno|Em qua|Em seg|"
    r"Em ter|Em qui|Em sex|Em s[áa]b|Em dom"
)

INTRODUCING = re.compile(rf"{_WORD_WROTE}|写道|寫道|写到|[来來]信|年.{{1,9}}月|\d{{4}}[/-]|書きました|작성")
"""A quick look before the long pattern below: one of its words must be there."""
OPENER = re.compile(rf"(?:{_OPENERS})\b")
INTRODUCTION = re.compile(
    rf"(?:[>*_\s]*)(?:"
    rf"(?:{_OPENERS})\b.{{4,300}}\b(?:{_WORD_WROTE})\b.{{0,200}}[:：]"
    rf"|\d{{4}}[/-]\d{{1,2}}[/-]\d{{1,2}}.{{0,20}}\d{{1,2}}:\d{{2}}.{{0,160}}(?:のメール|のメッセージ|書きました|"
    rf"[@>)])\s?[:：]"
    rf"|(?:在|于|於)?.{{4,300}}(?:写道|寫道|写到|來信|来信)\s?[:：]?"
    rf"|.{{0,60}}\d{{4}}年\d{{1,2}}月\d{{1,2}}日.{{0,60}}\d{{1,2}}:\d{{2}}.{{0,200}}[:：]"
    rf"|.{{2,160}}(?:さん|様|氏)?(?:は|が)?書きました\s?[:：]"
    rf"|\d{{4}}년.{{4,200}}(?:님이 작성|작성)\s?[:：]"
    rf"|.{{0,200}}<?[\w.+-]+@[\w.-]+>?.{{0,80}}\b(?:{_WORD_WROTE})\b.{{0,80}}[:：]"
    rf")\s*",
    re.DOTALL,
)
"""A whole introduction ("On Monday, Jane <j@x> wrote:"), one to four lines joined by spaces.

The alternatives that give up early come first, the last one tries every place of a long text.
"""

_ORIGINAL = (
    r"original(?=\s*[-—])|original message|original appointment|reply message|original e-?mail|"
    r"ursprüngliche (?:nachricht|mail|e-mail)|originalnachricht|"
    r"original-nachricht|message d['’]origine|message original|message initial|courriel original|mensaje "
    r"original|"
    r"mensagem original|messaggio originale|oorspronkelijk bericht|oorspronkelijk e-mailbericht|"
    r"originalmeddelande|"
    r"original besked|wiadomość oryginalna|исходное "
    r"сообщение|原始邮件|原始郵件|原邮件|回复的原邮件|回覆的原郵件|原始信件|原始訊息|"
    r"元のメッセージ|original meddelelse|오리지널 메시지|원본 메시지|원본 메일"
)
_FORWARDED = (
    r"forwarded message|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten "
    r"(?:nachricht|e-mail)|"
    r"message transféré|début du message (?:transféré|réexpédié)|mensaje reenviado|inicio del mensaje "
    r"reenviado|mensagem encaminhada|"
    r"início da mensagem (?:encaminhada|reencaminhada)|messaggio inoltrato|doorgestuurd bericht|转发邮件信息|"
    r"转发邮件|转发的邮件|轉寄郵件|"
    r"轉寄的郵件|转发邮件信息|转发信息|転送メッセージ|転送されたメッセージ|forwarded by"
)
SEPARATOR = re.compile(rf"[\s>*]{{0,9}}[-_—=* ]{{2,80}}+(?:{_ORIGINAL}).{{0,80}}", re.IGNORECASE)
FORWARD = re.compile(
    rf"[\s>*]{{0,9}}(?:[-_—=* ]{{2,80}}+(?:{_FORWARDED}).{{0,80}}|(?:{_FORWARDED})\s*[:：])\s*", re.IGNORECASE
)
RULE = re.compile(r"\s*(?:_{10,}|-{20,})\s*")
"""The line that Outlook and QQ draw above the header block of the quoted mail."""

_FROM = r"from|von|de|da|van|från|fra|od|от|发件人|寄件者|寄件人|發件人|差出人|送信元|送信者|보낸 ?사람|보낸사람"
_DATE = (
    r"sent|date|gesendet(?: am)?|datum|envoyé(?: le)?|enviado(?: el| em)?|enviada(?: em)?|fecha|data|"
    r"inviato|verzonden|skickat|发送时间|"
    r"发送日期|日期|时间|寄件日期|傳送日期|發送時間|送信日時|日時|日付|보낸 날짜|날짜|дата|отправлено|wysłano"
)
_TO = r"to|an|à|a|para|aan|till|til|收件人|收件者|宛先|받는 ?사람|кому|do|cc|copie|kopie|抄送|副本"
_SUBJECT = r"subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|主题|主旨|標題|件名|제목|тема|temat"
LABEL = re.compile(
    rf"[\s>*_|]*(?:(?P<sender>{_FROM})|(?P<date>{_DATE})|(?P<to>{_TO})|"
    rf"(?P<subject>{_SUBJECT}))\s?[*_]*\s?[:：|][\s*_]*(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""One line of the header block that Outlook, Foxmail and QQ put above the quoted mail."""

SENT_WORDS = tuple(
    "sent outlook gesendet envoy enviad inviato verzonden skickat 发自 發自 我的 发送 傳送 送信 보냄 отправлено".split()
)
"""A quick look before the long pattern below."""
PHONE_SIGNATURE = re.compile(
    r"[\s>*_-]*(?:"
    r"sent (?:from|via|with) (?:my |the )?[\w +&./()'’-]{2,60}(?:secure email)?|sent from outlook.*|get "
    r"outlook for .{2,40}|"
    r"(?:von|mit) (?:meinem|mein|der|dem) .{2,50} gesendet|gesendet (?:mit|von|aus) .{2,60}|diese "
    r"nachricht wurde von .{2,60} gesendet|"
    r"outlook für .{2,40}|envoyé (?:de|depuis|à partir d[e']) ?.{2,60}|obtenir outlook pour .{2,40}|"
    r"enviado (?:desde|do|a partir d[oe]|de) .{2,60}|"
    r"obtener outlook para .{2,40}|obter o outlook para .{2,40}|inviato da .{2,60}|verzonden vanaf .{2,60}|"
    r"skickat från .{2,60}|"
    r"发自我的\s?.{1,40}|从我的\s?.{1,40}发送|来自我的\s?.{1,40}|"
    r"從我的\s?.{1,40}傳送|發自我的\s?.{1,40}|发自.{1,20}(?:手机|邮箱|"
    r"iphone|ipad)|"
    r"获取\s?outlook.{0,20}|iphoneから送信|ipadから送信|.{2,30}から送信|나의 \w+에서 보냄|отправлено с .{2,40}"
    r")[.!]?\s*(?:<https?://\S{1,200}>)?\s*",
    re.IGNORECASE,
)
SIGNATURE_MARK = re.compile(r"--\s?|—|_{2,9}")
