"""The name and the country under a signature, and the wording that its consents are given to."""

from __future__ import annotations

import hashlib

import pytest

from handlers.countries import find_country, guessed_country
from handlers.supporters.signing.comments import CommentFault, read_comment
from handlers.supporters.signing.names import NameFault, read_name
from handlers.supporters.signing.screens import CONSENT_VERSION
from handlers.supporters.subscribing import conversation as subscribing
from handlers.texts import LANGUAGES, Texts

WORDING = "88f65a8ec943"  # first digits of the digest of what CONSENT_VERSION stands for
LETTERS_WORDING = "2af0a2c96fee"


def test_a_new_wording_of_the_consents_needs_a_new_version() -> None:
    texts = Texts("en")
    wording = "".join(
        texts.plain("signing-consents", language, organisation="O", addressees="A", days=30)
        + "".join(
            texts.plain(f"signing-consent-{purpose}", language)
            for purpose in ("keep", "hand_over", "updates", "show_name")
        )
        for language in LANGUAGES
    )

    assert (CONSENT_VERSION, hashlib.sha256(wording.encode()).hexdigest()[:12]) == ("signing-2", WORDING)


def test_a_new_wording_of_the_consent_to_letters_needs_a_new_version() -> None:
    texts = Texts("en")
    wording = "".join(texts.plain("subscribing-consent", language, organisation="O") for language in LANGUAGES)

    digest = hashlib.sha256(wording.encode()).hexdigest()[:12]
    assert (subscribing.CONSENT_VERSION, digest) == ("subscribing-2", LETTERS_WORDING)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Amina \n K. ", "Amina K."),
        ("J.R.R. Tolkien", "J.R.R. Tolkien"),
        ("नेहा", "नेहा"),
        ("e\u0301milie", "émilie"),
        ("a\u202eb\x00c", "abc"),
        ("", NameFault.EMPTY),
        ("...", NameFault.EMPTY),
        ("12345", NameFault.EMPTY),
        ("@amina", NameFault.LINK),
        ("amina at evil.xyz", NameFault.LINK),
        ("https://example.org", NameFault.LINK),
        ("x" * 81, NameFault.TOO_LONG),
        ("\u3164\u115f\uffa0", NameFault.EMPTY),  # letters by name, and nothing to see
    ],
)
def test_a_typed_name_is_cleaned_or_refused(typed: str, name: str | NameFault) -> None:
    assert read_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "comment"),
    [
        (" Please\nhurry. ", "Please hurry."),
        ("제 가족도\u202e 그곳에 있었습니다.", "제 가족도 그곳에 있었습니다."),
        ("=1+1 is two", "=1+1 is two"),
        ("In 2013 nine were sent back.", "In 2013 nine were sent back."),
        ("", CommentFault.EMPTY),
        ("?!", CommentFault.EMPTY),
        ("x" * 281, CommentFault.TOO_LONG),
        ("write to a@example.org", CommentFault.PERSONAL),
        ("evil.xyz", CommentFault.PERSONAL),
        ("@amina knows", CommentFault.PERSONAL),
        ("제 번호는 010-1234-5678", CommentFault.PERSONAL),
    ],
)
def test_a_comment_is_cleaned_or_refused(typed: str, comment: str | CommentFault) -> None:
    assert read_comment(typed) == comment


@pytest.mark.parametrize(
    ("tag", "country"),
    [("ko", "KR"), ("ja", "JP"), ("th", "TH"), ("pt-BR", "BR"), ("zh-hans", "ZZ"), ("en", "ZZ"), ("en-US", "ZZ")],
)
def test_a_country_is_guessed_only_where_the_language_says_it(tag: str, country: str) -> None:
    assert guessed_country(tag) == country


@pytest.mark.parametrize(
    ("typed", "country"),
    [
        ("kr", "KR"),
        ("Korea", "KR"),
        ("미국", "US"),
        ("홍콩", "HK"),
        ("Hong Kong", "HK"),
        ("ZZ", None),
        ("Ruritania", None),
    ],
)
def test_a_country_is_found_by_its_name_or_its_letters(typed: str, country: str | None) -> None:
    assert find_country(typed) == country
