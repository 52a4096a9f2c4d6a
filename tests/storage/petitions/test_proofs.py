"""What a signer keeps: good as it was given out, refused as soon as anything about it is altered."""

from __future__ import annotations

import base64
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.proofs import (
    PROOF_MAX,
    BadProof,
    Proof,
    payload_of,
    proof_text,
    read_proof,
    text_of,
    verify_proof,
)
from tests.storage.petitions.logs import CODE, OURS, THEIRS, Log, salt_of, signed, stated

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = Log.of(21)
GOOD = LOG.proof(16)


def test_a_good_proof_says_who_signed_what_and_how_many_did() -> None:
    verified = verify_proof(proof_text(GOOD), OURS.public)

    assert verified.statement == stated(17)
    assert (verified.head.petition, verified.head.size, verified.head.total) == (CODE, 21, 21)
    assert verified.position == 16


@given(st.integers(1, 70), st.data())
def test_every_signature_of_every_log_is_proved_and_read_back(size: int, data: st.DataObject) -> None:
    log, position = Log.of(size), data.draw(st.integers(0, size - 1))
    proof = log.proof(position)
    text = proof_text(proof)

    assert read_proof(text) == proof
    assert text_of(payload_of(text)) == text
    assert verify_proof(text, OURS.public).statement.number == position + 1


def test_every_byte_of_a_proof_matters() -> None:
    text = proof_text(GOOD).encode()
    for place in range(len(text)):
        for bit in (0, place % 7 + 1):
            altered = bytearray(text)
            altered[place] ^= 1 << bit
            try:
                read = altered.decode()
            except UnicodeDecodeError:
                continue
            with pytest.raises(BadProof):
                verify_proof(read, OURS.public)


@given(st.data())
def test_no_byte_can_be_added_or_left_out(data: st.DataObject) -> None:
    text = proof_text(GOOD)
    place = data.draw(st.integers(0, len(text)))
    more = data.draw(st.sampled_from(["", "\n", " ", "=", "A", "\ufeff", "\r"]))
    altered = text[:place] + more + text[place + (not more) :]
    if altered != text:
        with pytest.raises(BadProof):
            verify_proof(altered, OURS.public)


@given(st.text())
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(BadProof, match="not a proof"):
        verify_proof(text, OURS.public)


def of_another_petition() -> Proof:
    other = Log.of(21, code="DEMO-001").proof(16)
    return replace(other, statement=GOOD.statement)


def of_an_entry_that_is_none() -> Proof:
    log = Log([*LOG.entries, Entry(Deed.WITHDRAWN, of=16)])
    return replace(log.proof(21), salt=salt_of(17), statement=stated(17))


def from_before_the_log() -> Proof:
    return Log([replace(signed(1), deed=Deed.EARLIER)]).proof(0)


def of_another_channel() -> Proof:
    log = Log([replace(signed(1), channel="paper")])
    return log.proof(0)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: replace(GOOD, note=Log.of(21, signer=THEIRS).note()), "another key signed this"),
        (of_another_petition, "another petition"),
        (lambda: replace(GOOD, note=Log.of(21, code="DEMO-001").note()), "another petition"),
        (lambda: replace(GOOD, path=Log([*map(signed, range(2, 23))]).proof(16).path), "does not lead"),
        (lambda: replace(GOOD, note=LOG.note(20)), "too long|too short|does not lead"),
        (lambda: replace(GOOD, note=LOG.note(16)), "no such entry"),
        (lambda: replace(GOOD, position=15), "too short|does not lead"),
        (lambda: replace(GOOD, path=GOOD.path[:-1]), "too short"),
        (lambda: replace(GOOD, path=(*GOOD.path, bytes(32))), "too long"),
        (lambda: replace(GOOD, statement=replace(GOOD.statement, name="Another")), "something else"),
        (lambda: replace(GOOD, statement=replace(GOOD.statement, number=1)), "something else"),
        (lambda: replace(GOOD, salt=salt_of(1)), "something else"),
        (lambda: replace(GOOD, entry=LOG.entries[15]), "something else"),
        (of_an_entry_that_is_none, "not a signature"),
        (from_before_the_log, "not a signature"),
        (of_another_channel, "another channel"),
    ],
)
def test_a_proof_that_does_not_hold_is_refused_with_its_reason(made: Callable[[], Proof], reason: str) -> None:
    with pytest.raises(BadProof, match=reason):
        verify_proof(proof_text(made()), OURS.public)


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ('"number":17', '"number":17.0'),
        ('"number":17', '"number":true'),
        ('"number":17', '"number":"17"'),
        ('"number":17', '"number":17,"number":17'),
        ('"country":"KR",', ""),
        ('"country":"KR"', '"country":"KR","more":1'),
        ('"entry":', '"entry" :'),
        ('"salt":"', '"salt":"zz'),
        ("김", "\\uae40"),
        ("{", "[" * 2000),
    ],
)
def test_what_opens_the_entry_has_one_spelling(part: str, other: str) -> None:
    text = proof_text(GOOD)
    extra = text.split("\n")[1].removeprefix("extra ")
    opening = base64.b64decode(extra).decode()
    assert part in opening
    written = base64.b64encode(opening.replace(part, other, 1).encode()).decode()
    with pytest.raises(BadProof):
        verify_proof(text.replace(extra, written), OURS.public)


@given(st.data())
def test_an_altered_picture_is_refused_or_holds_the_very_same_proof(data: st.DataObject) -> None:
    payload = payload_of(proof_text(GOOD))
    place = data.draw(st.integers(0, len(payload) - 1))
    letter = data.draw(st.sampled_from("AZaz09-_=+é"))
    try:
        text = text_of(payload[:place] + letter + payload[place + 1 :])
        verify_proof(text, OURS.public)
    except BadProof:
        return
    assert text == proof_text(GOOD)


def test_a_payload_that_swells_without_end_is_refused() -> None:
    with pytest.raises(BadProof, match="not copied whole"):
        text_of(payload_of("A" * (PROOF_MAX + 1)))
    with pytest.raises(BadProof, match="not copied whole"):
        text_of(payload_of("A")[:-1])
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(b"text") + packer.flush() + b"more"
    with pytest.raises(BadProof, match="not copied whole"):
        text_of(base64.urlsafe_b64encode(packed).decode().rstrip("="))
