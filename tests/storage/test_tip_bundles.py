"""Signed bundles: read as they were written, and in no other way."""

from __future__ import annotations

import base64
import json
import re
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.notes import Signer
from storage.sealing import COORDINATOR
from storage.tips.bundles import (
    BUNDLE_MAX,
    ITEMS_MAX,
    SEALED_MAX,
    BadBundle,
    Bundle,
    Labelling,
    NotSigned,
    Rating,
    Reply,
    bundle_file_name,
    read_signed,
    write_signed,
)
from storage.tips.words import ContentGrade, Label, SourceGrade

SIGNER, OTHER = (Signer(Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32), COORDINATOR) for n in (1, 2))
KEYS = {"reviewer-2": SIGNER.public, "reviewer-3": OTHER.public}
ITEMS = (
    Reply("K3FN", b"sealed"),
    Rating("WNXY", SourceGrade.USUALLY, ContentGrade.PROBABLY_TRUE),
    Labelling("WNXY", Label.DUPLICATE),
)
BUNDLE = Bundle("0123456789abcdef" * 2, date(2026, 11, 22), "reviewer-2", ITEMS)
NOTE = write_signed(BUNDLE, SIGNER)
LINES = NOTE.partition("\n\n")[0].split("\n")

tags = st.text("CDFGHJKMNPQRTVWXY34679", min_size=4, max_size=4)
items = st.one_of(
    st.builds(Reply, tags, st.binary(min_size=1, max_size=300)),
    st.builds(Rating, tags, st.sampled_from(SourceGrade), st.sampled_from(ContentGrade)),
    st.builds(Labelling, tags, st.sampled_from(Label)),
)
bundles = st.builds(
    Bundle,
    st.binary(min_size=16, max_size=16).map(bytes.hex),
    st.dates(),
    st.just("reviewer-2"),
    st.lists(items, min_size=1, max_size=20).map(tuple),
)


def signed(lines: list[str]) -> str:
    """What the author would have signed, had their tool written other lines."""
    return SIGNER.sign("".join(f"{line}\n" for line in lines))


def line(**fields: Any) -> str:
    return json.dumps(fields, separators=(",", ":"))


def header(**changed: Any) -> str:
    return line(**(json.loads(LINES[0]) | changed))


@given(bundles)
def test_a_bundle_reads_as_it_was_written(bundle: Bundle) -> None:
    assert read_signed(write_signed(bundle, SIGNER), KEYS) == bundle


def test_the_header_is_the_one_that_is_agreed_on() -> None:
    assert LINES[0] == (
        '{"format":"clarion-coordinator","version":1,"id":"0123456789abcdef0123456789abcdef",'
        '"made_on":"2026-11-22","author":"reviewer-2","count":3}'
    )
    assert LINES[1:] == [
        '{"kind":"reply","tag":"K3FN","sealed":"c2VhbGVk"}',
        '{"kind":"rating","tag":"WNXY","source":"B","content":2}',
        '{"kind":"label","tag":"WNXY","label":"duplicate"}',
    ]
    assert bundle_file_name(BUNDLE) == "clarion-reviewer-2-2026-11-22-0123.signed"


