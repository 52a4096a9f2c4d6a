"""The country of a signer: guessed from the client's language, chosen from a short list, or typed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from handlers.texts import LANGUAGES
from storage.appeals.values import countries
from storage.petitions.signatures.records import UNKNOWN_COUNTRY

if TYPE_CHECKING:
    from handlers.texts import Texts

COUNTRY_TEXT_MAX = 60  # characters

_SPOKEN_IN = {"ko": "KR", "ja": "JP", "th": "TH"}  # languages with one country where nearly all speakers live
_OFFERED = {
    "en": ("KR", "JP", "TH", "US", "GB", "CA", "AU", "DE"),
    "ko": ("KR", "US", "JP", "CA", "AU", "DE"),
}
_USUAL_NAMES = {
    "korea": "KR",
    "usa": "US",
    "america": "US",
    "england": "GB",
    "scotland": "GB",
    "uk": "GB",
    "turkey": "TR",
    "burma": "MM",
    "한국": "KR",
    "남한": "KR",
    "북한": "KP",
    "대만": "TW",
}

_ADDED = re.compile(r"\s?\(.*\)| SAR China")  # what the tables say after the name that people use


def guessed_country(language_code: str | None) -> str:
    """Return the country that an IETF tag such as `pt-BR` or `ko` speaks of, or `ZZ`; English speaks of none."""
    language, *rest = (language_code or "").replace("_", "-").split("-")
    if language.lower() == "en":
        return UNKNOWN_COUNTRY
    regions = [part.upper() for part in rest if part.upper() in countries()]
    return regions[0] if regions else _SPOKEN_IN.get(language.lower(), UNKNOWN_COUNTRY)


def offered_countries(language: str) -> tuple[str, ...]:
    """Return the countries that most signers who read *language* live in."""
    return _OFFERED[language]


def country_name(code: str, language: str) -> str:
    """Return the name of a country of ISO 3166-1."""
    return _names(language)[code]


def longest_names(many: int) -> tuple[str, ...]:
    """Return the countries whose names take the most room in any of our languages."""
    return tuple(sorted(countries(), key=lambda code: -max(len(country_name(code, one)) for one in LANGUAGES))[:many])


def country_text(code: str, texts: Texts, language: str) -> str:
    """Return the name of a signer's country, or that none was given."""
    return texts.plain("countries-not-given", language) if code == UNKNOWN_COUNTRY else country_name(code, language)


def find_country(text: str) -> str | None:
    """Return the code of the country that the text names: its code, or its name in one of our languages."""
    if len(text) > COUNTRY_TEXT_MAX:
        return None
    if text.strip().upper() in countries():
        return text.strip().upper()
    return _codes_by_name().get(_folded(text))


@cache
def _names(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}


@cache
def _codes_by_name() -> dict[str, str]:
    full = {name: code for language in LANGUAGES for code, name in _names(language).items() if code in countries()}
    short = {_ADDED.sub("", name): code for name, code in full.items()}
    return {_folded(name): code for name, code in (short | full | _USUAL_NAMES).items()}


def _folded(text: str) -> str:
    """Reduce a name to its letters: `Côte d’Ivoire` and `cote d'ivoire` are the same country."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in letters if unicodedata.category(char).startswith("L"))
    return unicodedata.normalize("NFC", kept)
