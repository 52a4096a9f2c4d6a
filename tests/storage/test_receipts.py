"""A receipt is easy to type, hard to guess, and is itself the key to the replies."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter

import bech32
import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrage import x25519

from storage.sealing import read_recipients
from storage.tips.receipts import ReceiptKeys, find_receipt, new_receipt, new_tag, normalise_receipt, receipt_keys

SALT = b"a site's own salt"


def test_a_receipt_has_25_digits_in_five_groups() -> None:
    assert re.fullmatch(r"\d{5}(-\d{5}){4}", new_receipt())


def test_receipts_use_every_digit_in_every_place() -> None:
    receipts = [new_receipt().replace("-", "") for _ in range(400)]

    assert all(len(Counter(place)) == 10 for place in zip(*receipts, strict=True))


@pytest.mark.parametrize(
    "typed",
    [
        "12345-67890-12345-67890-12345",
        "1234567890123451234512345"[:10] + " 12345 67890\n12345",
        "１２３４５ー６７８９０－12345–67890—12345".replace("ー", "-"),
        "๑๒๓๔๕ ๖๗๘๙๐ ๑๒๓๔๕ ๖๗๘๙๐ ๑๒๓๔๕",
        " 12345.67890_12345\u200b67890\u00a012345 ",
    ],
)
def test_a_receipt_is_read_as_people_type_it(typed: str) -> None:
    assert normalise_receipt(typed) == "1234567890123456789012345"


@pytest.mark.parametrize(
    "typed", ["", "12345", "12345-67890-12345-67890-1234", "1" * 26, "12345-67890-12345-67890-1234x", "²" * 25 + "½"]
)
def test_what_is_no_receipt_is_none(typed: str) -> None:
    assert normalise_receipt(typed) is None


@pytest.mark.parametrize(
    "text",
    [
        "my number is 12345-67890-12345-67890-12345",
        "On 12 March I wrote: 12345 67890 12345 67890 12345. Is there an answer?",
        "12345, 67890, 12345, 67890, 12345",
        "번호는１２３４５６７８９０１２３４５６７８９０１２３４５입니다",
        "1234 5678 9012 3456 7890 12345!",
        "2026 12345-67890-12345-67890-12345 12",
        "๑๒๓๔๕ ๖๗๘๙๐ ๑๒๓๔๕ ๖๗๘๙๐ ๑๒๓๔๕",
    ],
)
def test_a_receipt_is_found_within_a_text(text: str) -> None:
    assert find_receipt(text) == "1234567890123456789012345"


@pytest.mark.parametrize(
    "text", ["", "Call 010-1234-5678.", "1" * 24, "1" * 26, "12345-67890-12345-67890-1234", "12345 x 67890" * 9]
)
def test_nothing_else_is_found_to_be_a_receipt(text: str) -> None:
    assert find_receipt(text) is None


@given(st.text(max_size=300) | st.text("0123456789 -x", max_size=90))
def test_what_is_found_is_read_as_a_receipt_and_what_is_read_is_found(text: str) -> None:
    found = find_receipt(text)

    assert found is None or normalise_receipt(found) == found
    assert normalise_receipt(text) in {None, found}


@given(st.text(max_size=300) | st.text("0123456789 -", max_size=60))
def test_any_text_is_a_receipt_or_none(text: str) -> None:
    digits = normalise_receipt(text)

    assert digits is None or re.fullmatch(r"[0-9]{25}", digits)


def test_who_holds_the_receipt_opens_the_replies() -> None:
    receipt = new_receipt()
    keys = receipt_keys(receipt, SALT)
    sealed = pyrage.encrypt(b"a reply", [x25519.Recipient.from_str(keys.reply_recipient)])

    assert pyrage.decrypt(sealed, [_identity_of(receipt)]) == b"a reply"
    assert read_recipients(keys.reply_recipient).members[0].public == keys.reply_recipient


def _identity_of(receipt: str) -> x25519.Identity:
    """Rebuild the private key from nothing but the receipt, as its holder's own device would."""
    root = hashlib.scrypt(receipt.replace("-", "").encode(), salt=SALT, n=2**16, r=8, p=1, maxmem=2**27, dklen=32)
    words = bech32.convertbits(hmac.digest(root, b"reply", "sha256"), 8, 5)
    assert words is not None
    return x25519.Identity.from_str(bech32.bech32_encode("age-secret-key-", words).upper())


def test_the_keys_follow_from_the_digits_and_the_salt_alone() -> None:
    first = receipt_keys("12345-67890-12345-67890-12345", SALT)

    assert receipt_keys("１２３４５ 67890 12345 67890 12345", SALT) == first
    assert _differ(first, receipt_keys("12345-67890-12345-67890-12345", b"another"))
    assert _differ(first, receipt_keys("12345-67890-12345-67890-12346", SALT))
    assert len(first.lookup) == 32
    assert repr(first.lookup) not in repr(first)


def _differ(one: ReceiptKeys, other: ReceiptKeys) -> bool:
    return one.lookup != other.lookup and one.reply_recipient != other.reply_recipient


def test_what_is_no_receipt_has_no_keys() -> None:
    with pytest.raises(ValueError, match="not a receipt"):
        receipt_keys("12345", SALT)


def test_a_tag_has_four_characters_that_nobody_mistakes() -> None:
    tags = {new_tag() for _ in range(500)}

    assert len(tags) > 400
    assert all(re.fullmatch(r"[A-Z0-9]{4}", tag) for tag in tags)
    assert not set("".join(tags)) & set("0O1IL5S2Z8BAEU")
