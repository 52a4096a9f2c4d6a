"""What is sealed opens for each recipient, for nobody else, and not at all once it was touched."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import bech32
import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519

from storage.exports.age import seal_file
from storage.notes import Signer
from storage.sealing import (
    COORDINATOR,
    PADDED_SIZES,
    BadRecipients,
    Recipients,
    TipTooLong,
    TooFewRecipients,
    read_recipients,
    seal_addition,
    seal_canary,
    seal_reply,
    seal_tip,
)
from tests.storage.tip_rows import TOLD

ALICE, BINNA, CHAI, STRANGER = (x25519.Identity.generate() for _ in range(4))
SIGNER = Signer(Ed25519PrivateKey.generate(), COORDINATOR).public
RECIPIENTS = read_recipients(f"{ALICE.to_public()} # alice\n{BINNA.to_public()}")


def _recipient_of(point: bytes) -> str:
    words = bech32.convertbits(point, 8, 5)
    assert words is not None
    return bech32.bech32_encode("age", words)


@pytest.mark.parametrize("identity", [ALICE, BINNA])
def test_every_recipient_reads_the_whole_tip(identity: x25519.Identity) -> None:
    opened = json.loads(pyrage.decrypt(seal_tip(TOLD, RECIPIENTS), [identity]))

    assert opened == {
        "format": "clarion-tip",
        "version": 1,
        "text": TOLD.text,
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
        "reply_recipient": TOLD.reply_recipient,
        "may_publish": False,
        "may_send_to_un": False,
        "may_share_with_partners": True,
        "wishes_contact": False,
    }


def test_a_stranger_reads_nothing() -> None:
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(seal_tip(TOLD, RECIPIENTS), [STRANGER])


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=1000))
def test_a_sealed_tip_has_one_of_four_lengths_and_keeps_every_character(text: str) -> None:
    plaintext = pyrage.decrypt(seal_tip(replace(TOLD, text=text), RECIPIENTS), [ALICE])

    assert len(plaintext) in PADDED_SIZES
    assert json.loads(plaintext)["text"] == text


@pytest.mark.parametrize("size", PADDED_SIZES)
def test_the_padding_is_exact_at_its_edges(size: int) -> None:
    frame = len(pyrage.decrypt(seal_tip(replace(TOLD, text=""), RECIPIENTS), [ALICE]).rstrip())
    full = replace(TOLD, text="x" * (size - frame))

    assert len(pyrage.decrypt(seal_tip(full, RECIPIENTS), [ALICE])) == size


def test_a_thousand_characters_of_any_script_of_ours_fit() -> None:
    for char in "a한漢กя":
        seal_tip(replace(TOLD, text=char * 1000, place_note=char * 60), RECIPIENTS)


def test_a_tip_beyond_the_largest_size_is_refused() -> None:
    frame = len(pyrage.decrypt(seal_tip(replace(TOLD, text=""), RECIPIENTS), [ALICE]).rstrip())

    with pytest.raises(TipTooLong, match=rf"^{4096 + frame} bytes, where 4096 fit$"):
        seal_tip(replace(TOLD, text="x" * 4096), RECIPIENTS)


def test_half_a_surrogate_pair_is_sealed_as_a_question_mark() -> None:
    opened = json.loads(pyrage.decrypt(seal_tip(replace(TOLD, text="a\ud83db"), RECIPIENTS), [ALICE]))

    assert opened["text"] == "a?b"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the time of a tip needs its zone$"):
        seal_tip(replace(TOLD, written_at=datetime(2026, 11, 22)), RECIPIENTS)  # noqa: DTZ001  # the point


def test_one_recipient_is_too_few_for_a_tip() -> None:
    with pytest.raises(TooFewRecipients, match=r"^1 recipients; 2 are needed$"):
        seal_tip(TOLD, read_recipients(str(ALICE.to_public())))


def test_a_tip_never_shows_in_its_representation() -> None:
    assert TOLD.text not in repr(TOLD)
    assert "cn_border" not in f"{TOLD}"


def test_of_all_flipped_bits_and_truncations_none_is_accepted() -> None:
    sealed = seal_tip(TOLD, RECIPIENTS)
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


PRIVATE = "is a private key, which must never leave its owner's machine; make a new pair"
SSH = "is an SSH key; only native age recipients (age1…) are taken"
NATIVE = "is not one native age recipient (age1… and 58 more characters); plugins are not taken"
MISTYPED = "is mistyped: its checksum is wrong"
EVERYBODY = "is a key that everybody could open"
NOT_WHOLE = "has a signing key that was not copied whole (clarion-coordinator+…)"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (str(ALICE), PRIVATE),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE7", SSH),
        ("age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t", NATIVE),
        (str(ALICE.to_public()).upper(), NATIVE),
        (f"{ALICE.to_public()},{BINNA.to_public()}", NATIVE),
        (f"{ALICE.to_public()}, {CHAI.to_public()}", NATIVE),
        ("hello", NATIVE),
        (str(ALICE.to_public())[:-1] + ("q" if str(ALICE.to_public())[-1] != "q" else "p"), MISTYPED),
        (_recipient_of(bytes(31)), NATIVE),
        (_recipient_of(bytes(32)), EVERYBODY),
        (_recipient_of(bytes([1]) + bytes(31)), EVERYBODY),
        (str(BINNA.to_public()), "repeats a recipient"),
        (f"{ALICE.to_public()} {SIGNER}"[:-1], NOT_WHOLE),
        (f"{ALICE.to_public()} {CHAI.to_public()}", NOT_WHOLE),
        (f"{ALICE.to_public()} {Signer(Ed25519PrivateKey.generate()).public}", "has a signing key of somebody else"),
    ],
    ids=range(15),  # keys are new in every process
)
def test_a_bad_line_is_named_by_its_number_and_never_quoted(line: str, said: str) -> None:
    with pytest.raises(BadRecipients) as refused:
        read_recipients(f"# list\n{BINNA.to_public()}\n{line}")

    assert str(refused.value) == f"line 3 of the recipients {said}"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"{BINNA.to_public()} # hana", "has an alias that stands above already; give each key its own"),
        (
            f"{BINNA.to_public()} {SIGNER}",
            "has a signing key that stands above already; each coordinator has their own",
        ),
    ],
    ids=["alias", "signer"],
)
def test_an_alias_and_a_signing_key_lead_to_one_person(line: str, said: str) -> None:
    with pytest.raises(BadRecipients) as refused:
        read_recipients(f"{ALICE.to_public()} {SIGNER} # hana\n{line}\n")

    assert str(refused.value) == f"line 2 of the recipients {said}"
    assert len(read_recipients(f"{ALICE.to_public()}\n{BINNA.to_public()}").members) == 2, "no alias is nobody's"


def test_a_recipient_with_a_signing_key_is_read_and_written_as_the_same_line() -> None:
    line = f"{ALICE.to_public()} {SIGNER} # hana"
    [member] = read_recipients(line).members

    assert (member.public, member.signer, member.alias) == (str(ALICE.to_public()), SIGNER, "hana")
    assert (member.line, member.name) == (line, "hana")


def test_a_recipient_without_an_alias_is_called_by_the_beginning_of_the_key() -> None:
    [member] = read_recipients(str(ALICE.to_public())).members

    assert member.line == str(ALICE.to_public())
    assert member.name == f"{str(ALICE.to_public())[:16]}…"


def test_a_canary_is_for_one_recipient_alone() -> None:
    sealed = seal_canary("K3FNK3FNK3FN", RECIPIENTS.members[0])

    assert pyrage.decrypt(sealed, [ALICE]) == b"clarion-canary K3FNK3FNK3FN\n"
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [BINNA])


def test_what_is_added_is_sealed_as_a_tip_is() -> None:
    sealed = seal_addition("더 봤습니다.", "ko", TOLD.written_at, RECIPIENTS)
    plaintext = pyrage.decrypt(sealed, [BINNA])

    assert len(plaintext) == PADDED_SIZES[0]
    assert json.loads(plaintext) == {
        "format": "clarion-addition",
        "version": 1,
        "text": "더 봤습니다.",
        "language": "ko",
        "written_at": "2026-11-22T04:50:07+00:00",
    }
    with pytest.raises(TooFewRecipients, match=r"^1 recipients; 2 are needed$"):
        seal_addition("x", "ko", TOLD.written_at, Recipients(RECIPIENTS.members[:1]))


def test_a_reply_is_for_whoever_has_the_receipt_alone() -> None:
    sealed = seal_reply("Are you safe?", str(CHAI.to_public()), TOLD.written_at.date())
    plaintext = pyrage.decrypt(sealed, [CHAI])

    assert len(plaintext) == PADDED_SIZES[0]
    assert json.loads(plaintext) == {
        "format": "clarion-reply",
        "version": 1,
        "text": "Are you safe?",
        "written_on": "2026-11-22",
    }
    with pytest.raises(BadRecipients) as refused:
        seal_reply("x", str(CHAI), TOLD.written_at.date())
    assert str(refused.value) == f"the recipient of the reply {PRIVATE}"


def test_days_that_nobody_knows_are_empty_and_blanks_come_last() -> None:
    plaintext = pyrage.decrypt(seal_tip(replace(TOLD, from_day=None, to_day=None), RECIPIENTS), [ALICE])

    assert (json.loads(plaintext)["from_day"], json.loads(plaintext)["to_day"]) == ("", "")
    assert plaintext.startswith(b'{"format"')
    assert "판".encode() in plaintext


@settings(deadline=None)
@given(st.text(max_size=200) | st.from_regex(r"age1[02-9ac-hj-np-z]{58}", fullmatch=True))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadRecipients):
        read_recipients(text)
