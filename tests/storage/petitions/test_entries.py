"""Entries: each has one spelling, and a log adds up in one way alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from storage.petitions.log.entries import BadEntry, Deed, Entry, Replay, leaf_of, read_entry

CHANNELS = ("telegram", "paper")
HASH = "3f" * 32
ABOUT = (Deed.HELD, Deed.WITHDRAWN, Deed.INVALIDATED, Deed.RESTORED, Deed.VOIDED)
POSITIONS = st.integers(0, 10**12 - 1)

ENTRIES = st.one_of(
    st.builds(
        lambda deed, channel: Entry(deed, channel=channel, commitment=HASH),
        st.sampled_from((Deed.SIGNED, Deed.EARLIER)),
        st.sampled_from(CHANNELS),
    ),
    st.builds(lambda of: Entry(Deed.REPLACED, of=of, commitment=HASH), POSITIONS),
    st.builds(lambda deed, of: Entry(deed, of=of), st.sampled_from(ABOUT), POSITIONS),
    st.builds(
        lambda channel, count: Entry(Deed.COUNTED, channel=channel, count=count),
        st.sampled_from(CHANNELS),
        st.integers(1, 10**9 - 1),
    ),
)


@given(ENTRIES)
def test_an_entry_is_read_as_it_is_written(entry: Entry) -> None:
    assert read_entry(str(entry)) == entry


@given(ENTRIES, st.data())
def test_an_entry_has_one_spelling(entry: Entry, data: st.DataObject) -> None:
    text = str(entry)
    place = data.draw(st.integers(0, len(text)))
    letter = data.draw(st.sampled_from(["", " ", "0", "\n", "A", "é", "٣"]))
    altered = text[:place] + letter + text[place + data.draw(st.integers(0, 1)) :]
    try:
        assert str(read_entry(altered)) == altered
    except BadEntry as refusal:
        assert str(refusal) == "it is not an entry of a log"  # noqa: PT017  # either way is right


def test_an_entry_fits_one_petition_alone() -> None:
    entry = Entry(Deed.WITHDRAWN, of=17)
    assert leaf_of("DEMO-002", entry) == leaf_of("DEMO-002", "withdrawn 17") != leaf_of("DEMO-001", entry)


@pytest.mark.parametrize(
    "lines",
    [
        ["withdrawn 0"],
        [f"signed paper {HASH}", "withdrawn 1"],
        [f"signed paper {HASH}", "withdrawn 0", "withdrawn 0"],
        [f"signed paper {HASH}", "withdrawn 0", "restored 0"],
        [f"signed paper {HASH}", "restored 0"],
        [f"signed paper {HASH}", "voided 0"],
        [f"signed paper {HASH}", "invalidated 0", f"replaced 0 {HASH}"],
        [f"signed paper {HASH}", f"replaced 0 {HASH}", "withdrawn 0"],
        [f"signed paper {HASH}", f"replaced 1 {HASH}"],
        ["counted paper 5", "withdrawn 0"],
        ["counted paper 5", "voided 0", "voided 0"],
        [f"signed paper {HASH}", f"earlier paper {HASH}"],
        ["counted paper 5", f"earlier paper {HASH}"],
        [f"earlier paper {HASH}", "held 0", f"earlier paper {HASH}"],
        [f"earlier paper {HASH}", f"replaced 0 {HASH}", f"earlier paper {HASH}"],
    ],
)
def test_what_cannot_follow_is_refused(lines: list[str]) -> None:
    replay = Replay()
    *before, last = map(read_entry, lines)
    for entry in before:
        replay.add(entry)
    with pytest.raises(BadEntry, match="cannot be"):
        replay.add(last)


def test_earlier_signatures_begin_a_log_and_are_changed_and_taken_back_like_others() -> None:
    replay = Replay()
    for line in (
        f"earlier telegram {HASH}", f"earlier telegram {HASH}", "withdrawn 1", f"earlier paper {HASH}",
        f"replaced 0 {HASH}", "invalidated 3", "restored 3", f"signed telegram {HASH}",
    ):  # fmt: skip
        replay.add(read_entry(line))
    assert replay.counts == {"telegram": 2, "paper": 1}
    assert [position for position in range(9) if replay.counts_at(position)] == [3, 4, 7]


class ALogThatGrows(RuleBasedStateMachine):
    """What the log adds up to, held against a plain list of who counts."""

    @initialize(earlier=st.lists(st.sampled_from(CHANNELS), max_size=3))
    def begin(self, earlier: list[str]) -> None:
        self.replay = Replay()
        self.size = 0
        self.signatures: dict[int, tuple[str, str]] = {}  # by position: channel, and one of counts, held, invalid, over
        self.sheets: dict[int, tuple[str, int]] = {}
        for channel in earlier:
            self.signatures[self.adds(Entry(Deed.EARLIER, channel=channel, commitment=HASH))] = channel, "counts"

    def adds(self, entry: Entry) -> int:
        self.replay.add(entry)
        self.size += 1
        return self.size - 1

    @rule(channel=st.sampled_from(CHANNELS))
    def somebody_signs(self, channel: str) -> None:
        position = self.adds(Entry(Deed.SIGNED, channel=channel, commitment=HASH))
        self.signatures[position] = channel, "counts"

    @rule(channel=st.sampled_from(CHANNELS), count=st.integers(1, 500))
    def sheets_come_in(self, channel: str, count: int) -> None:
        self.sheets[self.adds(Entry(Deed.COUNTED, channel=channel, count=count))] = channel, count

    @precondition(lambda self: self.sheets)
    @rule(data=st.data())
    def sheets_are_voided(self, data: st.DataObject) -> None:
        of = data.draw(st.sampled_from(sorted(self.sheets)))
        self.adds(Entry(Deed.VOIDED, of=of))
        del self.sheets[of]

    @precondition(lambda self: self.signatures)
    @rule(data=st.data(), deed=st.sampled_from(sorted({*ABOUT, Deed.REPLACED} - {Deed.VOIDED})))
    def something_is_done_to_a_signature(self, data: st.DataObject, deed: Deed) -> None:
        of = data.draw(st.sampled_from(sorted(self.signatures)))
        channel, state = self.signatures[of]
        allowed = {
            Deed.HELD: {"counts": "held", "invalid": "held"},
            Deed.INVALIDATED: {"counts": "invalid", "held": "invalid"},
            Deed.RESTORED: {"held": "counts", "invalid": "counts"},
            Deed.WITHDRAWN: dict.fromkeys(("counts", "held", "invalid"), "over"),
            Deed.REPLACED: dict.fromkeys(("counts", "held"), "over"),
        }[deed]
        entry = Entry(deed, of=of, commitment=HASH if deed is Deed.REPLACED else None)
        if state not in allowed:
            before = self.replay.counts.copy()
            with pytest.raises(BadEntry):
                self.replay.add(entry)
            assert self.replay.counts == before
            return
        position = self.adds(entry)
        self.signatures[of] = channel, allowed[state]
        if deed is Deed.REPLACED:
            self.signatures[position] = channel, state

    @invariant()
    def the_log_adds_up(self) -> None:
        counts: dict[str, int] = {}
        for channel, state in self.signatures.values():
            if state == "counts":
                counts[channel] = counts.get(channel, 0) + 1
        for channel, count in self.sheets.values():
            counts[channel] = counts.get(channel, 0) + count
        assert self.replay.counts == counts
        for position in range(self.size + 1):
            assert self.replay.counts_at(position) == (self.signatures.get(position, ("", ""))[1] == "counts")


TestALogThatGrows = ALogThatGrows.TestCase
