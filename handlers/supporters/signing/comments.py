"""What a signer may say beside the signature: cleaned, or why it cannot be kept."""

from __future__ import annotations

from enum import StrEnum

from handlers.guard.patterns import Kind
from handlers.guard.personal_data import find_personal_data
from handlers.one_line import on_one_line
from handlers.supporters.signing.names import has_letters, has_link

COMMENT_MAX = 280  # characters


class CommentFault(StrEnum):
    """Why a text cannot be a comment; the words are the ends of the texts that say so."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    PERSONAL = "personal"


def read_comment(text: str) -> str | CommentFault:
    """Return the comment on one line, or what is wrong with it: links and what leads to a person are not taken.

    Names are: people sign for somebody.
    """
    comment = on_one_line(text)
    if not has_letters(comment):
        return CommentFault.EMPTY
    if len(comment) > COMMENT_MAX:
        return CommentFault.TOO_LONG
    if has_link(comment) or any(found.kind is not Kind.NAME for found in find_personal_data(comment)):
        return CommentFault.PERSONAL
    return comment
