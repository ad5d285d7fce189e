"""Senders and subjects by which machines and marketplaces are known."""

import re

_AMAZON_TLD = (
    r"com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|se|pl|com\.be|ie|com\.tr|ae|sa|eg|in|co\.jp|sg|com\.au|"
    r"co\.za"
)

BUYER_ADDRESS = re.compile(
    rf"[a-z0-9]{{10,20}}(?:\+[0-9a-z-]+)?@marketplace\.amazon\.(?:{_AMAZON_TLD})|"
    rf"no-reply-amazon-iba-buyer@.+|"
    r"[\w.+-]+@(?:members?|reply)\.ebay\.[a-z.]{2,6}|(?:pc-)?[0-9a-f]{32}@relay\.walmart\.com|"
    r"[\w.+-]+@(?:fw\.rakuten\.ne\.jp|mail\.allegro\.pl|user\.allegro\.pl|allegromail\.pl)|"
    r"conversations@(?:mail\.)?etsy\.com",
    re.IGNORECASE,
)
"""Addresses behind which a marketplace hides a buyer."""

FORM_SENDER = re.compile(
    r"mailer@shopify\.com|(?:wordpress|wpforms|forms?|contact(?:form)?|mailer|website|formular|kontakt)@.+",
    re.IGNORECASE,
)
FORM_WORDS = re.compile(
    r"new message from your online store's contact form|contact form|kontaktformular|formulaire de contact|"
    r"formulario de contacto|"
    r"formulário de contato|联系表单|聯絡表單|お問い合わせフォーム|^(?:body|message|comment)\s?[:：]",
    re.IGNORECASE | re.MULTILINE,
)

AUTO_REPLY_ADDRESS = re.compile(r".+\.autoreply@mail\.ru|.+\+autoreply@.+", re.IGNORECASE)
AUTO_REPLY_SUBJECT = re.compile(
    r"\s*(?:(?:re|aw|sv|antw|回复|回覆)\s?[:：]\s*)?(?:auto(?:matic)?[ -]?(?:reply|response|answer)\b|out of "
    r"(?:the )?office|ooo:|"
    r"auto:|autoreply|away from (?:the )?office|automatische (?:antwort|abwesenheits)|abwesenheit(?:s|:| )|"
    r"abwesend|ich bin (?:bis|nicht im büro)|"
    r"réponse automatique|absence du bureau|absent du bureau|respuesta autom[áa]tica|fuera de la oficina|"
    r"ausencia|resposta autom[áa]tica|"
    r"fora do escrit[óo]rio|ausente do escrit[óo]rio|risposta automatica|fuori sede|automatisch antwoord|"
    r"afwezig|autosvar|"
    r"自动回复|自动答复|自動回覆|自動回复|假期自动回复|休假自动|外出自动|自動応答|自動返信|不在通知|"
    r"不在のお知らせ|автоответ|автоматический ответ)"
)
"""For subjects in lower case: without regard to case the same pattern takes five times as long."""

NOTICE_LOCAL = re.compile(
    r"(?:[\w.+-]*[._+-])?(?:no[._-]?re?ply|do[._-]?not[._-]?reply|dont[._-]?reply|nicht[._-]?antworten|"
    r"ne[._-]?pas[._-]?repondre|"
    r"no[._-]?responder|nao[._-]?responda|noreplay)[\w.+-]*@|"
    r"(?:notifications?|notify|alerts?|mailer|newsletter|news|updates?|auto-confirm|shipment-tracking|"
    r"order-update|ship-confirm|"
    r"payments?-messages|bounces?|automailer|system|service-notification|seller-notification)@",
    re.IGNORECASE,
)
NOTICE_ADDRESS = re.compile(
    rf"(?:seller-notification|seller-performance|seller-info|auto-confirm|donotreply|no-reply|"
    rf"payments-messages|shipment-tracking|"
    rf"atoz-guarantee-no-reply|fba-noreply)@(?:[\w-]+\.)?amazon\.(?:{_AMAZON_TLD})|"
    rf"ebay@(?:[\w-]+\.)?ebay\.[a-z.]{{2,6}}|"
    r"(?:service|member|paypal|noreply)@(?:[\w-]+\.)?paypal\.[a-z.]{2,6}|(?:transaction|noreply|"
    r"emails?)@(?:[\w-]+\.)?etsy\.com|"
    r".+@(?:e?mails?|notifications?|notice|info)\.(?:amazon|ebay|paypal|etsy|walmart|wish|aliexpress|"
    r"alibaba|shopee|lazada|stripe)\.[a-z.]{2,6}|"
    r"(?:mcinfo|quantumview|auto-notify|pkginfo)@(?:[\w-]+\.)?ups\.com|trackingupdates@fedex\.com|"
    r".+@notice\.alibaba\.com",
    re.IGNORECASE,
)

BOUNCE_LOCAL = re.compile(
    r"(?:mailer-?daemon|postmaster|mail-?daemon|mail\.?delivery.*|microsoftexchange[0-9a-f]*|.*-bounces?)@",
    re.IGNORECASE,
)
BOUNCE_SUBJECT = re.compile(
    r"undeliver(?:ed|able)|delivery (?:status notification|failure|has failed|notification)|returned mail|"
    r"mail delivery (?:failed|failure|"
    r"subsystem|system)|failure notice|message (?:not delivered|undeliverable)|could not be delivered|"
    r"returned to sender|"
    r"unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|unzugestellt|non remis|non distribué|échec "
    r"de (?:la )?(?:remise|distribution)|"
    r"no se (?:puede|pudo) entregar|no entregado|error de entrega|não (?:foi possível )?entreg(?:ue|ar)|"
    r"falha na entrega|"
    r"mancato recapito|退信|无法送达|無法傳遞|未送达|无法投递|投递失败|系统退信|送達不能|"
    r"配信不能|配信できません|не доставлено",
    re.IGNORECASE,
)
