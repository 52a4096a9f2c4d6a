"""What a stranger can send: every text, button, link and file gets a sentence, and nothing fails inside."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.telegram import Person as Account
from tests.people import House, Person
from tests.stories.test_roles import ALLOWED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import StringIO

STRANGER = 6_660_000_001
TEXTS = (
    "\u3164",
    "\u202e\u2066.",
    "\ud83d.",
    "\x00\x07.",
    "ﷺ" * 400,
    "<b>&amp;</b><script>",
    "{ $name }",
    "=1+1",
    "'; DROP TABLE tip; --",
    "%s%n%x",
    "../../etc/passwd",
    "/" * 50,
    "/tip@somebody_else",
    "a" * 4096,
    "👩‍👩‍👧‍👧" * 100,
    "1" * 25,
    "12345-12345-12345-12345-12345",
    "١٢٣٤٥" * 5,
    "-1",
    "9" * 60,
    "2026-13-45",
)
TAILS = ("", ":", "::", ":x", ":DEMO-001:-1", ":DEMO-002:" + "9" * 30, ":owner", ":\ud800", ":ABCD:Z9")
BEGINNINGS = ("/start", "/tip", "/inbox", "/sign DEMO-002", "/subscribe", "/volunteer DEMO-002", "/batch DEMO-002")
STARTS = (b"", b"---\ncode: ", b"name,country\n", b"PK\x03\x04", b"age-encryption.org/v1\n", b"\xff\xd8")
FILES = ("sheet.md", "names.csv", "names.xlsx", "bundle.signed", "picture.jpg", "x" * 200 + ".md", "noending")
SUPPORTERS = (
    "subscribe",
    "topic",
    "topics",
    "cadence",
    "language",
    "sign",
    "more",
    "less",
    "contact",
    "consent",
    "consents",
    "name",
    "country",
    "sign-confirm",
    "withdraw",
    "withdraw-confirm",
    "forget",
    "tip",
    "tip-category",
    "tip-area",
    "tip-consent",
    "inbox",
    "proof",
)


def rubbish(dice: random.Random) -> bytes:
    """Return bytes that are no file, or one that only begins as one."""
    start = dice.choice(
        [b"", b"---\ncode: ", b"name,country\n", b"PK\x03\x04", b"age-encryption.org/v1\n", b"\xff\xd8"]
    )
    return start + dice.randbytes(dice.randrange(2_000))


def forgeries(dice: random.Random, count: int) -> Iterator[str]:
    words = sorted({deed.partition(":")[0] for deed in ALLOWED if ":" in deed} | set(SUPPORTERS))
    for _ in range(count):
        yield f"{dice.choice(words)}{dice.choice(TAILS)}"


@pytest.mark.usefixtures("published")
async def test_nothing_that_is_sent_breaks_anything(
    scale: int, clarion: House, hana: Person, log: StringIO, figure: Callable[[str, float], None]
) -> None:
    dice = random.Random(20261122)  # noqa: S311  # the same game each time
    clarion.telegram.add_person(Account(STRANGER, "Stranger", language_code="ko"))
    stranger, tried = Person(clarion, STRANGER, "Stranger"), 0
    for person in (stranger, hana):
        for beginning in BEGINNINGS:
            for text in dice.sample(TEXTS, min(len(TEXTS), 3 * scale)):
                await person.sends(beginning)
                clarion.telegram.says(person.id, text)
                await clarion.answers_everything()
                tried += 2
        for name in FILES:
            await person.sends_document(name, rubbish(dice))
            tried += 1
        for data in forgeries(dice, 40 * scale):
            await person.sends("/cancel")
            clarion.telegram.forges_press(person.id, person.last.message_id, data)
            await clarion.answers_everything()
            tried += 1
        for payload in ("inv_x", "DEMO-002_" + "x" * 40, "_-_", "a" * 64, "DEMO-999"):
            await person.opens(payload)
            tried += 1

    failures = log.getvalue().count("failure ")
    figure("hostile inputs tried", tried)
    figure("hostile inputs that raised an unhandled exception", failures)
    assert failures == 0
    assert await clarion.clarion.services.db.one("SELECT 1 FROM tip") is None
