"""What folders are called for want of SPECIAL-USE marks: names by role, in the languages that servers speak."""

from shopdesk.domain.mailbox import FolderRole

_NAMES: dict[FolderRole, tuple[str, ...]] = {
    FolderRole.SENT: (
        "sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete objekte",
        "gesendete elemente", "gesendete nachrichten", "envoyés", "envoyes", "éléments envoyés",
        "messages envoyés", "objets envoyés", "courrier envoyé", "enviados", "elementos enviados",
        "mensajes enviados", "correo enviado", "itens enviados", "mensagens enviadas", "inviata",
        "posta inviata", "inviati", "elementi inviati", "verzonden", "verzonden items",
        "verzonden berichten", "skickat", "skickade objekt", "sendt", "sendte elementer", "lähetetyt",
        "wysłane", "elementy wysłane", "odeslané", "odeslaná pošta", "odoslané", "elküldött", "trimise",
        "отправленные", "отправленные сообщения", "надіслані", "gönderilmiş", "gönderilmiş öğeler",
        "gönderilenler", "已发送", "已发送邮件", "已发邮件", "已傳送", "寄件備份",
        "寄件匣備份", "送信済み", "送信済みメール", "送信済みアイテム", "보낸편지함", "보낸 편지함",
        "보낸메일함", "ส่งแล้ว", "đã gửi", "thư đã gửi",
    ),
    FolderRole.DRAFTS: (
        "drafts", "draft", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador",
        "rascunhos", "rascunho", "bozze", "concepten", "concept", "utkast", "kladder", "kladde",
        "luonnokset", "szkice", "wersje robocze", "koncepty", "rozepsané", "piszkozatok", "ciorne",
        "черновики", "чернетки", "taslaklar", "草稿", "草稿箱", "草稿匣", "下書き", "임시보관함",
        "임시 보관함", "แบบร่าง", "thư nháp", "bản nháp",
    ),
    FolderRole.TRASH: (
        "trash", "deleted", "deleted items", "deleted messages", "bin", "papierkorb", "gelöscht",
        "gelöschte objekte", "gelöschte elemente", "gelöschte nachrichten", "corbeille",
        "éléments supprimés", "messages supprimés", "papelera", "elementos eliminados", "eliminados",
        "lixeira", "lixo", "itens excluídos", "itens eliminados", "cestino", "posta eliminata",
        "elementi eliminati", "prullenbak", "verwijderde items", "papperskorg", "papperskorgen",
        "borttagna objekt", "papirkurv", "slettet post", "slettede elementer", "roskakori", "poistetut",
        "kosz", "elementy usunięte", "koš", "kôš", "odstraněná pošta", "lomtár", "kuka", "coș de gunoi",
        "корзина", "удаленные", "удалённые", "кошик", "çöp kutusu", "çöp", "silinmiş öğeler", "已删除",
        "已删除邮件", "垃圾箱", "回收站", "废件箱", "已刪除", "刪除的郵件", "垃圾桶", "ゴミ箱", "ごみ箱",
        "削除済みアイテム", "휴지통", "지운편지함", "ถังขยะ", "thùng rác",
    ),
    FolderRole.JUNK: (
        "junk", "spam", "junk email", "junk e-mail", "junk mail", "bulk mail", "bulk", "unerwünscht",
        "spamverdacht", "werbung", "junk-e-mail", "courrier indésirable", "indésirables", "pourriel",
        "correo no deseado", "no deseado", "correo basura", "lixo eletrônico", "lixo electrónico",
        "posta indesiderata", "indesiderata", "ongewenst", "ongewenste e-mail", "skräppost", "uønsket",
        "søppelpost", "uønsket e-post", "roskaposti", "wiadomości-śmieci", "niechciane", "nevyžádaná pošta",
        "nevyžiadaná pošta", "levélszemét", "спам", "нежелательная почта", "небажана пошта", "gereksiz",
        "önemsiz", "istenmeyen", "垃圾邮件", "廣告信件", "广告邮件", "病毒文件夹", "病毒邮件", "垃圾郵件",
        "迷惑メール", "스팸", "스팸메일함", "สแปม", "thư rác",
    ),
    FolderRole.ARCHIVE: (
        "archive", "archives", "archiv", "archivierte", "archivo", "archivados", "archivio", "arquivo",
        "archief", "arkiv", "arkisto", "archiwum", "archív", "archívum", "arhivă", "архив", "архів",
        "arşiv", "归档", "存档", "封存", "アーカイブ", "보관함", "보관편지함", "lưu trữ",
    ),
    FolderRole.ALL: (
        "all mail", "all messages", "starred", "flagged", "important", "virtual", "alle nachrichten",
        "tous les messages", "tutti i messaggi", "所有邮件", "全部邮件", "星标邮件",
        "すべてのメール", "вся почта",
    ),
}  # fmt: skip

ROLE_OF_NAME: dict[str, FolderRole] = {name: role for role, names in _NAMES.items() for name in names}
"""Casefolded folder name to role."""
