"""File names of strangers made into names that every system takes, and the types that can run a program."""

import re
import unicodedata

from shopdesk.mail.clean_text import clean_line

LONGEST_NAME = 150
_LONGEST_EXTENSION = 16
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_EXTENSIONS = {
    "image/jpeg": ".jpg", "image/jpg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
    "image/heic": ".heic", "image/tiff": ".tif", "image/bmp": ".bmp", "image/svg+xml": ".svg",
    "application/pdf": ".pdf", "application/zip": ".zip", "application/pkcs7-signature": ".p7s",
    "application/pkcs7-mime": ".p7m", "application/pgp-signature": ".asc", "application/pgp-encrypted": ".asc",
    "application/ms-tnef": ".dat", "message/rfc822": ".eml", "message/global": ".eml",
    "message/delivery-status": ".txt", "text/rfc822-headers": ".txt", "message/external-body": ".txt",
    "message/disposition-notification": ".txt", "text/calendar": ".ics", "text/vcard": ".vcf", "text/x-vcard": ".vcf",
    "text/directory": ".vcf", "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "audio/mpeg": ".mp3",
    "audio/amr": ".amr", "video/mp4": ".mp4", "video/quicktime": ".mov",
}  # fmt: skip
_RISKY = frozenset(
    "exe scr com bat cmd pif msi msp mst msix appx js jse vbs vbe vb ws wsf wsc wsh hta lnk "
    "url website scf inf reg cpl dll sys ps1 "
    "ps1xml ps2 psc1 psm1 psd1 msh mshxml jar jnlp class docm dotm xlsm xltm xlam xll xla "
    "pptm potm ppam ppsm sldm iso img vhd vhdx dmg "
    "pkg mpkg app command tool sh bash csh zsh run bin elf desktop apk deb rpm appimage ade "
    "adp mde mdb accde accdr application gadget "
    "chm hlp msc crt der cer library-ms search-ms settingcontent-ms diagcab diagcfg one "
    "onepkg svg svgz xhtml htm html shtml mht "
    "mhtml py pyc pyw pyz pl rb php udl rdp ics-exe workflow action scpt applescript terminal "
    "fileloc inetloc webloc wim cab slk iqy "
    "oqy dqy rqy".split()
) - {"ics-exe"}
_RISKY_TYPES = re.compile(
    r"application/(?:x-(?:msdownload|ms-?dos-?program|dosexec|executable|sh|shellscript|msi|apple-diskimage|iso9660-image|"
    r"java-archive|javascript|ms-shortcut|elf)|vnd\.microsoft\.portable-executable|java-archive|hta|javascript)|text/javascript"
)
_PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"L\0\0\0\x01\x14\x02",
)
_PROGRAM_SIZE = 64


def clean_file_name(name: str, media_type: str, number: int) -> str:
    """Give a name without folders, reserved words, streams, control and direction characters; at most 150 long."""
    text = unicodedata.normalize("NFC", clean_line(name, 2_000))
    text = re.split(r"[/\\]", text)[-1]
    if re.match(r"[A-Za-z]:", text):
        text = text[2:]
    text = _FORBIDDEN.sub("_", text).strip(" .-~_\u3000")
    stem, extension = _halves(text)
    if not stem.strip(" ._"):
        stem, extension = f"attachment-{number + 1}", extension or extension_of(media_type)
    if not extension and "." not in stem and media_type in _EXTENSIONS:
        extension = extension_of(media_type)
    if _RESERVED.match(stem + "."):
        stem = f"_{stem}"
    return stem[: LONGEST_NAME - len(extension)].rstrip(" .") + extension


def unique_name(name: str, taken: set[str]) -> str:
    """Give `name`, or it with a number, so that it differs from all `taken` on every file system; and adds it there."""
    stem, extension = _halves(name)
    counter = 1
    candidate = name
    while (key := unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", candidate).casefold())) in taken:
        counter += 1
        suffix = f" ({counter}){extension}"
        candidate = stem[: LONGEST_NAME - len(suffix)] + suffix
    taken.add(key)
    return candidate


def extension_of(media_type: str) -> str:
    """Give the usual extension of a media type with its dot; ".bin" when there is none."""
    return _EXTENSIONS.get(media_type, ".bin")


def is_risky(name: str, declared_name: str, media_type: str, beginning: bytes) -> bool:
    """True when opening could run a program: by any name, by type, or by the first bytes."""
    shown = {one.rstrip(" .").rpartition(".")[2].lower() for one in (name, clean_line(declared_name)) if "." in one}
    if shown & _RISKY or _RISKY_TYPES.match(media_type):
        return True
    if re.search(r"[\u202a-\u202e\u2066-\u2069]", declared_name):
        return True  # a direction character in a file name has no honest use
    return beginning.startswith(_PROGRAM_STARTS)


def _halves(name: str) -> tuple[str, str]:
    stem, dot, extension = name.rpartition(".")
    if not dot or not extension or len(extension) >= _LONGEST_EXTENSION or " " in extension:
        return name, ""
    return stem, "." + extension
