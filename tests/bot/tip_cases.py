"""Confirmed tips with everything hostile in them, and how a coordinator makes files of tips for other tools."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from typer.testing import CliRunner, Result

from bot.cli import tips
from bot.own_machine.opening import OpenedTip, open_bundle
from storage.exports.tip_bundle import BundledRating, BundledTip
from storage.tips.words import Category, ContentGrade, SourceGrade, TipState
from tests.bot.tip_files import ALICE, TIP, bundled, tips_file

if TYPE_CHECKING:
    from pathlib import Path

    from storage.sealing import TipContent

TODAY = datetime.now(UTC).astimezone().date()
AGREED = BundledRating(SourceGrade.USUALLY, ContentGrade.CONFIRMED, "alice", "binna")
CONFIRMED: dict[str, Any] = {"state": TipState.CONFIRMED, "rating": AGREED}
HOSTILE = (
    '=HYPERLINK("http://evil.example") <script>alert(1)</script> <img src=http://evil.example/x>\n'
    "# heading\n\n![x](http://evil.example/x.png) [y](javascript:alert(1)) www.evil.example a@evil.example\n"
    + "가나다라" * 120
    + "\n1. one\n    code\n\t* two\n- three\n> four\n| a | b |\n===\n`` ~~five~~ &lt; \\* $x$\n\x1b[2J\u202etxet"
)
SHARED = replace(
    TIP,
    text=HOSTILE,
    category=Category.DETENTION,
    place_note="SECRET-PLACE <b>x</b>",
    may_share_with_partners=True,
    may_send_to_un=True,
)


def run(command: str, *arguments: str, of: list[BundledTip], desk: Path) -> Result:
    """Run the command in the current folder, *desk*, which holds Alice's key."""
    (desk / "tips.age").write_bytes(tips_file(*of))
    return CliRunner().invoke(tips.app, [command, "tips.age", "--key", "alice.key", *arguments])


def opened_tip(content: TipContent, **known: Any) -> OpenedTip:
    """Return the tip as it is once it was sealed and opened again."""
    [tip] = open_bundle(tips_file(bundled("K3FN", content, **known)), [ALICE]).tips
    return tip
