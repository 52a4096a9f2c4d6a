"""The file of tips for a coordinator's machine reads back, and whatever is not one whole is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519

from storage.exports.tip_bundle import (
    ALIAS_MAX,
    Bundle,
    BundledAddition,
    BundledRating,
    BundledTip,
    bundle_name,
    write_bundle,
)
from storage.exports.tip_bundle_reading import LINES_MAX, BadBundle, read_bundle
from storage.sealing import Recipient, Recipients, read_recipients
from storage.tips.keys.epochs import Epoch
from storage.tips.words import Category, ContentGrade, Label, SourceGrade, TipState, Urgency

if TYPE_CHECKING:
    from collections.abc import Callable

ALICE = x25519.Identity.generate()
RECIPIENTS = read_recipients(f"{ALICE.to_public()} # owner-1")
EPOCH = Epoch(2, RECIPIENTS, datetime(2026, 11, 1, tzinfo=UTC))
RATED = BundledTip(
    tag="K3FN",
    category=Category.NOTICE,
    urgency=Urgency.HIGH,
    day=date(2026, 11, 20),
    state=TipState.CONFIRMED,
    epoch=1,
    expires_on=date(2027, 5, 19),
    sealed=b"\0sealed\xff",
    rating=BundledRating(SourceGrade.USUALLY, ContentGrade.CONFIRMED, "owner-1", "reviewer-2"),
    labels=(Label.CHILDREN, Label.SHARED),
    additions=(
        BundledAddition(1, date(2026, 11, 20), b"added"),
        BundledAddition(2, date(2026, 11, 21), b""),
    ),
)
TIPS = (RATED, replace(RATED, tag="W7QX", state=TipState.NEW, sealed=b"", rating=None, labels=(), additions=()))
MADE_ON = date(2026, 11, 22)


def _opened_bundle() -> bytes:
    opened: bytes = pyrage.decrypt(write_bundle(TIPS, EPOCH, MADE_ON), [ALICE])
    return opened


def test_a_bundle_of_tips_reads_back() -> None:
    assert read_bundle(_opened_bundle()) == Bundle(MADE_ON, 2, RECIPIENTS, TIPS)
    assert bundle_name(MADE_ON) == "tips-2026-11-22.age"


def test_an_empty_bundle_reads_back() -> None:
    assert read_bundle(pyrage.decrypt(write_bundle([], EPOCH, MADE_ON), [ALICE])).tips == ()


@pytest.mark.parametrize("alias", ["", "\x1b[31mowner\x1b[0m", "  owner-1  ", "o" * 300, "owner\u202e1"])
def test_no_alias_makes_a_bundle_that_cannot_be_read_or_steers_a_terminal(alias: str) -> None:
    members = (Recipient(str(ALICE.to_public()), alias),)
    sealed = write_bundle(TIPS, replace(EPOCH, recipients=Recipients(members)), MADE_ON)

    [member] = read_bundle(pyrage.decrypt(sealed, [ALICE])).recipients.members

    assert member.alias.isprintable()
    assert len(member.alias) <= ALIAS_MAX


def _without(line: int) -> Callable[[bytes], bytes]:
    return lambda opened: b"\n".join(opened.split(b"\n")[:line] + opened.split(b"\n")[line + 1 :])


def _with(part: bytes, replacement: bytes) -> Callable[[bytes], bytes]:
    return lambda opened: opened.replace(part, replacement, 1)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: b"",
        lambda _: b"\xff\xfe",
        lambda _: b"[" * 20_000,
        lambda _: b"[]",
        lambda opened: opened + b"{}\n",
        lambda opened: opened + b"\n" * (LINES_MAX + 5),
        _without(0),
        _without(1),
        _with(b"clarion-tips", b"other"),
        _with(b'"version": 2', b'"version": 3'),
        _with(b'"version": 2', b'"version": true'),
        _with(b'"count": 2', b'"count": 3'),
        _with(b"2026-11-22", b"tomorrow"),
        _with(b"K3FN", b"K3F"),
        _with(b'"notice"', b'"secret"'),
        _with(b'"high"', b"1"),
        _with(b'"new"', b'"=1+1"'),
        _with(b'"additions": 2', b'"additions": 1'),
        _with(b'"count": 2, "additions": 2', b'"count": 3, "additions": 1'),
        _with(b'"count": 2, "additions": 2', b'"count": -1, "additions": 5'),
        _with(b'"epoch": 2', b'"epoch": 0'),
        _with(b'"epoch": 1', b'"epoch": 1e3'),
        _with(b'"epoch": 1', b'"epoch": 10000000'),
        _with(b"owner-1", b"owner\\u001b"),
        _with(b"owner-1", b"o" * 65),
        _with(b'"digest": "', b'"digest": "0'),
        _with(b'"age1', b'"age2'),
        _with(b'"recipients": [', b'"recipients": ["# nobody", '),
        _with(b'"recipients": [', b'"recipients": [7, '),
        _with(b'"W7QX"', b'"K3FN"'),
        _with(b'{"tag": "K3FN", "number"', b'{"tag": "C4DF", "number"'),
        _with(b'"number": 1', b'"number": -1'),
        _with(b'"children"', b'"12 Example Lane"'),
        _with(b'"children"', b'["children"]'),
        _with(b'"B", "1"', b'"G", "1"'),
        _with(b'"B", "1"', b'"B", "7"'),
        _with(b'"B", "1"', b'"B", "01"'),
        _with(b'"B", "1"', b'"B", 1'),
        _with(b'"reviewer-2"', b'"reviewer\\n2"'),
        _with(b"2027-05-19", b"some day"),
        _with(b'"state"', b'"status"'),
        _with(b'"tag": "K3FN"', b'"tag": "K3FN", "tag": "K3FN"'),
        _with(b'"sealed": "', b'"sealed": "*'),
        _with(b'"sealed": "', b'"sealed": "' + b"A" * 40_000),
    ],
)
def test_a_bundle_that_is_not_whole_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    spoilt = spoil(_opened_bundle())

    assert spoilt != _opened_bundle()
    with pytest.raises(BadBundle):
        read_bundle(spoilt)


@settings(deadline=None)
@given(st.binary(max_size=300) | st.lists(st.binary(max_size=80)).map(b"\n".join))
def test_no_bytes_are_a_bundle_by_chance(content: bytes) -> None:
    with pytest.raises(BadBundle):
        read_bundle(content)


OPENED = _opened_bundle()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_of_a_spoilt_bundle_is_still_read_is_all_of_the_kinds_that_it_should_be(data: st.DataObject) -> None:
    opened = bytearray(OPENED)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(opened) - 1))
        opened[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    try:
        bundle = read_bundle(bytes(opened))
    except BadBundle:
        return
    assert bundle.recipients.digest == RECIPIENTS.digest
    assert {type(tip.state) for tip in bundle.tips} <= {TipState}
    assert read_bundle(pyrage.decrypt(write_bundle(bundle.tips, EPOCH, bundle.made_on), [ALICE])).tips == bundle.tips


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 4), st.data(), ANYTHING)
def test_no_field_takes_whatever_comes(place: int, data: st.DataObject, value: object) -> None:
    lines = [json.loads(line) for line in OPENED.splitlines()]
    name = data.draw(st.sampled_from(sorted(lines[place])))
    changed = [line | {name: value} if number == place else line for number, line in enumerate(lines)]

    with suppress(BadBundle):
        read_bundle("\n".join(map(json.dumps, changed)).encode())
