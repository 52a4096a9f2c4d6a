"""The package of a handover: one altered byte is seen, and so is whatever the organisation itself could have bent."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.exports.formats.cells import spreadsheet_text
from storage.petitions.log.entries import Deed, Entry
from storage.petitions.log.manifest import (
    LISTED,
    File,
    Listed,
    Manifest,
    Mark,
    entry_of,
    signed_text,
    write_listed,
    write_manifest,
)
from storage.petitions.log.packages import BadPackage, verify_package
from tests.storage.petitions.logs import CODE, NOW, OURS, THEIRS, Log, earlier, notes, salt_of, signed, stated

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.petitions.log.packages import VerifiedPackage

ENTRIES = [*map(signed, range(1, 9)), Entry(Deed.WITHDRAWN, of=2), Entry(Deed.COUNTED, channel="paper", count=250)]
LISTED_NUMBERS = (1, 2, 5, 8)
HEADINGS = ["Number", "Name", "Country", "City", "Day", "Channel"]


@dataclass
class Package:
    """A package in the making: the parts that a test bends, and the ZIP that comes of them."""

    log: Log = field(default_factory=lambda: Log(list(ENTRIES)))
    listed: list[Listed] = field(default_factory=list)
    heads: str = ""
    head: str = ""
    files: dict[File, bytes] = field(default_factory=dict)
    manifest: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        entries = self.log.entries
        self.listed = [
            Listed(number - 1, str(entries[number - 1]), salt_of(number).hex(), stated(number))
            for number in LISTED_NUMBERS
        ]
        self.heads, self.head = notes([3, 8, 10], self.log), self.log.note()

    def names(self) -> bytes:
        said = [listed.statement for listed in self.listed]
        rows = [HEADINGS, *([str(one.number), one.name, one.country, "Oran", one.day, one.channel] for one in said)]
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL).writerows([spreadsheet_text(cell) for cell in row] for row in rows)
        return text.getvalue().encode("utf-8-sig")

    def contents(self) -> dict[File, bytes]:
        made = {
            **{file: f"the {file}\n".encode() for file in LISTED},
            File.NAMES: self.names(),
            File.CORRECTIONS: b'"Handover","Number"\r\n"1","4"\r\n"1","6"\r\n',
            File.PROOFS: b"".join(map(write_listed, self.listed)),
            File.LOG: "".join(f"{entry}\n" for entry in self.log.entries).encode(),
            File.HEADS: self.heads.encode(),
            File.HEAD: self.head.encode(),
        }
        return {file: self.files.get(file, content) for file, content in made.items()}

    def written(self) -> bytes:
        contents = self.contents()
        marks = {file: Mark(len(content), hashlib.sha256(content).hexdigest()) for file, content in contents.items()}
        manifest = write_manifest(replace(Manifest(CODE, "nhrc", 1, NOW, len(self.listed), marks), **self.manifest))
        signature = self.log.signer.sign(signed_text(manifest)).encode()
        return zipped({**contents, File.MANIFEST: manifest, File.SIGNATURE: signature})


def zipped(contents: dict[File, bytes], made: Callable[[File], ZipInfo] = entry_of) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for file, content in contents.items():
            with archive.open(made(file), "w") as entry:
                entry.write(content)
    return out.getvalue()


def unzipped(package: bytes) -> dict[File, bytes]:
    with ZipFile(io.BytesIO(package)) as archive:
        return {File(name): archive.read(name) for name in archive.namelist()}


@cache
def good() -> bytes:
    return Package().written()


def small() -> bytes:
    package = Package()
    package.log.entries = ENTRIES[:2]
    package.listed, package.heads, package.head = package.listed[:1], package.log.note(), package.log.note()
    return package.written()


def verified(package: bytes) -> VerifiedPackage:
    return verify_package(io.BytesIO(package), OURS.public)


def assert_refused(package: bytes, reason: str = r"\w") -> None:
    with pytest.raises(BadPackage, match=reason):
        verified(package)


def test_a_good_package_says_what_was_handed_over() -> None:
    found = verified(good())

    assert (found.petition, found.addressee, found.number) == (CODE, "nhrc", 1)
    assert (found.listed, found.unopened, found.corrections) == (4, 0, 2)
    assert (found.head.size, dict(found.head.counts)) == (10, {"telegram": 7, "paper": 250})
    assert found.positions == {0, 1, 4, 7}
    assert found.log.counts_at(7)
    assert not found.log.counts_at(2)
    assert found.log.has(7, str(ENTRIES[7]))
    assert not found.log.has(6, str(ENTRIES[7]))
    assert not found.log.has(10, str(ENTRIES[7]))


def test_every_byte_of_a_package_matters() -> None:
    package = small()
    assert verified(package).listed == 1
    for place in range(len(package)):
        altered = bytearray(package)
        altered[place] ^= 1 << (place % 8)
        assert_refused(bytes(altered))


@given(st.data())
def test_no_byte_can_be_added_anywhere_or_left_out(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(good())))
    more = data.draw(st.binary(max_size=3))
    altered = good()[:place] + more + good()[place + (not more) :]
    if altered != good():
        assert_refused(altered)


@given(st.binary(max_size=300) | st.binary(max_size=80).map(lambda noise: b"PK\3\4" + noise))
def test_any_other_file_is_refused_with_a_reason(content: bytes) -> None:
    assert_refused(content)


def test_another_key_refuses_it() -> None:
    with pytest.raises(BadPackage, match="another key signed this"):
        verify_package(io.BytesIO(good()), THEIRS.public)


def commented(file: File) -> ZipInfo:
    entry = entry_of(file)
    entry.comment = b"x"
    return entry


def extended(file: File) -> ZipInfo:
    entry = entry_of(file)
    entry.extra = b"\xfe\xca\0\0"
    return entry


@pytest.mark.parametrize("made", [commented, extended])
def test_a_zip_with_room_for_more_is_refused(made: Callable[[File], ZipInfo]) -> None:
    assert_refused(zipped(unzipped(good()), made), "was changed")


def test_files_are_neither_missing_nor_exchanged_nor_there_twice() -> None:
    files = unzipped(good())
    without = {file: content for file, content in files.items() if file is not File.LETTER}
    assert_refused(zipped(without), "missing")
    assert_refused(zipped({file: files[file] for file in (File.MANIFEST, File.SIGNATURE)}), "missing")
    assert_refused(zipped({file: c for file, c in files.items() if file is not File.SIGNATURE}), "no signed manifest")
    assert_refused(zipped(dict(reversed(files.items()))), "order")
    readme = zipped({File.README: b""})
    assert_refused(readme[: readme.index(b"PK\1\2")] + good(), "order")


def test_a_file_that_does_not_belong_is_refused() -> None:
    other = good().replace(b"names.pdf", b"names.exe")
    assert_refused(other, "does not belong")


def bent(**changes: Any) -> bytes:
    package = Package()
    for name, value in changes.items():
        setattr(package, name, value)
    return package.written()


def with_log(entries: list[Entry]) -> bytes:
    """The log as the organisation would like it, under the heads that were given out."""
    return bent(files={File.LOG: "".join(f"{entry}\n" for entry in entries).encode()})


def listing(*listed: Listed) -> bytes:
    return bent(listed=list(listed))


BEFORE = [earlier(1), earlier(2), Entry(Deed.WITHDRAWN, of=1), signed(3)]


def from_before(*listed: Listed) -> bytes:
    """A package of a petition that is older than its log."""
    package = Package()
    package.log = Log(list(BEFORE))
    package.listed, package.heads, package.head = list(listed), package.log.note(), package.log.note()
    return package.written()


def listed_earlier(number: int, **changes: Any) -> Listed:
    return replace(Listed(number - 1, str(earlier(number)), None, stated(number)), **changes)


def given_listed(number: int, **changes: Any) -> Listed:
    return replace(Listed(number - 1, str(ENTRIES[number - 1]), salt_of(number).hex(), stated(number)), **changes)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: with_log(ENTRIES[:-1]), "over more entries than the log has"),
        (lambda: with_log([*ENTRIES[:4], *ENTRIES[5:]]), "over 8 entries is not of this log"),
        (lambda: with_log([ENTRIES[1], ENTRIES[0], *ENTRIES[2:]]), "over 3 entries is not of this log"),
        (lambda: with_log([*ENTRIES, signed(99)]), "more or fewer entries"),
        (lambda: with_log([Entry(Deed.WITHDRAWN, of=0), *ENTRIES]), "entry 0 of the log"),
        (lambda: with_log([signed(1), earlier(2)]), "entry 1 of the log: an earlier signature cannot"),
        (lambda: bent(files={File.LOG: b"signed\n"}), "entry 0 of the log"),
        (lambda: bent(files={File.LOG: b"x" * 9000}), "does not end"),
        (lambda: bent(files={File.LOG: b"\xff\n"}), "cannot be read"),
    ],
)
def test_a_log_that_was_bent_is_refused(made: Callable[[], bytes], reason: str) -> None:
    assert_refused(made(), reason)


FORK = Log([signed(99), *ENTRIES[1:]])
OURS_LOG = Log(list(ENTRIES))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: bent(heads=notes([3, 8], OURS_LOG) + "---\n" + FORK.note()), "forked"),
        (lambda: bent(heads=FORK.note(3) + "---\n" + notes([8, 10], OURS_LOG)), "over 3 entries is not of this log"),
        (lambda: bent(heads=notes([8, 3, 10], OURS_LOG)), "out of order"),
        (lambda: bent(head=FORK.note()), "over 10 entries is not of this log"),
        (lambda: bent(head=OURS_LOG.note(8)), "more or fewer entries"),
        (lambda: bent(head=Log(ENTRIES, code="DEMO-001").note()), "another petition"),
        (lambda: bent(heads=Log(ENTRIES, code="DEMO-001").note(3)), "another petition"),
        (lambda: bent(head=Log(ENTRIES, signer=THEIRS).note()), "another key"),
        (lambda: bent(heads=Log(ENTRIES, signer=THEIRS).note(3)), "another key"),
        (lambda: bent(head=OURS_LOG.note(counts={"telegram": 9, "paper": 250})), "does not add up to the count"),
        (lambda: bent(heads=OURS_LOG.note(8, counts={"telegram": 7})), "does not add up to the count"),
        (lambda: bent(heads="x\n" * 9000), "too long"),
        (lambda: bent(head="x" * 9000), "longer than it can be"),
        (lambda: bent(heads=""), "not a signed note"),
    ],
)
def test_heads_that_do_not_fit_the_log_are_refused(made: Callable[[], bytes], reason: str) -> None:
    assert_refused(made(), reason)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (lambda: listing(given_listed(3)), "number 3 is listed and does not count"),
        (lambda: listing(given_listed(4, position=4)), "number 4 is not in the log"),
        (lambda: listing(given_listed(4, position=400)), "number 4 is not in the log"),
        (lambda: listing(given_listed(4, entry=str(ENTRIES[4]))), "number 4 is not in the log"),
        (lambda: listing(given_listed(4, statement=stated(4, name="Nobody"))), "number 4: the entry commits to"),
        (lambda: listing(given_listed(4, salt="00" * 32)), "number 4: the entry commits to"),
        (lambda: listing(given_listed(4, statement=stated(4, code="DEMO-001"))), "another petition"),
        (lambda: listing(given_listed(9, statement=stated(9))), "number 9: the entry is not a signature"),
        (lambda: listing(given_listed(4), given_listed(4)), "listed twice"),
        (lambda: listing(given_listed(4), given_listed(1)), "order of their numbers"),
        (lambda: listing(given_listed(4), given_listed(4, salt=None)), "listed twice"),
        (lambda: listing(given_listed(4, salt=None)), "number 4: what opens the entry is left out"),
        (lambda: listing(given_listed(4, salt=None, statement=stated(4, name="Invented"))), "is left out"),
        (lambda: from_before(listed_earlier(1, salt="00" * 32)), "number 1: the entry is not a signature"),
        (lambda: from_before(listed_earlier(1, statement=stated(1, channel="paper"))), "another channel"),
        (lambda: from_before(listed_earlier(1, statement=stated(1, code="DEMO-001"))), "another petition"),
        (lambda: from_before(listed_earlier(2)), "number 2 is listed and does not count"),
        (lambda: from_before(listed_earlier(1), listed_earlier(1, statement=stated(5))), "share an entry"),
        (lambda: bent(manifest={"listed": 5}), "more or fewer names"),
        (lambda: bent(manifest={"petition": "DEMO-001"}), "another petition"),
        (lambda: bent(files={File.PROOFS: b"{}\n"}), "line of the proofs"),
        (lambda: bent(files={File.NAMES: Package(listed=[]).names()[:-9]}), "says something else"),
        (lambda: bent(files={File.NAMES: Package().names() + b'"9","Nobody"\r\n'}), "without a proof"),
        (lambda: bent(files={File.NAMES: Package().names().replace(b"Oran", b"Oran\xff")}), "cannot be read"),
        (lambda: bent(files={File.NAMES: Package().names().replace(b"KR", b"FR")}), "says something else"),
    ],
)
def test_names_that_are_not_proved_are_refused(made: Callable[[], bytes], reason: str) -> None:
    assert_refused(made(), reason)


def test_a_name_from_before_the_log_counts_and_is_told_apart() -> None:
    found = verified(from_before(listed_earlier(1), Listed(3, str(signed(3)), salt_of(3).hex(), stated(3))))
    assert (found.listed, found.unopened) == (2, 1)
    assert dict(found.head.counts) == {"telegram": 2}


def test_a_name_that_a_spreadsheet_would_run_is_the_same_name() -> None:
    package = from_before(listed_earlier(1, statement=stated(1, name="=1+1")))
    assert b'"\'=1+1"' in package
    assert verified(package).listed == 1


def test_no_corrections_are_no_file() -> None:
    package = Package()
    contents = {file: content for file, content in package.contents().items() if file is not File.CORRECTIONS}
    package.contents = lambda: contents  # type: ignore[method-assign]
    assert verified(package.written()).corrections == 0
