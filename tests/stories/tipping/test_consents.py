"""Stories of the last screens: what a witness allows is sealed, nothing is preset, and what waits is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyrage
import pytest

from storage.tips.review.queue import open_tips
from storage.tips.words import Category
from tests.stories.tipping.witness import TEXT, reaches_the_text, sealed_in, sends_a_tip

if TYPE_CHECKING:
    from storage.database import Database
    from tests.people import Person

FIELDS = {
    "partners": "may_share_with_partners",
    "contact": "wishes_contact",
    "publish": "may_publish",
    "un": "may_send_to_un",
}


@pytest.mark.parametrize("allowed", [(), *((word,) for word in FIELDS), tuple(FIELDS)])
async def test_what_is_ticked_is_sealed_and_nothing_else(
    amina: Person, db: Database, identities: tuple[pyrage.x25519.Identity, ...], allowed: tuple[str, ...]
) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    assert [label[0] for label in amina.buttons[: len(FIELDS)]] == ["☐"] * len(FIELDS)
    for word in (*allowed, "un", "un"):  # the last two take each other back
        await amina.presses(f"tip-consent:{word}")
    await amina.presses("tip:seal")

    [tip] = await sealed_in(db)
    content = json.loads(pyrage.decrypt(tip, list(identities)))
    assert {word for word, name in FIELDS.items() if content[name]} == {*allowed}


async def test_a_forged_consent_allows_nothing(amina: Person) -> None:
    await reaches_the_text(amina)
    await amina.sends(TEXT)
    telegram = amina.house.telegram
    for forged in ("tip-consent:everything", "tip-consent", "tip-consent::un"):
        telegram.forges_press(amina.id, amina.last.message_id, forged)
    await amina.house.answers_everything()

    assert not [label for label in amina.buttons if label.startswith("☑")]


async def test_the_receipt_tells_the_tag_the_inbox_and_the_worst_case_in_days(
    amina: Person, sujin: Person, db: Database
) -> None:
    await sends_a_tip(amina)
    [tip] = await open_tips(db)
    assert f"{tip.tag} is the short name under which a letter of ours says that a reply waits" in amina.last.text
    assert "It opens nothing." in amina.last.text
    assert "/inbox" in amina.last.text
    assert "after 187 days at the latest" in amina.last.text
    await sends_a_tip(sujin)
    assert "늦어도 187일 뒤에는" in sujin.last.text


async def test_categories_are_the_words_of_the_plan_in_its_order(amina: Person) -> None:
    await amina.sends("/tip")
    await amina.presses("tip:start")

    offered = [(button.callback_data or "") for button in amina.last.buttons]
    plan = [
        "inspection",
        "arrest",
        "detention",
        "transfer",
        "return",
        "notice",
        "lost_contact",
        "consular",
        "arrival",
        "other",
    ]
    assert [*Category] == plan
    assert offered[: len(plan)] == [f"tip-category:{word}" for word in plan]
