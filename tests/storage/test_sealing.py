"""What is sealed opens for each recipient, for nobody else, and not at all once it was touched."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime

import bech32
import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519

from storage.exports.age import seal_file
from storage.sealing import (
    PADDED_SIZES,
    BadRecipients,
    Recipients,
    TipContent,
    TipTooLong,
    TooFewRecipients,
    read_recipients,
    seal_tip,
)
from storage.tips.words import Area, Category, HowKnown, People, Precision, Urgency, When

ALICE, BINNA, STRANGER = (x25519.Identity.generate() for _ in range(3))
RECIPIENTS = read_recipients(f"{ALICE.to_public()} # alice\n{BINNA.to_public()}")
TIP = TipContent(
    text="마을 게시판에 안내문이 붙었다고 지인이 말했습니다.",
    category=Category.NOTICE,
    urgency=Urgency.NORMAL,
    area=Area.CN_BORDER,
    place_note="마을 게시판",
    people=People.UNKNOWN,
    when=When.THIS_MONTH,
    precision=Precision.UNKNOWN_DAY,
    from_day=date(2026, 10, 21),
    to_day=date(2026, 11, 20),
    how_known=HowKnown.THIRD_PARTY,
    language="ko",
    written_at=datetime(2026, 11, 22, 4, 50, 7, tzinfo=UTC),
    reply_recipient="age1rqwds4737j7pvq37j78hyfn03fhae3lnvku9zt68vqrpyzv6udrstvg5pf",
    may_share_with_partners=True,
)


def _recipient_of(point: bytes) -> str:
    words = bech32.convertbits(point, 8, 5)
    assert words is not None
    return bech32.bech32_encode("age", words)


@pytest.mark.parametrize("identity", [ALICE, BINNA])
def test_every_recipient_reads_the_whole_tip(identity: x25519.Identity) -> None:
    opened = json.loads(pyrage.decrypt(seal_tip(TIP, RECIPIENTS), [identity]))

    assert opened == {
        "format": "clarion-tip",
        "version": 1,
        "text": TIP.text,
        "category": "notice",
        "urgency": "normal",
        "area": "cn_border",
        "place_note": "마을 게시판",
        "people": "unknown",
        "when": "this_month",
        "precision": "unknown_day",
        "from_day": "2026-10-21",
        "to_day": "2026-11-20",
        "how_known": "third_party",
        "language": "ko",
        "written_at": "2026-11-22T04:50:07+00:00",
        "reply_recipient": TIP.reply_recipient,
        "may_publish": False,
        "may_send_to_un": False,
        "may_share_with_partners": True,
        "wishes_contact": False,
    }


def test_a_stranger_reads_nothing() -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(seal_tip(TIP, RECIPIENTS), [STRANGER])


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=1000))
def test_a_sealed_tip_has_one_of_four_lengths_and_keeps_every_character(text: str) -> None:
    plaintext = pyrage.decrypt(seal_tip(replace(TIP, text=text), RECIPIENTS), [ALICE])

    assert len(plaintext) in PADDED_SIZES
    assert json.loads(plaintext)["text"] == text


@pytest.mark.parametrize("size", PADDED_SIZES)
def test_the_padding_is_exact_at_its_edges(size: int) -> None:
    frame = len(pyrage.decrypt(seal_tip(replace(TIP, text=""), RECIPIENTS), [ALICE]).rstrip())
    full = replace(TIP, text="x" * (size - frame))

    assert len(pyrage.decrypt(seal_tip(full, RECIPIENTS), [ALICE])) == size


def test_a_thousand_characters_of_any_script_of_ours_fit() -> None:
    for char in "a한漢กя":
        seal_tip(replace(TIP, text=char * 1000, place_note=char * 60), RECIPIENTS)


def test_a_tip_beyond_the_largest_size_is_refused() -> None:
    with pytest.raises(TipTooLong):
        seal_tip(replace(TIP, text="x" * 4096), RECIPIENTS)


def test_half_a_surrogate_pair_is_sealed_as_a_question_mark() -> None:
    opened = json.loads(pyrage.decrypt(seal_tip(replace(TIP, text="a\ud83db"), RECIPIENTS), [ALICE]))

    assert opened["text"] == "a?b"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        seal_tip(replace(TIP, written_at=datetime(2026, 11, 22)), RECIPIENTS)  # noqa: DTZ001  # the point


def test_one_recipient_is_too_few_for_a_tip() -> None:
    with pytest.raises(TooFewRecipients):
        seal_tip(TIP, read_recipients(str(ALICE.to_public())))


def test_a_tip_never_shows_in_its_representation() -> None:
    assert TIP.text not in repr(TIP)
    assert "cn_border" not in f"{TIP}"


def test_of_all_flipped_bits_and_truncations_none_is_accepted() -> None:
    sealed = seal_tip(TIP, RECIPIENTS)
    flipped = (_flipped(sealed, where, bit) for where in range(len(sealed)) for bit in range(8))
    cut = (sealed[:length] for length in range(len(sealed)))

    assert not [broken for broken in (*flipped, *cut, sealed + b"\n") if _opens(broken)]


def _flipped(sealed: bytes, where: int, bit: int) -> bytes:
    return sealed[:where] + bytes([sealed[where] ^ (1 << bit)]) + sealed[where + 1 :]


def _opens(sealed: bytes) -> bool:
    try:
        pyrage.decrypt(sealed, [ALICE])
    except pyrage.DecryptError:
        return False
    return True


def test_a_file_is_sealed_to_every_recipient() -> None:
    sealed = seal_file(b"a table", RECIPIENTS)

    assert [pyrage.decrypt(sealed, [identity]) for identity in (ALICE, BINNA)] == [b"a table"] * 2


def test_recipients_are_read_with_aliases_comments_and_blank_lines() -> None:
    read = read_recipients(f"\ufeff# our list\r\n\r\n  {ALICE.to_public()}  #  alice in Seoul \r\n")

    assert [(member.public, member.alias) for member in read.members] == [(str(ALICE.to_public()), "alice in Seoul")]
    assert not read.enough


def test_no_recipient_at_all_is_not_enough() -> None:
    assert not read_recipients("").enough
    assert RECIPIENTS.enough


def test_the_digest_follows_the_keys_alone() -> None:
    turned = read_recipients(f"{BINNA.to_public()} # other\n{ALICE.to_public()}")

    assert turned.digest == RECIPIENTS.digest
    assert len(turned.digest) == 20
    assert turned.digest != Recipients(turned.members[:1]).digest


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (str(ALICE), "private key"),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE7", "SSH key"),
        ("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t", "plugins"),
        (str(ALICE.to_public()).upper(), "native"),
        (f"{ALICE.to_public()}, {BINNA.to_public()}", "native"),
        ("hello", "native"),
        (str(ALICE.to_public())[:-1] + ("q" if str(ALICE.to_public())[-1] != "q" else "p"), "checksum"),
        (_recipient_of(bytes(31)), "native"),
        (_recipient_of(bytes(32)), "everybody"),
        (_recipient_of(bytes([1]) + bytes(31)), "everybody"),
        (str(BINNA.to_public()), "repeats"),
    ],
    ids=range(11),  # keys are new in every process
)
def test_a_bad_line_is_named_by_its_number_and_never_quoted(line: str, said: str) -> None:
    with pytest.raises(BadRecipients, match=said) as refused:
        read_recipients(f"# list\n{BINNA.to_public()}\n{line}")

    assert "line 3" in str(refused.value)
    assert line not in str(refused.value)


@settings(deadline=None)
@given(st.text(max_size=200) | st.from_regex(r"age1[02-9ac-hj-np-z]{58}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadRecipients):
        read_recipients(text)
