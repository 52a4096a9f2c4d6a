"""A letter that thanks an addressee after a step forward, in the language of letters to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.dates import day_text, fact_date_text
from handlers.letters.package import ENGLISH, letter_language
from handlers.letters.words import LETTER_LANGUAGES, letter_word
from handlers.translated import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from storage.appeals.model import Appeal
    from storage.appeals.parts import Addressee
    from storage.registers.models import Office
    from storage.timeline.aftermath import Told
    from storage.timeline.kinds import Outcome

_GAP = "\n\n"


def thanks_text(
    appeal: Appeal, addressee: Addressee, step: Told[Outcome], office: Office | None, *, organisation: str, today: date
) -> str:
    """Return the letter; *office* is what the register knows of the addressee, such as who holds it now."""
    language = letter_language(appeal, addressee)
    fixed = language if language in LETTER_LANGUAGES else ENGLISH
    return _GAP.join(_letter(appeal, addressee, step, office, organisation, today, language, fixed)) + "\n"


def _letter(  # each is a line of the letter
    appeal: Appeal,
    addressee: Addressee,
    step: Told[Outcome],
    office: Office | None,
    organisation: str,
    today: date,
    language: str,
    fixed: str,
) -> Iterator[str]:
    locale = fixed.replace("-", "_")  # what Babel calls it
    yield day_text(today, locale)
    yield _recipient(addressee, office, language, fixed)
    yield addressee.salutation[language]
    yield letter_word("thanks-asked", fixed, title=appeal.texts[language].title, code=appeal.code)
    if addressee.demands:
        yield "\n".join(f"{number}. {one}" for number, one in enumerate(addressee.demands[language], start=1))
    yield letter_word("thanks-since", fixed, when=fact_date_text(step.day, locale))
    yield step.content.summary
    yield letter_word("thanks-step", fixed)
    yield letter_word("thanks-further", fixed)
    signatory = (appeal.signatory.name, appeal.signatory.role[language]) if appeal.signatory else ()
    yield "\n".join((letter_word("closing", fixed), *signatory, organisation))


def _recipient(addressee: Addressee, office: Office | None, language: str, fixed: str) -> str:
    named = addressee.office[language]
    if office is None:
        return named
    who = named
    if office.holder:
        who = letter_word("recipient", fixed, office=named, holder=in_language(office.holder, language))
    return f"{who}\n{office.post.strip()}" if office.post else who
