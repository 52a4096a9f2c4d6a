"""A coordinator replies to tips, rates and labels them on their own machine; the bot reads what was signed."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pyrage
import pytest
from pyrage import x25519
from typer.testing import CliRunner, Result

from bot.cli import tips
from bot.own_machine.keys import signer_of_identity
from storage.tips.bundles import Bundle, Labelling, NotSigned, Rating, Reply, read_signed
from storage.tips.words import ContentGrade, HowKnown, Label, SourceGrade
from tests.bot.tip_files import ALICE, BINNA, CHAI, RECEIPT, TEAM, TIP, bundled, recipients, tips_file

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "감사합니다.\nAre they safe now?"
SEEN = replace(TIP, how_known=HowKnown.WITNESS, wishes_contact=False)


@pytest.fixture
def desk(desk: Path) -> Path:
    """A folder with a file of three tips, Alice's key and a reply."""
    theirs = bundled("P9RT", pyrage.encrypt(b"x", [CHAI.to_public()]))
    (desk / "tips.age").write_bytes(
        tips_file(bundled("K3FN"), bundled("W7QX", SEEN), bundled("C4DF", b"damaged"), theirs)
    )
    (desk / "reply.txt").write_text(QUESTION, encoding="utf-8")
    return desk


def _tips(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(tips.app, [*arguments, "--in", "tips.age", "--key", "alice.key"], input=typed)


def _signed(desk: Path) -> Bundle:
    """Read the one signed file there is, as the bot does."""
    [path] = desk.glob("*.signed")
    bundle = read_signed(path.read_text(), {"alice": signer_of_identity(ALICE).public})
    assert path.name == f"clarion-alice-{bundle.made_on.isoformat()}-{bundle.id[:4]}.signed"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return bundle


def _read_by_the_witness(reply: Reply) -> dict[str, object]:
    identity = x25519.Identity.from_str(RECEIPT.reply_identity)
    read: dict[str, object] = json.loads(pyrage.decrypt(reply.sealed, [identity]))
    return read


def test_a_reply_is_sealed_to_the_receipt_and_signed_and_shows_nothing_of_the_tip(desk: Path) -> None:
    result = _tips("reply", "k3fn", "--text-file", "reply.txt")

    assert result.exit_code == 0, result.output
    assert TIP.text not in result.output
    [reply] = _signed(desk).items
    assert isinstance(reply, Reply)
    assert reply.tag == "K3FN"
    read = _read_by_the_witness(reply)
    assert (read["format"], read["text"]) == ("clarion-reply", QUESTION)
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(reply.sealed, [ALICE])


@pytest.mark.parametrize("longest", ["😀" * 1000, '"' * 1000])
def test_the_longest_reply_fits_whatever_it_is_made_of(desk: Path, longest: str) -> None:
    (desk / "reply.txt").write_text(longest, encoding="utf-8")

    assert _tips("reply", "K3FN", "--text-file", "reply.txt").exit_code == 0


def test_a_reply_can_be_typed(desk: Path) -> None:
    result = _tips("reply", "K3FN", typed="한 줄\r\n두 줄\n")

    assert result.exit_code == 0, result.output
    [reply] = _signed(desk).items
    assert isinstance(reply, Reply)
    assert _read_by_the_witness(reply)["text"] == "한 줄\n두 줄"


def test_whoever_did_not_agree_to_questions_is_told_of_before_the_reply_is_written(desk: Path) -> None:
    assert "has not agreed to be asked questions" in _tips("reply", "W7QX", typed="Thank you.").stderr
    assert "has not agreed" not in _tips("reply", "K3FN", typed="Thank you.").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b" \n ", "The reply is empty."),
        (b"a" * 1001, "longer than 1000 characters"),
        (b"a" * 70_000, "longer than 1000 characters"),
        (b"a\x1b[31m", "control characters"),
        ("a\u202eb".encode(), "control characters"),
        (b"\xff\xfe", "not plain text in UTF-8"),
    ],
)
def test_a_reply_that_cannot_be_one_is_refused(desk: Path, text: bytes, said: str) -> None:
    (desk / "reply.txt").write_bytes(text)

    result = _tips("reply", "K3FN", "--text-file", "reply.txt")

    assert result.exit_code == 1
    assert said in result.stderr
    assert not list(desk.glob("*.signed"))


