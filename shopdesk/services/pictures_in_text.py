"""The text of a draft with its pictures, as it leaves."""

from collections.abc import Callable

from shopdesk.domain.draft import PICTURE, Draft
from shopdesk.domain.ids import DraftFileId
from shopdesk.domain.outgoing import OutgoingFile, OutgoingPicture, picture_words


def text_with_pictures(
    draft: Draft, content: Callable[[DraftFileId], bytes], new_id: Callable[[], str]
) -> tuple[str, tuple[OutgoingPicture, ...]]:
    """The words, and the pictures in their order. In: the bytes of a file; an id that nobody else gives.

    The sign of a picture where none is, as pasted words or a value may hold it, is left out.
    """
    files = {file.id: file for file in draft.files}
    at = {picture.place: files[picture.file] for picture in draft.pictures if picture.file in files}
    words: list[str] = []
    pictures: list[OutgoingPicture] = []
    for place, sign in enumerate(draft.body):
        if sign != PICTURE:
            words.append(sign)
        elif place in at:
            file = at[place]
            outgoing = OutgoingFile(file.name, file.media_type, content(file.id))
            pictures.append(OutgoingPicture(outgoing, new_id(), picture_words(draft.language, file.name)))
            words.append(sign)
    return "".join(words), tuple(pictures)
