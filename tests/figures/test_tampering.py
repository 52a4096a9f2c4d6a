"""A sealed tip that was touched opens nowhere, and what was sealed opens with other people's tools."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pyrage
import pytest
from pyrage import x25519

from storage.sealing import Recipient, Recipients, seal_tip
from tests.storage.tip_rows import TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

IDENTITIES = tuple(x25519.Identity.generate() for _ in range(2))
RECIPIENTS = Recipients(tuple(Recipient(str(one.to_public()), "") for one in IDENTITIES))
LONGEST_STRIDE = 8  # bits that the suite steps over


def opens(sealed: bytes) -> bool:
    try:
        pyrage.decrypt(sealed, [IDENTITIES[1]])
    except pyrage.DecryptError:
        return False
    return True


def flipped(sealed: bytes, stride: int) -> Iterator[bytes]:
    for bit in range(0, len(sealed) * 8, stride):
        touched = bytearray(sealed)
        touched[bit // 8] ^= 1 << bit % 8
        yield bytes(touched)


def test_no_bit_can_be_flipped_and_no_byte_cut_off(scale: int, figure: Callable[[str, float], None]) -> None:
    sealed = seal_tip(TOLD, RECIPIENTS)
    assert opens(sealed)
    stride = max(1, LONGEST_STRIDE // scale)

    flips = list(flipped(sealed, stride))
    cuts = [sealed[:length] for length in range(len(sealed))]
    accepted = sum(map(opens, flips)), sum(map(opens, cuts))

    figure("bit flips of a sealed tip tried", len(flips))
    figure("bit flips of a sealed tip accepted", accepted[0])
    figure("truncations of a sealed tip tried", len(cuts))
    figure("truncations of a sealed tip accepted", accepted[1])
    assert accepted == (0, 0)


@pytest.mark.parametrize("tool", ["age", "rage"])
def test_what_was_sealed_opens_with_another_tool(tool: str, tmp_path: Path, figure: Callable[[str, str], None]) -> None:
    program = shutil.which(tool)
    if program is None:
        figure(f"opened by {tool}", "not installed here")
        pytest.skip(f"{tool} is not installed")
    (tmp_path / "key").write_text(str(IDENTITIES[0]))
    (tmp_path / "tip.age").write_bytes(seal_tip(TOLD, RECIPIENTS))

    opened = subprocess.run(  # a fixed program of this machine
        [program, "--decrypt", "--identity", tmp_path / "key", tmp_path / "tip.age"], capture_output=True, check=False
    )
    version = subprocess.run([program, "--version"], capture_output=True, check=True, text=True)

    figure(f"opened by {tool}", f"yes ({version.stdout.strip()})" if opened.returncode == 0 else "no")
    assert TOLD.text in opened.stdout.decode()