def test_a_reply_is_composed_as_everybody_writes_it(desk: Path) -> None:
    (desk / "reply.txt").write_text("\ufeff" + "\u1112\u1161\u11ab", encoding="utf-8")
    _tips("reply", "K3FN", "--text-file", "reply.txt")

    [reply] = _signed(desk).items
    assert isinstance(reply, Reply)
    assert _read_by_the_witness(reply)["text"] == "한"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("V6XY", "holds no tip with this tag"),
        ("C4DF", "Tip C4DF is damaged"),
        ("P9RT", "Tip P9RT was not sealed to this key"),
    ],
)
def test_a_tip_that_is_not_there_is_not_answered(desk: Path, tag: str, said: str) -> None:
    result = _tips("label", tag, "duplicate")

    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize("named", ["", "age1nonsense", str(ALICE)], ids=["none", "nonsense", "private"])
def test_a_tip_that_names_no_key_gets_no_reply(desk: Path, named: str) -> None:
    (desk / "tips.age").write_bytes(tips_file(bundled("K3FN", replace(TIP, reply_recipient=named))))

    assert "Tip K3FN holds no key to reply to." in _tips("reply", "K3FN", typed="Thank you.").stderr


def test_several_tips_get_one_rating_in_one_file(desk: Path) -> None:
    assert _tips("rate", "K3FN", "W7QX", "K3FN", "c3").exit_code == 0

    source, content = SourceGrade.FAIRLY, ContentGrade.POSSIBLY_TRUE
    assert _signed(desk).items == (Rating("K3FN", source, content), Rating("W7QX", source, content))


def test_what_is_known_second_hand_alone_stays_at_possible(desk: Path) -> None:
    result = _tips("rate", "W7QX", "K3FN", "B2")

    assert result.exit_code == 1
    assert "K3FN: known second-hand alone, so 3 (possibly true) is the best" in result.stderr
    assert not list(desk.glob("*.signed"))


def test_a_second_source_lifts_it_and_is_noted_for_whoever_agrees(desk: Path) -> None:
    assert _tips("rate", "K3FN", "B1", "--second-source").exit_code == 0

    rated = Rating("K3FN", SourceGrade.USUALLY, ContentGrade.CONFIRMED)
    assert _signed(desk).items == (rated, Labelling("K3FN", Label.SECOND_SOURCE))


@pytest.mark.parametrize("grade", [3, 4, 5, 6])
def test_second_hand_may_be_rated_lower(desk: Path, grade: int) -> None:
    assert _tips("rate", "K3FN", f"F{grade}").exit_code == 0


@pytest.mark.parametrize("rating", ["B", "B7", "G2", "22", "B22"])
def test_what_is_no_rating_is_refused(desk: Path, rating: str) -> None:
    assert "A rating is a letter from A to F" in _tips("rate", "W7QX", rating).stderr


def test_a_label_is_given_to_several_tips(desk: Path) -> None:
    assert _tips("label", "K3FN", "W7QX", "duplicate", "--out", "clarion-mine.signed").exit_code == 0

    signed = (desk / "clarion-mine.signed").read_text()
    bundle = read_signed(signed, {"alice": signer_of_identity(ALICE).public})
    assert bundle.items == (Labelling("K3FN", Label.DUPLICATE), Labelling("W7QX", Label.DUPLICATE))
    with pytest.raises(NotSigned):
        read_signed(signed, {"alice": signer_of_identity(BINNA).public})


def test_what_its_sender_did_not_agree_to_is_not_labelled_as_shared(desk: Path) -> None:
    agreed = bundled("K3FN", replace(TIP, may_share_with_partners=True))
    (desk / "tips.age").write_bytes(tips_file(agreed, bundled("W7QX", SEEN)))
    refused = _tips("label", "K3FN", "W7QX", "shared")

    assert refused.exit_code == 1
    assert "W7QX: its sender did not agree to partners." in refused.stderr
    assert not list(desk.glob("*.signed"))
    assert _tips("label", "K3FN", "shared").exit_code == 0


def test_a_label_that_is_not_of_the_list_is_refused(desk: Path) -> None:
    assert _tips("label", "K3FN", "liar").exit_code == 2


def test_whoever_is_no_recipient_any_more_or_has_no_good_alias_signs_nothing(desk: Path) -> None:
    plain = pyrage.decrypt((desk / "tips.age").read_bytes(), [ALICE])
    for team in (recipients(binna=BINNA, chai=CHAI), recipients(**{"": ALICE}), recipients(**{"Alice!": ALICE})):
        header = json.loads(plain.splitlines()[0])
        header |= {"digest": team.digest, "recipients": [f"{each.public} # {each.alias}" for each in team.members]}
        lines = [json.dumps(header).encode(), *plain.splitlines()[1:]]
        (desk / "tips.age").write_bytes(pyrage.encrypt(b"\n".join(lines), TEAM.for_age()))

        result = _tips("label", "K3FN", "duplicate")

        assert result.exit_code == 1
        assert not list(desk.glob("*.signed"))