@settings(max_examples=300)
@given(st.integers(0, len(NOTE.encode()) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_refused(place: int, flip: int) -> None:
    content = bytearray(NOTE.encode())
    content[place] ^= flip
    with pytest.raises((BadBundle, UnicodeDecodeError)):
        read_signed(content.decode(), KEYS)


def test_a_truncated_bundle_is_refused() -> None:
    for length in range(len(NOTE)):
        with pytest.raises(BadBundle):
            read_signed(NOTE[:length], KEYS)


@given(st.text())
def test_any_other_text_is_refused(text: str) -> None:
    for note in (text, SIGNER.sign(f"{text}\n"), f"{NOTE}{text}x", f"x{text}{NOTE}"):
        with pytest.raises(BadBundle):
            read_signed(note, KEYS)


@given(st.permutations(NOTE.split("\n")))
def test_lines_in_another_order_are_refused(lines: list[str]) -> None:
    if "\n".join(lines) != NOTE:
        with pytest.raises(BadBundle):
            read_signed("\n".join(lines), KEYS)


@pytest.mark.parametrize(
    "lines",
    [
        [LINES[0]],
        LINES[1:],
        [header(count=4), *LINES[1:]],
        [header(count=2), *LINES[1:]],
        [header(count=True), LINES[1]],
        [header(count=1.0), LINES[1]],
        [header(version=2), *LINES[1:]],
        [header(format="clarion-tips"), *LINES[1:]],
        [header(id="0123"), *LINES[1:]],
        [header(id="0123456789ABCDEF" * 2), *LINES[1:]],
        [header(made_on="20261122"), *LINES[1:]],
        [header(made_on="2026-02-30"), *LINES[1:]],
        [header(note="more"), *LINES[1:]],
        [header().replace('{"format"', '{"count":3,"format"'), *LINES[1:]],
        [header().replace(",", ", "), *LINES[1:]],
        [f"{header()} ", *LINES[1:]],
        [header(), *LINES[1:3], ""],
        [header(count=2), LINES[1], LINES[0]],
        [header(count=1), "[]"],
        [header(count=1), "{}"],
        [header(count=1), "null"],
        [header(count=1), line(kind="gift", tag="K3FN")],
        [header(count=1), line(kind="reply", tag="k3fn", sealed="c2VhbGVk")],
        [header(count=1), line(kind="reply", tag="K3FN\n", sealed="c2VhbGVk")],
        [header(count=1), line(kind="reply", tag="K3FN", sealed="")],
        [header(count=1), line(kind="reply", tag="K3FN", sealed="c2VhbGV k")],
        [header(count=1), line(kind="reply", tag="K3FN", sealed="c2VhbGVl=")],
        [header(count=1), line(kind="reply", tag="K3FN", sealed="c2VhbGVk", more=1)],
        [header(count=1), line(kind="reply", sealed="c2VhbGVk", tag="K3FN")],
        [header(count=1), '{"kind":"reply","tag":"K3FN","tag":"WNXY","sealed":"c2VhbGVk"}'],
        [header(count=1), line(kind="rating", tag="K3FN", source="G", content=2)],
        [header(count=1), line(kind="rating", tag="K3FN", source="B", content=7)],
        [header(count=1), line(kind="rating", tag="K3FN", source="B", content="2")],
        [header(count=1), line(kind="rating", tag="K3FN", source="B", content=True)],
        [header(count=1), line(kind="label", tag="K3FN", label="in Busan")],
    ],
)
def test_what_its_author_signed_is_refused_where_it_is_not_written_as_bundles_are(lines: list[str]) -> None:
    with pytest.raises(BadBundle) as refused:
        read_signed(signed(lines), KEYS)
    assert not isinstance(refused.value, NotSigned)
    assert "K3FN" not in str(refused.value)


def test_the_author_is_whose_key_signed() -> None:
    stolen = OTHER.sign("".join(f"{line}\n" for line in LINES))
    for keys in (KEYS, {"reviewer-2": OTHER.public}, {}):
        note = stolen if keys is KEYS else NOTE
        with pytest.raises(NotSigned):
            read_signed(note, keys)


def test_a_second_signature_is_refused() -> None:
    line_of_other = OTHER.sign("".join(f"{line}\n" for line in LINES)).rpartition("\n\n")[2]
    with pytest.raises(BadBundle):
        read_signed(NOTE + line_of_other, KEYS)


@pytest.mark.parametrize("alias", ["", "a b", "../x", "-x", "x" * 65, "가"])
def test_an_alias_that_makes_no_file_name_is_refused(alias: str) -> None:
    with pytest.raises(BadBundle):
        write_signed(Bundle(BUNDLE.id, BUNDLE.made_on, alias, ITEMS), SIGNER)


def test_bounds() -> None:
    def of(*items: Reply) -> Bundle:
        return Bundle(BUNDLE.id, BUNDLE.made_on, "reviewer-2", items)

    assert read_signed(write_signed(of(*[ITEMS[0]] * ITEMS_MAX), SIGNER), KEYS).items
    assert read_signed(write_signed(of(Reply("K3FN", bytes(SEALED_MAX))), SIGNER), KEYS).items
    many = Reply("K3FN", bytes(BUNDLE_MAX // 100))
    for bundle in (of(), of(*[ITEMS[0]] * (ITEMS_MAX + 1)), of(Reply("K3FN", bytes(SEALED_MAX + 1))), of(*[many] * 80)):
        with pytest.raises(BadBundle):
            write_signed(bundle, SIGNER)


@pytest.mark.parametrize(
    "text", ["", "\n\n\n", "\ud800", "\n\n— clarion-coordinator x\n", "[" * 100_000 + "\n\n— a b\n"]
)
def test_odd_texts_are_refused(text: str) -> None:
    with pytest.raises(BadBundle):
        read_signed(text, KEYS)


def test_a_reply_does_not_show_what_is_sealed_in_it() -> None:
    assert re.search("sealed=|c2Vh|b'sealed'", repr(BUNDLE)) is None
    assert base64.b64encode(b"sealed").decode() in NOTE
