"""A coordinator's own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.tip_files import ALICE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with Alice's key."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLARION_KEY_PASSPHRASE", raising=False)
    (tmp_path / "alice.key").write_text(f"{ALICE}\n")
    return tmp_path
