"""What the package of a handover says: the letter, the headings and the README, in the language of its addressee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel import Locale

from handlers.appeals.heading import language_for
from handlers.dates import day_text, zone_text
from handlers.letters.words import LETTER_LANGUAGES, letter_word
from handlers.proofs.page import verify_page
from handlers.texts import LANGUAGES
from handlers.translated import in_language
from storage.exports.handover_package import PackageWords
from storage.exports.paper.cover_letter import CoverLetter
from storage.exports.paper.name_list import NameListLabels
from storage.petitions.signatures.records import UNKNOWN_COUNTRY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from handlers.texts import Texts, Value
    from storage.appeals.model import Appeal
    from storage.appeals.parts import Addressee
    from storage.notes import PublicKey
    from storage.petitions.handing_over.contents import Contents
    from storage.petitions.handing_over.handovers import Handover

ENGLISH = "en"


@dataclass(frozen=True)
class Sender:
    """Who hands over, and what their notes are checked with."""

    organisation: str
    texts: Texts
    key: PublicKey


def letter_language(appeal: Appeal, addressee: Addressee) -> str:
    """Return the language of letters to the addressee: its own, if the sheet says there what is asked of it."""
    language = addressee.letter_language
    return language if language in appeal.texts else language_for(appeal, ENGLISH, ENGLISH)


def package_words(appeal: Appeal, handover: Handover, contents: Contents, sender: Sender) -> PackageWords:
    """Return all that the package says; *appeal* is the version that the handover was made with."""
    addressee = next(one for one in appeal.addressees if one.id == handover.addressee)
    language = letter_language(appeal, addressee)
    about = _About(appeal, addressee, handover, contents, sender)
    own = _Words(about, language, language if language in LETTER_LANGUAGES else ENGLISH)
    return own.package(_Words(about, language_for(appeal, ENGLISH, ENGLISH), ENGLISH))


@dataclass(frozen=True)
class _About:
    appeal: Appeal
    addressee: Addressee
    handover: Handover
    contents: Contents
    sender: Sender


class _Words:
    """The words in one language of the sheet, and the *fixed* ones in one of ours, which may differ."""

    def __init__(self, about: _About, language: str, fixed: str) -> None:
        self._appeal, self._addressee, self._handover = about.appeal, about.addressee, about.handover
        self._contents, self._sender = about.contents, about.sender
        self._language, self._fixed = language, fixed

    def package(self, english: _Words) -> PackageWords:
        page_language = self._language if self._language in LANGUAGES else ENGLISH
        word = self._word
        return PackageWords(
            readme=self._readme(english),
            letter=self._letter(),
            labels=self._labels(),
            names=(
                word("column-number"), word("column-name"), word("column-country"), word("column-city"),
                word("column-day"), word("column-channel"),
            ),
            corrections=(word("column-handover"), word("column-number")),
            totals=(word("column-counted-by"), word("column-value"), word("column-signatures"), word("column-as-of")),
            place=self._place,
            day=self._day,
            page=verify_page(self._sender.texts, page_language, self._sender.organisation, self._sender.key),
        )  # fmt: skip

    def _letter(self) -> CoverLetter:
        addressee, demands = self._addressee, self._addressee.demands[self._language]
        return CoverLetter(
            language=self._language,
            place_and_day=self._day(self._local(self._handover.at).date()),
            recipient=self._recipient(),
            address=tuple(filter(None, map(str.strip, (self._handover.post or "").splitlines()))),
            salutation=addressee.salutation[self._language],
            paragraphs=tuple(self._paragraphs()),
            demands_heading=self._word("demands-heading"),
            demands=demands,
            totals_heading=self._word("totals-heading", moment=self._moment(self._handover.at)),
            totals=tuple(self._totals()),
            closing=self._word("closing"),
            signatory=tuple(self._signatory()),
            footer=self.about("footer"),
        )

    def _recipient(self) -> str:
        """Return the office with the name of who held it when the handover was made, as far as a register said."""
        office, holder = self._addressee.office[self._language], self._handover.holder
        if not holder:
            return office
        return self._word("recipient", office=office, holder=in_language(holder, self._language))

    def _paragraphs(self) -> Iterator[str]:
        contents = self._contents
        yield self.about("petition")
        yield self._word("total", moment=self._moment(self._handover.at), total=contents.head.total)
        if contents.before is None:
            yield self._word("names-first", names=contents.listed)
        else:
            before = self._local(datetime.fromtimestamp(contents.before, UTC)).date()
            yield self._word("names-further", day=self._day(before), names=contents.listed)
        if contents.earlier_text:
            yield self._word("earlier-text", count=contents.earlier_text)
        if contents.corrections:
            yield self._word("corrections", count=len(contents.corrections))
        yield self._word("purpose")
        yield self._word("check")

    def _totals(self) -> Iterator[tuple[str, str]]:
        head = self._contents.head
        for channel, count in sorted(head.counts.items(), key=lambda one: -one[1]):
            yield self._word(f"total-{channel}"), self._number(count)
        yield self._word("total-all"), self._number(head.total)
        yield self._word("total-listed"), self._number(self._contents.listed)

    def _signatory(self) -> Iterator[str]:
        if self._appeal.signatory:
            yield self._appeal.signatory.name
            yield self._appeal.signatory.role[self._language]
        yield self._sender.organisation

    def _labels(self) -> NameListLabels:
        return NameListLabels(
            language=self._language,
            title=self.about("list-title"),
            subtitle=self.about("list-subtitle"),
            number=self._word("column-number"),
            name=self._word("column-name"),
            place=self._word("column-place"),
            day=self._word("column-day"),
            footer=self.about("list-footer"),
        )

    def _readme(self, english: _Words) -> str:
        texts = dict.fromkeys((self.about("readme"), english.about("readme")))
        return f"\n\n{'=' * 72}\n\n".join(texts) + "\n"

    def about(self, key: str) -> str:
        """Return a text that names what this is about."""
        values: dict[str, Value] = {
            "organisation": self._sender.organisation,
            "title": self._appeal.texts[self._language].title,
            "code": self._appeal.code,
            "number": self._handover.number,
            "day": self._day(self._local(self._handover.at).date()),
            "names": self._contents.listed,
            "key": str(self._sender.key),
        }
        return self._word(key, **values)

    def _word(self, key: str, /, **values: Value) -> str:
        return letter_word(key, self._fixed, **values)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self._appeal.timezone))

    def _moment(self, moment: datetime) -> str:
        local = self._local(moment)
        zone = zone_text(local, self._locale)
        return self._word("moment", day=self._day(local.date()), time=f"{local:%H:%M}", zone=zone)

    def _day(self, day: date) -> str:
        return day_text(day, self._locale)

    def _number(self, number: int) -> str:
        return self._word("number", number=number)

    def _place(self, country: str, city: str | None) -> str:
        names = Locale.parse(self._locale).territories
        return ", ".join(part for part in (city, names[country] if country != UNKNOWN_COUNTRY else None) if part)

    @property
    def _locale(self) -> str:
        return self._fixed.replace("-", "_")
