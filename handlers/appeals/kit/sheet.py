"""The signature sheet of an appeal: what stands on it in each language, and how it becomes a PDF.

Who changes the wording of `sheets-consent-…` changes `SHEET_VERSION` as well: it is stored with each signature that
was given on paper.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from handlers.qr import qr_png
from handlers.supporters.ages import age_for
from storage.exports.paper.signature_sheet import SheetColumns, SignatureSheet, write_signature_sheet
from storage.retention import NAMES_KEPT_AFTER_CLOSING

if TYPE_CHECKING:
    from handlers.context import Policy
    from handlers.texts import Texts
    from storage.appeals.model import Appeal
    from storage.appeals.records import StoredAppeal

SHEET_VERSION = "sheet-1"
"""Version of the consent text on the sheet."""
SHEET = "sheet"
"""The source of those who sign through the picture on the sheet."""


def sheet_pdf(stored: StoredAppeal, texts: Texts, language: str, policy: Policy, link: str) -> bytes:
    """Return the sheet in one of the appeal's languages; it takes a second, so call it in a thread.

    *link* is where those land who would rather sign with their phone; a collector's own counts for that collector.

    Raises:
        MissingFont: If no installed font has a letter of it.
    """
    out = io.BytesIO()
    write_signature_sheet(_sheet(stored, texts, language, policy, link), out)
    return out.getvalue()


def _sheet(stored: StoredAppeal, texts: Texts, language: str, policy: Policy, link: str) -> SignatureSheet:
    appeal, text = stored.appeal, stored.appeal.texts[language]
    say = texts.plain
    return SignatureSheet(
        language=language,
        heading=say("sheets-heading", language, organisation=policy.organisation),
        title=text.title,
        summary="" if appeal.content_note else text.summary,
        demands_heading=say("sheets-demands", language),
        demands=_demands(appeal, texts, language),
        consent_heading=say("sheets-consent", language),
        consent=_consent(appeal, texts, language, policy),
        columns=SheetColumns(
            number=say("sheets-column-number", language),
            name=say("sheets-column-name", language),
            place=say("sheets-column-place", language),
            hand_over=say("sheets-column-hand-over", language),
            signature=say("sheets-column-signature", language),
        ),
        qr=qr_png(link),
        qr_caption=say("sheets-qr", language),
        collector=tuple(say(f"sheets-collector-{word}", language) for word in ("name", "place", "day")),
        footer=say("sheets-footer", language, code=appeal.code, number=str(stored.number), version=SHEET_VERSION),
    )


def _demands(appeal: Appeal, texts: Texts, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (texts.plain("sheets-to", language, office=one.office[language]), one.demands[language])
        for one in appeal.addressees
        if one.demands
    )


def _consent(appeal: Appeal, texts: Texts, language: str, policy: Policy) -> tuple[str, ...]:
    days, unsent = policy.names_kept_days, NAMES_KEPT_AFTER_CLOSING.days
    contact = policy.privacy_contact or appeal.contact.email
    return (
        texts.plain("sheets-consent-keep", language, organisation=policy.organisation, days=days, unsent=unsent),
        texts.plain("sheets-consent-hand-over", language),
        texts.plain("sheets-consent-rights", language, contact=contact),
        _age(appeal, texts, language),
    )


def _age(appeal: Appeal, texts: Texts, language: str) -> str:
    anywhere, korea = age_for(appeal, "ZZ"), age_for(appeal, "KR")
    if korea == anywhere:
        return texts.plain("sheets-consent-age", language, age=anywhere)
    return texts.plain("sheets-consent-age-korea", language, age=anywhere, korea=korea)
