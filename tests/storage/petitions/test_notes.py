"""Signed notes: whatever of one is altered, the key says no."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.notes import BadNote, Signer, read_key, read_note, signer_of
from storage.secret_key import SecretKey
from tests.storage.petitions.logs import OURS, THEIRS

TEXT = "clarion/DEMO-002\n2\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"


def test_every_bit_of_a_note_matters() -> None:
    note = OURS.sign(TEXT).encode()
    for place in range(len(note)):
        for bit in range(8):
            altered = bytearray(note)
            altered[place] ^= 1 << bit
            try:
                text = altered.decode()
            except UnicodeDecodeError:
                continue
            with pytest.raises(BadNote):
                read_note(text, OURS.public)


@given(st.text(min_size=1).map(lambda text: f"{text.strip()}\n"))
def test_what_was_signed_is_read_back_and_by_no_other_key(text: str) -> None:
    assert read_note(OURS.sign(text), OURS.public) == text
    with pytest.raises(BadNote, match="another key signed this"):
        read_note(OURS.sign(text), THEIRS.public)


@given(st.text())
def test_any_other_text_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(BadNote):
        read_note(text, OURS.public)


def test_witnesses_may_sign_below_but_not_in_place_of_the_log() -> None:
    witness = "— witness.example mJirIklj0123\n"
    assert read_note(OURS.sign(TEXT) + witness, OURS.public) == TEXT
    with pytest.raises(BadNote):
        read_note(f"{TEXT}\n{witness}", OURS.public)


def test_every_letter_of_a_public_key_matters() -> None:
    key = str(OURS.public)
    assert read_key(f" {key}\n") == OURS.public
    for place in range(len(key)):
        for letter in "Aa0+/= é":
            altered = key[:place] + letter + key[place + 1 :]
            if altered != key and altered.strip() != key:
                with pytest.raises(BadNote):
                    read_key(altered)


def test_the_fingerprint_begins_with_what_a_signature_calls_its_key_by() -> None:
    groups = OURS.public.fingerprint.split(" ")
    assert [len(group) for group in groups] == [4] * 16
    assert "".join(groups[:2]) == OURS.public.id.hex()


def test_the_signing_key_belongs_to_the_secret_key_and_to_no_other() -> None:
    first, again, other = (signer_of(SecretKey(bytes([byte]) * 32)) for byte in (1, 1, 2))
    assert isinstance(first, Signer)
    assert str(first.public) == str(again.public) != str(other.public)
