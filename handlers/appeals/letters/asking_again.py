"""What signers are sent when a petition asks for something else than they signed: what changed, what is asked now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.appeals.cards import petition_text
from handlers.appeals.heading import deadline_text
from handlers.appeals.letters.corrections import change_note
from handlers.asking import button
from handlers.message_text import fitted
from handlers.texts import Markup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from handlers.asking import Rows
    from handlers.texts import Texts
    from storage.appeals.model import Appeal


def asking_again_text(appeal: Appeal, changed: Appeal, texts: Texts, language: str, *, now: datetime) -> str:
    """Return what a signer of an earlier text is sent; *changed* is the version that came to ask for something else."""
    return fitted(_asking_again(appeal, changed, texts, language, now))


def asking_again_rows(appeal: Appeal, texts: Texts, language: str, bot_username: str) -> Rows:  # noqa: ARG001  # as every letter's rows
    """Return the buttons: to sign the new text, and to read all of it first."""
    return [
        [button(texts.plain("asking-again-sign", language), "sign", appeal.code)],
        [
            button(texts.plain("appeals-more", language), "more", appeal.code),
            button(texts.plain("appeals-contact", language), "contact", appeal.code),
        ],
    ]


def _asking_again(appeal: Appeal, changed: Appeal, texts: Texts, language: str, now: datetime) -> Iterator[Markup]:
    yield Markup(texts.html("asking-again-notice", language, note=change_note(changed, texts, language)))
    yield Markup(texts.html("asking-again-yours", language))
    yield deadline_text(appeal, texts, language, now=now)
    yield Markup(petition_text(appeal, texts, language))
